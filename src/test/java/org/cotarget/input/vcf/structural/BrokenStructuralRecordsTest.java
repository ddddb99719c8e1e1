package org.cotarget.input.vcf.structural;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cotarget.cohort.GenomeAssembly;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Structural records that break the rules: each is told with line and column. */
class BrokenStructuralRecordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chr10 87930000 a N <DEL> . . SVTYPE=DEL;END=87920000 GT 0/1|ERROR VCF_SV_RANGE 1 [INFO/END]",
        "chr10 87930000 a N <DEL> . . SVTYPE=DEL;END=900000000 GT 0/1|ERROR VCF_SV_RANGE 1 [INFO/END]",
        "chr10 x a N <DEL> . . SVTYPE=DEL;END=87920000 GT 0/1|ERROR VCF_SV_RANGE 1 [POS]",
        "chr10 87930000 a N <DEL> . . SVTYPE=DEL GT 0/1|ERROR VCF_SV_END 1 [INFO]",
        "chr10 87930000 a N <CNV> . . SVTYPE=CNV;END=. GT:CN 0/1:1|ERROR VCF_SV_END 1 [INFO]",
        "chr10 87930000 a N <CNV> . . SVTYPE=CNV;END=87940000 GT:CN 0/1:two|ERROR VCF_SV_COPIES 1 [CN]",
        "chr10 87930000 a N <CNV> . . SVTYPE=CNV;END=87940000 GT:CN 0/1:99999|ERROR VCF_SV_COPIES 1 [CN]",
        "chr10 87930000 a N <DEL> . . IMPRECISE;END=87940000;FOLD_CHANGE_LOG=low GT ./.|ERROR VCF_SV_COPIES 1 [FOLD_CHANGE_LOG]",
        "chr10 87930000 a N <DEL> . . IMPRECISE;END=87940000;FOLD_CHANGE_LOG=-99 GT ./.|ERROR VCF_SV_COPIES 1 [FOLD_CHANGE_LOG]",
        "chr10 87930000 a N N[chr2[ . . SVTYPE=BND GT 0/1|ERROR VCF_SV_MATE 1 [ALT]",
        "chr10 87930000 a N N[chr2:5] . . SVTYPE=BND GT 0/1|ERROR VCF_SV_MATE 1 [ALT]",
        "chr10 87930000 a N [chr2:5[ . . SVTYPE=BND GT 0/1|ERROR VCF_SV_MATE 1 [ALT]",
        "chr10 87930000 a N N[chr2:5[N . . SVTYPE=BND GT 0/1|ERROR VCF_SV_MATE 1 [ALT]",
        "chr10 87930000 a N <TRA> . . SVTYPE=TRA;END=5 GT 0/1|ERROR VCF_SV_MATE 1 [INFO/CHR2]",
        "chr10 87930000 a N <BND> . . SVTYPE=BND;CHR2=2 GT 0/1|ERROR VCF_SV_MATE 1 [INFO/END]",
        "chr10 87930000 a N <DUP> . . SVTYPE=DUP;SVLEN=-900 GT 0/1|WARNING VCF_SV_LENGTH 1 [INFO/SVLEN]",
        "chr10 87930000 a N <CNV:TR> . . SVLEN=90 GT 0/1|NOTE VCF_SV_NOT_READ 0 []",
        "chr10 87930000 a N <FOO> . . SVTYPE=FOO GT 0/1|NOTE VCF_SV_NOT_READ 0 []"
      })
  void tellsLineAndColumn(String record, String problem) {
    assertThat(StructuralFile.tumorOnly(GenomeAssembly.GRCH38).record(record).problems())
        .containsExactly(problem);
  }

  /** Outside the panel a record is not looked at further than where it lies. */
  @ParameterizedTest
  @CsvSource({
    "chr10 1000 a N <DEL> . . SVTYPE=DEL;END=900 GT 0/1",
    "chr10 1000 a N N[chr2[ . . SVTYPE=BND GT 0/1",
    "chr1 1000 a N <CNV> . . END=2000 GT:CN 0/1:x",
    "chrUn_1 87930000 a N <DEL> . . END=87940000 GT 1/1"
  })
  void leavesAloneWhatConcernsNoGene(String record) {
    assertThat(StructuralFile.tumorOnly(GenomeAssembly.GRCH38).record(record).problems()).isEmpty();
  }

  @Test
  void cannotPlaceARecordWithoutAnAssembly() {
    StructuralFile file =
        StructuralFile.tumorOnly(GenomeAssembly.UNKNOWN)
            .record("chr10 87000000 a N <DEL> . . END=88500000 GT:CN 1/1:0");
    assertThat(file.problems()).isEqualTo(List.of("ERROR VCF_SV_BUILD 1 [POS]"));
  }

  @Test
  void aMissingValueIsNoFault() {
    assertThat(
            StructuralFile.tumorOnly(GenomeAssembly.GRCH38)
                .record("chr10 87000000 a N <CNV> . . END=88500000 GT:CN .:.")
                .record("chr10 87000000 a N <CNV> . . END=88500000 GT:CN .:-1")
                .record("chr10 87000000 a N <CNV> . . END=88500000 GT:CN .")
                .record("chr10 87000000 a N <DEL> . . IMPRECISE;END=88500000;FOLD_CHANGE=nan GT .")
                .tells())
        .isEqualTo("nothing");
  }
}
