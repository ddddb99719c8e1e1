package org.cotarget.input.vcf.scan;

import org.cotarget.reference.Thresholds;

/**
 * Where counting the spread of a tumour's records stops, because the inference of coverage asks for
 * no more.
 *
 * @param megabases distinct megabases ({@code coverage.spread.genes})
 * @param chromosomes distinct chromosomes ({@code coverage.spread.chromosomes})
 */
public record SpreadLimits(int megabases, int chromosomes) {

  /** The limits that the rules for coverage ask for. */
  public static SpreadLimits of(Thresholds thresholds) {
    return new SpreadLimits(
        (int) Math.ceil(thresholds.value("coverage.spread.genes")),
        (int) Math.ceil(thresholds.value("coverage.spread.chromosomes")));
  }
}
