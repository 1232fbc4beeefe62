package org.copse.appraisal;

import java.util.ArrayList;
import java.util.List;

/** Instruments whose answers give points: MINORS, Jadad, Newcastle-Ottawa. */
final class ScoredTools {

  private static final String OTTAWA =
      "https://www.ohri.ca/programs/clinical_epidemiology/oxford.asp";
  private static final String JADAD_URL = "https://doi.org/10.1016/0197-2456(95)00134-4";
  private static final String MINORS_URL = "https://doi.org/10.1046/j.1445-2197.2003.02748.x";

  private static final List<AppraisalAnswer> ADEQUATE =
      List.of(
          AppraisalAnswer.points("2", Judgement.LOW, 2, "adequate", "reported and adequate"),
          AppraisalAnswer.points(
              "1", Judgement.SOME_CONCERNS, 1, "inadequate", "reported but inadequate"),
          AppraisalAnswer.points("0", Judgement.HIGH, 0, "not reported"));

  private static final String[] EIGHT = {
    "1:Clear aim",
    "2:Consecutive patients",
    "3:Prospective data",
    "4:Endpoints fit the aim",
    "5:Unbiased assessment of endpoints",
    "6:Long enough follow-up",
    "7:Loss to follow-up under 5%",
    "8:Size planned beforehand"
  };
  private static final String[] FOUR = {
    "9:Adequate controls",
    "10:Groups of the same time",
    "11:Groups alike at baseline",
    "12:Adequate statistics"
  };

  static final Instrument MINORS =
      scored("MINORS", "2003, non-comparative", MINORS_URL, domains("", ADEQUATE, EIGHT));

  static final Instrument MINORS_COMPARATIVE =
      scored(
          "MINORS, comparative",
          "2003, comparative",
          MINORS_URL,
          joined(domains("", ADEQUATE, EIGHT), domains("", ADEQUATE, FOUR)));

  static final Instrument JADAD =
      scored(
              "Jadad",
              "1996",
              JADAD_URL,
              joined(
                  domains("", upTo(2), "R:Randomisation", "B:Blinding"),
                  domains("", upTo(1), "W:Withdrawals")))
          .cut(3);

  static final Instrument JADAD_QUESTIONS =
      scored(
              "Jadad, by question",
              "1996",
              JADAD_URL,
              joined(
                  joined(
                      domains("", yesNo(), "R1:Called randomised"),
                      domains("", method(), "R2:Method of randomisation")),
                  joined(
                      joined(
                          domains("", yesNo(), "B1:Called double-blind"),
                          domains("", method(), "B2:Method of blinding")),
                      domains("", yesNo(), "W:Withdrawals accounted for"))))
          .cut(3);

  static final Instrument NOS_COHORT =
      scored(
          "Newcastle-Ottawa, cohort",
          "2000",
          OTTAWA,
          joined(
              joined(
                  domains(
                      "Selection",
                      stars(1),
                      "S1:Exposed cohort represents its population",
                      "S2:Unexposed cohort from the same source",
                      "S3:Exposure ascertained",
                      "S4:Free of the outcome at the start"),
                  domains("Comparability", stars(2), "C1:Confounders controlled")),
              domains(
                  "Outcome",
                  stars(1),
                  "O1:Outcome assessed soundly",
                  "O2:Long enough follow-up",
                  "O3:Complete enough follow-up")));

  static final Instrument NOS_CASE_CONTROL =
      scored(
          "Newcastle-Ottawa, case-control",
          "2000",
          OTTAWA,
          joined(
              joined(
                  domains(
                      "Selection",
                      stars(1),
                      "S1:Cases defined adequately",
                      "S2:Cases represent all cases",
                      "S3:Controls from the community",
                      "S4:Controls free of the disease"),
                  domains("Comparability", stars(2), "C1:Confounders controlled")),
              domains(
                  "Exposure",
                  stars(1),
                  "E1:Exposure ascertained soundly",
                  "E2:Same way for cases and controls",
                  "E3:Same non-response in both groups")));

  static final Instrument NOS_COHORT_SECTIONS =
      scored("Newcastle-Ottawa, cohort by section", "2000", OTTAWA, sections("O:Outcome"));

  static final Instrument NOS_CASE_CONTROL_SECTIONS =
      scored("Newcastle-Ottawa, case-control by section", "2000", OTTAWA, sections("E:Exposure"));

  private ScoredTools() {}

  private static Instrument scored(
      String name, String version, String url, List<AppraisalDomain> domains) {
    return Instrument.of(name, version, url, OverallRule.POINTS, domains);
  }

  private static List<AppraisalDomain> domains(
      String section, List<AppraisalAnswer> answers, String... domains) {
    List<AppraisalDomain> all = new ArrayList<>();
    for (String domain : domains) {
      int colon = domain.indexOf(':');
      all.add(
          new AppraisalDomain(
              domain.substring(0, colon), domain.substring(colon + 1), section, answers));
    }
    return all;
  }

  private static List<AppraisalDomain> joined(
      List<AppraisalDomain> first, List<AppraisalDomain> more) {
    List<AppraisalDomain> all = new ArrayList<>(first);
    all.addAll(more);
    return all;
  }

  private static List<AppraisalDomain> sections(String last) {
    return joined(
        joined(domains("", stars(4), "S:Selection"), domains("", stars(2), "C:Comparability")),
        domains("", stars(3), last));
  }

  private static Judgement judgement(int points, int most) {
    return points == most ? Judgement.LOW : points == 0 ? Judgement.HIGH : Judgement.SOME_CONCERNS;
  }

  /** Points from the most to none. */
  private static List<AppraisalAnswer> upTo(int most) {
    List<AppraisalAnswer> all = new ArrayList<>();
    for (int p = most; p >= 0; p--) {
      all.add(AppraisalAnswer.points(Integer.toString(p), judgement(p, most), p));
    }
    return all;
  }

  /** Stars as numbers or as asterisks; no star is 0 or "no", never an empty cell or a dash. */
  private static List<AppraisalAnswer> stars(int most) {
    List<AppraisalAnswer> all = new ArrayList<>();
    for (int p = most; p > 0; p--) {
      String label = Integer.toString(p);
      all.add(AppraisalAnswer.points(label, judgement(p, most), p, "*".repeat(p)));
    }
    all.add(AppraisalAnswer.points("0", Judgement.HIGH, 0, "no star", "no stars"));
    return all;
  }

  private static List<AppraisalAnswer> yesNo() {
    return List.of(
        AppraisalAnswer.points("Yes", Judgement.LOW, 1, "y", "1"),
        AppraisalAnswer.points("No", Judgement.HIGH, 0, "n", "0"));
  }

  /** A method that is inappropriate takes back the point of the question before it. */
  private static List<AppraisalAnswer> method() {
    return List.of(
        AppraisalAnswer.points("Appropriate", Judgement.LOW, 1, "1", "+1"),
        AppraisalAnswer.points("Not described", Judgement.SOME_CONCERNS, 0, "0"),
        AppraisalAnswer.points("Inappropriate", Judgement.HIGH, -1, "-1"));
  }
}
