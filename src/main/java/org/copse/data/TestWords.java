package org.copse.data;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copse.data.ColumnWords.Role;

/**
 * Columns of test statistics: O − E with its variance V, and χ².
 *
 * <p>A column called v or var is V only where the table has O − E too; elsewhere it is a variance
 * of an effect, or a word for something else.
 */
final class TestWords {

  private static final Set<String> OBSERVED = Set.of("o", "obs", "observed");
  private static final Set<String> EXPECTED = Set.of("e", "exp", "expected");
  private static final Set<String> VARIANCE = Set.of("v", "var", "variance");
  private static final Set<String> SQUARED = Set.of("2", "²", "squared", "square", "sq");
  private static final Set<String> CHI =
      Set.of("chisq", "chisquared", "chisquare", "chi", "\u03c7", "\u03c72", "\u03c7²");

  private TestWords() {}

  static Role role(List<String> words, Collection<String> all) {
    if (isDifference(words)) {
      return Role.OBSERVED_MINUS_EXPECTED;
    }
    boolean chi = words.stream().anyMatch(CHI::contains);
    if (chi && !words.contains("df")) {
      return Role.CHI_SQUARED;
    }
    boolean variance = words.stream().anyMatch(VARIANCE::contains);
    return variance && all.stream().anyMatch(name -> isDifference(ColumnWords.split(name)))
        ? Role.VARIANCE
        : Role.NONE;
  }

  /** "oe", "o_e", "O-E", "obs_minus_exp"; two words side by side, since "e" may be an arm. */
  private static boolean isDifference(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      boolean minus = i + 2 < words.size() && words.get(i + 1).equals("minus");
      int next = i + (minus ? 2 : 1);
      boolean both =
          OBSERVED.contains(words.get(i))
              && next < words.size()
              && EXPECTED.contains(words.get(next));
      if (both || words.get(i).equals("oe") || words.get(i).equals("ominuse")) {
        return true;
      }
    }
    return false;
  }

  /** The words that are not part of the role. */
  static Set<String> rest(Role role, List<String> words) {
    Set<String> rest = new HashSet<>(words);
    switch (role) {
      case OBSERVED_MINUS_EXPECTED -> {
        rest.removeAll(OBSERVED);
        rest.removeAll(EXPECTED);
        rest.removeAll(Set.of("oe", "ominuse", "minus"));
      }
      case CHI_SQUARED -> {
        rest.removeAll(CHI);
        rest.removeAll(SQUARED);
      }
      default -> rest.removeAll(VARIANCE);
    }
    rest.removeAll(Set.of("logrank", "log", "rank", "test", "statistic", "derived", "of"));
    return Set.copyOf(rest);
  }
}
