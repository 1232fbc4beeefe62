package org.copse.appraisal;

/**
 * How often an answer was given.
 *
 * @param label the answer
 * @param symbol its symbol
 * @param judgement what it means
 * @param studies number of studies
 * @param percent their share, of the studies or of the weight
 */
public record AppraisalShare(
    String label, String symbol, Judgement judgement, int studies, double percent) {}
