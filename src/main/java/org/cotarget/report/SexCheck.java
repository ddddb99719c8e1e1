package org.cotarget.report;

import java.util.Locale;
import java.util.Optional;
import org.cotarget.cohort.InputProblems;
import org.cotarget.reference.Reference;
import org.cotarget.reference.Thresholds;

/**
 * Holds the sex that a clinical table gives against genes of the sex chromosomes. Expressed Y genes
 * contradict a woman. Silent Y genes alone contradict nobody, since tumours lose the Y; together
 * with XIST they contradict a man.
 */
final class SexCheck implements CohortCheck {

  static final String CODE = "SEX_CONTRADICTED";

  private static final String FEMALE = "FEMALE";
  private static final String MALE = "MALE";

  /** Genes of the Y chromosome that must be measured in a sample. */
  private static final int LEAST_GENES = 3;

  private final CohortWords words;
  private final Thresholds thresholds;
  private final InputProblems found = new InputProblems();

  SexCheck(Reference reference) {
    this.words = new CohortWords(reference.table("cohort_words"));
    this.thresholds = reference.thresholds();
  }

  @Override
  public void add(PatientResult patient) {
    patient.samples().forEach(this::look);
  }

  @Override
  public void tell(InputProblems problems) {
    problems.addAll(found);
  }

  private void look(SampleResult sample) {
    TelltaleRanks ranks = sample.ranks();
    Optional<CohortWords.Meaning> sex = words.find("SEX", sample.clinical());
    if (ranks == null || sex.isEmpty() || ranks.genesOfY() < LEAST_GENES) {
      return;
    }
    if (contradicts(sex.get().meaning(), ranks.ofY(), ranks.xist())) {
      found.warning(
          CODE,
          sex.get().cell().where(),
          String.format(
              Locale.ROOT,
              "%s is '%s', but in %s the %d genes of the Y chromosome rank above %.0f%% of its genes"
                  + " on average%s",
              sample.id(),
              sex.get().cell().value(),
              ranks.where().path(),
              ranks.genesOfY(),
              100 * ranks.ofY(),
              Double.isNaN(ranks.xist())
                  ? ""
                  : String.format(Locale.ROOT, " and XIST above %.0f%%", 100 * ranks.xist())),
          "look for an exchange of samples; else correct the sex");
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
