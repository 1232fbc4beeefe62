package org.copse.report;

import java.util.Locale;

/** Names of models inside a sentence. */
public final class Names {

  private Names() {}

  /**
   * A name in lower case as far as it is a common word: "random effects", but "Henmi-Copas" and
   * "IVhet".
   *
   * @param name as it stands alone
   * @return as it stands after other words
   */
  public static String withinSentence(String name) {
    String first = name.split(" ", 2)[0];
    // a capital after the first letter: "Henmi-Copas", "IVhet", not "Beta-binomial"
    boolean proper = !first.substring(1).equals(first.substring(1).toLowerCase(Locale.ROOT));
    return proper ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
