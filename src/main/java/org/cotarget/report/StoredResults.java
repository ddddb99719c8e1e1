package org.cotarget.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A result folder, read back.
 *
 * @param header what the run says of itself
 * @param calls {@code calls.tsv}
 * @param screening {@code screening.tsv}
 * @param evidenceFile {@code evidence.tsv}, read on request since it is the largest
 */
public record StoredResults(
    ResultsHeader header, StoredTable calls, StoredTable screening, Path evidenceFile) {

  /** The tumours of the results, each with its patient, by sample id. */
  public Map<String, String> patientBySample() {
    Map<String, String> patients = new TreeMap<>();
    for (Map<String, String> row : calls.rows()) {
      patients.put(row.getOrDefault("SAMPLE_ID", ""), row.getOrDefault("PATIENT_ID", ""));
    }
    return patients;
  }

  /**
   * The evidence of some samples, in the order of the file.
   *
   * @throws ResultFolderException when the file cannot be read
   */
  public List<Map<String, String>> evidence(Set<String> sampleIds) throws ResultFolderException {
    return StoredTable.read(
            evidenceFile, row -> sampleIds.contains(row.getOrDefault("SAMPLE_ID", "")))
        .rows();
  }
}
