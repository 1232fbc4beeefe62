package org.copse.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import org.dflib.jjava.kernel.execution.CompilationException;
import org.dflib.jjava.kernel.execution.EvaluationInterruptedException;

/** What a cell's error looks like: first what to do, then where; frames of the kernel and of Copse's inside are left out. */
final class CellErrors {

  private static final String COPSE = "org.copse.";
  private static final String INTERRUPTED = "Interrupted";
  private static final long PATIENCE = 3000;
  private static final int MOST_FRAMES = 8;
  private static final String RED = "\u001b[1;31m";
  private static final String PLAIN = "\u001b[0m";
  private final JShell shell;

  CellErrors(JShell shell) {
    this.shell = shell;
  }

  /** The user's own exception, which JJava wraps: same class where it can be made, same message, the user's frames. */
  RuntimeException own(RuntimeException failure, ClassLoader loader) {
    if (failure instanceof EvaluationInterruptedException) return new CellException(INTERRUPTED, howFar(loader), new StackTraceElement[0]);
    if (!(failure.getCause() instanceof EvalException cause)) return failure;
    return made(cause, loader);
  }

  /** How far the work came, as Copse says, which waits for work that is still stopping. */
  private static String howFar(ClassLoader loader) {
    try {
      var said = (Optional<?>) Class.forName("org.copse.numeric.LongRun", true, loader).getMethod("howFar", long.class).invoke(null, PATIENCE);
      if (said.isPresent()) return said.get().toString();
    } catch (ReflectiveOperationException | LinkageError e) {
      // Without Copse there is nothing to say.
    }
    return "Interrupted; nothing computed before is lost.";
  }

  List<String> lines(Throwable failure, Supplier<List<String>> otherwise) {
    if (failure instanceof CompilationException compilation) return compilation(compilation, otherwise);
    if (failure instanceof CellException cell) return described(cell.className(), cell.getMessage(), cell.getStackTrace());
    if (failure instanceof RuntimeException && failure.getClass().getName().startsWith("java.")) {
      return described(failure.getClass().getName(), failure.getMessage(), failure.getStackTrace());
    }
    return otherwise.get();
  }

  private List<String> described(String className, String message, StackTraceElement[] frames) {
    String simple = className.substring(className.lastIndexOf('.') + 1);
    boolean ours = (fromCopse(frames) || className.equals(INTERRUPTED)) && message != null && !message.equals("null");
    List<String> lines = new ArrayList<>();
    String said = message == null || message.equals("null") ? simple : simple + ": " + message;
    (ours ? message : said).lines().forEach(line -> lines.add(RED + line + PLAIN));
    if (!ours) lines.addAll(users(frames));
    return lines;
  }

  /** Copse's own checks throw from its packages: their message says all there is to say. */
  private static boolean fromCopse(StackTraceElement[] frames) {
    for (StackTraceElement frame : frames) {
      String name = frame.getClassName();
      if (name.startsWith(COPSE)) return true;
      if (!name.startsWith("java.")) return false;
    }
    return false;
  }

  private static List<String> users(StackTraceElement[] frames) {
    List<String> lines = new ArrayList<>();
    for (StackTraceElement frame : frames) {
      String name = frame.getClassName();
      if (name.startsWith("java.lang.reflect.") || name.startsWith("jdk.internal.") || name.startsWith("org.dflib.jjava.")) break;
      if (lines.size() < MOST_FRAMES) lines.add("    at " + place(frame));
    }
    return lines;
  }

  /** JShell gives a snippet's frames no class, a declared method's its name, and "#12" for the file. */
  private static String place(StackTraceElement frame) {
    if (!frame.getClassName().isEmpty()) return frame.toString();
    String method = frame.getMethodName().isEmpty() ? "the cell" : frame.getMethodName();
    return method + ", line " + frame.getLineNumber();
  }

  private List<String> compilation(CompilationException failure, Supplier<List<String>> otherwise) {
    List<String> lines = new ArrayList<>();
    shell.diagnostics(failure.getBadSnippetCompilation().snippet())
        .limit(1)
        .map(diagnostic -> diagnostic.getMessage(Locale.ENGLISH).lines().findFirst().orElse("The cell does not compile"))
        .forEach(text -> lines.add(RED + "Does not compile: " + text + PLAIN));
    lines.addAll(otherwise.get());
    return lines;
  }

  private static RuntimeException made(EvalException cause, ClassLoader loader) {
    String message = "null".equals(cause.getMessage()) ? null : cause.getMessage();
    try {
      Class<?> type = Class.forName(cause.getExceptionClassName(), false, loader);
      if (RuntimeException.class.isAssignableFrom(type) && type.getName().startsWith("java.")) {
        var copy = (RuntimeException) type.getConstructor(String.class).newInstance(message);
        copy.setStackTrace(cause.getStackTrace());
        return copy;
      }
    } catch (ReflectiveOperationException | LinkageError e) {
      // No such constructor: the general one says the same.
    }
    return new CellException(cause.getExceptionClassName(), message, cause.getStackTrace());
  }
}
