package org.cotarget.input.vcf;

import static org.assertj.core.api.Assertions.assertThat;

import org.cotarget.cohort.ProteinChange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResidueChangeTest {

  @ParameterizedTest
  @CsvSource({
    "545,      E/K,    missense_variant,             MISSENSE,      545, 545, E545K",
    "546/1068, Q/P,    missense_variant,             MISSENSE,      546, 546, Q546P",
    "60,       S,      synonymous_variant,           SYNONYMOUS,    60,  60,  S60=",
    "130,      R/*,    stop_gained,                  NONSENSE,      130, 130, R130*",
    "127-128,  TI/X,   frameshift_variant,           FRAMESHIFT,    127, 127, T127fs",
    "?-6,      K/X,    frameshift_variant,           FRAMESHIFT,    6,   6,   K6fs",
    "567,      K/-,    inframe_deletion,             INFRAME_INDEL, 567, 567, K567del",
    "452-455,  EYQF/D, inframe_deletion,             INFRAME_INDEL, 452, 455, E452_455delinsD",
    "100,      E/EK,   inframe_insertion,            INFRAME_INDEL, 100, 101, E100_101delinsK",
    "455-456,  QF/QL,  missense_variant,             MISSENSE,      456, 456, F456L",
    "1,        M/V,    start_lost,                   START_LOST,    1,   1,   M1?",
    "404,      */W,    stop_lost,                    EXTENSION,     404, 404, *404Wext*?"
  })
  void readsTheResiduesOfVep(
      String position,
      String residues,
      String terms,
      ProteinChange.Kind kind,
      int first,
      int last,
      String label) {
    ProteinChange change = ResidueChange.read(position, residues, terms).orElseThrow();
    assertThat(change.kind()).isEqualTo(kind);
    assertThat(change.firstCodon()).isEqualTo(first);
    assertThat(change.lastCodon()).isEqualTo(last);
    assertThat(change.shortForm()).isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource({
    "545E>545K,             missense,                  E545K",
    "60S,                   synonymous,                S60=",
    "100AB>100C,            inframe_altering,          A100_101delinsC",
    "130R>130*,             stop_gained,               R130*",
    "16YX..>16*,            frameshift,                Y16fs",
    "25E..329>25G..94,      frameshift,                E25fs",
    "100AB>100A,            inframe_deletion,          B101del"
  })
  void readsTheResiduesOfBcftools(String text, String terms, String label) {
    String[] vep = ResidueChange.ofBcftools(text).orElseThrow();
    assertThat(ResidueChange.read(vep[0], vep[1], terms).map(ProteinChange::shortForm))
        .contains(label);
  }

  @ParameterizedTest
  @CsvSource({"'',E/K", "?,E/K", "12,''", "x,E/K"})
  void withoutAPositionThereIsNoChange(String position, String residues) {
    assertThat(ResidueChange.read(position, residues, "missense_variant")).isEmpty();
  }
}
