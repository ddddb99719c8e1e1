package org.cotarget.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.cotarget.annotation.VariantAnnotator;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblem.Severity;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files made to fill the memory or to take for ever, and studies that point outside of their
 * folder. The limits are those of {@code docs/security.md}; the time limit is that of a hang.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileInputTest {

  private static final Reference REFERENCE = ReferenceLoader.bundled();
  private static final int MIB = 1 << 20;

  @TempDir Path folder;

  private List<InputProblem> errors(Requests request) {
    return new CohortReader(REFERENCE, new VariantAnnotator(REFERENCE))
        .read(request.build()).problems().sorted().stream()
            .filter(problem -> problem.severity() == Severity.ERROR)
            .toList();
  }

  /** A gzip of a text repeated, which takes a thousandth of that on disk. */
  private Path bomb(String name, String head, String repeated, long bytes) throws IOException {
    Path file = folder.resolve(name);
    byte[] block = repeated.repeat(MIB / repeated.length()).getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(head.getBytes(StandardCharsets.UTF_8));
      for (long written = 0; written < bytes; written += block.length) {
        out.write(block);
      }
    }
    return file;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"clinical", "maf", "cna", "seg", "expression", "sheet", "assay", "mapping"})
  void aLineWithoutEndIsRefused(String option) throws IOException {
    Path bomb = bomb("a.gz", "", "a", 65L * MIB);
    Requests request = new Requests().option(option + "#", bomb.toString(), folder);
    if (option.equals("assay") || option.equals("mapping")) {
      Path clinical = folder.resolve("clinical.txt");
      Files.writeString(clinical, "SAMPLE_ID\tER_STATUS\nS1\tNegative\n");
      request.clinical(clinical);
    }
    assertThat(errors(request))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("FILE_NOT_TEXT");
              assertThat(problem.message()).contains("line 1 is longer than 64 MiB");
            });
  }

  @Test
  void aRowWithoutEndIsRefused() throws IOException {
    Path bomb = bomb("a.gz", "SAMPLE_ID\tER_STATUS\n", "a", 65L * MIB);
    assertThat(errors(new Requests().clinical(bomb)))
        .singleElement()
        .satisfies(
            problem -> assertThat(problem.message()).contains("line 2 is longer than 64 MiB"));
    assertThat(errors(new Requests().expression(bomb)))
        .extracting(InputProblem::code)
        .contains("FILE_NOT_TEXT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"clinical", "maf", "cna", "seg", "expression", "vcf"})
  void zerosAreRefusedAtTheFirst(String option) throws IOException {
    Path bomb = bomb("a.gz", "", "\0", 300L * MIB);
    assertThat(errors(new Requests().option(option + "#", bomb.toString(), folder)))
        .extracting(InputProblem::code)
        .containsAnyOf("FILE_NOT_TEXT", "VCF_NOT_VCF");
  }

  /** What is read before the first row is held in memory. */
  @Test
  void commentsWithoutEndAreRefused() throws IOException {
    Path bomb = bomb("a.gz", "", "#\n", 4L * MIB);
    assertThat(errors(new Requests().clinical(bomb)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("FILE_NOT_TEXT");
              assertThat(problem.message()).contains("hold no header, only comments");
            });
    Path vcf = bomb("a.vcf.gz", "##fileformat=VCFv4.2\n", "##x=y\n", 65L * MIB);
    assertThat(errors(new Requests().vcf(vcf)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("VCF_HEADER");
              assertThat(problem.message()).contains("longer than 64 MiB");
            });
  }

  @Test
  void aListWithoutEndIsRefused() throws IOException {
    Path bomb = bomb("a.gz", "", "\n", 5L * MIB);
    Path clinical = folder.resolve("clinical.txt");
    Files.writeString(clinical, "SAMPLE_ID\tER_STATUS\nS1\tNegative\n");
    assertThat(errors(new Requests().clinical(clinical).assay(bomb.toString())))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.message()).contains("too large to be read as list of genes"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"clinical", "maf", "cna", "seg", "expression", "sheet"})
  void moreThanAMillionColumnsAreRefused(String option) throws IOException {
    Path wide = folder.resolve("wide.txt");
    Files.writeString(wide, "sample" + "\tx".repeat(1 << 20) + "\n1\n");
    assertThat(errors(new Requests().option(option + "#", "wide.txt", folder)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("TABLE_TOO_WIDE");
              assertThat(problem.message()).contains("line 1", "1048576");
              assertThat(problem.fix()).contains("split the samples");
            });
  }

  /** Blanks within a number, digits without end, and genotypes of very many alleles. */
  @ParameterizedTest
  @CsvSource({
    "5<blanks>x, ER_PERCENT",
    "<digits>x, ER_PERCENT",
    "<<blanks>5x, ER_PERCENT",
    "5<blanks>x, AGE",
    "<digits>, HER2_RATIO"
  })
  void longCellsTakeNoLongerThanTheyAreLong(String cell, String column) throws IOException {
    String text = cell.replace("<blanks>", " ".repeat(MIB)).replace("<digits>", "1".repeat(MIB));
    Path clinical = folder.resolve("clinical.txt");
    Files.writeString(clinical, "SAMPLE_ID\t" + column + "\nS1\t" + text + "\n");
    assertThat(
            new CohortReader(REFERENCE, new VariantAnnotator(REFERENCE))
                .read(new Requests().clinical(clinical).build())
                .problems()
                .sorted())
        .allSatisfy(problem -> assertThat(problem.message().length()).isLessThan(1_100));
  }

  private Path study() throws IOException {
    Path study = Files.createDirectories(folder.resolve("study"));
    Files.writeString(
        study.resolve("meta_clinical.txt"),
        "genetic_alteration_type: CLINICAL\ndatatype: SAMPLE_ATTRIBUTES\ndata_filename: data.txt\n");
    Files.writeString(study.resolve("data.txt"), "PATIENT_ID\tSAMPLE_ID\nP1\tS1\n");
    return study;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.txt",
        "sub/../../secret.txt",
        "/etc/passwd",
        "C:\\secret.txt",
        "\\\\host\\secret.txt"
      })
  void aNameThatLeadsOutOfTheStudyIsRefused(String name) throws IOException {
    Files.writeString(folder.resolve("secret.txt"), "PATIENT_ID\tSAMPLE_ID\nP1\tS1\n");
    Path study = study();
    Files.writeString(
        study.resolve("meta_clinical.txt"),
        "genetic_alteration_type: CLINICAL\ndatatype: SAMPLE_ATTRIBUTES\ndata_filename: "
            + name
            + "\n");
    assertThat(errors(new Requests().ofStudy(study)))
        .extracting(InputProblem::code)
        .contains("PATH_OUTSIDE_STUDY");
  }

  /** Also a meta file, a case list and a gene panel may be such a link, or lie in one. */
  @ParameterizedTest
  @ValueSource(
      strings = {"meta_more.txt", "data_gene_panel_x.txt", "case_lists", "gene_panels", "data.txt"})
  void noLinkLeadsOutOfTheStudy(String name) throws IOException {
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Path secret = outside.resolve("secret.txt");
    Files.writeString(secret, "stable_id: secret_sequenced\ngene_list: PTEN\ncase_list_ids: X9\n");
    Path study = study();
    Files.deleteIfExists(study.resolve(name));
    Files.createSymbolicLink(study.resolve(name), name.endsWith(".txt") ? secret : outside);
    CohortReader.Reading reading =
        new CohortReader(REFERENCE, new VariantAnnotator(REFERENCE)).read(Requests.study(study));
    assertThat(reading.problems().sorted())
        .extracting(InputProblem::code)
        .contains("PATH_OUTSIDE_STUDY");
    assertThat(reading.cohort()).isEmpty();
    assertThat(reading.problems().sorted().toString()).doesNotContain("X9");
  }

  /** As Nextflow, CWL and git-annex lay a folder out. */
  @Test
  void aStudyOfLinksNeedsLeaveToFollowThem() throws IOException {
    Path study = study();
    Path links = Files.createDirectory(folder.resolve("links"));
    try (Stream<Path> files = Files.list(study)) {
      for (Path file : files.toList()) {
        Files.createSymbolicLink(links.resolve(file.getFileName()), file);
      }
    }
    assertThat(errors(new Requests().ofStudy(links)))
        .isNotEmpty()
        .allSatisfy(
            problem -> {
              assertThat(problem.code()).isEqualTo("PATH_OUTSIDE_STUDY");
              assertThat(problem.fix()).contains("--follow-links", "cp -rL");
            });
    assertThat(errors(new Requests().ofStudy(links).followingLinks())).isEmpty();
  }

  @Test
  void aLinkWithinTheStudyIsFollowed() throws IOException {
    Path study = study();
    Files.move(study.resolve("data.txt"), study.resolve("kept.txt"));
    Files.createSymbolicLink(study.resolve("data.txt"), Path.of("kept.txt"));
    assertThat(errors(new Requests().ofStudy(study))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"clinical", "maf", "vcf", "cna", "seg", "expression", "sheet"})
  void aDeviceIsRefused(String option) {
    assumeTrue(Files.exists(Path.of("/dev/zero")), "skipped: this system has no /dev/zero");
    assertThat(errors(new Requests().option(option + "#", "/dev/zero", folder)))
        .extracting(InputProblem::code)
        .containsExactly("FILE_NOT_REGULAR");
  }
}
