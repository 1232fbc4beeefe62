package org.copse.notebook;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.util.StringStyler;
import java.lang.reflect.Field;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Errors in IJava: one of Copse's own checks shows its message alone, which says what to do; any
 * other keeps its frames up to the kernel's. IJava colours the text of every error by one object,
 * which this replaces.
 */
final class IJavaErrors extends StringStyler {

  private static final String RULE = "-".repeat(75);
  private static final String RED = "\u001b[1;31m";
  private static final Pattern TRACE = Pattern.compile("(?s)([\\w.$]+): (.*?)\\R(\\tat .*)");
  private static final Pattern OURS =
      Pattern.compile("(\\tat java\\.[^\\n]*\\R)*\\tat org\\.copse\\.");
  private static final Pattern KERNEL =
      Pattern.compile(
          "(?s)\\tat (java\\.base/)?(jdk\\.internal|java\\.lang\\.reflect|io\\.github\\.spencerpark)\\..*");

  private IJavaErrors() {
    super("", RED, "", (Function<Integer, String>) line -> "");
  }

  /** Puts it into the kernel; where the kernel has no such field, errors keep the kernel's form. */
  static void install(BaseKernel kernel) {
    try {
      Field styler = BaseKernel.class.getDeclaredField("errorStyler");
      styler.setAccessible(true);
      styler.set(kernel, new IJavaErrors());
    } catch (ReflectiveOperationException | RuntimeException e) {
      System.getLogger(IJavaErrors.class.getName()).log(System.Logger.Level.DEBUG, "errors", e);
    }
  }

  /** The rule above a trace would be the first line, which should say what to do. */
  @Override
  public String secondary(String text) {
    return RULE.equals(text) ? "" : super.secondary(text);
  }

  @Override
  public List<String> secondaryLines(String text) {
    return super.secondaryLines(shortened(text));
  }

  static String shortened(String text) {
    Matcher trace = TRACE.matcher(text);
    if (!trace.matches()) {
      return text;
    }
    String frames = trace.group(3);
    if (OURS.matcher(frames).lookingAt()) {
      return trace.group(2);
    }
    return trace.group(1) + ": " + trace.group(2) + "\n" + KERNEL.matcher(frames).replaceFirst("");
  }
}
