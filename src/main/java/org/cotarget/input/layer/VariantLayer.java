package org.cotarget.input.layer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotarget.cohort.InputFile;
import org.cotarget.cohort.SomaticVariant;

/**
 * The variants of one MAF or VCF.
 *
 * @param variants variants in panel genes by sample id as the file spells it; a sample without any
 *     has no entry or an empty list
 * @param spread how widely each sample's records spread, panel or not; its keys are all samples
 *     seen in the file
 * @param declaredSequenced samples that the file itself declares as sequenced ({@code
 *     #Sequenced_Samples}, VCF columns), or empty
 * @param coveredGenes panel genes that the file itself shows to have been sequenced, by sample (the
 *     reference blocks of a gVCF); a sample of which the file tells nothing is absent
 * @param file provenance
 */
public record VariantLayer(
    Map<String, List<SomaticVariant>> variants,
    Map<String, RecordSpread> spread,
    Set<String> declaredSequenced,
    Map<String, Set<String>> coveredGenes,
    InputFile file) {

  /** A layer of a file that says nothing of what it covers. */
  public VariantLayer(
      Map<String, List<SomaticVariant>> variants,
      Map<String, RecordSpread> spread,
      Set<String> declaredSequenced,
      InputFile file) {
    this(variants, spread, declaredSequenced, Map.of(), file);
  }

  /**
   * How widely the records of one sample spread over the genome, to tell an exome from a panel.
   *
   * @param genes distinct genes, or in a VCF distinct megabases, with a record of any consequence
   * @param chromosomes distinct chromosomes with a record
   * @param records all records
   */
  public record RecordSpread(int genes, int chromosomes, long records) {}
}
