package org.cotarget.assess.receptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cotarget.testing.SampleBuilder.sample;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cotarget.assess.Evidence;
import org.cotarget.assess.Source;
import org.cotarget.assess.Strength;
import org.cotarget.cohort.NumberRange;
import org.cotarget.cohort.Receptor;
import org.cotarget.cohort.ReceptorResult.Status;
import org.cotarget.cohort.TumorSample;
import org.cotarget.expression.ExpressionProfile;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.testing.Profiles;
import org.cotarget.testing.SampleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** mRNA of the receptors corroborates, fills gaps for a probable call, and raises discordance. */
class MrnaReceptorsTest {

  private static final Reference REFERENCE = ReferenceLoader.bundled();
  private static final List<Double> POSTERIORS = List.of(0.0, 0.05, 0.3, 0.49, 0.5, 0.8, 1.0);

  private final ReceptorAssessor strict = new ReceptorAssessor(REFERENCE, false);
  private final ReceptorAssessor inclusive = new ReceptorAssessor(REFERENCE, true);

  private static TumorSample pathology(String er, String pr, String her2) {
    SampleBuilder builder = hormone(hormone(sample(), Receptor.ER, er), Receptor.PR, pr);
    return switch (her2) {
      case "NEGATIVE" -> builder.score(0).build();
      case "POSITIVE" -> builder.score(3).build();
      case "EQUIVOCAL" -> builder.score(2).build();
      case "CONFLICT" -> builder.score(0).ish(Status.POSITIVE).build();
      default -> builder.build();
    };
  }

  private static SampleBuilder hormone(SampleBuilder builder, Receptor receptor, String state) {
    return switch (state) {
      case "NEG" -> builder.status(receptor, Status.NEGATIVE);
      case "POS" -> builder.status(receptor, Status.POSITIVE);
      case "LOW" -> builder.percent(receptor, NumberRange.exactly(5));
      case "CONFLICT" ->
          builder.status(receptor, Status.NEGATIVE).status(receptor, Status.POSITIVE);
      default -> builder;
    };
  }

  /**
   * All 125 combinations of pathology with all posteriors: a call is never changed but from
   * indeterminate to probable, and that only where every receptor is negative by pathology or, not
   * being known, by mRNA.
   */
  @ParameterizedTest
  @CsvFileSource(resources = "/facts/tnbc_decision.tsv", delimiter = '\t', numLinesToSkip = 1)
  void neverMakesTripleNegative(String er, String pr, String her2) {
    TumorSample tumour = pathology(er, pr, her2);
    for (ReceptorAssessor assessor : List.of(strict, inclusive)) {
      ReceptorAssessment without = assessor.assess(tumour);
      for (double a : POSTERIORS) {
        for (double b : POSTERIORS) {
          for (double c : POSTERIORS) {
            ReceptorAssessment with = assessor.assess(tumour, profile(a, b, c));
            boolean filled =
                (er.equals("NEG") || (er.equals("UNKNOWN") && a < 0.5))
                    && (pr.equals("NEG") || (pr.equals("UNKNOWN") && b < 0.5))
                    && (her2.equals("NEGATIVE") || (her2.equals("UNKNOWN") && c < 0.5));
            TnbcCall expected =
                without.call() == TnbcCall.INDETERMINATE && filled
                    ? TnbcCall.TNBC_PROBABLE
                    : without.call();
            assertThat(with.call()).isEqualTo(expected);
            assertThat(with.er()).isEqualTo(without.er());
            assertThat(with.pr()).isEqualTo(without.pr());
            assertThat(with.her2()).isEqualTo(without.her2());
          }
        }
      }
    }
  }

  private static ExpressionProfile profile(double er, double pr, double her2) {
    Map<Receptor, Double> posteriors = new EnumMap<>(Receptor.class);
    posteriors.put(Receptor.ER, er);
    posteriors.put(Receptor.PR, pr);
    posteriors.put(Receptor.HER2, her2);
    return Profiles.receptors(posteriors);
  }

  @Test
  void liftsNothingWhereErbb2IsAmplified() {
    TumorSample amplified = sample().gistic("ERBB2", 2).build();
    assertThat(strict.assess(amplified, profile(0, 0, 0)).call()).isEqualTo(TnbcCall.INDETERMINATE);
    assertThat(strict.assess(sample().build(), profile(0, 0, 0)).call())
        .isEqualTo(TnbcCall.TNBC_PROBABLE);
  }

  @Test
  void liftsNothingOnTwoReceptors() {
    ExpressionProfile two = Profiles.receptors(Map.of(Receptor.ER, 0.0, Receptor.HER2, 0.0));
    assertThat(strict.assess(sample().build(), two).call()).isEqualTo(TnbcCall.INDETERMINATE);
  }

  /** ERBB2 that is not high says nothing against HER2 positive: only amplified tumours are high. */
  @ParameterizedTest
  @CsvSource({
    "NEG, NEG, NEGATIVE, ER, 0.02, SUPPORTING",
    "NEG, NEG, NEGATIVE, ER, 0.7, CONTEXT",
    "NEG, NEG, NEGATIVE, ER, 0.95, DISCORDANT",
    "POS, NEG, NEGATIVE, ER, 0.95, SUPPORTING",
    "POS, NEG, NEGATIVE, ER, 0.3, CONTEXT",
    "POS, NEG, NEGATIVE, ER, 0.05, DISCORDANT",
    "LOW, NEG, NEGATIVE, ER, 0.05, CONTEXT",
    "UNKNOWN, NEG, NEGATIVE, ER, 0.05, CONTEXT",
    "NEG, POS, NEGATIVE, PR, 0.05, DISCORDANT",
    "NEG, NEG, NEGATIVE, HER2, 0.95, DISCORDANT",
    "NEG, NEG, NEGATIVE, HER2, 0.05, SUPPORTING",
    "NEG, NEG, POSITIVE, HER2, 0.05, CONTEXT",
    "NEG, NEG, POSITIVE, HER2, 0.95, SUPPORTING",
    "NEG, NEG, EQUIVOCAL, HER2, 0.05, CONTEXT",
  })
  void saysHowItCompares(
      String er, String pr, String her2, Receptor receptor, double posterior, Strength strength) {
    ExpressionProfile profile = Profiles.receptors(Map.of(receptor, posterior));
    List<Evidence> found =
        strict.assess(pathology(er, pr, her2), profile).evidence().stream()
            .filter(piece -> piece.source() == Source.EXPRESSION)
            .toList();
    assertThat(found)
        .singleElement()
        .satisfies(piece -> assertThat(piece.strength()).isEqualTo(strength))
        .satisfies(piece -> assertThat(piece.value()).contains("posterior"))
        .satisfies(piece -> assertThat(piece.citation()).isEqualTo("LEH11"));
    assertThat(found.get(0).value().contains("ambiguous"))
        .isEqualTo(posterior > 0.1 && posterior < 0.9);
  }
}
