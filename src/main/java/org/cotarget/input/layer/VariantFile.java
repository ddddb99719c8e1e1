package org.cotarget.input.layer;

import java.util.Optional;

/**
 * What one MAF or VCF holds.
 *
 * @param variants small variants and rearrangements
 * @param copyNumbers copy numbers of panel genes, where a VCF has records of copy number
 * @param smallVariants whether the file was searched for small variants; one of rearrangements or
 *     copy numbers alone does not show that anything was sequenced
 */
public record VariantFile(
    VariantLayer variants, Optional<CopyNumberLayer> copyNumbers, boolean smallVariants) {

  /** A file without copy numbers. */
  public static VariantFile of(VariantLayer variants) {
    return new VariantFile(variants, Optional.empty(), true);
  }
}
