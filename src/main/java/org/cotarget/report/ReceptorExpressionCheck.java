package org.cotarget.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cotarget.assess.receptor.Her2State;
import org.cotarget.assess.receptor.ReceptorState;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.Receptor;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.eligibility.AssessedSample;
import org.cotarget.reference.Thresholds;

/**
 * Looks for tumours whose receptor mRNA lies with the other receptor group: an exchange of samples
 * or a receptor result in error. It changes no call.
 */
final class ReceptorExpressionCheck {

  private static final double MAD_TO_SD = 1.4826;

  private final Thresholds thresholds;

  ReceptorExpressionCheck(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  /** Median and scaled median absolute deviation of one receptor group. */
  private record Group(double median, double scale) {

    static Group of(double[] values) {
      double median = median(values);
      double[] deviations = Arrays.stream(values).map(v -> Math.abs(v - median)).toArray();
      return new Group(median, MAD_TO_SD * median(deviations));
    }

    double z(double value) {
      return (value - median) / scale;
    }

    private static double median(double[] values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      int n = sorted.length;
      return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
  }

  void check(List<AssessedSample> samples, GeneRanks ranks, InputProblems problems) {
    check(
        Receptor.ER,
        "ESR1",
        s ->
            s.receptors().er() == ReceptorState.POS
                ? Optional.of(true)
                : s.receptors().er() == ReceptorState.NEG ? Optional.of(false) : Optional.empty(),
        samples,
        ranks,
        problems);
    check(
        Receptor.HER2,
        "ERBB2",
        s ->
            s.receptors().her2() == Her2State.POSITIVE
                ? Optional.of(true)
                : s.receptors().her2() == Her2State.NEGATIVE
                    ? Optional.of(false)
                    : Optional.empty(),
        samples,
        ranks,
        problems);
  }

  private void check(
      Receptor receptor,
      String gene,
      Function<AssessedSample, Optional<Boolean>> state,
      List<AssessedSample> samples,
      GeneRanks ranks,
      InputProblems problems) {
    Optional<double[]> values = ranks.logOdds(gene);
    if (values.isEmpty()) {
      return;
    }
    Map<String, Integer> columns = ranks.columnBySample();
    List<AssessedSample> measured =
        samples.stream().filter(s -> columns.containsKey(s.sample().id())).toList();
    Optional<Group> positive = group(measured, state, true, values.get(), columns);
    Optional<Group> negative = group(measured, state, false, values.get(), columns);
    if (positive.isEmpty() || negative.isEmpty()) {
      return;
    }
    for (AssessedSample sample : measured) {
      Optional<Boolean> isPositive = state.apply(sample);
      double value = values.get()[columns.getOrDefault(sample.sample().id(), 0)];
      if (isPositive.isEmpty() || Double.isNaN(value)) {
        continue;
      }
      Group own = isPositive.get() ? positive.get() : negative.get();
      Group other = isPositive.get() ? negative.get() : positive.get();
      if (liesWith(own, other, value)) {
        problems.warning(
            "RECEPTOR_RNA_DISCORDANT",
            where(sample, receptor, ranks),
            String.format(
                Locale.ROOT,
                "%s of %s is %s by pathology, but %s mRNA is that of the %s tumours (robust z %.1f in"
                    + " its own group, %.1f in the other)",
                receptor,
                sample.sample().id(),
                isPositive.get() ? "positive" : "negative",
                gene,
                isPositive.get() ? "negative" : "positive",
                own.z(value),
                other.z(value)),
            "look for an exchange of samples, and at the pathology report; the call stands on"
                + " pathology");
      }
    }
  }

  private boolean liesWith(Group own, Group other, double value) {
    double towards = Math.signum(other.median() - own.median());
    return towards * own.z(value) >= thresholds.value("check.receptor.outlier-z")
        && Math.abs(other.z(value)) <= thresholds.value("check.receptor.other-z");
  }

  private Optional<Group> group(
      List<AssessedSample> measured,
      Function<AssessedSample, Optional<Boolean>> state,
      boolean positive,
      double[] values,
      Map<String, Integer> columns) {
    List<Double> own = new ArrayList<>();
    for (AssessedSample sample : measured) {
      double value = values[columns.getOrDefault(sample.sample().id(), 0)];
      if (state.apply(sample).filter(p -> p == positive).isPresent() && !Double.isNaN(value)) {
        own.add(value);
      }
    }
    if (own.size() < thresholds.value("check.receptor.min-group")) {
      return Optional.empty();
    }
    Group group = Group.of(own.stream().mapToDouble(Double::doubleValue).toArray());
    return Optional.of(group).filter(g -> g.scale() > 0);
  }

  private static SourceLocation where(AssessedSample sample, Receptor receptor, GeneRanks ranks) {
    return sample.sample().receptors().stream()
        .filter(result -> result.receptor() == receptor)
        .map(result -> result.where())
        .findFirst()
        .orElse(SourceLocation.ofFile(ranks.path()));
  }
}
