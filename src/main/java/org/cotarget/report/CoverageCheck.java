package org.cotarget.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.cotarget.cohort.AssayCoverage;
import org.cotarget.cohort.AssayLayer;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;

/**
 * Tells which kinds of data some patients have and others lack, and whose samples count as
 * sequenced although no file has a record of them.
 */
final class CoverageCheck implements CohortCheck {

  static final String WITHOUT_LAYER = "PATIENTS_WITHOUT_LAYER";
  static final String WITHOUT_RECORDS = "ASSAY_WITHOUT_RECORDS";

  private static final int SHOWN = 10;

  private static final Map<String, Predicate<SampleResult>> LAYERS = new LinkedHashMap<>();

  static {
    LAYERS.put(
        "small variants, or are not known to be sequenced",
        s -> has(s, AssayLayer.SNV_INDEL) || !s.variants().isEmpty());
    LAYERS.put("copy number", s -> has(s, AssayLayer.COPY_NUMBER));
    LAYERS.put("expression", s -> s.expression().measured());
    LAYERS.put("receptor result", s -> !s.receptorResults().isEmpty());
  }

  private int patients;
  private final Map<String, Integer> without = new LinkedHashMap<>();
  private final List<String> unrecorded = new ArrayList<>();
  private int unrecordedSamples;

  @Override
  public void add(PatientResult patient) {
    List<SampleResult> ofPatient = patient.samples();
    patients++;
    LAYERS.forEach(
        (layer, present) -> {
          if (ofPatient.stream().noneMatch(present)) {
            without.merge(layer, 1, Integer::sum);
          }
        });
    for (SampleResult sample : ofPatient) {
      boolean assumed =
          sample.coverage().stream()
              .anyMatch(c -> c.basis() == AssayCoverage.Basis.ASSAY_WITHOUT_RECORDS);
      if (assumed) {
        unrecordedSamples++;
        if (unrecorded.size() < SHOWN) {
          unrecorded.add(sample.id());
        }
      }
    }
  }

  /** A layer that nobody has is no gap. */
  @Override
  public void tell(InputProblems problems) {
    without.forEach(
        (layer, count) -> {
          if (count < patients) {
            problems.note(
                WITHOUT_LAYER,
                SourceLocation.ofFile("cohort"),
                count + " of " + patients + " patients have no " + layer,
                "nothing, where they were not assayed");
          }
        });
    if (unrecordedSamples > 0) {
      int more = unrecordedSamples - unrecorded.size();
      problems.note(
          WITHOUT_RECORDS,
          SourceLocation.ofFile("cohort"),
          unrecordedSamples
              + " samples are in no file of variants; by the assay they count as sequenced without"
              + " mutations: "
              + String.join(", ", unrecorded)
              + (more > 0 ? " and " + more + " more" : ""),
          "name the assay of each sample in a column ASSAY where not all were sequenced alike");
    }
  }

  private static boolean has(SampleResult sample, AssayLayer layer) {
    return sample.coverage().stream().anyMatch(c -> c.layer() == layer);
  }
}
