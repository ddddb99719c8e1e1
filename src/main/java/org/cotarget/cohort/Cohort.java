package org.cotarget.cohort;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All patients of a run with everything supplied for them.
 *
 * @param patients sorted by id
 * @param expression the expression matrix, its columns named by sample id
 * @param inputs files read, sorted by path
 * @param clinicalColumns upper-case clinical columns that any sample has a value in, those of
 *     patients who were left out with {@link #only} among them
 * @param digestSalt goes into digests of clinical values, so that under pseudonyms nobody finds the
 *     values by trying; empty otherwise
 * @param part which of the patients that were read these are
 */
public record Cohort(
    List<Patient> patients,
    Optional<ExpressionMatrix> expression,
    List<InputFile> inputs,
    Set<String> clinicalColumns,
    String digestSalt,
    CohortPart part) {

  /** A cohort of which nobody was left out. */
  public Cohort(
      List<Patient> patients, Optional<ExpressionMatrix> expression, List<InputFile> inputs) {
    this(patients, expression, inputs, columns(patients), "", CohortPart.ALL);
  }

  public Cohort {
    patients = patients.stream().sorted(Comparator.comparing(Patient::id)).toList();
    inputs = inputs.stream().sorted(InputFile.ORDER).toList();
    clinicalColumns = Set.copyOf(clinicalColumns);
  }

  private static Set<String> columns(List<Patient> patients) {
    return patients.stream()
        .flatMap(patient -> patient.samples().stream())
        .flatMap(sample -> sample.clinical().keySet().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  public Stream<TumorSample> samples() {
    return patients.stream().flatMap(patient -> patient.samples().stream());
  }

  public Cohort mapSamples(UnaryOperator<TumorSample> change) {
    List<Patient> changed =
        patients.stream()
            .map(p -> new Patient(p.id(), p.samples().stream().map(change).toList()))
            .toList();
    return new Cohort(changed, expression, inputs, clinicalColumns, digestSalt, part);
  }

  /** The patients of a part of the cohort, without the expression of the others. */
  public Cohort only(CohortPart wanted) {
    List<Patient> kept = patients.stream().filter(p -> wanted.shard().contains(p.id())).toList();
    Set<String> samples =
        kept.stream()
            .flatMap(patient -> patient.samples().stream())
            .map(TumorSample::id)
            .collect(Collectors.toUnmodifiableSet());
    return new Cohort(
        kept,
        expression.map(matrix -> matrix.only(samples::contains)),
        inputs,
        clinicalColumns,
        digestSalt,
        wanted);
  }
}
