package org.copse.notebook;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;

/**
 * Copse in the IJava kernel (1.3.0): the same displays after one line in a cell or in its start-up
 * script.
 *
 * <pre>{@code org.copse.notebook.IJavaDisplays.install(getKernelInstance());}</pre>
 *
 * <p>IJava offers no way to import for the user from within a cell; the imports are the usual ones.
 */
public final class IJavaDisplays {

  private IJavaDisplays() {}

  /**
   * Registers the displays.
   *
   * @param kernel IJava's kernel, as {@code getKernelInstance()} gives it
   */
  public static void install(BaseKernel kernel) {
    Displays.all().forEach(display -> register(kernel.getRenderer(), display));
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
}
