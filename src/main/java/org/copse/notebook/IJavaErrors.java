package org.copse.notebook;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.util.StringStyler;
import java.lang.reflect.Field;
import java.util.List;
import java.util.function.Function;

/**
 * Errors in IJava, put as {@link ErrorText} says. IJava colours the text of every error by objects
 * which this replaces, with the same colours.
 */
final class IJavaErrors extends StringStyler {

  @SuppressWarnings("unchecked")
  private IJavaErrors(StringStyler old) throws ReflectiveOperationException {
    super(
        (String) part(old, "primaryStyle"),
        (String) part(old, "secondaryStyle"),
        (String) part(old, "hlStyle"),
        (Function<Integer, String>) part(old, "linePrefix"));
  }

  private static Object part(StringStyler old, String name) throws ReflectiveOperationException {
    Field field = StringStyler.class.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(old);
  }

  /** Puts it into the kernel; where the kernel has no such field, errors keep the kernel's form. */
  static void install(BaseKernel kernel) {
    for (Class<?> type = kernel.getClass(); type != null; type = type.getSuperclass()) {
      try {
        Field styler = type.getDeclaredField("errorStyler");
        styler.setAccessible(true);
        styler.set(kernel, new IJavaErrors((StringStyler) styler.get(kernel)));
      } catch (NoSuchFieldException e) {
        continue;
      } catch (ReflectiveOperationException | RuntimeException e) {
        System.getLogger(IJavaErrors.class.getName()).log(System.Logger.Level.DEBUG, "errors", e);
      }
    }
  }

  @Override
  public String secondary(String text) {
    return super.secondary(ErrorText.line(text));
  }

  @Override
  public List<String> secondaryLines(String text) {
    return super.secondaryLines(ErrorText.shortened(text));
  }
}
