package org.cotarget.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import org.cotarget.cohort.ProteinChange.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protein changes as MAFs and annotators spell them. */
class ProteinChangeTest {

  @ParameterizedTest
  @CsvSource({
    "p.H1047R,MISSENSE,1047,1047,H1047R",
    "p.His1047Arg,MISSENSE,1047,1047,H1047R",
    "ENSP00000263967.3:p.(Glu545Lys),MISSENSE,545,545,E545K",
    "p.R130*,NONSENSE,130,130,R130*",
    "p.Arg130Ter,NONSENSE,130,130,R130*",
    "p.S406=,SYNONYMOUS,406,406,S406=",
    "p.S406S,SYNONYMOUS,406,406,S406=",
    "p.Ser406%3D,SYNONYMOUS,406,406,S406=",
    "p.K267Rfs*9,FRAMESHIFT,267,267,K267fs",
    "p.-345fs,FRAMESHIFT,345,345,345fs",
    "p.X168_splice,SPLICE,168,168,X168_splice",
    "p.M1?,START_LOST,1,1,M1?",
    "p.*404Qext*12,EXTENSION,404,404,*404Qext*?",
    "p.K567del,INFRAME_INDEL,567,567,K567del",
    "p.45_46insH,INFRAME_INDEL,45,46,45_46delinsH",
    "p.97_98EE>E,INFRAME_INDEL,97,98,EE97_98delinsE",
    "p.739_740EK>D*,NONSENSE,739,740,EK739D*",
  })
  void isRead(String text, Kind kind, int first, int last, String shortForm) {
    assertThat(ProteinChange.parse(text))
        .hasValueSatisfying(
            change -> {
              assertThat(change.kind()).isEqualTo(kind);
              assertThat(change.firstCodon()).isEqualTo(first);
              assertThat(change.lastCodon()).isEqualTo(last);
              assertThat(change.shortForm()).isEqualTo(shortForm);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "p.?", "p.0", "NA", "exon 9", "c.3140A>G"})
  void isNotRead(String text) {
    assertThat(ProteinChange.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "p. H1047R",
        "p.H 1047 R",
        "p.h1047r",
        "P.H1047R",
        "p.[H1047R]",
        "PIK3CA p.H1047R",
        "p.H1047R;p.H1047R",
        "p.H1047R,p.E545K",
        "p.H1047R?",
        "H1047R (hotspot)",
        "c.3140A>G p.H1047R",
        "p.HIS1047ARG",
        "p.his1047arg",
        "p.[(His1047Arg)]"
      })
  void readsAHotspotHoweverItIsSpelled(String text) {
    assertThat(ProteinChange.parse(text).map(ProteinChange::shortForm)).contains("H1047R");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"p.3140A>G", "p.H1047L/R", "p.H99999999999R", "p.?", "p.0", "hotspot", ""})
  void doesNotReadWhatNamesNoChange(String text) {
    assertThat(ProteinChange.parse(text)).isEmpty();
  }

  @Test
  void readsOldStopsAndKeepsInsertedResidues() {
    assertThat(ProteinChange.parse("p.R130X").map(ProteinChange::kind))
        .contains(ProteinChange.Kind.NONSENSE);
    assertThat(ProteinChange.parse("p.V600_K601delinsALA").map(ProteinChange::alternate))
        .contains("ALA");
  }
}
