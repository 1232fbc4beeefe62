package org.copse.appraisal;

import java.util.ArrayList;
import java.util.List;

/** Instruments whose answers are judgements: RoB 1, RoB 2, ROBINS-I, QUADAS-2. */
final class CochraneTools {

  private static final String[] LOW = {"low risk", "low risk of bias", "l", "+"};
  private static final String[] HIGH = {"high risk", "high risk of bias", "h", "x", "\u00d7"};

  /** In RevMan's figures a minus is high; the symbols of our own plots are read as well. */
  private static final List<AppraisalAnswer> LOW_UNCLEAR_HIGH =
      List.of(
          AppraisalAnswer.of("Low", Judgement.LOW, LOW),
          AppraisalAnswer.of(
              "Unclear", Judgement.UNCLEAR, "unclear risk", "unclear risk of bias", "u", "?"),
          AppraisalAnswer.of(
              "High", Judgement.HIGH, "high risk", "high risk of bias", "h", "x", "\u00d7", "-"));

  /**
   * A minus or a question mark is no answer of RoB 2: RevMan's figures use them for high and some
   * concerns, robvis for some concerns and no information.
   */
  private static final List<AppraisalAnswer> LOW_CONCERNS_HIGH =
      List.of(
          AppraisalAnswer.of("Low", Judgement.LOW, LOW),
          AppraisalAnswer.of(
              "Some concerns", Judgement.SOME_CONCERNS, "some concern", "some", "sc", "s", "!"),
          AppraisalAnswer.of("High", Judgement.HIGH, HIGH));

  private static final List<AppraisalAnswer> LOW_TO_CRITICAL =
      List.of(
          AppraisalAnswer.of("Low", Judgement.LOW, LOW),
          AppraisalAnswer.of(
              "Moderate", Judgement.MODERATE, "moderate risk", "moderate risk of bias", "m", "-"),
          AppraisalAnswer.of(
              "Serious",
              Judgement.SERIOUS,
              "serious risk",
              "serious risk of bias",
              "s",
              "x",
              "\u00d7"),
          AppraisalAnswer.of(
              "Critical", Judgement.CRITICAL, "critical risk", "critical risk of bias", "c", "!"),
          AppraisalAnswer.of("No information", Judgement.NO_INFORMATION, "no info", "ni", "?"));

  static final Instrument ROB_1 =
      instrument(
          "RoB 1",
          "2011",
          "https://doi.org/10.1136/bmj.d5928",
          OverallRule.NONE,
          LOW_UNCLEAR_HIGH,
          "A:Random sequence",
          "B:Concealed allocation",
          "C:Blinding of patients and staff",
          "D:Blinding of outcome assessment",
          "E:Incomplete outcome data",
          "F:Selective reporting",
          "G:Other bias");

  static final Instrument ROB_2 =
      instrument(
          "RoB 2",
          "22 August 2019",
          "https://www.riskofbias.info/welcome/rob-2-0-tool",
          OverallRule.ROB_2,
          LOW_CONCERNS_HIGH,
          "D1:Randomisation",
          "D2:Deviations from intended interventions",
          "D3:Missing outcome data",
          "D4:Measurement of the outcome",
          "D5:Choice of the reported result");

  static final Instrument ROB_2_CLUSTER =
      instrument(
          "RoB 2, cluster trials",
          "10 November 2020, revised 18 March 2021",
          "https://www.riskofbias.info/welcome/rob-2-0-tool/rob-2-for-cluster-randomized-trials",
          OverallRule.ROB_2,
          LOW_CONCERNS_HIGH,
          "D1a:Randomisation of clusters",
          "D1b:When participants were identified or recruited",
          "D2:Deviations from intended interventions",
          "D3:Missing outcome data",
          "D4:Measurement of the outcome",
          "D5:Choice of the reported result");

  static final Instrument ROB_2_CROSSOVER =
      instrument(
          "RoB 2, crossover trials",
          "8 December 2020, revised 18 March 2021",
          "https://www.riskofbias.info/welcome/rob-2-0-tool",
          OverallRule.ROB_2,
          LOW_CONCERNS_HIGH,
          "D1:Randomisation",
          "DS:Period and carryover effects",
          "D2:Deviations from intended interventions",
          "D3:Missing outcome data",
          "D4:Measurement of the outcome",
          "D5:Choice of the reported result");

  static final Instrument ROBINS_I =
      instrument(
          "ROBINS-I",
          "2016",
          "https://doi.org/10.1136/bmj.i4919",
          OverallRule.WORST_DOMAIN,
          LOW_TO_CRITICAL,
          "D1:Confounding",
          "D2:Selection of participants",
          "D3:Classification of interventions",
          "D4:Deviations from intended interventions",
          "D5:Missing data",
          "D6:Measurement of outcomes",
          "D7:Choice of the reported result");

  static final Instrument QUADAS_2 = quadas2();

  private CochraneTools() {}

  private static Instrument instrument(
      String name,
      String version,
      String url,
      OverallRule rule,
      List<AppraisalAnswer> answers,
      String... domains) {
    return Instrument.of(name, version, url, rule, domains("", answers, domains));
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

  private static Instrument quadas2() {
    List<AppraisalDomain> all =
        new ArrayList<>(
            domains(
                "Risk of bias",
                LOW_UNCLEAR_HIGH,
                "R1:Patient selection",
                "R2:Index test",
                "R3:Reference standard",
                "R4:Flow and timing"));
    all.addAll(
        domains(
            "Applicability",
            LOW_UNCLEAR_HIGH,
            "A1:Patients fit the question",
            "A2:Index test fits the question",
            "A3:Target condition fits the question"));
    return Instrument.of(
        "QUADAS-2",
        "2011",
        "https://doi.org/10.7326/0003-4819-155-8-201110180-00009",
        OverallRule.NONE,
        all);
  }
}
