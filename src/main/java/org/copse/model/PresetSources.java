package org.copse.model;

import java.util.List;

/** Where each preset's settings are written down, and what could not be confirmed. */
final class PresetSources {

  private PresetSources() {}

  static String of(Preset preset) {
    return switch (preset) {
      case COCHRANE ->
          "methods.cochrane.org, Random-effects meta-analysis methods for Intervention Reviews"
              + " (2022, updates of 2024 and 2025): REML, Q-profile, Hartung-Knapp-Sidik-Jonkman,"
              + " prediction interval by t or normal, I² from τ²; Cochrane Handbook, chapter 10.";
      case METAFOR5 -> "metafor 3.8 and 5.1, help pages of rma, rma.mh, escalc and predict.";
      case META8 -> "R meta 8.3, help pages of metabin, metacont, metagen, gs and settings.meta.";
      case REVMAN5 ->
          "Deeks and Higgins, Statistical algorithms in Review Manager 5, 2010; R meta 8.3,"
              + " settings.meta(\"RevMan5\").";
      case REVMAN_WEB ->
          "methods.cochrane.org, as Cochrane; counts and standardised mean differences as Review"
              + " Manager 5. The program's own results of a practice review, kept in a public"
              + " repository (Glyphgroup/retraction-impact-engine): 0.5 inside the Mantel-Haenszel"
              + " sums of a study with a zero cell, Q around the Mantel-Haenszel estimate, Q-profile"
              + " interval of τ², double-zero studies left out of Peto's method.";
      case STATA18 ->
          "Stata's help of meta esize and meta summarize (2019): REML, Mantel-Haenszel "
              + "for a common effect of counts, 0.5 to all cells of tables with a zero cell for"
              + " log odds and risk ratios, the approximate form of Hedges' g. Help of metan 4,"
              + " on its differences from meta: I² from τ² with random effects. A public "
              + "comparison of StataNow's output with metafor's: k − 2 df of the prediction "
              + "interval, standard error of g as J times that of d.";
      case CMA ->
          "Borenstein, Hedges, Higgins and Rothstein, Introduction to Meta-Analysis, 2009, chapters"
              + " 4, 5, 12, 14, 16 and 17.";
      case IQWIG6 -> "IQWiG, General Methods 6.1, 2022; R meta 8.3, settings.meta(\"IQWiG6\").";
    };
  }

  static List<String> doubts(Preset preset) {
    return switch (preset) {
      case COCHRANE ->
          List.of(
              "Cochrane's page says that the prediction interval uses t or the normal and not how"
                  + " many degrees of freedom; k − 1 follows Veroniki et al. 2019, older editions of"
                  + " the Handbook printed k − 2.",
              "That Wald's interval replaces Hartung-Knapp's where τ² = 0 is a recommendation, and"
                  + " Copse's rule; for two studies Hartung-Knapp's is kept, and very wide.");
      case REVMAN_WEB ->
          List.of(
              "The degrees of freedom of its prediction interval could not be confirmed from"
                  + " Cochrane's pages: k − 1 is taken, as public programs do that cite the Handbook 6.5,"
                  + " 10.10.4.3 (k − 2: prediction(PredictionMethod.HTS)).",
              "Whether the program itself replaces Hartung-Knapp's interval where τ² = 0 or k = 2"
                  + " could not be confirmed; it is taken to print what the author chose.",
              "Its Mantel-Haenszel odds ratio and its Q were compared; that the risk ratio, the risk"
                  + " difference and the standardised mean difference are those of Review Manager 5 is"
                  + " taken, not confirmed.");
      case STATA18 ->
          List.of(
              "The help excepts neither Mantel-Haenszel nor double-zero studies from the 0.5:"
                  + " double-zero studies are kept, but that nothing is added inside the "
                  + "Mantel-Haenszel sums is taken, not confirmed, and no printed numbers with zero"
                  + " cells were at hand.",
              "That the variance of d is 1/n₁ + 1/n₂ + d²/(2N) is the textbook's (Borenstein "
                  + "et al. 2009), taken for Stata's; Hedges and Olkin's is its suboption holkinse.");
      case CMA ->
          List.of(
              "Mantel-Haenszel's zero cells, whether double-zero studies are kept, and the "
                  + "form of Hedges' g are not told by any public page of the program that could be"
                  + " found, nor checked against printed numbers with zero cells.",
              "CMA 4 also offers Hartung-Knapp and REML; the textbook's DerSimonian-Laird and Wald"
                  + " are taken as what it does when nothing is said.");
      case IQWIG6 ->
          List.of("The prediction interval's degrees of freedom are R meta 8's (k − 1).");
      case META8 ->
          List.of(
              "Its own risk ratio of a zero-cell study adds 0.5 to events and totals, not to all four"
                  + " cells; this is not imitated (RR.Cochrane = TRUE is what is done here). Nor is its"
                  + " risk difference of a zero-cell study, whose variance has 0.5 added but whose"
                  + " estimate has not.");
      case REVMAN5 ->
          List.of(
              "Of a zero-cell study's risk difference R meta's settings for it correct the variance"
                  + " and the Mantel-Haenszel weight, not the estimate; here, as in metafor, the study's"
                  + " own estimate and variance are corrected and the sums are not.");
      case METAFOR5 -> List.of();
    };
  }
}
