package org.cotarget.input.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cotarget.input.expression.GeneName.Kind;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.reference.Signature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowGenesTest {

  private static final Reference REFERENCE = ReferenceLoader.bundled();
  private final RowGenes genes = new RowGenes(REFERENCE.geneNames());

  @ParameterizedTest
  @CsvSource({
    "PTEN, PTEN, CURRENT",
    "pten, PTEN, CURRENT",
    "ENSG00000171862, PTEN, CURRENT",
    "ENSG00000171862.18, PTEN, CURRENT",
    "5728, PTEN, CURRENT",
    "HGNC:9588, PTEN, CURRENT",
    "PTEN|5728, PTEN, CURRENT",
    "?|5728, PTEN, CURRENT",
    "WARS|7453, WARS1, CURRENT",
    "ENSG00000140105.18|WARS1, WARS1, CURRENT",
    "ENSG00000171862.11|PTEN|protein_coding, PTEN, CURRENT",
    "ATP5G1, ATP5MC1, FORMER",
    "SEPTIN3, SEPT3, FORMER",
    "3-Sep, SEPT3, FORMER",
    "XIST, XIST, CURRENT",
    "RPS4Y1, RPS4Y1, CURRENT",
    // A former symbol beside the id of another gene is that gene.
    "ATP5G1|999999, ATP5G1, OTHER",
    "?|100130426, 100130426, OTHER",
    "ENSG00000000003.15, ENSG00000000003, OTHER",
    // 207 is a length here and not the Entrez id of AKT1.
    "ENST00000456328.2|ENSG00000290825.1|-|-|DDX11L2-202|DDX11L2|207|lncRNA|, DDX11L2-202, OTHER",
    "FOO, FOO, OTHER",
    "AKT1 /// FOO, AKT1 /// FOO, OTHER",
    "NA, '', BLANK",
    "?, '', BLANK",
    "N_unmapped, N_unmapped, SUMMARY",
    "__no_feature, __no_feature, SUMMARY"
  })
  void oneCellNamesAGene(String text, String symbol, Kind kind) {
    GeneName found = genes.of(List.of(text));
    assertThat(found.kind()).isEqualTo(kind);
    if (kind == Kind.CURRENT || kind == Kind.FORMER || kind == Kind.BLANK) {
      assertThat(found.symbol()).isEqualTo(symbol);
    }
  }

  @Test
  void aSecondCellHelps() {
    assertThat(genes.of(List.of("MMAC1", "5728"))).isEqualTo(new GeneName("PTEN", Kind.CURRENT));
    assertThat(genes.of(List.of("NA", "ENSG00000171862")).symbol()).isEqualTo("PTEN");
    assertThat(genes.of(List.of("FOO", "0"))).isEqualTo(new GeneName("FOO", Kind.OTHER));
  }

  /** No gene of a signature is taken for another. */
  @Test
  void signaturesKeepTheirOwnSymbols() {
    for (Signature signature : REFERENCE.signatures()) {
      for (String gene : signature.weights().keySet()) {
        assertThat(genes.of(List.of(gene)).symbol()).isEqualTo(gene);
      }
    }
  }

  @Test
  void aRowByItsSymbolGoesBeforeOneByAFormerName() {
    GeneRows rows = new GeneRows();
    rows.add(genes.of(List.of("ATP5G1")), new float[] {9});
    rows.add(genes.of(List.of("ATP5MC1")), new float[] {1});
    rows.add(genes.of(List.of("516")), new float[] {2});
    rows.add(genes.of(List.of("ENSG00000159199")), new float[] {2});
    assertThat(rows.genes()).containsExactly("ATP5MC1");
    assertThat(rows.values()[0]).containsExactly(2f);
    assertThat(rows.repeated()).hasSize(3);
  }

  /** Else the library size of the first sample would change with the values of the second. */
  @Test
  void ofAGeneThatNothingLooksForTheFirstRowStands() {
    GeneRows rows = new GeneRows();
    rows.add(genes.of(List.of("FOO")), new float[] {1, 2});
    rows.add(genes.of(List.of("FOO")), new float[] {9, 900});
    rows.add(genes.of(List.of("PTEN")), new float[] {1, 2});
    rows.add(genes.of(List.of("PTEN")), new float[] {9, 900});
    assertThat(rows.genes()).containsExactly("FOO", "PTEN");
    assertThat(rows.values()[0]).containsExactly(1f, 2f);
    assertThat(rows.values()[1]).containsExactly(9f, 900f);
    assertThat(rows.repeated()).containsExactly("FOO", "PTEN");
  }
}
