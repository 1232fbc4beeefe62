package org.copse.appraisal;

import java.util.List;

/**
 * The instruments of the library. Each is data: domains in short words of our own, the answers
 * allowed, the rule for a whole study, and a link to the official text.
 */
public final class Instruments {

  private Instruments() {}

  /**
   * Cochrane's tool for randomised trials of 2008 and 2011 (RoB 1): seven domains, low, unclear or
   * high. It has no overall rule of its own: see {@link Instrument#keyDomains}.
   *
   * <p><b>Source</b>: Higgins et al., BMJ 2011;343:d5928; Cochrane Handbook 5.1, chapter 8.
   *
   * @return the instrument
   */
  public static Instrument rob1() {
    return CochraneTools.ROB_1;
  }

  /**
   * RoB 2 for individually randomised, parallel-group trials, version of 22 August 2019: five
   * domains. Judges a result, not a trial: appraise each outcome in a table of its own.
   *
   * <p><b>Source</b>: Sterne et al., BMJ 2019;366:l4898.
   *
   * @return the instrument
   */
  public static Instrument rob2() {
    return CochraneTools.ROB_2;
  }

  /**
   * RoB 2 for cluster-randomised trials, test version of 10 November 2020, revised 18 March 2021:
   * domain 1 in two parts.
   *
   * @return the instrument
   */
  public static Instrument rob2Cluster() {
    return CochraneTools.ROB_2_CLUSTER;
  }

  /**
   * RoB 2 for crossover trials, test version of 8 December 2020, revised 18 March 2021: a domain on
   * period and carryover effects more.
   *
   * @return the instrument
   */
  public static Instrument rob2Crossover() {
    return CochraneTools.ROB_2_CROSSOVER;
  }

  /**
   * ROBINS-I for non-randomised studies of interventions, version of 2016: seven domains, low to
   * critical, or no information.
   *
   * <p><b>Source</b>: Sterne et al., BMJ 2016;355:i4919.
   *
   * @return the instrument
   */
  public static Instrument robinsI() {
    return CochraneTools.ROBINS_I;
  }

  /**
   * QUADAS-2 for studies of diagnostic accuracy: risk of bias in four domains and concerns about
   * applicability in three, apart from each other. No overall score: its authors advise against
   * one.
   *
   * <p><b>Source</b>: Whiting et al., Ann Intern Med 2011;155:529-536.
   *
   * @return the instrument
   */
  public static Instrument quadas2() {
    return CochraneTools.QUADAS_2;
  }

  /**
   * MINORS for non-comparative studies: eight items of 0 to 2 points, 16 in all.
   *
   * <p><b>Source</b>: Slim et al., ANZ J Surg 2003;73:712-716.
   *
   * @return the instrument
   */
  public static Instrument minors() {
    return ScoredTools.MINORS;
  }

  /**
   * MINORS for comparative studies: four items more, 24 points in all.
   *
   * @return the instrument
   */
  public static Instrument minorsComparative() {
    return ScoredTools.MINORS_COMPARATIVE;
  }

  /**
   * Jadad's scale by its three parts as reviews print it: randomisation 0 to 2, blinding 0 to 2,
   * withdrawals 0 or 1; high quality from 3 of 5 points.
   *
   * <p><b>Source</b>: Jadad et al., Control Clin Trials 1996;17:1-12; the cut: Moher et al., Lancet
   * 1998;352:609-613.
   *
   * @return the instrument
   */
  public static Instrument jadad() {
    return ScoredTools.JADAD;
  }

  /**
   * Jadad's scale by its questions: a point each for being called randomised, called double-blind,
   * and for an account of withdrawals; a point more for an appropriate method of randomisation or
   * blinding, a point less for an inappropriate one, which cancels the point of the first question.
   *
   * @return the instrument
   */
  public static Instrument jadadQuestions() {
    return ScoredTools.JADAD_QUESTIONS;
  }

  /**
   * Newcastle-Ottawa scale for cohort studies by its eight items: up to four stars for selection,
   * two for comparability, three for outcome. It has no cut of its own.
   *
   * <p><b>Source</b>: Wells et al., The Newcastle-Ottawa Scale, Ottawa Hospital Research Institute.
   *
   * @return the instrument
   */
  public static Instrument newcastleOttawaCohort() {
    return ScoredTools.NOS_COHORT;
  }

  /**
   * Newcastle-Ottawa scale for case-control studies by its eight items: up to four stars for
   * selection, two for comparability, three for exposure.
   *
   * @return the instrument
   */
  public static Instrument newcastleOttawaCaseControl() {
    return ScoredTools.NOS_CASE_CONTROL;
  }

  /**
   * Newcastle-Ottawa scale for cohort studies by its three sections, as many reviews print it.
   *
   * @return the instrument
   */
  public static Instrument newcastleOttawaCohortSections() {
    return ScoredTools.NOS_COHORT_SECTIONS;
  }

  /**
   * Newcastle-Ottawa scale for case-control studies by its three sections.
   *
   * @return the instrument
   */
  public static Instrument newcastleOttawaCaseControlSections() {
    return ScoredTools.NOS_CASE_CONTROL_SECTIONS;
  }

  /**
   * All instruments of the library.
   *
   * @return in the order of their names here
   */
  public static List<Instrument> all() {
    return List.of(
        rob1(),
        rob2(),
        rob2Cluster(),
        rob2Crossover(),
        robinsI(),
        quadas2(),
        minors(),
        minorsComparative(),
        jadad(),
        jadadQuestions(),
        newcastleOttawaCohort(),
        newcastleOttawaCaseControl(),
        newcastleOttawaCohortSections(),
        newcastleOttawaCaseControlSections());
  }
}
