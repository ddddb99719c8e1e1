package org.cotarget.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotarget.reference.GenePanel;
import org.cotarget.reference.PanelGene;

/** A small panel for tests of readers. */
public final class TestPanel {

  private TestPanel() {}

  /** PIK3CA, PTEN and AKT1, and any further symbols with made-up ids. */
  public static GenePanel with(String... more) {
    List<PanelGene> genes = new ArrayList<>();
    genes.add(
        gene(
            "PIK3CA",
            "HGNC:8975",
            "5290",
            "ENSG00000121879",
            "3",
            "NM_006218.4",
            "ENST00000263967.4",
            "OG"));
    genes.add(
        gene(
            "PTEN",
            "HGNC:9588",
            "5728",
            "ENSG00000171862",
            "10",
            "NM_000314.8",
            "ENST00000371953.8",
            "TSG"));
    genes.add(
        gene(
            "AKT1",
            "HGNC:391",
            "207",
            "ENSG00000142208",
            "14",
            "NM_001382430.1",
            "ENST00000649815.2",
            "OG"));
    for (String symbol : more) {
      genes.add(gene(symbol, "HGNC:x" + symbol, "x" + symbol, "x" + symbol, "1", "-", "-", "-"));
    }
    return new GenePanel(genes, Map.of("MMAC1", "PTEN", "PKB", "AKT1", "HER2", "ERBB2"));
  }

  private static PanelGene gene(
      String symbol,
      String hgnc,
      String entrez,
      String ensembl,
      String chrom,
      String refSeq,
      String mane,
      String role) {
    return new PanelGene(
        symbol,
        hgnc,
        entrez,
        ensembl,
        chrom,
        true,
        refSeq,
        mane,
        1000,
        role,
        Set.of(PanelGene.Axis.PI3K),
        "T");
  }
}
