package org.cotarget.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cotarget.expression.BuiltInModels;
import org.cotarget.expression.ExpressionModel;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the built-in model against the reference that it is shipped with. */
class BuiltInModelTest {

  private static final Path DATA = Path.of("../shared/data/tcga-brca");
  private static final Reference REFERENCE = ReferenceLoader.bundled();

  @TempDir private Path folder;

  private static ExpressionModel model() {
    return BuiltInModels.find(REFERENCE, "tcga-brca-counts").orElseThrow();
  }

  @Test
  void namesItsGenesAsMatricesAreRead() {
    assertThat(model().genes())
        .extracting(ExpressionModel.Gene::symbol)
        .allSatisfy(gene -> assertThat(REFERENCE.geneNames().current(gene)).isEqualTo(gene))
        .contains("ATP5MC1", "EPRS1", "GUCY1B1", "HYCC2", "NHERF1", "NIBAN1", "TENT5A", "WARS1");
  }

  @Test
  void holdsTheSignaturesOfTheReference() {
    assertThat(model().signatures()).isEqualTo(REFERENCE.signatures());
  }

  /** The script that is said to make it makes the bytes that are shipped. */
  @Test
  void isWhatFittingItsDataGives() throws IOException, InterruptedException {
    assumeTrue(Files.exists(DATA), () -> DATA + " is not there");
    Path out = folder.resolve("model.json");
    CommandLineRunner.Result fitted = CommandLineRunner.run(argumentsOfTheScript(out));
    assertThat(fitted.code()).as(fitted.err()).isZero();
    assertThat(out).hasSameBinaryContentAs(Path.of("reference/models/tcga-brca-counts.json"));
  }

  /** The script calls a program that prints its arguments, one a line, in place of the jar. */
  private static List<String> argumentsOfTheScript(Path out)
      throws IOException, InterruptedException {
    ProcessBuilder script =
        new ProcessBuilder(
            "bash", "src/bench/expression/fit_builtin_model.sh", DATA.toString(), out.toString());
    script.environment().put("COTARGET", "printf %s\\n");
    Process process = script.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return printed.lines().toList();
  }
}
