package org.cotarget.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.TumorSample;
import org.cotarget.reference.Reference;
import org.cotarget.reference.Thresholds;

/**
 * Holds the sex that a clinical table gives against genes of the sex chromosomes. Expressed Y genes
 * contradict a woman. Silent Y genes alone contradict nobody, since tumours lose the Y; together
 * with XIST they contradict a man.
 */
final class SexCheck {

  private static final String FEMALE = "FEMALE";
  private static final String MALE = "MALE";

  /** Genes of the Y chromosome that must be measured in a sample. */
  private static final int LEAST_GENES = 3;

  private final CohortWords words;
  private final Thresholds thresholds;

  SexCheck(Reference reference) {
    this.words = new CohortWords(reference.table("cohort_words"));
    this.thresholds = reference.thresholds();
  }

  void check(List<TumorSample> samples, GeneRanks ranks, InputProblems problems) {
    List<double[]> ofY = new ArrayList<>();
    words.words("GENE", "Y_CHROMOSOME").forEach(gene -> ranks.ranks(gene).ifPresent(ofY::add));
    Optional<double[]> xist =
        words.words("GENE", "X_INACTIVE").stream()
            .flatMap(gene -> ranks.ranks(gene).stream())
            .findFirst();
    Map<String, Integer> columns = ranks.columnBySample();
    for (TumorSample sample : samples) {
      Integer column = columns.get(sample.id());
      Optional<CohortWords.Meaning> sex = words.find("SEX", sample.clinical());
      if (column == null || sex.isEmpty()) {
        continue;
      }
      double[] measured =
          ofY.stream()
              .mapToDouble(gene -> gene[column])
              .filter(rank -> !Double.isNaN(rank))
              .toArray();
      if (measured.length < LEAST_GENES) {
        continue;
      }
      double y = Arrays.stream(measured).average().orElse(Double.NaN);
      double x = xist.map(gene -> gene[column]).orElse(Double.NaN);
      if (contradicts(sex.get().meaning(), y, x)) {
        problems.warning(
            "SEX_CONTRADICTED",
            sex.get().cell().where(),
            String.format(
                Locale.ROOT,
                "%s is '%s', but in %s the %d genes of the Y chromosome rank above %.0f%% of its genes"
                    + " on average%s",
                sample.id(),
                sex.get().cell().value(),
                ranks.path(),
                measured.length,
                100 * y,
                Double.isNaN(x)
                    ? ""
                    : String.format(Locale.ROOT, " and XIST above %.0f%%", 100 * x)),
            "look for an exchange of samples; else correct the sex");
      }
    }
  }

  private boolean contradicts(String sex, double y, double x) {
    return switch (sex) {
      case FEMALE -> y >= thresholds.value("check.sex.male-rank");
      case MALE ->
          y <= thresholds.value("check.sex.female-rank")
              && x >= thresholds.value("check.sex.xist-rank");
      default -> false;
    };
  }
}
