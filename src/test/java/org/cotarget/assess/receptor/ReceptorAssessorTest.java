package org.cotarget.assess.receptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cotarget.testing.SampleBuilder.sample;

import org.cotarget.assess.Evidence;
import org.cotarget.assess.MissingTest;
import org.cotarget.assess.Strength;
import org.cotarget.cohort.NumberRange;
import org.cotarget.cohort.Receptor;
import org.cotarget.cohort.ReceptorResult.Basis;
import org.cotarget.cohort.ReceptorResult.Status;
import org.cotarget.cohort.TumorSample;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.testing.SampleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class ReceptorAssessorTest {

  private static final Reference REFERENCE = ReferenceLoader.bundled();
  private final ReceptorAssessor strict = new ReceptorAssessor(REFERENCE, false);
  private final ReceptorAssessor inclusive = new ReceptorAssessor(REFERENCE, true);

  /**
   * All 125 combinations of the TNBC truth table, from results as a pathology report gives them.
   */
  @ParameterizedTest
  @CsvFileSource(resources = "/facts/tnbc_decision.tsv", delimiter = '\t', numLinesToSkip = 1)
  void followsTheTripleNegativeTable(
      String er, String pr, String her2, String strictCall, String inclusiveCall) {
    TumorSample sample =
        her2(hormone(hormone(sample(), Receptor.ER, er), Receptor.PR, pr), her2).build();

    ReceptorAssessment assessed = strict.assess(sample);

    assertThat(assessed.er()).hasToString(er);
    assertThat(assessed.pr()).hasToString(pr);
    assertThat(assessed.her2()).hasToString(her2);
    assertThat(assessed.call()).hasToString(strictCall);
    assertThat(inclusive.assess(sample).call()).hasToString(inclusiveCall);
    assertThat(assessed.missing().isEmpty())
        .as("an indeterminate call names a test, a settled one none")
        .isEqualTo(assessed.call() != TnbcCall.INDETERMINATE);
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

  private static SampleBuilder her2(SampleBuilder builder, String state) {
    return switch (state) {
      case "NEGATIVE" -> builder.score(0);
      case "POSITIVE" -> builder.score(3);
      case "EQUIVOCAL" -> builder.score(2);
      case "CONFLICT" -> builder.score(0).ish(Status.POSITIVE);
      default -> builder;
    };
  }

  /** All 45 combinations of HER2 IHC score and ISH. */
  @ParameterizedTest
  @CsvFileSource(resources = "/facts/her2_decision.tsv", delimiter = '\t', numLinesToSkip = 1)
  void followsTheHer2Table(String score, String ish, String call) {
    SampleBuilder builder = sample();
    if (!score.equals("NA")) {
      builder.score(Integer.parseInt(score.replace("+", "")));
    }
    switch (ish) {
      case "G1" -> builder.ratio(2.5).copies(5);
      case "G2" -> builder.ratio(2.2).copies(3);
      case "G3" -> builder.ratio(1.5).copies(6.5);
      case "G4" -> builder.ratio(1.5).copies(4.5);
      case "G5" -> builder.ratio(1.1).copies(2.2);
      case "POS" -> builder.ish(Status.POSITIVE);
      case "NEG" -> builder.ish(Status.NEGATIVE);
      case "EQ" -> builder.ish(Status.EQUIVOCAL);
      default -> {}
    }
    assertThat(strict.assess(builder.build()).her2()).hasToString(call);
  }

  @ParameterizedTest
  @CsvSource({
    // percent, state: below 1 negative, 1-10 low, above 10 positive (ALL20)
    "0, NEG",
    "0.5, NEG",
    "1, LOW",
    "10, LOW",
    "10.1, POS",
    "100, POS"
  })
  void readsPercentAtTheCuts(double percent, ReceptorState state) {
    TumorSample sample = sample().percent(Receptor.ER, NumberRange.exactly(percent)).build();
    assertThat(strict.assess(sample).er()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    // status, percent, together
    "NEGATIVE, 0, NEG",
    "NEGATIVE, 5, LOW", // the count decides where an older report still said negative
    "NEGATIVE, 60, CONFLICT",
    "POSITIVE, 0, CONFLICT",
    "POSITIVE, 5, LOW",
    "POSITIVE, 60, POS",
    "INDETERMINATE, 25, POS",
    "LOW, 0, CONFLICT"
  })
  void refinesStatusByPercent(Status status, double percent, ReceptorState state) {
    TumorSample sample =
        sample()
            .status(Receptor.PR, status)
            .percent(Receptor.PR, NumberRange.exactly(percent))
            .build();
    assertThat(strict.assess(sample).pr()).isEqualTo(state);
  }

  @Test
  void doesNotSplitLowFromNegativeByTheLowestBin() {
    NumberRange below10 = new NumberRange(0, 10, false, true);
    assertThat(strict.assess(sample().percent(Receptor.ER, below10).build()).er())
        .isEqualTo(ReceptorState.UNKNOWN);
    assertThat(
            strict
                .assess(
                    sample()
                        .status(Receptor.ER, Status.NEGATIVE)
                        .percent(Receptor.ER, below10)
                        .build())
                .er())
        .isEqualTo(ReceptorState.NEG);
  }

  @ParameterizedTest
  @CsvSource({
    // IHC category alone, ISH category, HER2
    "NEGATIVE, , NEGATIVE",
    "EQUIVOCAL, , EQUIVOCAL",
    "POSITIVE, , POSITIVE",
    "INDETERMINATE, , UNKNOWN",
    "EQUIVOCAL, NEGATIVE, NEGATIVE",
    "EQUIVOCAL, POSITIVE, POSITIVE",
    "NEGATIVE, POSITIVE, CONFLICT",
    "INDETERMINATE, NEGATIVE, NEGATIVE"
  })
  void readsHer2Categories(Status ihc, Status ish, Her2State state) {
    SampleBuilder builder = sample().status(Receptor.HER2, ihc);
    if (ish != null) {
      builder.ish(ish);
    }
    assertThat(strict.assess(builder.build()).her2()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    // IHC category, IHC score, ISH category, HER2
    "NEGATIVE, 3, , CONFLICT",
    "POSITIVE, 1, , CONFLICT",
    "POSITIVE, 2, , EQUIVOCAL",
    "POSITIVE, 2, POSITIVE, POSITIVE",
    "POSITIVE, 2, NEGATIVE, NEGATIVE",
    "EQUIVOCAL, 1, , EQUIVOCAL",
    "EQUIVOCAL, 1, NEGATIVE, NEGATIVE",
    "NEGATIVE, 1, NEGATIVE, NEGATIVE"
  })
  void weighsScoreAgainstCategory(Status category, int score, Status ish, Her2State state) {
    SampleBuilder builder = sample().status(Receptor.HER2, category).score(score);
    if (ish != null) {
      builder.ish(ish);
    }
    assertThat(strict.assess(builder.build()).her2()).isEqualTo(state);
  }

  @Test
  void takesARatioWithoutSignalsForWhatItAllows() {
    assertThat(strict.assess(sample().score(2).ratio(1.1).build()).her2())
        .as("groups 3 to 5 are all open")
        .isEqualTo(Her2State.EQUIVOCAL);
    assertThat(strict.assess(sample().score(1).ratio(1.1).build()).her2())
        .isEqualTo(Her2State.NEGATIVE);
    assertThat(strict.assess(sample().score(2).ratio(1.1).ish(Status.NEGATIVE).build()).her2())
        .isEqualTo(Her2State.NEGATIVE);
  }

  @Test
  void doesNotTakeTotalSignalsForAnAverage() {
    TumorSample totals = sample().score(1).ish(Status.NEGATIVE).ratio(1.22).copies(145).build();
    assertThat(strict.assess(totals).her2()).isEqualTo(Her2State.NEGATIVE);
    TumorSample positiveTotals =
        sample().score(1).ish(Status.POSITIVE).ratio(2.6).copies(131).build();
    assertThat(strict.assess(positiveTotals).her2())
        .as("131 signals are a total, so group 1 is not shown")
        .isEqualTo(Her2State.CONFLICT);
  }

  @ParameterizedTest
  @CsvSource({
    // signals of a single probe with IHC 2+: 4 and 6 are the cuts (WOL18)
    "3.9, NEGATIVE",
    "4, EQUIVOCAL",
    "5.9, EQUIVOCAL",
    "6, POSITIVE"
  })
  void readsASingleProbe(double copies, Her2State state) {
    assertThat(strict.assess(sample().score(2).copies(copies).build()).her2()).isEqualTo(state);
  }

  @Test
  void weighsASingleProbeAgainstTheCategory() {
    assertThat(strict.assess(sample().score(2).ish(Status.NEGATIVE).copies(5).build()).her2())
        .as("an equivocal count leaves it to the category")
        .isEqualTo(Her2State.NEGATIVE);
    assertThat(strict.assess(sample().score(2).ish(Status.POSITIVE).copies(3).build()).her2())
        .isEqualTo(Her2State.CONFLICT);
  }

  @Test
  void takesTheRatioFromTheSignalsWhereItIsNotReported() {
    assertThat(strict.assess(sample().score(2).copies(6.5).cep17(2).build()).her2())
        .isEqualTo(Her2State.POSITIVE);
    assertThat(strict.assess(sample().score(2).copies(3).cep17(2.5).build()).her2())
        .isEqualTo(Her2State.NEGATIVE);
    assertThat(strict.assess(sample().score(2).copies(5).cep17(60).build()).her2())
        .as("60 is a number of cells, so the signals stand alone")
        .isEqualTo(Her2State.EQUIVOCAL);
  }

  @Test
  void callsContradictingIshAConflict() {
    TumorSample sample = sample().score(2).ish(Status.POSITIVE).ratio(1.1).copies(2.0).build();
    assertThat(strict.assess(sample).her2()).isEqualTo(Her2State.CONFLICT);
  }

  @Test
  void withholdsTnbcWhereErbb2IsAmplified() {
    ReceptorAssessment assessed =
        strict.assess(sample().tripleNegative().gistic("ERBB2", 2).build());
    assertThat(assessed.call()).isEqualTo(TnbcCall.INDETERMINATE);
    assertThat(assessed.missing()).extracting(MissingTest::name).containsExactly("HER2 ISH");
    assertThat(assessed.evidence())
        .filteredOn(e -> e.strength() == Strength.DISCORDANT)
        .extracting(Evidence::subject)
        .containsExactly("ERBB2");
  }

  @Test
  void liftsToProbableBySurrogatesButNeverToTnbc() {
    TumorSample sample =
        sample()
            .status(Receptor.ER, Status.NEGATIVE)
            .surrogate(Receptor.PR, Basis.MRNA, Status.NEGATIVE)
            .surrogate(Receptor.HER2, Basis.MRNA, Status.NEGATIVE)
            .build();
    assertThat(strict.assess(sample).call()).isEqualTo(TnbcCall.TNBC_PROBABLE);
    assertThat(strict.assess(sample).missing())
        .extracting(MissingTest::name)
        .contains("PR IHC", "HER2 IHC");
    TumorSample positive =
        sample()
            .status(Receptor.ER, Status.NEGATIVE)
            .surrogate(Receptor.PR, Basis.MRNA, Status.POSITIVE)
            .score(0)
            .build();
    assertThat(strict.assess(positive).call()).isEqualTo(TnbcCall.INDETERMINATE);
  }

  @Test
  void doesNotLiftByCopyNumberNorAgainstAnAmplification() {
    SampleBuilder byCopyNumber =
        sample()
            .status(Receptor.ER, Status.NEGATIVE)
            .status(Receptor.PR, Status.NEGATIVE)
            .surrogate(Receptor.HER2, Basis.COPY_NUMBER, Status.NEGATIVE);
    assertThat(strict.assess(byCopyNumber.build()).call()).isEqualTo(TnbcCall.INDETERMINATE);
    SampleBuilder amplified =
        sample()
            .status(Receptor.ER, Status.NEGATIVE)
            .status(Receptor.PR, Status.NEGATIVE)
            .surrogate(Receptor.HER2, Basis.MRNA, Status.NEGATIVE)
            .gistic("ERBB2", 2);
    ReceptorAssessment assessed = strict.assess(amplified.build());
    assertThat(assessed.call()).isEqualTo(TnbcCall.INDETERMINATE);
    assertThat(assessed.missing())
        .extracting(MissingTest::name)
        .containsExactly("HER2 IHC and ISH");
  }

  @Test
  void callsDifferentRatiosOrCountsAConflict() {
    assertThat(strict.assess(sample().score(1).ratio(2.6).copies(6).ratio(1.2).build()).her2())
        .isEqualTo(Her2State.CONFLICT);
    assertThat(strict.assess(sample().score(2).ratio(1.5).copies(7).copies(3).build()).her2())
        .isEqualTo(Her2State.CONFLICT);
    assertThat(strict.assess(sample().score(1).ratio(1.1).ratio(1.2).build()).her2())
        .as("different, but both negative")
        .isEqualTo(Her2State.NEGATIVE);
  }

  @Test
  void marksTheResultThatTheOthersOverrule() {
    TumorSample sample = sample().score(1).ratio(2.5).copies(6).build();
    assertThat(strict.assess(sample).her2()).isEqualTo(Her2State.POSITIVE);
    assertThat(strict.assess(sample).evidence())
        .filteredOn(e -> e.strength() == Strength.DISCORDANT)
        .extracting(Evidence::value)
        .singleElement()
        .asString()
        .startsWith("IHC_SCORE");
  }

  @Test
  void usesACuratedStatusOnlyWherePathologyIsSilent() {
    TumorSample silent = sample().surrogate(Receptor.ER, Basis.CURATED, Status.NEGATIVE).build();
    assertThat(strict.assess(silent).er()).isEqualTo(ReceptorState.NEG);
    TumorSample told =
        sample()
            .status(Receptor.ER, Status.POSITIVE)
            .surrogate(Receptor.ER, Basis.CURATED, Status.NEGATIVE)
            .build();
    assertThat(strict.assess(told).er()).isEqualTo(ReceptorState.POS);
  }
}
