package org.cotarget.eligibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.cotarget.assess.MissingTest;
import org.cotarget.assess.pi3k.Pi3kAssessor;
import org.cotarget.assess.pi3k.PtenProtein;
import org.cotarget.cohort.AssayLayer;
import org.cotarget.cohort.ClinicalValue;
import org.cotarget.cohort.TumorSample;
import org.cotarget.reference.ClinicalVocabulary;
import org.cotarget.reference.Reference;

/**
 * A sample as leaves look at it: what was supplied, what was called, and the reference data to read
 * it by.
 *
 * @param sample the sample with its calls
 * @param reference hotspots and cut-offs
 * @param vocabulary names of clinical columns and units
 */
record SampleFacts(AssessedSample sample, Reference reference, ClinicalVocabulary vocabulary) {

  TumorSample supplied() {
    return sample.sample();
  }

  PtenProtein.State ptenIhc() {
    return PtenProtein.of(supplied(), reference.thresholds()).state();
  }

  boolean covers(AssayLayer layer, String gene) {
    return supplied().coverage().covers(layer, gene);
  }

  /** Tests of the PI3K genes that were not done, also where an event was found without them. */
  List<String> pi3kGaps() {
    List<MissingTest> missing = sample.pi3k().missing();
    if (!missing.isEmpty()) {
      return missing.stream().map(MissingTest::name).toList();
    }
    List<String> gaps = new ArrayList<>();
    List<String> genes =
        Pi3kAssessor.TRIAL_GENES.stream()
            .filter(gene -> !covers(AssayLayer.SNV_INDEL, gene))
            .toList();
    if (!genes.isEmpty()) {
      gaps.add("sequencing of " + String.join(", ", genes));
    }
    PtenProtein.State ihc = ptenIhc();
    if (!covers(AssayLayer.COPY_NUMBER, "PTEN")
        && ihc != PtenProtein.State.LOST
        && ihc != PtenProtein.State.RETAINED) {
      gaps.add("PTEN IHC or copy number");
    }
    return List.copyOf(gaps);
  }

  /**
   * The value of the first column of that name that the sample has one in.
   *
   * @param isMissing whether a text, stripped and lower case, means that there is no value
   */
  Optional<ClinicalValue> value(List<String> names, Predicate<String> isMissing) {
    for (String header : vocabulary.headers(names)) {
      ClinicalValue cell = supplied().clinical().get(header);
      if (cell != null && !isMissing.test(cell.value().strip().toLowerCase(Locale.ROOT))) {
        return Optional.of(cell);
      }
    }
    return Optional.empty();
  }

  /** Says that there is no value, whether or not other patients have one. */
  static String absence(List<String> names) {
    return "no value in a column " + String.join(" or ", names);
  }
}
