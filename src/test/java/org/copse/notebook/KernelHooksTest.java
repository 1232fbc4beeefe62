package org.copse.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both kernels' own renderers give every value the whole bundle. */
final class KernelHooksTest {

  static java.util.stream.Stream<Map.Entry<String, Object>> values() {
    return Samples.all().entrySet().stream();
  }

  @Test
  void jjavaFindsTheExtensionAsAService() {
    assertTrue(
        StreamSupport.stream(ServiceLoader.load(Extension.class).spliterator(), false)
            .anyMatch(JJavaExtension.class::isInstance));
  }

  @ParameterizedTest
  @MethodSource("values")
  void jjavaShowsTheWholeBundle(Map.Entry<String, Object> sample) throws Exception {
    Renderer renderer = new Renderer();
    JJavaExtension.register(renderer);
    org.dflib.jjava.jupyter.kernel.display.DisplayData shown = renderer.render(sample.getValue());
    for (String mime : Displays.bundle(sample.getValue()).keySet()) {
      assertTrue(
          shown.hasDataForType(org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.parse(mime)),
          mime);
    }
  }

  @ParameterizedTest
  @MethodSource("values")
  void ijavaShowsTheWholeBundle(Map.Entry<String, Object> sample) throws Exception {
    Recorder kernel = new Recorder(false);
    IJavaDisplays.install(kernel);
    DisplayData shown = kernel.getRenderer().render(sample.getValue());
    for (String mime : Displays.bundle(sample.getValue()).keySet()) {
      assertTrue(shown.hasDataForType(MIMEType.parse(mime)), mime);
    }
  }

  @Test
  void ijavaImportsThePackages() {
    Recorder kernel = new Recorder(false);
    IJavaDisplays.install(kernel);
    assertEquals(List.of(String.join("\n", Imports.ALL)), kernel.evaluated);
  }

  @Test
  void ijavaThatCannotImportSaysWhatToDo() {
    Recorder kernel = new Recorder(true);
    Exception e = assertThrows(IllegalStateException.class, () -> IJavaDisplays.install(kernel));
    assertEquals(
        "Cannot import Copse: its jars must be on the kernel's class path, was refused (no such package). Add them with %jars or IJAVA_CLASSPATH.",
        e.getMessage());
  }

  /** A kernel that notes what it is asked to run. */
  private static final class Recorder extends BaseKernel {
    private final List<String> evaluated = new ArrayList<>();
    private final boolean refuses;

    Recorder(boolean refuses) {
      this.refuses = refuses;
    }

    @Override
    public DisplayData eval(String code) throws Exception {
      if (refuses) {
        throw new Exception("no such package");
      }
      evaluated.add(code);
      return null;
    }

    @Override
    public LanguageInfo getLanguageInfo() {
      return null;
    }
  }
}
