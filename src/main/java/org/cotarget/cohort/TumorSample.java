package org.cotarget.cohort;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One tumour sample with everything that was supplied for it.
 *
 * @param id sample id as reported
 * @param patientId id of the patient it was taken from
 * @param type where it was taken
 * @param receptors receptor results of this sample, or of its patient where the sample has none of
 *     its own
 * @param proteins PTEN, pSTAT5 and pJAK2 results, likewise
 * @param variants variants in panel genes, sorted
 * @param copyNumbers at most one call for each gene, sorted by gene
 * @param coverage which genes were looked at
 * @param clinical other clinical columns, by upper-case column name, sample-level over
 *     patient-level
 */
public record TumorSample(
    String id,
    String patientId,
    SampleType type,
    List<ReceptorResult> receptors,
    List<ProteinResult> proteins,
    List<SomaticVariant> variants,
    List<CopyNumberCall> copyNumbers,
    AssayCoverage coverage,
    Map<String, ClinicalValue> clinical) {

  public TumorSample {
    receptors = List.copyOf(receptors);
    proteins = List.copyOf(proteins);
    variants = variants.stream().sorted().toList();
    copyNumbers = List.copyOf(copyNumbers);
    clinical = Collections.unmodifiableMap(new TreeMap<>(clinical));
  }

  public TumorSample withVariants(List<SomaticVariant> replaced) {
    return new TumorSample(
        id, patientId, type, receptors, proteins, replaced, copyNumbers, coverage, clinical);
  }
}
