package org.cotarget.input.vcf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TumorColumnsTest {

  /** Columns, header line, known ids -> tumours as column=id; a dash where none can be told. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // named by the header
        "A B; ##tumor_sample=B; ; B=B",
        "A B; ##normal_sample=A; ; B=B",
        "NORMAL TUMOR; ##tumor_sample=BC7; ; TUMOR=BC7",
        "NORMAL TUMOR; ##TUMOR=\"Sample=TCGA-BT-A20W-01A-21D-A14W-08,File=/x.bam\"; ; TUMOR=TCGA-BT-A20W-01A-21D-A14W-08",
        "NORMAL PRIMARY; ##SAMPLE=<ID=PRIMARY,Description=\"Tumor\",SampleTCGABarcode=TCGA-A1-A0SK-01A>; ; PRIMARY=TCGA-A1-A0SK-01A",
        "X Y; ##PEDIGREE=<Derived=X,Original=Y>; ; X=X",
        "X Y; ##PEDIGREE=<ID=Y,Original=X>; ; Y=Y",
        // a family is no tumour and normal
        "X Y; ##PEDIGREE=<Child=X,Mother=Y>; ; -",
        // told by the names
        "TUMOR NORMAL; ; ; TUMOR=file",
        "normal tumour; ; ; tumour=file",
        "P1_N P1_T; ; ; P1_T=P1_T",
        "P1-tumor P1-blood; ; ; P1-tumor=P1-tumor",
        "P1 P1_germline; ; ; P1=P1",
        "P1_T P1; ; ; P1_T=P1_T",
        "P1_T1 P1_T2 P1_N; ; ; P1_T1=P1_T1 P1_T2=P1_T2",
        "TCGA-A1-A0SK-10A TCGA-A1-A0SK-01A; ; ; TCGA-A1-A0SK-01A=TCGA-A1-A0SK-01A",
        // a single column
        "S; ; ; S=S",
        "TUMOR; ; ; TUMOR=file",
        "NORMAL; ; ; -",
        // known ids
        "A B; ; B; B=B",
        "A B; ; A B; A=A B=B",
        // a cohort
        "A B C; ; ; A=A B=B C=C",
        "A B; ; ; -"
      })
  void findsTheTumours(String columns, String header, String known, String expected) {
    Set<String> ids = known == null ? Set.of() : Set.of(known.split(" "));
    List<String> names = List.of(columns.split(" "));
    TumorColumns.Decision decision =
        new TumorColumns(header == null ? List.of() : List.of(header), names)
            .decide(
                new VcfReader.Options(
                    Set.of(), Optional.empty(), ids::contains, Optional.empty(), Set.of()),
                "file");
    String found =
        decision.tumors().stream()
            .map(tumor -> names.get(tumor.column()) + "=" + tumor.id())
            .collect(Collectors.joining(" "));
    assertThat(found.isEmpty() ? "-" : found).isEqualTo(expected);
    assertThat(decision.evidence()).isNotBlank();
  }

  /** What the user and the sample sheet name goes before all else. */
  @ParameterizedTest
  @CsvSource({
    "A B,          B, ,    B=B",
    "TUMOR NORMAL, NORMAL, , NORMAL=NORMAL",
    "TUMOR NORMAL, , BC7,  TUMOR=BC7",
    "A B C,        , B,    B=B",
    "A B C,        , D,    -",
    "A B,          C, ,    -"
  })
  void theUserDecides(String columns, String tumor, String sheet, String expected) {
    List<String> names = List.of(columns.split(" "));
    TumorColumns.Decision decision =
        new TumorColumns(List.of(), names)
            .decide(
                new VcfReader.Options(
                    tumor == null ? Set.of() : Set.of(tumor),
                    Optional.ofNullable(sheet),
                    id -> false,
                    Optional.empty(),
                    Set.of()),
                "file");
    String found =
        decision.tumors().stream()
            .map(found1 -> names.get(found1.column()) + "=" + found1.id())
            .collect(Collectors.joining(" "));
    assertThat(found.isEmpty() ? "-" : found).isEqualTo(expected);
  }

  /** Callers name the samples in their command line, in whatever order the columns stand. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "X Y; ##GATKCommandLine=<ID=Mutect2,CommandLine=\"Mutect2 --tumor-sample X --normal-sample Y --input a.bam\">; X; Y",
        "X Y; ##GATKCommandLine=<ID=Mutect2,CommandLine=\"Mutect2 -tumor Y -normal X\">; Y; X",
        "X Y; ##MuTect=\"analysis_type=MuTect tumor_sample_name=Y normal_sample_name=X\"; Y; X",
        "X Y; ##SentieonCommandLine.TNscope=<ID=TNscope,CommandLine=\"--algo TNscope --tumor_sample Y --normal_sample X\">; Y; X",
        "X Y; ##DRAGENCommandLine=<ID=dragen,CommandLineOptions=\"--RGSM X --RGSM-tumor Y\">; Y; X",
        "X Y; ##sageCommandLine=-tumor Y -reference X; Y; X",
        "X Y; ##octopus=<command=\"octopus --normal-sample X\">; Y; X",
        "COLO829R COLO829T; ; COLO829T; COLO829R",
        "P1T P1N; ; P1T; P1N",
        "NORMAL TUMOR; ; TUMOR; NORMAL",
        "P1_T1 P1_T2; ; P1_T1 P1_T2; -",
        "A B C; ; A B C; -",
      })
  void tellsTumoursAndNormals(String columns, String header, String tumors, String normals) {
    List<String> names = List.of(columns.split(" "));
    TumorColumns.Decision decision =
        new TumorColumns(header == null ? List.of() : List.of(header), names)
            .decide(
                new VcfReader.Options(
                    Set.of(), Optional.empty(), id -> false, Optional.empty(), Set.of()),
                "file");
    assertThat(decision.tumors().stream().map(t -> names.get(t.column())))
        .containsExactly(tumors.split(" "));
    assertThat(decision.normals().stream().map(names::get).collect(Collectors.joining(" ")))
        .isEqualTo(normals.equals("-") ? "" : normals);
    assertThat(decision.withNormal()).isEqualTo(!normals.equals("-"));
  }

  /** Several names may be given, one for each file. */
  @Test
  void theNamesOfOtherFilesDoNotMatter() {
    VcfReader.Options options =
        new VcfReader.Options(
            Set.of("B", "Z"), Optional.empty(), id -> false, Optional.empty(), Set.of());
    assertThat(new TumorColumns(List.of(), List.of("A", "B")).decide(options, "file").tumors())
        .extracting(TumorColumns.Tumor::id)
        .containsExactly("B");
    TumorColumns.Decision none =
        new TumorColumns(List.of(), List.of("C", "D")).decide(options, "file");
    assertThat(none.tumors()).isEmpty();
    assertThat(none.evidence()).contains("B or Z");
  }
}
