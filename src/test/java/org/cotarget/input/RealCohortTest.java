package org.cotarget.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cotarget.annotation.VariantAnnotator;
import org.cotarget.cohort.AssayLayer;
import org.cotarget.cohort.Cohort;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblem.Severity;
import org.cotarget.cohort.ReceptorResult;
import org.cotarget.cohort.TumorSample;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The TCGA breast cohort as a study folder and as the files it was made of. Passes without the
 * data.
 */
class RealCohortTest {

  private static final Path DATA =
      Files.isDirectory(Path.of("../shared/data"))
          ? Path.of("../shared/data")
          : Path.of("../../shared/data");
  private static final Path STUDY = DATA.resolve("tcga-brca-study");
  private static final Path RAW = DATA.resolve("tcga-brca");

  private final CohortReader reader =
      new CohortReader(ReferenceLoader.bundled(), new VariantAnnotator(ReferenceLoader.bundled()));

  @BeforeEach
  void needsTheData() {
    assumeTrue(
        Files.isDirectory(STUDY) && Files.isDirectory(RAW),
        "skipped: TCGA data not at " + STUDY + " and " + RAW);
  }

  @Test
  void theStudyIsReadWithoutErrors() {
    Cohort cohort = read(study());
    assertThat(cohort.patients()).hasSize(820);
    assertThat(count(cohort, s -> s.coverage().covers(AssayLayer.SNV_INDEL, "PIK3CA")))
        .isEqualTo(748);
    assertThat(count(cohort, s -> s.coverage().covers(AssayLayer.COPY_NUMBER, "PTEN")))
        .isEqualTo(122);
    assertThat(cohort.expression().orElseThrow().samples()).hasSize(75);
    assertThat(cohort.samples().map(TumorSample::id)).contains("TCGA-A1-A0SB-01");
  }

  @Test
  void theRawFilesAreReadWithoutErrors() {
    Cohort cohort = read(raw());
    assertThat(count(cohort, s -> s.coverage().covers(AssayLayer.COPY_NUMBER, "PTEN")))
        .isEqualTo(122);
    assertThat(cohort.expression().orElseThrow().samples()).hasSize(75);
    assertThat(count(cohort, s -> !s.variants().isEmpty())).isGreaterThan(400);
  }

  @Test
  void bothGiveTheSameSamplesWithTheSameMeasurements() {
    Map<String, TumorSample> study = byId(read(study()));
    Map<String, TumorSample> raw = byId(read(raw()));
    for (TumorSample sample : study.values()) {
      assertThat(raw).containsKey(sample.id());
      TumorSample other = raw.get(sample.id());
      assertThat(changes(other)).as(sample.id()).containsAll(changes(sample));
      assertThat(values(other)).as(sample.id()).containsAll(values(sample));
      assertThat(primary(other)).as(sample.id()).isEqualTo(primary(sample));
    }
  }

  @Test
  void readingTwiceGivesTheSameProblems() {
    assertThat(reader.read(raw()).problems().sorted())
        .isEqualTo(reader.read(raw()).problems().sorted());
  }

  private Cohort read(InputRequest request) {
    CohortReader.Reading reading = reader.read(request);
    List<InputProblem> errors =
        reading.problems().sorted().stream().filter(p -> p.severity() == Severity.ERROR).toList();
    assertThat(errors).isEmpty();
    return reading.cohort().orElseThrow();
  }

  private static InputRequest study() {
    return Requests.study(STUDY);
  }

  private static InputRequest raw() {
    return new Requests()
        .maf(RAW.resolve("firehose_BRCA.maf.gz"))
        .cna(RAW.resolve("gistic/part1.all_data_by_genes.txt.gz"))
        .cna(RAW.resolve("gistic/part2.all_data_by_genes.txt.gz"))
        .cna(RAW.resolve("gistic/part3.all_data_by_genes.txt.gz"))
        .cna(RAW.resolve("gistic/part4.all_data_by_genes.txt.gz"))
        .expression(RAW.resolve("expr_counts.tsv.gz"))
        .clinical(RAW.resolve("xena_clinical.tsv"))
        .build();
  }

  private static long count(Cohort cohort, Predicate<TumorSample> test) {
    return cohort.samples().filter(test).count();
  }

  private static Map<String, TumorSample> byId(Cohort cohort) {
    Map<String, TumorSample> samples = new TreeMap<>();
    cohort.samples().forEach(sample -> samples.put(sample.id(), sample));
    return samples;
  }

  private static Set<String> changes(TumorSample sample) {
    return sample.variants().stream()
        .map(
            v ->
                v.gene()
                    + ' '
                    + v.chrom().replace("23", "X")
                    + ' '
                    + v.position()
                    + ' '
                    + v.ref()
                    + '>'
                    + v.alt())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> values(TumorSample sample) {
    return sample.copyNumbers().stream()
        .map(call -> call.gene() + ' ' + call.scale() + ' ' + call.value())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> primary(TumorSample sample) {
    return sample.receptors().stream()
        .filter(result -> result.basis() == ReceptorResult.Basis.PRIMARY)
        .map(r -> r.receptor() + " " + r.assay() + ' ' + r.status() + ' ' + r.number())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
