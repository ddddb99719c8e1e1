package org.cotarget.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cotarget.assess.receptor.Her2State;
import org.cotarget.assess.receptor.ReceptorState;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.Receptor;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.reference.Thresholds;

/**
 * Looks for tumours whose receptor mRNA lies with the other receptor group: an exchange of samples
 * or a receptor result in error. It changes no call.
 */
final class ReceptorExpressionCheck implements CohortCheck {

  static final String CODE = "RECEPTOR_RNA_DISCORDANT";

  private static final double MAD_TO_SD = 1.4826;

  private final Thresholds thresholds;
  private final SharedPlaces places = new SharedPlaces();
  private final Map<Receptor, List<Tumour>> measured = new EnumMap<>(Receptor.class);

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

  /**
   * A tumour with a receptor result and its mRNA.
   *
   * @param logOdds of the rank of the gene
   */
  private record Tumour(String id, boolean positive, double logOdds, SourceLocation where) {}

  @Override
  public void add(PatientResult patient) {
    for (SampleResult sample : patient.samples()) {
      TelltaleRanks ranks = sample.ranks();
      if (ranks != null) {
        positive(sample.receptors().er())
            .ifPresent(state -> add(Receptor.ER, sample, state, ranks, ranks.esr1()));
        positive(sample.receptors().her2())
            .ifPresent(state -> add(Receptor.HER2, sample, state, ranks, ranks.erbb2()));
      }
    }
  }

  @Override
  public void tell(InputProblems problems) {
    tell(Receptor.ER, "ESR1", problems);
    tell(Receptor.HER2, "ERBB2", problems);
  }

  private static Optional<Boolean> positive(ReceptorState state) {
    return switch (state) {
      case POS -> Optional.of(true);
      case NEG -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<Boolean> positive(Her2State state) {
    return switch (state) {
      case POSITIVE -> Optional.of(true);
      case NEGATIVE -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private void add(
      Receptor receptor, SampleResult sample, boolean positive, TelltaleRanks ranks, double rank) {
    if (!Double.isNaN(rank)) {
      SourceLocation where =
          sample.receptorResults().stream()
              .filter(result -> result.receptor() == receptor)
              .map(SampleResult.ReceptorValue::where)
              .findFirst()
              .orElse(ranks.where());
      measured
          .computeIfAbsent(receptor, r -> new ArrayList<>())
          .add(new Tumour(sample.id(), positive, ranks.logOdds(rank), places.of(where)));
    }
  }

  private void tell(Receptor receptor, String gene, InputProblems problems) {
    List<Tumour> tumours = measured.getOrDefault(receptor, List.of());
    Optional<Group> positive = group(tumours, true);
    Optional<Group> negative = group(tumours, false);
    if (positive.isEmpty() || negative.isEmpty()) {
      return;
    }
    for (Tumour tumour : tumours) {
      Group own = tumour.positive() ? positive.get() : negative.get();
      Group other = tumour.positive() ? negative.get() : positive.get();
      if (liesWith(own, other, tumour.logOdds())) {
        problems.warning(
            CODE,
            tumour.where(),
            String.format(
                Locale.ROOT,
                "%s of %s is %s by pathology, but %s mRNA is that of the %s tumours (robust z %.1f in"
                    + " its own group, %.1f in the other)",
                receptor,
                tumour.id(),
                tumour.positive() ? "positive" : "negative",
                gene,
                tumour.positive() ? "negative" : "positive",
                own.z(tumour.logOdds()),
                other.z(tumour.logOdds())),
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

  private Optional<Group> group(List<Tumour> tumours, boolean positive) {
    double[] values =
        tumours.stream()
            .filter(tumour -> tumour.positive() == positive)
            .mapToDouble(Tumour::logOdds)
            .toArray();
    if (values.length < thresholds.value("check.receptor.min-group")) {
      return Optional.empty();
    }
    return Optional.of(Group.of(values)).filter(group -> group.scale() > 0);
  }
}
