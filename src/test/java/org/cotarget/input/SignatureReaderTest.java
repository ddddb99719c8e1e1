package org.cotarget.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblems;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.reference.Signature;
import org.cotarget.reference.Signature.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureReaderTest {

  @TempDir private Path folder;
  private final InputProblems problems = new InputProblems();

  private List<Signature> read(String text, Optional<Method> method) throws IOException {
    Path file = Files.writeString(folder.resolve("sets"), text);
    return new SignatureReader(ReferenceLoader.bundled().geneNames(), problems).read(file, method);
  }

  @Test
  void readsGmt() throws IOException {
    List<Signature> read =
        read(
            "# mine\r\nMy set-1\thttp://x\tPTEN\tMMAC1\tGENE1\t\r\n\r\nTWO\t\tA\n",
            Optional.empty());
    assertThat(read).extracting(Signature::id).containsExactly("MY_SET_1", "TWO");
    assertThat(read.get(0).weights())
        .containsExactly(Map.entry("PTEN", 1.0), Map.entry("GENE1", 1.0));
    assertThat(read.get(0).method()).isEqualTo(Method.MEAN_Z);
    assertThat(read.get(0).isUsers()).isTrue();
    assertThat(problems.hasWarnings() || problems.hasErrors()).isFalse();
    assertThat(problems.sorted())
        .extracting(InputProblem::code)
        .containsExactly("SIGNATURE_GENE_REPEATED");
  }

  @ParameterizedTest
  @CsvSource({
    "WARS,               WARS1", // former symbol of a gene outside the panel
    "MMAC1,              PTEN",
    "ENSG00000171862,    PTEN",
    "ENSG00000171862.11, PTEN",
    "ENSG00000140105.18, WARS1",
    "5728,               PTEN",
    "HGNC:9588,          PTEN",
    "ENSG00000000003.15, ENSG00000000003", // no gene of the reference: as a matrix names it
    "FOO,                FOO"
  })
  void namesGenesAsTheReaderOfMatricesDoes(String written, String symbol) throws IOException {
    assertThat(read("A\td\t" + written + "\n", Optional.empty()))
        .singleElement()
        .satisfies(s -> assertThat(s.weights()).containsExactly(Map.entry(symbol, 1.0)));
  }

  @Test
  void readsAWeightedTable() throws IOException {
    List<Signature> read =
        read("Signature\tGENE\tweight\nA\tG1\t-1.5\nB\tG1\t2\nA\tG2\t1e-3\n", Optional.empty());
    assertThat(read).extracting(Signature::id).containsExactly("A", "B");
    assertThat(read.get(0).weights())
        .containsExactly(Map.entry("G1", -1.5), Map.entry("G2", 0.001));
    assertThat(read.get(0).method()).isEqualTo(Method.WEIGHTED_Z);
    assertThat(read("signature\tgene\nA\tG1\n", Optional.of(Method.SSGSEA)))
        .singleElement()
        .satisfies(s -> assertThat(s.method()).isEqualTo(Method.SSGSEA))
        .satisfies(s -> assertThat(s.weights()).containsExactly(Map.entry("G1", 1.0)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ONE;desc                              | SIGNATURE_LINE       | 1 | ``",
        "ONE;desc; ;                           | SIGNATURE_LINE       | 1 | ``",
        "--;desc;G1                            | SIGNATURE_LINE       | 1 | name",
        "A;d;G1/a;d;G2                         | SIGNATURE_TWICE      | 2 | name",
        "signature;gene;weight                 | SIGNATURE_EMPTY      | 0 | ``",
        "# nothing                             | SIGNATURE_EMPTY      | 0 | ``",
        "signature;gene;weight/A;;1            | SIGNATURE_LINE       | 2 | gene",
        "signature;gene;weight/A;G1;x          | SIGNATURE_WEIGHT     | 2 | weight",
        "signature;gene;weight/A;G1;NaN        | SIGNATURE_WEIGHT     | 2 | weight",
        "signature;gene;weight/A;G1;0          | SIGNATURE_WEIGHT     | 2 | weight",
        "signature;gene;weight/A;G1;1/A;G1;2   | SIGNATURE_GENE_TWICE | 3 | gene",
      })
  void tellsWhatIsWrongAndWhere(String text, String code, int line, String column)
      throws IOException {
    read(text.replace(';', '\t').replace('/', '\n') + "\n", Optional.empty());
    assertThat(problems.sorted())
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(code))
        .satisfies(problem -> assertThat(problem.where().line()).isEqualTo(line))
        .satisfies(problem -> assertThat(problem.where().column()).isEqualTo(column))
        .satisfies(problem -> assertThat(problem.fix()).isNotBlank());
    assertThat(problems.hasErrors()).isTrue();
  }

  @Test
  void tellsOfAMissingFile() {
    assertThat(
            new SignatureReader(ReferenceLoader.bundled().geneNames(), problems)
                .read(folder.resolve("none"), Optional.empty()))
        .isEmpty();
    assertThat(problems.hasErrors()).isTrue();
  }
}
