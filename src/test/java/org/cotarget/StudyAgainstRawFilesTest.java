package org.cotarget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.cotarget.annotation.VariantAnnotator;
import org.cotarget.cohort.AssayLayer;
import org.cotarget.cohort.Cohort;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblem.Severity;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.Receptor;
import org.cotarget.cohort.ReceptorResult;
import org.cotarget.cohort.Shard;
import org.cotarget.eligibility.AssessedSample;
import org.cotarget.eligibility.CriteriaReader;
import org.cotarget.input.CohortReader;
import org.cotarget.input.InputRequest;
import org.cotarget.input.vcf.scan.ReaderKind;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.report.CriteriaSummary;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The TCGA breast cohort gets the same calls from a study folder as from the files the folder was
 * made of. The folder's expression matrix is cut to some genes and cannot be normalised, so both
 * are called without expression.
 */
class StudyAgainstRawFilesTest {

  private static final List<Path> PLACES =
      List.of(Path.of("../shared/data"), Path.of("../../shared/data"));
  private static final Reference REFERENCE = ReferenceLoader.bundled();

  private static Map<String, AssessedSample> study = Map.of();
  private static Map<String, AssessedSample> raw = Map.of();

  @BeforeAll
  static void callBoth() {
    Optional<Path> data = PLACES.stream().filter(Files::isDirectory).findFirst();
    assumeTrue(
        data.isPresent(),
        () -> "needs the TCGA data in " + PLACES.get(0).toAbsolutePath().normalize());
    study = call(request(Optional.of(data.get().resolve("tcga-brca-study")), Optional.empty()));
    raw = call(request(Optional.empty(), Optional.of(data.get().resolve("tcga-brca"))));
  }

  @Test
  void comparesTheSequencedCohort() {
    assertThat(raw.keySet()).containsAll(study.keySet());
    assertThat(
            inBoth()
                .filter(id -> sequenced(study.get(id)) && sequenced(raw.get(id)))
                .collect(Collectors.toSet()))
        .hasSizeGreaterThanOrEqualTo(740);
    assertThat(inBoth().filter(StudyAgainstRawFilesTest::sameHer2Results)).hasSizeGreaterThan(500);
  }

  @Test
  void callsErAndPrTheSame() {
    same("ER", inBoth(), a -> a.receptors().er());
    same("PR", inBoth(), a -> a.receptors().pr());
  }

  @Test
  void callsPi3kTheSame() {
    same("PI3K tier", inBoth(), a -> a.pi3k().tier());
    same("PI3K call", inBoth(), a -> a.pi3k().call());
    same("PI3K arm", inBoth(), a -> a.pi3k().arm());
  }

  @Test
  void callsJakStatTheSame() {
    same("JAK2/STAT5 call", inBoth(), a -> a.jakStat().call());
  }

  /** Curated HER2 statuses stand in the raw table only, so where they decide, the calls differ. */
  @Test
  void callsHer2AndTnbcTheSameFromTheSamePathology() {
    same(
        "HER2",
        inBoth().filter(StudyAgainstRawFilesTest::sameHer2Results),
        a -> a.receptors().her2());
    same(
        "TNBC call",
        inBoth().filter(StudyAgainstRawFilesTest::sameHer2Results),
        a -> a.receptors().call());
  }

  private static void same(
      String what, Stream<String> samples, Function<AssessedSample, Object> call) {
    SoftAssertions all = new SoftAssertions();
    samples.forEach(
        id ->
            all.assertThat(call.apply(raw.get(id)))
                .as("%s of %s from raw files", what, id)
                .isEqualTo(call.apply(study.get(id))));
    all.assertAll();
  }

  private static Stream<String> inBoth() {
    return study.keySet().stream().filter(raw::containsKey);
  }

  private static boolean sequenced(AssessedSample sample) {
    return sample.sample().coverage().covers(AssayLayer.SNV_INDEL, "PIK3CA");
  }

  private static boolean sameHer2Results(String id) {
    Set<String> results = her2Results(study.get(id));
    return !results.isEmpty() && results.equals(her2Results(raw.get(id)));
  }

  private static Set<String> her2Results(AssessedSample sample) {
    return sample.sample().receptors().stream()
        .filter(r -> r.receptor() == Receptor.HER2)
        .filter(r -> r.basis() == ReceptorResult.Basis.PRIMARY)
        .map(r -> r.assay() + " " + r.status() + ' ' + r.number())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, AssessedSample> call(InputRequest request) {
    CohortReader.Reading reading =
        new CohortReader(REFERENCE, new VariantAnnotator(REFERENCE)).read(request);
    List<InputProblem> errors =
        reading.problems().sorted().stream().filter(p -> p.severity() == Severity.ERROR).toList();
    assertThat(errors).isEmpty();
    Cohort read = reading.cohort().orElseThrow();
    Cohort withoutExpression = new Cohort(read.patients(), Optional.empty(), read.inputs());
    Map<String, AssessedSample> samples = new TreeMap<>();
    stratification()
        .stratify(withoutExpression, List.of())
        .samples()
        .forEach(sample -> samples.put(sample.sample().id(), sample));
    return samples;
  }

  private static Stratification stratification() {
    return new Stratification(
        REFERENCE,
        new StratificationOptions(
            false,
            List.of(
                new StratificationOptions.Trial(
                    new CriteriaReader(REFERENCE)
                        .read(
                            ReferenceLoader.text("criteria/dual-pi3k-jak2.yaml"),
                            "default",
                            new InputProblems())
                        .orElseThrow(),
                    new CriteriaSummary("dual-pi3k-jak2", "", "1", "built-in", ""))),
            List.of()),
        "test");
  }

  private static InputRequest request(Optional<Path> study, Optional<Path> raw) {
    return new InputRequest(
        study,
        false,
        Optional.empty(),
        List.of(),
        files(raw, "firehose_BRCA.maf.gz"),
        files(
            raw,
            "gistic/part1.all_data_by_genes.txt.gz",
            "gistic/part2.all_data_by_genes.txt.gz",
            "gistic/part3.all_data_by_genes.txt.gz",
            "gistic/part4.all_data_by_genes.txt.gz"),
        List.of(),
        files(raw, "expr_counts.tsv.gz"),
        files(raw, "xena_clinical.tsv"),
        Optional.empty(),
        raw.isPresent() ? List.of("WES") : List.of(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        ReaderKind.SCAN,
        Shard.WHOLE);
  }

  private static List<Path> files(Optional<Path> folder, String... names) {
    return folder.stream().flatMap(dir -> Stream.of(names).map(dir::resolve)).toList();
  }
}
