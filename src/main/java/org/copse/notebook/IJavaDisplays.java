package org.copse.notebook;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.UUID;

/**
 * Copse in the IJava kernel (1.3.0): the same displays and imports after one line, in the first
 * cell or as its start-up script ({@code IJAVA_STARTUP_SCRIPT}).
 *
 * <pre>{@code org.copse.notebook.IJavaDisplays.install(getKernelInstance());}</pre>
 *
 * <p>First, because variables declared before an import that concerns their type are declared anew,
 * and so emptied, by JShell.
 */
public final class IJavaDisplays {

  private IJavaDisplays() {}

  /**
   * Registers the displays, imports the packages, shows errors by what to do and progress in one
   * line, and offers Javadoc where Copse's sources lie beside its jar.
   *
   * @param kernel IJava's kernel, as {@code getKernelInstance()} gives it
   * @throws IllegalStateException when the kernel cannot import the packages
   */
  public static void install(BaseKernel kernel) {
    JavadocSources.offer();
    IJavaErrors.install(kernel);
    Progress.showOn(new UpdatedOutput(kernel));
    Displays.all().forEach(display -> register(kernel.getRenderer(), display));
    register(kernel.getRenderer(), Displays.others());
    try {
      kernel.eval(String.join("\n", Imports.ALL));
    } catch (Exception e) {
      throw new IllegalStateException(
          "Cannot import Copse: its jars must be on the kernel's class path, was refused (%s). Add them with %%jars or IJAVA_CLASSPATH."
              .formatted(e.getMessage()),
          e);
    }
  }

  private static <T> void register(Renderer renderer, Display<T> display) {
    renderer
        .createRegistration(display.type())
        .preferring(display.mimes().toArray(String[]::new))
        .register((value, context) -> render(display, value, context));
  }

  private static void render(Display<?> display, Object value, RenderContext context) {
    display
        .show(value)
        .forEach((mime, content) -> context.renderIfRequested(type(mime), () -> content));
  }

  private static MIMEType type(String mime) {
    try {
      return MIMEType.parse(mime);
    } catch (io.github.spencerpark.jupyter.kernel.display.mime.MIMETypeParseException e) {
      throw new IllegalStateException("Cannot show a value: not a MIME type: " + mime, e);
    }
  }

  /** One output that is changed in place. */
  private record UpdatedOutput(BaseKernel kernel) implements Progress.Screen {
    @Override
    public String show(String id, String line) {
      DisplayData shown = kernel.getRenderer().render(line);
      if (id != null) {
        kernel.getIO().display.updateDisplay(id, shown);
        return id;
      }
      shown.setDisplayId(UUID.randomUUID().toString());
      kernel.display(shown);
      return shown.getDisplayId();
    }

    @Override
    public long pause() {
      return 0;
    }
  }
}
