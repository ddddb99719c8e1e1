package org.cotarget.input.vcf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
}
