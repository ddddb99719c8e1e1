package org.cotarget.cli;

import java.util.List;
import java.util.Optional;
import org.cotarget.StratificationOptions.Trial;
import org.cotarget.cohort.Cohort;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.Pseudonyms;

/**
 * How patients and samples are called in what a run writes.
 *
 * @param pseudonyms in place of ids; empty where ids stay
 */
record Naming(Optional<Pseudonyms> pseudonyms) {

  Cohort cohort(Cohort cohort) {
    return pseudonyms.map(names -> names.of(cohort)).orElse(cohort);
  }

  List<InputProblem> problems(List<InputProblem> problems) {
    return pseudonyms.map(names -> problems.stream().map(names::of).toList()).orElse(problems);
  }

  /** Criteria files are shown in the report, and may tell of a patient. */
  List<Trial> trials(List<Trial> trials) {
    return pseudonyms
        .map(names -> trials.stream().map(trial -> trial.shown(names::text)).toList())
        .orElse(trials);
  }

  List<String> texts(List<String> texts) {
    return pseudonyms.map(names -> texts.stream().map(names::text).toList()).orElse(texts);
  }
}
