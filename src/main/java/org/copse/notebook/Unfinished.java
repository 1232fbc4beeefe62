package org.copse.notebook;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.copse.report.ValueText;

/**
 * What a cell shows that ends one step too early, with settings instead of a result: their values,
 * and the calls that lead on.
 */
final class Unfinished {

  private static final int MOST = 6;

  private Unfinished() {}

  /** Its text, if it is a public object of Copse that has none of its own. */
  static Optional<String> text(Object value) {
    if (value == null
        || value.getClass().isEnum()
        || !value.getClass().getName().startsWith("org.copse.")
        || !Modifier.isPublic(value.getClass().getModifiers())
        || !hasNoText(value)) {
      return Optional.empty();
    }
    String settings = settings(value);
    String calls = calls(value.getClass());
    return Optional.of(
        value.getClass().getSimpleName()
            + (settings.isEmpty() ? "" : ": " + settings)
            + (calls.isEmpty() ? "" : "\nGo on with " + calls));
  }

  private static boolean hasNoText(Object value) {
    try {
      return value.getClass().getMethod("toString").getDeclaringClass() == Object.class;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String settings(Object value) {
    List<String> all = new ArrayList<>();
    for (Field field : value.getClass().getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        setting(field, value).ifPresent(all::add);
      }
    }
    return String.join(", ", all);
  }

  private static Optional<String> setting(Field field, Object value) {
    try {
      field.setAccessible(true);
      Object part = field.get(value);
      boolean plain =
          part instanceof Number
              || part instanceof Boolean
              || part instanceof Enum<?>
              || part instanceof Record
              || part instanceof CharSequence text && !text.isEmpty();
      return plain
          ? Optional.of(
              part instanceof Record
                  ? ValueText.of(part)
                  : words(field.getName()) + " " + ValueText.of(part))
          : Optional.empty();
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** "tau2Estimator" as "tau2 estimator". */
  private static String words(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT);
  }

  /** The calls that give something else than the same kind of settings. */
  private static String calls(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(m -> m.getDeclaringClass() == type && !Modifier.isStatic(m.getModifiers()))
        .filter(m -> m.getReturnType() != type && !m.isSynthetic())
        .filter(m -> !m.getName().equals("hashCode") && !m.getName().equals("equals"))
        .map(Unfinished::call)
        .sorted()
        .distinct()
        .limit(MOST)
        .collect(Collectors.joining(", "));
  }

  private static String call(Method method) {
    return "."
        + method.getName()
        + Arrays.stream(method.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
