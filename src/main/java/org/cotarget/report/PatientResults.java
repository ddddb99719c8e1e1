package org.cotarget.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotarget.eligibility.AssessedSample;
import org.cotarget.report.PatientResult.MadeDecision;

/** The patients of a report, one at a time, so that a large cohort is never held twice. */
final class PatientResults {

  private final StratificationReport report;
  private final Map<String, List<AssessedSample>> samples;
  private final Map<String, List<MadeDecision>> decisions = new HashMap<>();

  PatientResults(StratificationReport report) {
    this.report = report;
    this.samples =
        report.samples().stream().collect(Collectors.groupingBy(s -> s.sample().patientId()));
    for (CriteriaSummary criteria : report.criteria()) {
      for (PatientDecision made : report.decisions().getOrDefault(criteria.id(), List.of())) {
        decisions
            .computeIfAbsent(made.patientId(), id -> new ArrayList<>())
            .add(MadeDecision.of(made));
      }
    }
  }

  /** Every patient, sorted by id. */
  Stream<PatientResult> stream() {
    return report.cohort().patients().stream().map(patient -> result(patient.id()));
  }

  private PatientResult result(String id) {
    return new PatientResult(
        id,
        decisions.getOrDefault(id, List.of()),
        samples.getOrDefault(id, List.of()).stream().map(s -> SampleResult.of(report, s)).toList());
  }
}
