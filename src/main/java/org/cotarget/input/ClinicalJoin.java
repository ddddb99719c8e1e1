package org.cotarget.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cotarget.cohort.ClinicalValue;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.ProteinResult;
import org.cotarget.cohort.ReceptorResult;
import org.cotarget.cohort.SampleType;

/**
 * Puts together what all clinical tables say of one sample. Results of the sample go before those
 * of its patient, test by test; tables that contradict each other are both kept, so that the judge
 * sees the conflict.
 */
final class ClinicalJoin {

  /**
   * What is known of one sample.
   *
   * @param values other cells by upper-case header, those of the sample before those of the patient
   */
  record Clinical(
      List<ReceptorResult> receptors,
      List<ProteinResult> proteins,
      Map<String, ClinicalValue> values) {}

  private final SampleDirectory directory;
  private final InputProblems problems;
  private final Map<String, List<ClinicalRecord>> bySample = new HashMap<>();
  private final Map<String, List<ClinicalRecord>> byPatient = new HashMap<>();

  ClinicalJoin(SampleDirectory directory, List<ClinicalTable> tables, InputProblems problems) {
    this.directory = directory;
    this.problems = problems;
    for (ClinicalTable table : tables) {
      for (ClinicalRecord record : table.records()) {
        Optional<String> sample =
            record
                .sampleId()
                .filter(id -> directory.patient(id).isEmpty())
                .flatMap(directory::find);
        if (sample.isPresent()) {
          bySample.computeIfAbsent(sample.get(), key -> new ArrayList<>()).add(record);
        } else {
          String patient = directory.patient(record.patientId()).orElse(record.patientId());
          byPatient.computeIfAbsent(patient, key -> new ArrayList<>()).add(record);
        }
      }
    }
  }

  /** Everything clinical about a sample. */
  Clinical of(String sample, String patient) {
    Clinical own = union(sample, bySample.getOrDefault(sample, List.of()));
    Clinical ofPatient = union(patient, byPatient.getOrDefault(patient, List.of()));
    List<ReceptorResult> receptors = new ArrayList<>(own.receptors());
    for (ReceptorResult result : ofPatient.receptors()) {
      if (own.receptors().stream()
          .noneMatch(o -> o.receptor() == result.receptor() && o.basis() == result.basis())) {
        receptors.add(result);
      } else {
        Optional<ReceptorResult> other =
            ReceptorSelection.contradiction(List.of(result), own.receptors());
        if (other.isPresent() && keepsBoth(sample, result, other.get())) {
          receptors.add(result);
        }
      }
    }
    List<ProteinResult> proteins = new ArrayList<>(own.proteins());
    ofPatient.proteins().stream()
        .filter(p -> own.proteins().stream().noneMatch(o -> o.protein() == p.protein()))
        .forEach(proteins::add);
    Map<String, ClinicalValue> values = new TreeMap<>(ofPatient.values());
    values.putAll(own.values());
    return new Clinical(receptors, proteins, values);
  }

  /**
   * A metastasis may differ from the tumour that the patient's results are of; a primary tumour may
   * not.
   */
  private boolean keepsBoth(String sample, ReceptorResult ofPatient, ReceptorResult ofSample) {
    SampleType type = directory.typeOf(sample);
    boolean later = type == SampleType.METASTASIS || type == SampleType.RECURRENCE;
    if (later) {
      problems.note(
          "RECEPTORS_CHANGED",
          ofSample.where(),
          ofSample.receptor()
              + " of "
              + sample
              + " is '"
              + ofSample.raw()
              + "', of its patient '"
              + ofPatient.raw()
              + "'; the sample's own result stands",
          "nothing, where the patient's result is of the primary tumour");
    } else {
      contradictory(sample, ofPatient, ofSample);
    }
    return !later;
  }

  private Clinical union(String id, List<ClinicalRecord> records) {
    List<ReceptorResult> receptors = new ArrayList<>();
    List<ProteinResult> proteins = new ArrayList<>();
    Map<String, ClinicalValue> values = new TreeMap<>();
    for (ClinicalRecord record : records) {
      for (ReceptorResult result : record.receptors()) {
        ReceptorSelection.contradiction(receptors, List.of(result))
            .ifPresent(
                other ->
                    receptors.stream()
                        .filter(kept -> ReceptorSelection.contradict(kept, other))
                        .filter(kept -> !kept.where().path().equals(other.where().path()))
                        .findFirst()
                        .ifPresent(kept -> contradictory(id, kept, other)));
      }
      List<ReceptorResult> all = ReceptorSelection.union(receptors, record.receptors());
      receptors.clear();
      receptors.addAll(all);
      record.proteins().stream()
          .filter(p -> proteins.stream().noneMatch(o -> o.protein() == p.protein()))
          .forEach(proteins::add);
      record.values().forEach(values::putIfAbsent);
    }
    return new Clinical(receptors, proteins, values);
  }

  private void contradictory(String id, ReceptorResult one, ReceptorResult other) {
    problems.warning(
        "RECEPTORS_CONTRADICTORY",
        other.where(),
        other.receptor()
            + " of "
            + id
            + " is '"
            + other.raw()
            + "' here and '"
            + one.raw()
            + "' in "
            + one.where(),
        "correct the one that is wrong; until then the receptor counts as in conflict");
  }
}
