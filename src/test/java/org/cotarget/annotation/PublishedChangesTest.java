package org.cotarget.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.ProteinChange;
import org.junit.jupiter.api.Test;

/**
 * Protein changes that others published, by position on either assembly. The tables lie beside the
 * project; without them these tests are skipped.
 */
class PublishedChangesTest {

  private static final Path FACTS = Path.of("../shared/facts");

  /** Named by the base of one isoform and the residue of another: c.1127 is in codon 376. */
  private static final Set<String> OTHER_ISOFORM = Set.of("FGFR2 c.1127A>G p.Y375C");

  /** Alleles over two codons, which the table lists by the recurrent one of both. */
  private static final Map<String, String> TWO_CODONS =
      Map.of(
          "N107S TCAG", "p.Gly106_Asn107delinsValSer",
          "Q546K TA", "p.Glu545_Gln546delinsAspLys");

  /** One source has N642H of STAT5B here on GRCh38; it is codon 648. */
  private static final String WRONG_N642H = "42207693";

  @Test
  void substitutionsOfCohorts() throws IOException {
    List<Map<String, String>> rows =
        rows("transcripts/regression_variants.tsv").stream()
            .filter(row -> row.get("agrees").equals("yes"))
            .toList();
    List<String> wrong = new ArrayList<>();
    int named = 0;
    for (Map<String, String> row : rows) {
      for (String assembly : List.of("GRCh37", "GRCh38")) {
        PanelAnnotation reading =
            Alleles.reading(
                row.get("symbol"),
                assembly,
                row.get("chrom"),
                Long.parseLong(row.get("pos_" + assembly.toLowerCase(Locale.ROOT))),
                row.get("ref"),
                row.get("alt"));
        named += reading.change().isPresent() ? 1 : 0;
        if (!isPublished(row, reading)) {
          wrong.add(row + " on " + assembly + " reads " + reading);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(rows).hasSize(2772);
    assertThat(named).isGreaterThan(4000);
  }

  /** Where no residue can be named, the codon must be the published one. */
  private static boolean isPublished(Map<String, String> row, PanelAnnotation reading) {
    String change = row.get("source_hgvsp");
    boolean residues = reading.change().isPresent() && !change.isEmpty();
    boolean sameResidue =
        residues
            ? reading.change().map(ProteinChange::shortForm).equals(shortForm(change))
            : reading.firstCodon() == Integer.parseInt(row.get("model_codon"));
    String coding = row.get("source_hgvsc");
    boolean sameBase =
        coding.isEmpty()
            || OTHER_ISOFORM.contains(row.get("symbol") + " " + coding + " " + change)
            || coding.equals(reading.hgvsC());
    boolean sequence = Alleles.transcript(row.get("symbol"), "GRCh38").coding().isKnown();
    return sameResidue && sameBase && sequence == reading.change().isPresent();
  }

  private static Optional<String> shortForm(String change) {
    return ProteinChange.parse(change).map(ProteinChange::shortForm);
  }

  /**
   * Substitutions have the change they are listed with. For an insertion or deletion the table
   * names the cluster of residues that it belongs to, not its own change.
   */
  @Test
  void recurrentChanges() throws IOException {
    List<Map<String, String>> rows = rows("hotspots_genomic.tsv");
    List<String> wrong = new ArrayList<>();
    for (Map<String, String> row : rows) {
      PanelAnnotation reading =
          Alleles.reading(
              row.get("gene"),
              row.get("build"),
              row.get("chr"),
              Long.parseLong(row.get("pos")),
              row.get("ref"),
              row.get("alt"));
      boolean indel = row.get("class").equals("INS") || row.get("class").equals("DEL");
      String overTwoCodons = TWO_CODONS.get(row.get("aa") + " " + row.get("alt"));
      boolean listed =
          isListed(row.get("gene"), row.get("aa"), reading)
              || reading.hgvsP().equals(overTwoCodons);
      boolean right = indel ? keepsFrame(row, reading) : listed;
      if (!right) {
        wrong.add(row + " reads " + reading);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(rows).hasSize(1022);
  }

  private static boolean keepsFrame(Map<String, String> row, PanelAnnotation reading) {
    int length =
        row.get("ref").replace("-", "").length() - row.get("alt").replace("-", "").length();
    return !reading.contradicted()
        && (length % 3 == 0
            ? reading.consequence().isInframeIndel()
            : reading.consequence() == Consequence.FRAMESHIFT_VARIANT);
  }

  /** The residue, or its number where no sequence tells the residue. */
  private static boolean isListed(String gene, String change, PanelAnnotation reading) {
    boolean known = Alleles.transcript(gene, "GRCh38").coding().isKnown();
    return known
        ? reading.change().map(ProteinChange::shortForm).equals(shortForm(change))
        : ProteinChange.parse(change).orElseThrow().firstCodon() == reading.firstCodon();
  }

  @Test
  void hotspotsByHand() throws IOException {
    List<Map<String, String>> rows = rows("transcripts/hotspots_check.tsv");
    List<String> wrong = new ArrayList<>();
    for (Map<String, String> row : rows) {
      PanelAnnotation reading =
          Alleles.reading(
              row.get("symbol"),
              row.get("build"),
              row.get("chrom"),
              Long.parseLong(row.get("pos")),
              row.get("ref"),
              row.get("alt"));
      boolean same = isListed(row.get("symbol"), row.get("label"), reading);
      if (!same && !row.get("pos").equals(WRONG_N642H)) {
        wrong.add(row + " reads " + reading);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(rows).hasSize(61);
  }

  private static List<Map<String, String>> rows(String name) throws IOException {
    Path file = FACTS.resolve(name);
    assumeThat(file).as("published changes, without which this is skipped").exists();
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("#")) {
        continue;
      }
      List<String> cells = List.of(line.split("\t", -1));
      if (header.isEmpty()) {
        header.addAll(cells);
        continue;
      }
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < header.size(); i++) {
        row.put(header.get(i), i < cells.size() ? cells.get(i) : "");
      }
      rows.add(row);
    }
    return rows;
  }
}
