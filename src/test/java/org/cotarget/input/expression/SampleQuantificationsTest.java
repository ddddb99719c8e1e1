package org.cotarget.input.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.ExpressionMatrix.Unit;
import org.cotarget.cohort.InputFile;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblems;
import org.cotarget.input.layer.ExpressionLayer;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of one sample each, with the first lines that the tools write. */
class SampleQuantificationsTest {

  private static final Reference REFERENCE = ReferenceLoader.bundled();

  @TempDir Path folder;
  private final InputProblems problems = new InputProblems();
  private final Map<String, Path> files = new LinkedHashMap<>();

  private void file(String sample, String text) throws IOException {
    String content = text.replace(' ', '\t').replace('~', ' ').replace("\\n", "\n");
    files.put(sample, Files.writeString(folder.resolve(sample + ".txt"), content));
  }

  private Optional<ExpressionLayer> read(Optional<Unit> declared) {
    ExpressionReader matrices = new ExpressionReader(REFERENCE);
    return new SampleQuantifications(
            REFERENCE, (sample, path, own) -> matrices.read(path, declared, Optional.empty(), own))
        .read(files, declared, problems);
  }

  private String codes() {
    return String.join(" ", problems.sorted().stream().map(InputProblem::code).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Name Length EffectiveLength TPM NumReads\\nENSG00000171862.11 9 8 31.5 100.2; ; LINEAR; 31.5; TPM of salmon",
        "Name Length EffectiveLength TPM NumReads\\nPTEN 9 8 31.5 1000.2; COUNTS; COUNTS; 1000.2; NumReads of salmon",
        "gene_id transcript_id(s) length effective_length expected_count TPM FPKM\\nPTEN a,b 9 8 100.20 31.5 30; ; LINEAR; 31.5; TPM of RSEM",
        "gene_id transcript_id(s) length effective_length expected_count TPM FPKM\\nENSG00000171862_PTEN a 9 8 100.20 31.5 30\\n5728 a 9 8 100.20 31.5 30; COUNTS; COUNTS; 100.2; expected_count of RSEM",
        "target_id length eff_length est_counts tpm\\nPTEN 9 8 100 31.5; ; LINEAR; 31.5; tpm of kallisto",
        "#~gene-model:~GENCODE\\ngene_id gene_name gene_type unstranded stranded_first stranded_second tpm_unstranded fpkm_unstranded fpkm_uq_unstranded\\nN_unmapped   5 6 7   \\nENSG00000171862.11 PTEN protein_coding 100 50 50 31.5 1 2; ; LINEAR; 31.5; tpm_unstranded of STAR",
        "Gene~ID Gene~Name Reference Strand Start End Coverage FPKM TPM\\nENSG00000171862 PTEN 10 + 1 2 3 4 31.5; ; LINEAR; 31.5; TPM of StringTie",
        "#~Program:featureCounts\\nGeneid Chr Start End Strand Length s.bam\\nENSG00000171862 10|10 1|2 3|4 +|+ 100 1500; ; COUNTS; 1500; featureCounts",
        "PTEN 1500\\nAKT1 7\\n__no_feature 12\\n__ambiguous 3; ; COUNTS; 1500; HTSeq",
        "N_unmapped 9 9 9\\nN_multimapping 9 9 9\\nN_noFeature 9 9 9\\nN_ambiguous 9 9 9\\nENSG00000171862 1500 2 1498; ; COUNTS; 1498; second strand",
        "N_unmapped 9 9 9\\nN_multimapping 9 9 9\\nN_noFeature 9 9 9\\nN_ambiguous 9 9 9\\nENSG00000171862 1500 1400 100; ; COUNTS; 1400; first strand",
        "N_unmapped 9 9 9\\nN_multimapping 9 9 9\\nN_noFeature 9 9 9\\nN_ambiguous 9 9 9\\nENSG00000171862 1500 800 700; ; COUNTS; 1500; unstranded",
        "gene anything\\nPTEN 1500\\nAKT1 3; ; COUNTS; 1500; counts by its values"
      })
  void readsWhatTheToolsWrite(String text, Unit declared, Unit unit, float pten, String detail)
      throws IOException {
    file("S1", text);
    ExpressionLayer layer = read(Optional.ofNullable(declared)).orElseThrow();
    ExpressionMatrix matrix = layer.matrix();
    assertThat(matrix.unit()).isEqualTo(unit);
    assertThat(matrix.values()[matrix.rowByGene().get("PTEN")][0]).isEqualTo(pten);
    assertThat(matrix.genes()).noneMatch(gene -> gene.startsWith("N_") || gene.startsWith("__"));
    assertThat(layer.file().detail()).contains(detail);
    assertThat(problems.hasErrors()).isFalse();
  }

  private static final String SALMON = "Name Length EffectiveLength TPM NumReads\\n";

  @Test
  void putsSamplesTogetherWhateverTheirGenes() throws IOException {
    file("B", SALMON + "PTEN 1 1 30.5 9\\nAKT1 1 1 40 9\\n");
    file("A", SALMON + "AKT1 1 1 41 9\\nXIST 1 1 50 9\\nPTEN 1 1 31 9\\n");
    file("C", SALMON + "PTEN 1 1 32 9\\nAKT1 1 1 42 9\\n");
    ExpressionLayer layer = read(Optional.empty()).orElseThrow();
    ExpressionMatrix matrix = layer.matrix();
    assertThat(matrix.samples()).containsExactly("B", "A", "C");
    assertThat(matrix.genes()).containsExactly("PTEN", "AKT1", "XIST");
    assertThat(matrix.values()[0]).containsExactly(30.5f, 31f, 32f);
    assertThat(matrix.values()[1]).containsExactly(40f, 41f, 42f);
    assertThat(matrix.values()[2]).containsExactly(Float.NaN, 50f, Float.NaN);
    assertThat(layer.files()).extracting(InputFile::path).doesNotHaveDuplicates().hasSize(3);
  }

  @Test
  void filesOfTwoKindsAreNamedBoth() throws IOException {
    file("S1", SALMON + "PTEN 1 1 30 9\\n");
    file("S2", "PTEN 1500\\n__no_feature 3\\n");
    assertThat(read(Optional.empty())).isEmpty();
    InputProblem problem = problems.sorted().get(0);
    assertThat(problem.code()).isEqualTo("QUANTIFICATIONS_DIFFER");
    assertThat(problem.where().path()).endsWith("S2.txt");
    assertThat(problem.message()).contains("HTSeq").contains("salmon").contains("S1.txt");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "target_id length eff_length est_counts tpm\\nENST00000371953.8 9 8 100 31.5; ; QUANTIFICATION_OF_TRANSCRIPTS",
        "PTEN 1500\\n__no_feature 3; LINEAR; QUANTIFICATION_WITHOUT_UNIT",
        "Name Length EffectiveLength TPM NumReads\\nPTEN 1 1 30 9; LOG2; QUANTIFICATION_WITHOUT_UNIT",
        "Name Length EffectiveLength TPM NumReads\\nPTEN 1 1 x 9; ; VALUE_NOT_NUMBER",
        "Name Length EffectiveLength TPM NumReads\\nPTEN 1 1; ; ROW_RAGGED",
        "Name Length EffectiveLength TPM NumReads\\nPTEN 1 1 -3 9; ; EXPR_UNIT_CONTRADICTED",
        "Name Length EffectiveLength TPM NumReads\\nFOO 1 1 3 9; ; EXPR_NO_PANEL_GENE"
      })
  void whatCannotBeUsedIsAnError(String text, Unit declared, String code) throws IOException {
    file("S1", text);
    assertThat(read(Optional.ofNullable(declared))).isEmpty();
    assertThat(codes()).contains(code);
    assertThat(problems.hasErrors()).isTrue();
  }

  private static String nothingMeasured() {
    StringBuilder zeros = new StringBuilder(SALMON);
    for (int i = 0; i < 30_000; i++) {
      zeros.append("G").append(i).append(" 1 1 0 0\\n");
    }
    return zeros.toString();
  }

  @Test
  void filesOfWhichNothingWasMeasuredStillAreInputs() throws IOException {
    file("S2", nothingMeasured());
    ExpressionLayer layer = read(Optional.empty()).orElseThrow();
    assertThat(layer.matrix().samples()).isEmpty();
    assertThat(layer.files()).hasSize(1);
    assertThat(codes()).isEqualTo("EXPR_SAMPLE_EMPTY");
  }

  @Test
  void aSampleOfWhichNothingWasMeasuredIsLeftOut() throws IOException {
    file("S1", SALMON + "PTEN 1 1 30 9\\n");
    file("S2", nothingMeasured());
    ExpressionLayer layer = read(Optional.empty()).orElseThrow();
    assertThat(layer.matrix().samples()).containsExactly("S1");
    assertThat(layer.files()).hasSize(2);
    assertThat(problems.sorted())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("EXPR_SAMPLE_EMPTY");
              assertThat(problem.where().path()).endsWith("S2.txt");
            });
  }

  @Test
  void ofTwoRowsOfAGeneTheHigherStands() throws IOException {
    file("S1", SALMON + "ENSG00000171862.11 1 1 30 9\\nENSG00000171862.11_PAR_Y 1 1 0 0\\n");
    ExpressionMatrix matrix = read(Optional.empty()).orElseThrow().matrix();
    assertThat(matrix.genes()).isEqualTo(List.of("PTEN"));
    assertThat(matrix.values()[0][0]).isEqualTo(30f);
    assertThat(codes()).isEqualTo("EXPR_GENE_DUPLICATE");
  }
}
