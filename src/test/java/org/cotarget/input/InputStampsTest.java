package org.cotarget.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.cotarget.annotation.VariantAnnotator;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblems;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputStampsTest {

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void makesAFile() throws IOException {
    file = Files.writeString(folder.resolve("a.maf"), "Hugo_Symbol\n");
  }

  private static InputProblems problems(InputStamps stamps) {
    InputProblems problems = new InputProblems();
    stamps.check(problems);
    return problems;
  }

  private InputStamps stamps() {
    return InputStamps.of(new Requests().maf(file).build());
  }

  @Test
  void filesThatStayAreNoProblem() {
    assertThat(problems(stamps()).sorted()).isEmpty();
  }

  @Test
  void tellsOfAFileThatGrewOrWasCut() throws IOException {
    InputStamps stamps = stamps();
    Files.writeString(file, "PIK3CA\n", StandardOpenOption.APPEND);
    InputProblem problem = problems(stamps).sorted().get(0);
    assertThat(problem.code()).isEqualTo("INPUT_CHANGED");
    assertThat(problem.where().toString()).contains("a.maf");
    assertThat(problem.message()).contains("12 to 19 bytes");
  }

  @Test
  void anInodeThatIsNewIsNoChange() throws IOException {
    FileTime time = Files.getLastModifiedTime(file);
    InputStamps stamps = stamps();
    Path other = Files.writeString(folder.resolve("other"), "Hugo_Symbol\n");
    Files.setLastModifiedTime(other, time);
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    assertThat(problems(stamps).sorted()).isEmpty();
  }

  @Test
  void tellsOfAFileThatWasWrittenInPlace() throws IOException {
    InputStamps stamps = stamps();
    Files.writeString(file, "Hugo_symbol\n");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2027-01-01T00:00:00Z")));
    assertThat(problems(stamps).sorted().get(0).message()).contains("changed");
  }

  @Test
  void tellsOfAFileThatWasDeleted() throws IOException {
    InputStamps stamps = stamps();
    Files.delete(file);
    assertThat(problems(stamps).sorted().get(0).message()).contains("deleted");
  }

  @Test
  void tellsOfAnIndexThatWasReplaced() throws IOException {
    Path index = Files.writeString(folder.resolve("a.maf.tbi"), "1");
    InputStamps stamps = stamps();
    Files.writeString(index, "12");
    assertThat(problems(stamps).sorted().get(0).where().toString()).contains("a.maf.tbi");
  }

  @Test
  void filesThatAreNotReadMayChange() throws IOException {
    Path vcf = Files.writeString(folder.resolve("a.vcf"), "#");
    Path log = Files.writeString(folder.resolve("run.log"), "1");
    InputStamps stamps = InputStamps.of(new Requests().vcf(folder).ofStudy(folder).build());
    Files.writeString(log, "12");
    Files.delete(file);
    assertThat(problems(stamps).sorted()).isEmpty();
    Files.delete(vcf);
    assertThat(problems(stamps).sorted().get(0).where().toString()).contains("a.vcf");
  }

  @Test
  void aFileThatGrowsWhileItIsReadGivesNoCohort() throws IOException {
    Path maf =
        Files.writeString(
            folder.resolve("m.maf"),
            """
            Hugo_Symbol\tTumor_Sample_Barcode\tVariant_Classification\tHGVSp_Short\tFILTER
            PIK3CA\tA\tMissense_Mutation\tp.H1047R\tlow_depth
            """);
    Reference reference = ReferenceLoader.bundled();
    VariantAnnotator annotator = new VariantAnnotator(reference);
    CohortReader reader =
        new CohortReader(
            reference,
            variant -> {
              append(maf);
              return annotator.name(variant);
            });
    CohortReader.Reading reading = reader.read(new Requests().maf(maf).build());
    assertThat(reading.problems().sorted()).extracting("code").contains("INPUT_CHANGED");
    assertThat(reading.cohort()).isEmpty();
  }

  private static void append(Path file) {
    try {
      Files.writeString(file, "#\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
