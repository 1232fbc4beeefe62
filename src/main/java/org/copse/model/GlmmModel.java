package org.copse.model;

/**
 * What a generalised linear mixed model of two arms says of the studies' own levels. Single groups
 * have no such choice.
 *
 * <p><b>Source</b>: Stijnen, Hamza and Özdemir, Stat Med 2010;29:3046-3067; Jackson et al., Stat
 * Med 2018;37:1059-1085, who compare them.
 */
public enum GlmmModel {
  /**
   * Each study's total of events is conditioned on, so that its level drops out: noncentral
   * hypergeometric for odds ratios, binomial (and exact) for rate ratios. metafor "CM.EL".
   */
  CONDITIONAL_EXACT("conditional, exact likelihood", "CM.EL"),
  /**
   * The same with the noncentral hypergeometric replaced by a binomial, good for rare events; odds
   * ratios only. metafor "CM.AL".
   */
  CONDITIONAL_APPROXIMATE("conditional, approximate likelihood", "CM.AL"),
  /**
   * One parameter a study for its level. metafor "UM.FS", its default and R meta's. The many
   * parameters bias τ² downwards when studies are small.
   */
  FIXED_STUDY_EFFECTS("unconditional, fixed study effects", "UM.FS"),
  /**
   * Levels normal across studies, independent of the effects. metafor "UM.RS" with {@code cor =
   * FALSE}. Information on the level is used for the effect, which a randomised comparison would
   * not do.
   */
  RANDOM_STUDY_EFFECTS("unconditional, random study effects", "UM.RS");

  private final String label;
  private final String code;

  GlmmModel(String label, String code) {
    this.label = label;
    this.code = code;
  }

  /**
   * Name as printed.
   *
   * @return for example "conditional, exact likelihood"
   */
  public String label() {
    return label;
  }

  /**
   * metafor's and R meta's name.
   *
   * @return for example "CM.EL"
   */
  public String code() {
    return code;
  }

  boolean isConditional() {
    return this == CONDITIONAL_EXACT || this == CONDITIONAL_APPROXIMATE;
  }
}
