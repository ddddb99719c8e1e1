package org.cotarget.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cotarget.cohort.InputProblems;
import org.cotarget.eligibility.CriteriaReader;
import org.cotarget.eligibility.Ctml;
import org.cotarget.eligibility.TrialCriteria;

/** Criteria files and CTML, YAML or JSON; what was read is written as CTML and read once more. */
public final class CriteriaFuzz {

  private CriteriaFuzz() {}

  /** Loads what every input needs, so that the first one is timed alike. */
  public static void fuzzerInitialize() {
    Reads.warmUp();
  }

  /** Reads one input. */
  public static void fuzzerTestOneInput(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      return;
    }
    InputProblems problems = new InputProblems();
    Optional<TrialCriteria> criteria =
        new CriteriaReader(Reads.REFERENCE).read(text, "a.yaml", problems);
    Reads.check(problems);
    if (criteria.isEmpty() != problems.hasErrors()) {
      throw new AssertionError("criteria come without errors only: " + problems.sorted());
    }
    criteria.ifPresent(
        read -> {
          for (Ctml.Form form : Ctml.Form.values()) {
            Ctml.ofCriteria(read, Reads.REFERENCE, form).text().ifPresent(CriteriaFuzz::fromCtml);
          }
        });
    fromCtml(text);
  }

  /** Criteria that come of CTML are criteria that can be read. */
  private static void fromCtml(String text) {
    InputProblems problems = new InputProblems();
    Optional<Ctml.Conversion> converted =
        Ctml.toCriteria(text, "a.json", Reads.REFERENCE, problems);
    Reads.check(problems);
    converted
        .flatMap(Ctml.Conversion::text)
        .ifPresent(
            made -> {
              InputProblems faults = new InputProblems();
              new CriteriaReader(Reads.REFERENCE).read(made, "made.yaml", faults);
              if (faults.hasErrors()) {
                throw new AssertionError(
                    "criteria made of CTML cannot be read: " + faults.sorted() + "\n" + made);
              }
            });
  }
}
