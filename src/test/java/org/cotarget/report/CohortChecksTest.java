package org.cotarget.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cotarget.assess.jakstat.JakStatAssessor;
import org.cotarget.assess.pi3k.Pi3kAssessor;
import org.cotarget.assess.receptor.ReceptorAssessor;
import org.cotarget.cohort.ClinicalValue;
import org.cotarget.cohort.Cohort;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.ExpressionMatrix.Unit;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblem.Severity;
import org.cotarget.cohort.Patient;
import org.cotarget.cohort.Receptor;
import org.cotarget.cohort.ReceptorResult.Status;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.cohort.TumorSample;
import org.cotarget.eligibility.AssessedSample;
import org.cotarget.expression.ExpressionProfile;
import org.cotarget.expression.ExpressionReadout;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.testing.SampleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CohortChecksTest {

  private static final Reference REFERENCE = ReferenceLoader.bundled();
  private static final int GENES = 1200;

  private final List<TumorSample> tumours = new ArrayList<>();
  private final Map<String, Map<String, Float>> expression = new TreeMap<>();

  private SampleBuilder next() {
    return SampleBuilder.sample("S" + String.format("%04d", tumours.size()));
  }

  private void add(SampleBuilder builder, String... clinical) {
    TumorSample s = builder.build();
    Map<String, ClinicalValue> values = new TreeMap<>();
    for (String cell : clinical) {
      String column = cell.substring(0, cell.indexOf('='));
      values.put(
          column,
          new ClinicalValue(
              cell.substring(cell.indexOf('=') + 1),
              SourceLocation.ofLine("clinical.tsv", tumours.size() + 2).atColumn(column)));
    }
    tumours.add(
        new TumorSample(
            s.id(),
            s.patientId(),
            s.type(),
            s.receptors(),
            s.proteins(),
            s.variants(),
            s.copyNumbers(),
            s.coverage(),
            values));
  }

  private List<InputProblem> check() {
    ReceptorAssessor receptors = new ReceptorAssessor(REFERENCE, false);
    Pi3kAssessor pi3k = new Pi3kAssessor(REFERENCE);
    JakStatAssessor jakStat = new JakStatAssessor(REFERENCE);
    List<AssessedSample> assessed =
        tumours.stream()
            .map(
                s ->
                    new AssessedSample(
                        s,
                        ExpressionProfile.NONE,
                        receptors.assess(s),
                        pi3k.assess(s, ExpressionProfile.NONE, false),
                        jakStat.assess(s, ExpressionProfile.NONE)))
            .toList();
    Cohort cohort =
        new Cohort(
            tumours.stream().map(s -> new Patient(s.patientId(), List.of(s))).toList(),
            matrix(),
            List.of());
    CohortChecks checks = new CohortChecks(REFERENCE);
    StratificationReport report =
        new StratificationReport(
            "0",
            "0",
            cohort,
            ExpressionReadout.none(List.of()),
            assessed,
            Map.of(),
            List.of(),
            Map.of(),
            checks.subtypes(assessed),
            checks.ranks(cohort.expression()),
            List.of(),
            List.of(),
            List.of());
    return checks.problems(new RunResults(report, REFERENCE));
  }

  /** A matrix of counts with noise in its other genes. */
  private Optional<ExpressionMatrix> matrix() {
    if (expression.isEmpty()) {
      return Optional.empty();
    }
    List<String> samples = tumours.stream().map(TumorSample::id).toList();
    List<String> genes = new ArrayList<>(expression.keySet());
    List<float[]> rows = new ArrayList<>();
    for (Map<String, Float> row : expression.values()) {
      float[] values = new float[samples.size()];
      Arrays.fill(values, Float.NaN);
      for (int i = 0; i < values.length; i++) {
        values[i] = row.getOrDefault(samples.get(i), Float.NaN);
      }
      rows.add(values);
    }
    Random random = new Random(4);
    while (genes.size() < GENES) {
      genes.add("NOISE" + genes.size());
      float[] values = new float[samples.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = 1 + random.nextInt(1000);
      }
      rows.add(values);
    }
    return Optional.of(
        new ExpressionMatrix(
            genes,
            samples,
            rows.toArray(float[][]::new),
            Unit.COUNTS,
            SourceLocation.ofFile("counts.tsv")));
  }

  private void measure(String gene, double value) {
    String sample = tumours.get(tumours.size() - 1).id();
    expression.computeIfAbsent(gene, g -> new TreeMap<>()).put(sample, (float) value);
  }

  private static List<String> codes(List<InputProblem> problems) {
    return problems.stream().map(InputProblem::code).toList();
  }

  @ParameterizedTest
  @CsvSource({
    // 0 of 60 triple-negative at G1: Wilson 0-6.0%, below 20%
    "60, 0, true",
    // 0 of 15: 0-20.4%, reaches the band
    "15, 0, false",
    // 12 of 60: 20%
    "60, 12, false",
    // 6 of 60: 10%, 4.7-20.1%, reaches the band
    "60, 6, false",
    // 5 of 60: 8.3%, 3.6-18.1%
    "60, 5, true",
    // 40 of 60: 66.7%, 54.1-77.3%
    "60, 40, true",
    // fewer than prevalence.min-patients are no cohort
    "20, 20, true",
    "19, 19, false",
    "1, 1, false"
  })
  void g1IsHeldAgainstItsBandByItsInterval(int patients, int altered, boolean unexpected) {
    for (int i = 0; i < patients; i++) {
      SampleBuilder builder =
          next().tripleNegative().sequenced("AKT1", "PTEN", "PIK3CA").gistic("PTEN", 0);
      add(i < altered ? builder.missense("AKT1", "p.E17K") : builder);
    }
    List<InputProblem> found =
        check().stream().filter(p -> p.message().contains("tier G1")).toList();

    assertThat(found).hasSize(unexpected ? 1 : 0);
    assertThat(found)
        .allSatisfy(
            p -> {
              assertThat(p.code()).isEqualTo("PREVALENCE_UNEXPECTED");
              assertThat(p.severity()).isEqualTo(Severity.WARNING);
              assertThat(p.message()).contains(altered + " of " + patients, "20.0-40.0%");
              assertThat(p.fix()).startsWith("likely causes: ");
            });
  }

  @Test
  void aCohortOfTripleNegativesIsANote() {
    for (int i = 0; i < 40; i++) {
      add(next().tripleNegative());
    }
    assertThat(check())
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.code()).isEqualTo("COHORT_SELECTED");
              assertThat(p.severity()).isEqualTo(Severity.NOTE);
            });
    assertThat(CohortChecks.sentences(check())).isEmpty();
  }

  @Test
  void hormoneReceptorPositivesWithoutAkt1E17kAreTold() {
    for (int i = 0; i < 400; i++) {
      SampleBuilder builder = next().status(Receptor.ER, Status.POSITIVE).sequenced();
      add(i % 3 == 0 ? builder.missense("PIK3CA", "p.H1047R") : builder);
    }
    assertThat(check())
        .extracting(InputProblem::message)
        .anySatisfy(m -> assertThat(m).startsWith("AKT1 E17K among ER- or PR-positive"))
        .noneSatisfy(m -> assertThat(m).contains("PIK3CA mutated"));
  }

  @Test
  void subtypeLabelsAreReadFromASuppliedColumn() {
    for (int i = 0; i < 60; i++) {
      add(next().sequenced().missense("PIK3CA", "p.H1047R"), "PAM50_SUBTYPE=Basal-like");
    }
    assertThat(check())
        .extracting(InputProblem::message)
        .anySatisfy(
            m ->
                assertThat(m)
                    .startsWith("PIK3CA mutated among patients labelled BASAL")
                    .contains("60 of 60"));
  }

  @ParameterizedTest
  @CsvSource({
    "GENDER, Female, 700, , true",
    "SEX, F, 0, , false",
    "SEX, Male, 700, , false",
    // Silent Y genes alone: a man's tumour may have lost the Y.
    "SEX, Male, 0, , false",
    "SEX, Male, 0, 990, true",
    "SEX, Male, 0, 0, false",
    "SEX, Unknown, 700, , false",
    "SEXUAL_HISTORY, Female, 700, , false"
  })
  void sexIsHeldAgainstGenesOfTheSexChromosomes(
      String column, String sex, double y, Double xist, boolean contradicted) {
    add(next(), column + "=" + sex);
    for (String gene : List.of("DDX3Y", "KDM5D", "ENSG00000129824.16", "UTY")) {
      measure(gene, y);
    }
    if (xist != null) {
      measure("XIST", xist);
    }
    assertThat(codes(check()).contains("SEX_CONTRADICTED")).isEqualTo(contradicted);
  }

  /** A gene that was not measured in a sample does not silence the others. */
  @ParameterizedTest
  @CsvSource({"3, true", "2, false"})
  void aMissingGeneOfTheYChromosomeIsLeftOut(int measured, boolean contradicted) {
    List<String> genes = List.of("DDX3Y", "KDM5D", "UTY", "USP9Y");
    add(next(), "SEX=Male");
    genes.forEach(gene -> measure(gene, 700));
    add(next(), "SEX=Female");
    genes.subList(0, measured).forEach(gene -> measure(gene, 700));
    assertThat(check())
        .filteredOn(p -> p.code().equals("SEX_CONTRADICTED"))
        .hasSize(contradicted ? 1 : 0)
        .allSatisfy(p -> assertThat(p.message()).contains("S0001", "the 3 genes"));
  }

  @Test
  void withoutEnoughGenesOfTheYChromosomeNothingIsSaid() {
    add(next(), "SEX=Female");
    measure("DDX3Y", 900);
    measure("UTY", 900);
    assertThat(codes(check())).isEmpty();
  }

  @Test
  void receptorMrnaOfTheOtherGroupIsTold() {
    Random random = new Random(9);
    for (int i = 0; i < 30; i++) {
      boolean positive = i % 2 == 0;
      add(next().status(Receptor.ER, positive ? Status.POSITIVE : Status.NEGATIVE));
      measure("ESR1", (positive ? 940 : 300) + random.nextInt(50));
    }
    assertThat(codes(check())).isEmpty();
    add(next().status(Receptor.ER, Status.NEGATIVE));
    measure("ESR1", 960);

    assertThat(check())
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.code()).isEqualTo("RECEPTOR_RNA_DISCORDANT");
              assertThat(p.message()).contains("ER of S0030 is negative", "ESR1");
              assertThat(p.where()).hasToString("test.txt:1");
            });
  }

  @Test
  void aGroupOfFewIsNoReference() {
    for (int i = 0; i < 25; i++) {
      add(next().status(Receptor.ER, i < 9 ? Status.NEGATIVE : Status.POSITIVE));
      measure("ESR1", i == 0 ? 990 : i < 9 ? 300 + i : 940 + i);
    }
    assertThat(codes(check())).isEmpty();
  }

  @Test
  void patientsWhoShareRareVariantsAreTold() {
    for (String id : List.of("A", "B")) {
      add(
          SampleBuilder.sample(id)
              .variant("PIK3R1", Consequence.MISSENSE_VARIANT, "p.K459N")
              .variant("TP53", Consequence.STOP_GAINED, "p.R213*")
              .variant("PTEN", Consequence.FRAMESHIFT_VARIANT, "p.T319fs"));
    }
    add(SampleBuilder.sample("C").variant("PIK3R1", Consequence.MISSENSE_VARIANT, "p.K459N"));

    assertThat(check())
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.code()).isEqualTo("PATIENTS_SHARE_VARIANTS");
              assertThat(p.message())
                  .isEqualTo("P-A and P-B share 3 of the 3 rare variants of both in panel genes");
            });
  }

  /** Two rows without alleles at one position need not be one variant. */
  @Test
  void variantsWithoutAllelesAreNotShared() {
    for (String id : List.of("A", "B")) {
      add(
          SampleBuilder.sample(id)
              .alleles("", "")
              .variant("PIK3R1", Consequence.MISSENSE_VARIANT, "")
              .variant("TP53", Consequence.STOP_GAINED, "")
              .variant("PTEN", Consequence.FRAMESHIFT_VARIANT, ""));
    }
    assertThat(codes(check())).doesNotContain("PATIENTS_SHARE_VARIANTS");
  }

  @Test
  void hotspotsAndCommonVariantsAreSharedByChance() {
    for (int i = 0; i < 2; i++) {
      add(
          next()
              .missense("PIK3CA", "p.H1047R")
              .missense("AKT1", "p.E17K")
              .missense("PIK3CA", "p.E545K"));
    }
    for (int i = 0; i < 4; i++) {
      add(
          next()
              .missense("TP53", "p.P72R")
              .missense("PIK3R1", "p.M326I")
              .missense("JAK2", "p.L393V"));
    }
    assertThat(codes(check())).doesNotContain("PATIENTS_SHARE_VARIANTS");
  }

  @Test
  void theSameClinicalRowTwiceIsTold() {
    for (int i = 0; i < 6; i++) {
      int who = i == 5 ? 4 : i;
      add(
          next(),
          "UUID=u" + i,
          "SEX=Female",
          "STAGE=II",
          "AGE=" + (50 + who % 3),
          "DAYS_TO_BIRTH=-" + (20000 + 7 * who),
          "OS_DAYS=" + (300 + 11 * who));
    }
    assertThat(check())
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.code()).isEqualTo("PATIENTS_SHARE_CLINICAL_ROW");
              assertThat(p.message()).startsWith("P-S0004, P-S0005 agree");
              assertThat(p.where()).hasToString("clinical.tsv:7");
            });
  }

  @Test
  void rowsThatAgreeInCommonValuesOnlyAreNot() {
    for (int i = 0; i < 20; i++) {
      add(next(), "SEX=Female", "STAGE=II", "AGE=5" + i % 4, "GRADE=3", "SIDE=left");
    }
    assertThat(codes(check())).isEmpty();
  }

  @Test
  void findsTheSameTwiceInAnyOrder() {
    for (int i = 0; i < 60; i++) {
      add(next().tripleNegative().sequenced().gistic("PTEN", 0), "SEX=Female");
      measure("DDX3Y", i % 10 == 0 ? 900 : 0);
      measure("UTY", i % 10 == 0 ? 900 : 0);
      measure("KDM5D", i % 10 == 0 ? 900 : 0);
    }
    List<InputProblem> first = check();
    assertThat(first.stream().filter(p -> p.code().equals("SEX_CONTRADICTED"))).hasSize(6);
    assertThat(check()).isEqualTo(first);
    assertThat(CohortChecks.sentences(first).stream().collect(Collectors.toSet()))
        .hasSize((int) first.stream().filter(p -> p.severity() == Severity.WARNING).count());
  }
}
