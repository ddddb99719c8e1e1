package org.cotarget.input.vcf.structural;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a record may concern a gene, for every way of reading that selects by place. */
class RecordExtentTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 100 a ACGT A . . .|1:100-103",
        "1 100 a A <NON_REF> . . END=900|1:100-100",
        "1 100 a A <DEL> . . END=900|1:100-100 1:100-900",
        "1 100 a A <DEL> . . SVLEN=-50|1:100-100 1:100-150",
        "1 100 a A <DUP>,<DEL> . . SVLEN=9,50|1:100-100 1:100-109 1:100-150",
        "1 100 a A <DEL> . . END=50|1:100-100 1:100-100",
        "1 100 a A . . . END=900|1:100-100 1:100-900",
        "1 100 a A A[2:7[ . . SVTYPE=BND|1:100-100 2:7-7",
        "1 100 a A ]1:7]A . . SVTYPE=BND|1:100-100 1:7-100",
        "1 100 a A <TRA> . . SVTYPE=TRA;CHR2=5;END=77|1:100-100 5:77-77",
        "1 100 a A A. . . SVTYPE=BND|1:100-100",
        "1 100 a A A[nonsense . . SVTYPE=BND|1:100-100"
      })
  void coversAllThatARecordNames(String record, String stretches) {
    assertThat(
            RecordExtent.of(record.split(" ", -1)).stream()
                .map(s -> s.chrom() + ":" + s.start() + "-" + s.end())
                .collect(Collectors.joining(" ")))
        .isEqualTo(stretches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 100 a ACGT A . . .|false",
        "1 100 a A <NON_REF> . . END=900 GT:DP 0/0:9|false",
        "1 100 a A C,<NON_REF> . . . GT:DP 0/1:9|false",
        "1 100 a A * . . . GT 0/1|false",
        "1 100 a A . . . . GT 0/0|false",
        "1 100 a A . . . END=900 GT:GQX:DP 0/0:9:9|false",
        "1 100 a A . . . END=900 GT:CN 0/0:2|true",
        "1 100 a A <DEL> . . END=900 GT 0/1|true",
        "1 100 a A C,<DEL> . . END=900 GT 0/2|true",
        "1 100 a A A[2:7[ . . SVTYPE=BND GT 0/1|true",
        "1 100 a A A. . . SVTYPE=BND GT 0/1|true",
        "1 100 a A ACGT . . PRECISE;SVTYPE=INS GT 0/1|true"
      })
  void knowsStructuralRecords(String record, boolean structural) {
    assertThat(StructuralForm.concerns(record.split(" ", -1))).isEqualTo(structural);
  }
}
