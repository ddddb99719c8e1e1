package org.cotarget.cohort;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * All patients of a run with everything supplied for them.
 *
 * @param patients sorted by id
 * @param expression the expression matrix, its columns named by sample id
 * @param inputs files read, sorted by path
 */
public record Cohort(
    List<Patient> patients, Optional<ExpressionMatrix> expression, List<InputFile> inputs) {

  public Cohort {
    patients = patients.stream().sorted(Comparator.comparing(Patient::id)).toList();
    inputs = inputs.stream().sorted(InputFile.ORDER).toList();
  }

  public Stream<TumorSample> samples() {
    return patients.stream().flatMap(patient -> patient.samples().stream());
  }

  public Cohort mapSamples(UnaryOperator<TumorSample> change) {
    List<Patient> changed =
        patients.stream()
            .map(p -> new Patient(p.id(), p.samples().stream().map(change).toList()))
            .toList();
    return new Cohort(changed, expression, inputs);
  }
}
