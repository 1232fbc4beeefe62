package org.copse.notebook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.numeric.LongRun;

/**
 * What a kernel says of an error, put so that it begins with what to do: one of Copse's own checks
 * is its message alone, any other error keeps its frames up to the kernel's, and an interrupt says
 * how far the work came.
 */
final class ErrorText {

  /** What IJava and JJava draw above a trace, where the first line should say what to do. */
  static final String RULE = "-".repeat(75);

  /** What IJava and JJava say of an interrupted cell. */
  static final String INTERRUPTED = "Evaluation interrupted.";

  private static final long PATIENCE = 3000;
  private static final Pattern TRACE = Pattern.compile("(?s)([\\w.$]+): (.*?)\\R(\\tat .*)");
  private static final Pattern WRAPPED =
      Pattern.compile(
          "(?s)java\\.lang\\.RuntimeException: ([\\w.$]+), .*?\\RCaused by: jdk\\.jshell\\.EvalException: (.*)");
  private static final Pattern OURS =
      Pattern.compile("(\\tat java\\.[^\\n]*\\R)*\\tat org\\.copse\\.");
  private static final Pattern KERNEL =
      Pattern.compile(
          "(?s)\\tat (java\\.base/)?(jdk\\.internal|java\\.lang\\.reflect|io\\.github\\.spencerpark|org\\.dflib\\.jjava)\\..*");

  private ErrorText() {}

  /** A trace for the reader; what is no trace stays as it is. */
  static String shortened(String text) {
    Matcher wrapped = WRAPPED.matcher(text);
    Matcher trace =
        TRACE.matcher(wrapped.matches() ? wrapped.group(1) + ": " + wrapped.group(2) : text);
    if (!trace.matches()) {
      return text;
    }
    String frames = trace.group(3);
    if (OURS.matcher(frames).lookingAt()) {
      return trace.group(2);
    }
    return trace.group(1) + ": " + trace.group(2) + "\n" + KERNEL.matcher(frames).replaceFirst("");
  }

  /** One line of a kernel's: the rule becomes nothing, the interrupt a sentence. */
  static String line(String text) {
    if (RULE.equals(text)) {
      return "";
    }
    return INTERRUPTED.equals(text)
        ? LongRun.howFar(PATIENCE).orElse("Interrupted; nothing computed before is lost.")
        : text;
  }
}
