package org.cotarget.input.layer;

import java.util.Optional;

/**
 * What one MAF or VCF holds.
 *
 * @param variants small variants and rearrangements
 * @param copyNumbers copy numbers of panel genes, where a VCF has records of copy number
 */
public record VariantFile(VariantLayer variants, Optional<CopyNumberLayer> copyNumbers) {

  /** A file without copy numbers. */
  public static VariantFile of(VariantLayer variants) {
    return new VariantFile(variants, Optional.empty());
  }
}
