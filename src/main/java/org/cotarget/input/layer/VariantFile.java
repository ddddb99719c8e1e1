package org.cotarget.input.layer;

import java.util.Optional;
import java.util.Set;

/**
 * What one MAF or VCF holds.
 *
 * @param variants small variants and rearrangements
 * @param copyNumbers copy numbers of panel genes, where a VCF has records of copy number
 * @param smallVariants whether the file was searched for small variants; one of rearrangements or
 *     copy numbers alone does not show that anything was sequenced
 * @param columns ids that sample columns of a VCF are named by, those of normals among them
 */
public record VariantFile(
    VariantLayer variants,
    Optional<CopyNumberLayer> copyNumbers,
    boolean smallVariants,
    Set<String> columns) {

  public VariantFile {
    columns = Set.copyOf(columns);
  }

  /** A file without copy numbers. */
  public static VariantFile of(VariantLayer variants) {
    return new VariantFile(variants, Optional.empty(), true, Set.of());
  }
}
