package org.copse.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the name of a column says: a role, and the words that tell arms, times and outcomes apart.
 *
 * @param role what its numbers are
 * @param rest the other words, such as "treatment" or "baseline"
 * @param kind of an estimate: "hr", "md"; else empty
 * @param derived whether the name says that it was computed
 */
record ColumnWords(Role role, Set<String> rest, String kind, boolean derived) {

  /** What the numbers of a column are. */
  enum Role {
    PERCENT("percentages"),
    EVENTS("counts"),
    NON_EVENTS("counts"),
    TOTAL("totals"),
    RANDOMISED("patients randomised"),
    MEAN("means"),
    SD("standard deviations"),
    SE("standard errors"),
    ESTIMATE("estimates"),
    LOW("lower limits"),
    HIGH("upper limits"),
    P("p values"),
    CHI_SQUARED("\u03c7\u00b2"),
    OBSERVED_MINUS_EXPECTED("O \u2212 E"),
    VARIANCE("variances V"),
    NONE("nothing");

    final String words;

    Role(String words) {
      this.words = words;
    }
  }

  private static final Set<String> PERCENT = Set.of("percent", "pct", "perc", "percentage", "%");

  /** Words beside which a percentage is none of patients with an event. */
  private static final Set<String> NO_SHARE =
      Set.of(
          "change",
          "reduction",
          "decrease",
          "increase",
          "difference",
          "diff",
          "loss",
          "sd",
          "se",
          "low",
          "lower",
          "high",
          "upper",
          "ci");

  private static final Set<String> EVENTS =
      Set.of("events", "event", "ev", "evt", "cases", "deaths", "responders", "x", "pos");
  private static final Set<String> NON_EVENTS = Set.of("nonevents", "noncases", "neg");
  private static final Set<String> TOTAL =
      Set.of("n", "total", "totals", "patients", "participants", "subjects", "size");
  private static final Set<String> RANDOMISED = Set.of("randomised", "randomized");
  private static final Set<String> MEAN = Set.of("mean", "means", "m", "avg", "average");
  private static final Set<String> SD = Set.of("sd", "sds", "stdev", "stddev");
  private static final Set<String> SE = Set.of("se", "sem", "stderr", "sei");
  private static final Set<String> LOW = Set.of("low", "lower", "lcl", "ll", "lci", "lb", "lo");
  private static final Set<String> HIGH =
      Set.of("high", "upper", "upp", "ucl", "ul", "uci", "ub", "hi", "up");
  private static final Set<String> P = Set.of("p", "pval", "pvalue");

  /** Ratios by their words; the first group are names, the others say "ratio" too. */
  static final Set<String> RATIOS = Set.of("hr", "or", "rr", "irr", "rom");

  static final Set<String> DIFFERENCES = Set.of("md", "wmd", "smd", "rd", "diff", "difference");
  private static final Set<String> LOGS =
      Set.of("loghr", "logor", "logrr", "lnhr", "lnor", "lnrr", "lhr");
  private static final Set<String> ESTIMATES = Set.of("estimate", "est", "effect", "yi", "es");

  /** Words that say that no check understands the column. */
  private static final Set<String> OTHER =
      Set.of("median", "iqr", "q1", "q3", "range", "min", "max", "var", "vi", "weight", "squared");

  private static final Set<String> FILLING =
      Set.of("ci", "95", "limit", "bound", "of", "value", "derived", "number", "no", "count");

  /** Reads a name; those of metafor's 2 × 2 tables only where the table has the others too. */
  static ColumnWords of(String name, Collection<String> all) {
    List<String> words = split(classical(name, all));
    boolean derived = words.contains("derived");
    Role logRank = TestWords.role(words, all);
    if (logRank != Role.NONE) {
      return new ColumnWords(logRank, TestWords.rest(logRank, words), "", derived);
    }
    if (words.isEmpty() || words.stream().anyMatch(ColumnWords::isOther)) {
      return none(words, derived);
    }
    Role role = role(words);
    Set<String> own = own(role);
    String kind = kind(words);
    Set<String> rest = new LinkedHashSet<>(words);
    rest.removeAll(FILLING);
    rest.removeAll(own);
    if (role == Role.SD || role == Role.SE || role == Role.LOW || role == Role.HIGH) {
      rest.removeAll(MEAN);
    }
    if (role == Role.ESTIMATE) {
      rest.removeAll(List.of(kind.split(" ")));
    }
    return new ColumnWords(role, Set.copyOf(rest), kind, derived);
  }

  private static boolean isOther(String word) {
    return OTHER.contains(word) || word.matches("(var|se)(log|ln).*");
  }

  private static ColumnWords none(List<String> words, boolean derived) {
    return new ColumnWords(Role.NONE, Set.copyOf(words), "", derived);
  }

  /** Limits and errors first: "hr_ci_low" is a limit, "sd_change_mean" a standard deviation. */
  private static Role role(List<String> words) {
    boolean percent = has(words, PERCENT);
    boolean mean = has(words, MEAN);
    if (percent && (mean || has(words, NO_SHARE))) {
      return Role.NONE;
    }
    if (percent) {
      return Role.PERCENT;
    }
    if (has(words, SD)) {
      return Role.SD;
    }
    if (has(words, SE)) {
      return Role.SE;
    }
    if (has(words, LOW) || has(words, HIGH)) {
      return has(words, LOW) ? Role.LOW : Role.HIGH;
    }
    if (mean) {
      return estimate(words).isEmpty() ? Role.MEAN : Role.ESTIMATE;
    }
    if (has(words, RANDOMISED)) {
      return Role.RANDOMISED;
    }
    if (has(words, NON_EVENTS) || words.contains("non") && has(words, EVENTS)) {
      return Role.NON_EVENTS;
    }
    if (has(words, EVENTS)) {
      return Role.EVENTS;
    }
    if (has(words, TOTAL)) {
      return Role.TOTAL;
    }
    if (has(words, P)) {
      return Role.P;
    }
    return estimate(words).isEmpty() ? Role.NONE : Role.ESTIMATE;
  }

  private static Set<String> own(Role role) {
    return switch (role) {
      case PERCENT -> PERCENT;
      case EVENTS -> EVENTS;
      case NON_EVENTS -> Set.of("nonevents", "noncases", "neg", "non", "events", "cases");
      case TOTAL -> TOTAL;
      case RANDOMISED -> Set.of("randomised", "randomized", "n", "total");
      case MEAN -> MEAN;
      case SD -> SD;
      case SE -> SE;
      case LOW -> LOW;
      case HIGH -> HIGH;
      case P -> P;
      case CHI_SQUARED, OBSERVED_MINUS_EXPECTED, VARIANCE -> Set.of();
      case ESTIMATE -> ESTIMATES;
      case NONE -> Set.of();
    };
  }

  private static boolean has(List<String> words, Set<String> some) {
    return words.stream().anyMatch(some::contains);
  }

  /** The words of an estimate, joined, empty where there is none. */
  private static String estimate(List<String> words) {
    if (words.contains("ratio") || words.contains("difference")) {
      return String.join(
          " ",
          words.stream()
              .filter(
                  w ->
                      Set.of("log", "ln", "hazard", "odds", "risk", "rate", "mean", "ratio")
                              .contains(w)
                          || w.equals("difference"))
              .toList());
    }
    return String.join(
        " ",
        words.stream()
            .filter(
                w ->
                    RATIOS.contains(w)
                        || DIFFERENCES.contains(w)
                        || LOGS.contains(w)
                        || ESTIMATES.contains(w)
                        || w.equals("log")
                        || w.equals("ln"))
            .toList());
  }

  private static String kind(List<String> words) {
    String estimate = estimate(words);
    return estimate.equals("log") || estimate.equals("ln") ? "" : estimate;
  }

  /** Whether the kind is a ratio, by its words. */
  static boolean isRatio(String kind) {
    List<String> words = List.of(kind.split(" "));
    return !isLog(kind) && (words.contains("ratio") || words.stream().anyMatch(RATIOS::contains));
  }

  static boolean isLog(String kind) {
    List<String> words = List.of(kind.split(" "));
    return words.contains("log") || words.contains("ln") || words.stream().anyMatch(LOGS::contains);
  }

  static boolean isDifference(String kind) {
    return List.of(kind.split(" ")).stream().anyMatch(DIFFERENCES::contains);
  }

  /** Words at signs, at changes to upper case, and between letters and digits, in lower case. */
  static List<String> split(String name) {
    List<String> words = new ArrayList<>();
    for (String part :
        name.split(
            "[^\\p{L}\\p{N}%]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})|(?=%)|(?<=%)")) {
      if (!part.isBlank()) {
        words.add(part.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  /** Whether e1 goes with e2 and with the patients n1 and n2 of both arms. */
  private static boolean armed(String name, Collection<String> all) {
    Set<String> plain = new HashSet<>();
    all.forEach(n -> plain.add(n.toLowerCase(Locale.ROOT)));
    String letter = name.substring(0, 1).toLowerCase(Locale.ROOT);
    return plain.contains(letter + "1") && plain.contains(letter + "2") && plain.contains("n1");
  }

  /**
   * Whether n is printed beside a percentage, as in "n (%)", and the patients have a column of
   * their own: N, total or the like of the same arm.
   */
  private static boolean totalsElsewhere(String name, Collection<String> all) {
    List<String> arm = split(name.substring(1));
    boolean total = false;
    boolean percent = false;
    for (String other : all) {
      List<String> words = split(other);
      if (!other.equals(name) && !words.isEmpty()) {
        List<String> rest = new ArrayList<>(words);
        rest.removeAll(TOTAL);
        boolean same = rest.size() < words.size() && rest.equals(arm);
        total |= same && (!words.contains("n") || other.contains("N"));
        rest = new ArrayList<>(words);
        rest.removeAll(PERCENT);
        percent |= rest.size() < words.size() && rest.equals(arm);
      }
    }
    return total && percent;
  }

  /** Names of columns that every user of metafor knows, in words. */
  private static String classical(String name, Collection<String> all) {
    boolean cells = all.contains("ai") && all.contains("ci");
    boolean positive = all.contains("tpos") && all.contains("cpos");
    String table =
        switch (name) {
          case "ai" -> "events_1";
          case "bi" -> "nonevents_1";
          case "ci" -> "events_2";
          case "di" -> "nonevents_2";
          default -> "";
        };
    if (cells && !table.isEmpty()) {
      return table;
    }
    if (name.matches("[eErR][12]") && armed(name, all)) {
      return "events_" + name.charAt(1);
    }
    if (name.startsWith("n") && split(name).get(0).equals("n") && totalsElsewhere(name, all)) {
      return "events" + name.substring(1);
    }
    String counts =
        switch (name) {
          case "tpos" -> "events_1";
          case "tneg" -> "nonevents_1";
          case "cpos" -> "events_2";
          case "cneg" -> "nonevents_2";
          case "tn" -> "n_1";
          case "cn" -> "n_2";
          default -> "";
        };
    if (positive && !counts.isEmpty()) {
      return counts;
    }
    return switch (name) {
      case "xi" -> "events";
      case "ni" -> "n";
      case "mi" -> all.contains("sdi") ? "mean" : all.contains("xi") ? "nonevents" : name;
      case "sdi" -> "sd";
      case "yi" -> "estimate";
      case "sei" -> "se";
      default -> name.matches("(n|m|sd|x)[12TC]i") ? name.substring(0, name.length() - 1) : name;
    };
  }
}
