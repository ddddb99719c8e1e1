package org.cotarget.input;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.cotarget.cohort.KnownIds;
import org.cotarget.cohort.SampleType;

/**
 * All patients and tumour samples of a cohort, found by any id that a file gives them. A sample is
 * named as the clinical table names it, else by the first 15 characters of its TCGA barcode, else
 * as its file does.
 */
final class SampleDirectory {

  private final TreeMap<String, String> patientBySample = new TreeMap<>();
  private final TreeMap<String, TreeSet<String>> samplesByPatient = new TreeMap<>();
  private final Map<String, SampleType> types = new HashMap<>();
  private final Map<String, String> sampleByBarcode = new HashMap<>();
  private final Map<String, String> patientByBarcode = new HashMap<>();
  private final TreeSet<String> clinicalPatients = new TreeSet<>();

  /** Every id that was added or looked for; files are read in parallel and look for theirs. */
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  /** Adds the patients and samples of a clinical table. */
  void addClinical(List<ClinicalRecord> records) {
    for (ClinicalRecord record : records) {
      asked.add(record.patientId());
      record.sampleId().ifPresent(asked::add);
      String patient = addPatient(record.patientId());
      clinicalPatients.add(patient);
      record
          .sampleId()
          .filter(id -> !isPatientBarcode(id))
          .ifPresent(
              id -> {
                String sample = addSample(id, patient);
                types.merge(
                    sample, record.type(), (old, now) -> old == SampleType.UNKNOWN ? now : old);
              });
    }
  }

  /** Adds a sample that a sample sheet names. */
  void addListed(String sampleId, String patientId) {
    asked.add(patientId);
    if (find(sampleId).isEmpty()) {
      String patient = addPatient(patientId);
      clinicalPatients.add(patient);
      if (!isPatientBarcode(sampleId)) {
        addSample(sampleId, patient);
      }
    }
  }

  /**
   * Adds the samples that barcodes of a molecular file name, before any id of a patient is looked
   * up.
   */
  void addBarcodes(Collection<String> ids) {
    asked.addAll(ids);
    for (String id : ids) {
      Optional<SampleIds.Barcode> barcode =
          SampleIds.barcode(id).filter(code -> !code.isPatient() && !code.isNormal());
      if (barcode.isPresent() && find(id).isEmpty()) {
        addSample(barcode.get().sample(), addPatient(barcode.get().patient()));
      }
    }
  }

  /**
   * The sample that an id names exactly, by barcode, or as the only or primary tumour of the
   * patient.
   */
  Optional<String> find(String id) {
    asked.add(id);
    if (patientBySample.containsKey(id)) {
      return Optional.of(id);
    }
    Optional<SampleIds.Barcode> barcode = SampleIds.barcode(id);
    if (barcode.isPresent() && !barcode.get().isPatient()) {
      return Optional.ofNullable(sampleByBarcode.get(barcode.get().sample()));
    }
    return patient(id).flatMap(this::tumourOf);
  }

  /** Finds the sample, or makes one: the primary tumour of a patient, else one named as the id. */
  String findOrAdd(String id) {
    return find(id)
        .orElseGet(
            () -> {
              Optional<SampleIds.Barcode> barcode = SampleIds.barcode(id);
              if (barcode.isEmpty()) {
                String patient = addPatient(id);
                String sample = addSample(id, patient);
                if (clinicalPatients.contains(patient)) {
                  types.put(sample, SampleType.PRIMARY);
                }
                return sample;
              }
              SampleIds.Barcode code = barcode.get();
              String sample = code.isPatient() ? code.patient() + "-01" : code.sample();
              return addSample(sample, addPatient(code.patient()));
            });
  }

  /**
   * The tumour samples of the patient that an id names, where it names a patient rather than a
   * sample.
   */
  SortedSet<String> samplesOfPatientId(String id) {
    return patientBySample.containsKey(id)
        ? new TreeSet<>()
        : patient(id).<SortedSet<String>>map(samplesByPatient::get).orElseGet(TreeSet::new);
  }

  /**
   * All ids by which inputs named anybody.
   *
   * @param others names that only a file uses for its samples
   */
  KnownIds ids(Set<String> others) {
    Set<String> all = new HashSet<>(asked);
    all.addAll(others);
    return new KnownIds(samplesByPatient.keySet(), patientBySample.keySet(), all);
  }

  boolean isEmpty() {
    return clinicalPatients.isEmpty();
  }

  /** Whether the sample's patient is in a clinical table or sample sheet. */
  boolean isClinical(String sample) {
    return clinicalPatients.contains(patientOf(sample));
  }

  String patientOf(String sample) {
    return patientBySample.getOrDefault(sample, sample);
  }

  /** The patient of a row of the sample sheet, once it was added. */
  String patientOfRow(String sampleId, String patientId) {
    return find(sampleId).map(this::patientOf).or(() -> patient(patientId)).orElse(patientId);
  }

  /** The patient that an id names. */
  Optional<String> patient(String id) {
    String byBarcode =
        SampleIds.barcode(id)
            .filter(SampleIds.Barcode::isPatient)
            .map(code -> patientByBarcode.get(code.patient()))
            .orElse(null);
    return byBarcode != null
        ? Optional.of(byBarcode)
        : Optional.of(id).filter(samplesByPatient::containsKey);
  }

  SampleType typeOf(String sample) {
    return types.getOrDefault(sample, SampleType.UNKNOWN);
  }

  /** Patients in order of their ids, each with her samples, which may be none. */
  Map<String, SortedSet<String>> samplesByPatient() {
    return new TreeMap<>(samplesByPatient);
  }

  /** Ids by which clinical tables know patients and samples, in order. */
  SortedSet<String> clinicalIds() {
    TreeSet<String> ids = new TreeSet<>(clinicalPatients);
    patientBySample.forEach(
        (sample, patient) -> {
          if (clinicalPatients.contains(patient)) {
            ids.add(sample);
          }
        });
    return ids;
  }

  private Optional<String> tumourOf(String patient) {
    TreeSet<String> samples = samplesByPatient.getOrDefault(patient, new TreeSet<>());
    return samples.stream()
        .filter(sample -> typeOf(sample) == SampleType.PRIMARY)
        .findFirst()
        .or(() -> samples.stream().findFirst());
  }

  private String addPatient(String id) {
    String known = patient(id).orElse(id);
    samplesByPatient.computeIfAbsent(known, key -> new TreeSet<>());
    SampleIds.barcode(id).ifPresent(code -> patientByBarcode.putIfAbsent(code.patient(), known));
    return known;
  }

  private String addSample(String id, String patient) {
    Optional<SampleIds.Barcode> barcode = SampleIds.barcode(id).filter(code -> !code.isPatient());
    String known = barcode.map(code -> sampleByBarcode.getOrDefault(code.sample(), id)).orElse(id);
    if (patientBySample.putIfAbsent(known, patient) == null) {
      samplesByPatient.computeIfAbsent(patient, key -> new TreeSet<>()).add(known);
      barcode.ifPresent(
          code -> {
            sampleByBarcode.put(code.sample(), known);
            types.putIfAbsent(known, code.type());
          });
    }
    return known;
  }

  private static boolean isPatientBarcode(String id) {
    return SampleIds.barcode(id).filter(SampleIds.Barcode::isPatient).isPresent();
  }
}
