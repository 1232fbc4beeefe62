package org.copse.effect;

import java.util.List;

/**
 * Carriers of the genotypes of a gene with two alleles, in one group.
 *
 * @param dominant with two dominant alleles
 * @param heterozygous with one of each
 * @param recessive with two recessive alleles
 */
public record Genotypes(double dominant, double heterozygous, double recessive)
    implements SummaryData {

  @Override
  public double[] values() {
    return new double[] {dominant, heterozygous, recessive};
  }

  @Override
  public void check(String study, int row, List<String> names, List<DataProblem> problems) {
    new SummaryRules(study, row, names, problems)
        .whole(0, "number of dominant homozygotes", dominant, 0)
        .whole(1, "number of heterozygotes", heterozygous, 0)
        .whole(2, "number of recessive homozygotes", recessive, 0);
  }
}
