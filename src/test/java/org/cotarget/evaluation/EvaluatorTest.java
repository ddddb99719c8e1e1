package org.cotarget.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cotarget.evaluation.ResultsBuilder.estimate;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.cotarget.cohort.InputProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatorTest {

  private static final Offset<Double> EXACTLY = within(1e-12);

  @TempDir private Path folder;

  /** 20 true and 10 false positives, 5 false and 60 true negatives, 4 and 6 undetermined. */
  private static ResultsBuilder hundred() {
    return new ResultsBuilder("TNBC_CALL")
        .patients(20, "TNBC : TNBC_CALL=TNBC")
        .patients(10, "TNBC : TNBC_CALL=NOT_TNBC")
        .patients(5, "NOT_TNBC : TNBC_CALL=TNBC")
        .patients(60, "NOT_TNBC : TNBC_CALL=NOT_TNBC")
        .patients(4, "TNBC_PROBABLE : TNBC_CALL=TNBC")
        .patients(6, "INDETERMINATE : TNBC_CALL=NOT_TNBC")
        .patients(3, "TNBC : TNBC_CALL=INDETERMINATE")
        .patients(2, "TNBC : ")
        .patients(1, "TNBC : -");
  }

  @Test
  void measuresACallByHand() throws Exception {
    Evaluation evaluation = hundred().evaluate(folder).orElseThrow();
    PairResult pair = evaluation.pairs().get(0);
    GroupResult all = pair.all();

    assertThat(evaluation.units()).isEqualTo(110);
    assertThat(evaluation.withoutTruth()).containsExactly("P111");
    assertThat(pair.withoutTruth()).isEqualTo(5);
    assertThat(all.units()).isEqualTo(105);
    assertThat(estimate(all, Measure.SENSITIVITY).value()).isCloseTo(20 / 25.0, EXACTLY);
    assertThat(estimate(all, Measure.SPECIFICITY).value()).isCloseTo(60 / 70.0, EXACTLY);
    assertThat(estimate(all, Measure.PPV).value()).isCloseTo(20 / 30.0, EXACTLY);
    assertThat(estimate(all, Measure.NPV).value()).isCloseTo(60 / 65.0, EXACTLY);
    assertThat(estimate(all, Measure.ACCURACY).value()).isCloseTo(80 / 95.0, EXACTLY);
    assertThat(estimate(all, Measure.PREVALENCE).value()).isCloseTo(29 / 105.0, EXACTLY);
    assertThat(estimate(all, Measure.UNDETERMINED_RATE).value()).isCloseTo(10 / 105.0, EXACTLY);
    assertThat(estimate(all, Measure.UNDETERMINED_RATE_POSITIVE).value())
        .isCloseTo(4 / 29.0, EXACTLY);
    assertThat(estimate(all, Measure.UNDETERMINED_RATE_NEGATIVE).value())
        .isCloseTo(6 / 76.0, EXACTLY);
    // po = 80/95, pe = (30*25 + 65*70)/95^2
    double chance = (30 * 25 + 65 * 70) / (95.0 * 95);
    assertThat(estimate(all, Measure.KAPPA).value())
        .isCloseTo((80 / 95.0 - chance) / (1 - chance), EXACTLY);
    assertThat(estimate(all, Measure.KAPPA).low()).isBetween(0.3, 0.6);
  }

  @Test
  void agreesWordByWordWhereTheTruthSpeaksTheSameWords() throws Exception {
    GroupResult all = hundred().evaluate(folder).orElseThrow().pairs().get(0).all();
    // Words: TNBC, NOT_TNBC, TNBC_PROBABLE, INDETERMINATE over 108 units with a word of truth.
    assertThat(estimate(all, Measure.AGREEMENT_WORDS).value()).isCloseTo(80 / 108.0, EXACTLY);
    double chance = (33 * 29 + 65 * 76 + 4 * 0 + 6 * 3) / (108.0 * 108);
    assertThat(estimate(all, Measure.KAPPA_WORDS).value())
        .isCloseTo((80 / 108.0 - chance) / (1 - chance), EXACTLY);
    assertThat(all.confusion())
        .contains(
            new ConfusionCell(
                "TNBC", WordClass.POSITIVE, "INDETERMINATE", WordClass.UNDETERMINED, 3));
  }

  @Test
  void listsDiscordantPatientsWithTheirEvidence() throws Exception {
    Evaluation evaluation = hundred().evaluate(folder).orElseThrow();
    List<DiscordantRow> rows = new EvaluationTables(evaluation).discordant();

    assertThat(evaluation.pairs().get(0).discordant()).hasSize(15);
    assertThat(rows).hasSize(15);
    assertThat(rows)
        .anySatisfy(
            row -> {
              assertThat(row.patientId()).isEqualTo("P21");
              assertThat(row.kind()).isEqualTo("FALSE_POSITIVE");
              assertThat(row.truthWhere()).isEqualTo("truth.tsv:22 [TNBC_CALL]");
              assertThat(row.file() + ":" + row.line()).isEqualTo("clinical.txt:7");
              assertThat(row.rule()).isEqualTo("rule:1");
              assertThat(row.citation()).isEqualTo("ALL20");
            });
  }

  @Test
  void measuresAScoreWithTies() throws Exception {
    PairResult pair =
        new ResultsBuilder("MY_Z")
            .patients(1, "1 : L=yes")
            .patients(1, "1 : L=yes")
            .patients(1, "2 : L=yes")
            .patients(1, "3 : L=yes")
            .patients(1, "1 : L=no")
            .patients(2, "2 : L=no")
            .patients(2, "0 : L=no")
            .patients(3, "NA : L=yes")
            .pair("MY_Z", "L")
            .evaluate(folder)
            .orElseThrow()
            .pairs()
            .get(0);

    assertThat(estimate(pair.all(), Measure.AUROC).value()).isCloseTo(0.7, EXACTLY);
    assertThat(estimate(pair.all(), Measure.UNDETERMINED_RATE).value()).isCloseTo(0.25, EXACTLY);
    assertThat(pair.curve())
        .containsExactly(
            new RocPoint(Double.POSITIVE_INFINITY, 0, 0),
            new RocPoint(3, 1, 0),
            new RocPoint(2, 2, 2),
            new RocPoint(1, 4, 3),
            new RocPoint(0, 4, 5));
    assertThat(pair.discordant()).isEmpty();
  }

  @Test
  void aLowScoreMaySpeakForPositive() throws Exception {
    PairResult pair =
        new ResultsBuilder("MY_Z")
            .patients(3, "-2 : L=LOSS")
            .patients(1, "0 : L=LOSS")
            .patients(4, "1 : L=intact")
            .pair("MY_Z", "L")
            .positive("L", "LOSS")
            .lowIsPositive("MY_Z")
            .evaluate(folder)
            .orElseThrow()
            .pairs()
            .get(0);

    assertThat(estimate(pair.all(), Measure.AUROC).value()).isEqualTo(1);
    assertThat(estimate(pair.all(), Measure.AUROC).note()).contains("no width");
    assertThat(pair.curve().get(1)).isEqualTo(new RocPoint(-2, 3, 0));
    assertThat(pair.calibration().get(0).label()).isEqualTo("-2.00 to -2.00");
  }

  @Test
  void aScoreGoesWithThePi3kCallAndIsCalibratedByTier() throws Exception {
    Evaluation evaluation =
        new ResultsBuilder("PI3K_CALL", "PI3K_SCORE", "PI3K_GENOMIC_TIER")
            .patients(6, "ACTIVE_HIGH,0.9,G1 : PI3K_CALL=yes")
            .patients(2, "ACTIVE_HIGH,0.8,G1 : PI3K_CALL=no")
            .patients(9, "NOT_DETECTED,0.05,G0 : PI3K_CALL=no")
            .patients(3, "INSUFFICIENT,NA,GNA : PI3K_CALL=yes")
            .evaluate(folder)
            .orElseThrow();

    assertThat(evaluation.pairs())
        .extracting(p -> p.pair().toString())
        .containsExactly("PI3K_CALL", "PI3K_SCORE=PI3K_CALL");
    assertThat(evaluation.pairs().get(0).calibration())
        .containsExactly(
            new CalibrationBin("PI3K_CALL", "ACTIVE_HIGH", 6, 8),
            new CalibrationBin("PI3K_CALL", "NOT_DETECTED", 0, 9),
            new CalibrationBin("PI3K_CALL", "INSUFFICIENT", 3, 3),
            new CalibrationBin("PI3K_GENOMIC_TIER", "G1", 6, 8),
            new CalibrationBin("PI3K_GENOMIC_TIER", "G0", 0, 9),
            new CalibrationBin("PI3K_GENOMIC_TIER", "GNA", 3, 3));
    assertThat(evaluation.pairs().get(1).calibration())
        .containsExactly(
            new CalibrationBin("PI3K_SCORE", "0.0 to 0.1", 0, 9),
            new CalibrationBin("PI3K_SCORE", "0.8 to 0.9", 0, 2),
            new CalibrationBin("PI3K_SCORE", "0.9 to 1", 6, 6));
  }

  @Test
  void whatCannotBeEstimatedSaysWhy() throws Exception {
    Evaluation evaluation =
        new ResultsBuilder("TNBC_CALL", "MY_Z")
            .patients(3, "INDETERMINATE,NA : L=yes")
            .patients(2, "TNBC,1.5 : L=yes")
            .pair("TNBC_CALL", "L")
            .pair("MY_Z", "L")
            .evaluate(folder)
            .orElseThrow();
    GroupResult call = evaluation.pairs().get(0).all();
    GroupResult score = evaluation.pairs().get(1).all();

    assertThat(estimate(call, Measure.SPECIFICITY).note())
        .isEqualTo("not estimable: no truth-negative with a determined call");
    assertThat(estimate(call, Measure.NPV).note())
        .isEqualTo("not estimable: nothing was called negative");
    assertThat(estimate(call, Measure.KAPPA).note())
        .isEqualTo("not estimable: the truth is all of one word");
    assertThat(estimate(score, Measure.AUROC).note())
        .isEqualTo("not estimable: no truth-negative has a score");
    for (MeasureRow row : new EvaluationTables(evaluation).measures()) {
      assertThat(row.value().equals("NA")).isEqualTo(row.note().startsWith("not estimable"));
    }
  }

  @Test
  void measuresSubgroupsOfEitherTable() throws Exception {
    PairResult pair =
        new ResultsBuilder("TNBC_CALL", "SAMPLE_TYPE")
            .patients(3, "TNBC,PRIMARY : L=yes,SITE=A")
            .patients(1, "NOT_TNBC,PRIMARY : L=yes,SITE=B")
            .patients(2, "NOT_TNBC,METASTASIS : L=no")
            .pair("TNBC_CALL", "L")
            .by("site")
            .by("SAMPLE_TYPE")
            .evaluate(folder)
            .orElseThrow()
            .pairs()
            .get(0);

    assertThat(pair.groups())
        .extracting(g -> g.by() + " " + g.group() + " " + g.units())
        .containsExactly(
            " all 6",
            "SITE (missing) 2",
            "SITE A 3",
            "SITE B 1",
            "SAMPLE_TYPE METASTASIS 2",
            "SAMPLE_TYPE PRIMARY 4");
    assertThat(estimate(pair.groups().get(2), Measure.SENSITIVITY).value()).isEqualTo(1);
  }

  @Test
  void theUsersWordsGoBeforeTheUsualOnes() throws Exception {
    PairResult pair =
        new ResultsBuilder("TNBC_CALL")
            .patients(3, "TNBC_PROBABLE : L=basal")
            .patients(2, "NOT_TNBC : L=luminal")
            .patients(1, "INDETERMINATE : L=basal")
            .pair("tnbc_call", "l")
            .positive("TNBC_CALL", "TNBC", "TNBC_PROBABLE")
            .positive("L", "BASAL")
            .evaluate(folder)
            .orElseThrow()
            .pairs()
            .get(0);

    assertThat(pair.callPositive()).containsExactly("TNBC_PROBABLE");
    assertThat(pair.callUndetermined()).containsExactly("INDETERMINATE");
    assertThat(pair.truthNegative()).containsExactly("LUMINAL");
    assertThat(estimate(pair.all(), Measure.SENSITIVITY).numerator()).isEqualTo(3);
  }

  @Test
  void columnsOfTheScreeningAloneAreComparedAndMakeSubgroups() throws Exception {
    PairResult pair =
        new ResultsBuilder("TNBC_CALL")
            .patients(2, "TNBC : L=yes")
            .patients(1, "TNBC : L=no")
            .screening("CLINICAL", "MET", "MET", "NOT_MET")
            .screening("NOT_ASSESSED", "", "ECOG", "")
            .pair("CLINICAL", "L")
            .positive("CLINICAL", "MET")
            .by("NOT_ASSESSED")
            .evaluate(folder)
            .orElseThrow()
            .pairs()
            .get(0);

    assertThat(estimate(pair.all(), Measure.SENSITIVITY).value()).isEqualTo(1);
    assertThat(estimate(pair.all(), Measure.UNDETERMINED_RATE).value()).isZero();
    assertThat(pair.groups())
        .extracting(g -> g.by() + " " + g.group() + " " + g.units())
        .containsExactly(" all 3", "NOT_ASSESSED (missing) 2", "NOT_ASSESSED ECOG 1");
  }

  /** P1 is a candidate by sample A; her sample B is none, and says so only in OTHER_SAMPLES. */
  @Test
  void aDecisionIsThatOfItsOwnSample() throws Exception {
    Evaluation evaluation =
        new ResultsBuilder("DECISION", "PRIORITY")
            .tumour("P1", "A", "CANDIDATE,A : L=yes,M=yes")
            .tumour("P1", "B", "CANDIDATE,A : L=no,M=yes")
            .tumour("P2", "C", "NOT_CANDIDATE,- : L=no,M=no")
            .screening("DECISION", "CANDIDATE", "NOT_CANDIDATE")
            .screening("PRIORITY", "A", "-")
            .screening("OTHER_SAMPLES", "X: CANDIDATE; B: NOT_CANDIDATE", "")
            .pair("DECISION", "L")
            .pair("PRIORITY", "M")
            .positive("PRIORITY", "A")
            .evaluate(folder)
            .orElseThrow();

    PairResult decision = evaluation.pairs().get(0);
    assertThat(decision.discordant()).isEmpty();
    assertThat(estimate(decision.all(), Measure.SPECIFICITY).numerator()).isEqualTo(2);
    assertThat(estimate(decision.all(), Measure.SENSITIVITY).denominator()).isEqualTo(1);
    assertThat(estimate(evaluation.pairs().get(1).all(), Measure.UNDETERMINED_RATE).value())
        .isCloseTo(1 / 3.0, EXACTLY);
    assertThat(evaluation.problems())
        .filteredOn(p -> p.code().equals("RESULT_OF_ANOTHER_SAMPLE"))
        .singleElement()
        .satisfies(p -> assertThat(p.message()).contains("PRIORITY", "1 sample"));
  }

  @Test
  void narrowRangesOfAScoreKeepTheirUnits() throws Exception {
    ResultsBuilder builder = new ResultsBuilder("MY_Z");
    for (int i = 0; i < 10; i++) {
      builder.patients(1, "5.00" + i + " : L=" + (i > 5 ? "yes" : "no"));
    }
    List<CalibrationBin> bins =
        builder.pair("MY_Z", "L").evaluate(folder).orElseThrow().pairs().get(0).calibration();

    assertThat(bins)
        .containsExactly(
            new CalibrationBin("MY_Z", "5.000 to 5.001", 0, 2),
            new CalibrationBin("MY_Z", "5.002 to 5.003", 0, 2),
            new CalibrationBin("MY_Z", "5.004 to 5.005", 0, 2),
            new CalibrationBin("MY_Z", "5.006 to 5.007", 2, 2),
            new CalibrationBin("MY_Z", "5.008 to 5.009", 2, 2));
  }

  private static ResultsBuilder yesAndNo() {
    return new ResultsBuilder("TNBC_CALL")
        .patients(2, "TNBC : L=yes")
        .patients(2, "NOT_TNBC : L=no")
        .pair("TNBC_CALL", "L");
  }

  @Test
  void refusesWordsAndColumnsThatDoNotOccur() throws Exception {
    assertCode(yesAndNo().positive("L", "YESS"), "OPTION_WORD_UNKNOWN", "--positive [L]");
    assertCode(yesAndNo().positive("", "YESS"), "OPTION_WORD_UNKNOWN", "--positive");
    assertCode(yesAndNo().undetermined("L", "MAYBE"), "OPTION_WORD_UNKNOWN", "--undetermined [L]");
    assertCode(yesAndNo().positive("LL", "YES"), "OPTION_COLUMN_UNKNOWN", "--positive [LL]");
    assertCode(
        yesAndNo().lowIsPositive("MY_Z"), "OPTION_COLUMN_UNKNOWN", "--low-is-positive [MY_Z]");
    assertThat(yesAndNo().positive("", "YES", "TNBC").evaluate(folder)).isPresent();
    assertThat(yesAndNo().positive("tnbc_call", "TNBC_PROBABLE", "TNBC").evaluate(folder))
        .as("a word of the vocabulary need not occur")
        .isPresent();
  }

  @Test
  void refusesWhatItCannotCompare() throws Exception {
    assertCode(
        new ResultsBuilder("TNBC_CALL").patients(2, "TNBC : L=perhaps").pair("TNBC_CALL", "L"),
        "TRUTH_WORD_UNKNOWN",
        "truth.tsv:2 [L]");
    assertCode(
        new ResultsBuilder("SAMPLE_TYPE").patients(2, "PRIMARY : L=yes").pair("SAMPLE_TYPE", "L"),
        "RESULT_WORD_UNKNOWN",
        "calls.tsv [SAMPLE_TYPE]");
    assertCode(
        new ResultsBuilder("TNBC_CALL").patients(2, "TNBC : L=yes"),
        "TRUTH_NOTHING_TO_COMPARE",
        "truth.tsv");
    assertCode(
        new ResultsBuilder("TNBC_CALL").patients(2, "TNBC : L=yes").pair("TNBC", "L"),
        "RESULT_COLUMN_UNKNOWN",
        "results [TNBC]");
    assertCode(
        new ResultsBuilder("TNBC_CALL").patients(2, "TNBC : L=yes").pair("TNBC_CALL", "M"),
        "TRUTH_COLUMN_UNKNOWN",
        "truth.tsv [M]");
    assertCode(
        new ResultsBuilder("TNBC_CALL")
            .patients(2, "TNBC : L=yes")
            .pair("TNBC_CALL", "L")
            .by("NOWHERE"),
        "TRUTH_COLUMN_UNKNOWN",
        "truth.tsv [NOWHERE]");
    ResultsBuilder many = new ResultsBuilder("TNBC_CALL", "AGE");
    for (int age = 0; age < 51; age++) {
      many.patients(1, "TNBC," + age + " : L=yes");
    }
    assertCode(many.pair("TNBC_CALL", "L").by("AGE"), "SUBGROUPS_TOO_MANY", "--by [AGE]");
  }

  private void assertCode(ResultsBuilder builder, String code, String where) throws Exception {
    assertThat(builder.evaluate(folder)).isEmpty();
    assertThat(builder.problems.sorted())
        .filteredOn(p -> p.severity() == InputProblem.Severity.ERROR)
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.code()).isEqualTo(code);
              assertThat(p.where()).hasToString(where);
              assertThat(p.fix()).isNotBlank();
            });
  }
}
