package org.cotarget.cohort;

import java.util.Comparator;
import java.util.List;

/**
 * A patient and the tumour samples taken from her.
 *
 * @param id patient id as reported
 * @param samples at least one, sorted by id
 */
public record Patient(String id, List<TumorSample> samples) {
  public Patient {
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("patient " + id + " has no sample");
    }
    samples = samples.stream().sorted(Comparator.comparing(TumorSample::id)).toList();
  }
}
