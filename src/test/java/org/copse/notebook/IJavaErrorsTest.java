package org.copse.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.copse.data.Datasets;
import org.copse.data.Trials;
import org.copse.numeric.LongRun;
import org.junit.jupiter.api.Test;

final class IJavaErrorsTest {

  private static List<String> shown(Exception e) {
    Kernel kernel = new Kernel();
    IJavaErrors.install(kernel);
    return kernel.formatError(e).stream()
        .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", ""))
        .toList();
  }

  @Test
  void copsesOwnErrorIsItsMessageAlone() {
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> Trials.of(Datasets.bcgVaccine()).study("nobody"));
    List<String> lines = shown(e);
    assertEquals(e.getMessage(), String.join("\n", lines).strip());
    assertTrue(lines.size() <= 1 + e.getMessage().lines().count() + 1, lines.toString());
  }

  @Test
  void anotherErrorKeepsItsFramesUpToTheKernel() {
    String trace =
        "jdk.jshell.EvalException: For input string: x\n"
            + "\tat java.base/java.lang.Integer.parseInt(Integer.java:668)\n"
            + "\tat REPL.$JShell$11.do_it$($JShell$11.java:5)\n"
            + "\tat java.base/jdk.internal.reflect.NativeMethodAccessorImpl.invoke0(Native Method)\n"
            + "\tat io.github.spencerpark.ijava.execution.IJavaExecutionControl.invoke(X.java:1)\n";
    String text = ErrorText.shortened(trace);
    assertTrue(text.startsWith("jdk.jshell.EvalException: For input string: x\n"), text);
    assertTrue(
        text.contains("do_it$") && !text.contains("spencerpark") && !text.contains("invoke0"),
        text);
  }

  @Test
  void whatIsNoTraceStaysAsItIs() {
    assertEquals("cannot find symbol", ErrorText.shortened("cannot find symbol"));
  }

  @Test
  void plainJJavaWrapsAnErrorTwiceAndIsReadTheSame() {
    String wrapped =
        "java.lang.RuntimeException: java.lang.IllegalArgumentException, Cannot do it: x.\n"
            + "\tat org.dflib.jjava.kernel.execution.CodeEvaluator.evalSingle(C.java:1)\n"
            + "Caused by: jdk.jshell.EvalException: Cannot do it: x.\n"
            + "\tat %s\n"
            + "\tat REPL.$JShell$11.do_it$($JShell$11.java:5)\n"
            + "\tat java.base/jdk.internal.reflect.X.invoke0(Native Method)\n"
            + "\t... 12 more\n";
    assertEquals(
        "Cannot do it: x.",
        ErrorText.shortened(wrapped.formatted("org.copse.data.Trials.of(T:1)")));
    assertEquals(
        "java.lang.IllegalArgumentException: Cannot do it: x.\n\tat a.B.c(B:1)\n\tat REPL.$JShell$11.do_it$($JShell$11.java:5)\n",
        ErrorText.shortened(wrapped.formatted("a.B.c(B:1)")));
  }

  @Test
  void anInterruptSaysHowFarTheWorkCame() {
    LongRun.howFar(0);
    assertEquals(
        "Interrupted; nothing computed before is lost.", ErrorText.line(ErrorText.INTERRUPTED));
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> LongRun.each("pieces", 9, false, i -> {}));
    assertTrue(Thread.interrupted());
    assertEquals(
        "Stopped after 0 of 9 pieces (0 %); nothing computed before is lost.",
        ErrorText.line(ErrorText.INTERRUPTED));
    assertEquals("other", ErrorText.line("other"));
  }

  @Test
  void sourcesLieBesideTheJar() {
    assertEquals(
        Path.of("lib", "copse-1.0-sources.jar"),
        JavadocSources.besides(Path.of("lib", "copse-1.0.jar")));
  }

  private static final class Kernel extends BaseKernel {
    @Override
    public DisplayData eval(String code) {
      return null;
    }

    @Override
    public LanguageInfo getLanguageInfo() {
      return new LanguageInfo.Builder("Java").build();
    }
  }
}
