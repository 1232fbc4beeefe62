package org.copse.notebook;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.BaseNotebookStatics;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/**
 * Copse in the JJava kernel: found as a service at start, or after {@code %classpath}; registers
 * the displays and imports the packages, so that a notebook needs no set-up line.
 */
public final class JJavaExtension implements Extension {

  /** Made by the service loader. */
  public JJavaExtension() {}

  @Override
  public void install(BaseKernel kernel) {
    WarmUp.start();
    JavadocSources.offer();
    register(kernel.getRenderer());
    JJavaErrors.install(kernel);
    Progress.showOn(new UpdatedOutput());
    kernel.eval(String.join("\n", Imports.ALL));
  }

  static void register(Renderer renderer) {
    Displays.all().forEach(display -> register(renderer, display));
    register(renderer, Displays.others());
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
    } catch (org.dflib.jjava.jupyter.kernel.display.mime.MIMETypeParseException e) {
      throw new IllegalStateException("Cannot show a value: not a MIME type: " + mime, e);
    }
  }

  /** One output that is changed in place. */
  private static final class UpdatedOutput implements Progress.Screen {
    @Override
    public String show(String id, String line) {
      if (id == null) {
        return BaseNotebookStatics.display(line);
      }
      BaseNotebookStatics.updateDisplay(id, line);
      return id;
    }

    @Override
    public long pause() {
      return 0;
    }
  }
}
