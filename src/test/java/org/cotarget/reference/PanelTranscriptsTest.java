package org.cotarget.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelTranscriptsTest {

  private static final Path FACTS = Path.of("../shared/facts/transcripts");
  private static final Reference REFERENCE = ReferenceLoader.bundled();
  private static final PanelTranscripts TRANSCRIPTS = REFERENCE.transcripts();

  @ParameterizedTest
  @CsvSource({
    "GRCh37, 3, 178952085, A",
    "GRCh38, 3, 179234297, A",
    "GRCh38, 3, 179234298, T",
    "GRCh37, 17, 7577120, C",
    "GRCh38, 17, 7673802, C",
    "GRCh38, 10, 87933147, C",
    "GRCh38, 3, 179234400, N",
    "GRCh38, 3, 1, N",
    "GRCh36, 3, 179234297, N",
    "GRCh38, 99, 179234297, N"
  })
  void baseOfTheForwardStrand(String assembly, String chrom, long position, char base) {
    assertThat(TRANSCRIPTS.referenceBase(assembly, chrom, position)).isEqualTo(base);
  }

  @Test
  void mostGenesHaveACodingSequence() {
    List<PanelTranscript> known =
        TRANSCRIPTS.all().stream().filter(t -> t.coding().isKnown()).toList();

    assertThat(TRANSCRIPTS.all()).hasSize(2 * 67);
    assertThat(known).hasSize(2 * 46);
    assertThat(known)
        .allSatisfy(
            transcript ->
                assertThat(transcript.coding().bases())
                    .startsWith(transcript.gene().equals("MYC") ? "CTG" : "ATG"));
  }

  /** Both assemblies must give one base at one place of a coding sequence, whatever the strand. */
  @Test
  void codingPositionsRunFromStartToStop() {
    for (PanelTranscript transcript : TRANSCRIPTS.all()) {
      List<Integer> places = new ArrayList<>();
      for (PanelTranscript.Exon exon : transcript.exons()) {
        for (long p = exon.codingStart(); exon.isCoding() && p <= exon.codingEnd(); p++) {
          places.add(transcript.codingPosition(p));
        }
      }
      boolean gap = transcript.gene().equals("NPRL3") && transcript.assembly().equals("GRCh37");
      assertThat(places)
          .doesNotHaveDuplicates()
          .hasSize(transcript.coding().length() - (gap ? 1 : 0));
      assertThat(places).allMatch(place -> place >= 1 && place <= transcript.coding().length());
    }
  }

  @Test
  void baseThatGrch37LacksKeepsTheFrame() {
    PanelTranscript nprl3 = TRANSCRIPTS.find("GRCh37", "NPRL3").orElseThrow();

    assertThat(nprl3.codingPosition(138773)).isEqualTo(1467);
    assertThat(nprl3.codingPosition(138772)).isEqualTo(1469);
    assertThat(nprl3.exons().get(nprl3.exons().size() - 1).number()).isEqualTo(14);
  }

  @Test
  void genesThatOverlapAreBothFound() {
    assertThat(TRANSCRIPTS.overlapping("GRCh38", "17", 42287000, 42289000))
        .extracting(PanelTranscript::gene)
        .contains("STAT5A");
    assertThat(TRANSCRIPTS.overlapping("GRCh38", "17", 1, 2)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3",
    "chr3, 3",
    "CHR3, 3",
    "NC_000003.12, 3",
    "NC_000023.11, X",
    "NC_000024.9, Y",
    "NC_012920.1, NC_012920.1",
    "chrX, X",
    "chrx, X",
    "23, X",
    "03, 3",
    "GL000192.1, GL000192.1",
    "chr, chr"
  })
  void contigNames(String name, String bare) {
    assertThat(ContigName.bare(name)).isEqualTo(bare);
  }

  @ParameterizedTest
  @CsvSource({
    "transcripts/exons.tsv, '\t179198826\t179199177\t1\t352', '\t179198827\t179199177\t1\t352'",
    "transcripts/exons.tsv, '\t179198826\t179199177\t1\t352', '\t179198826\t179199176\t1\t351'",
    "transcripts/exons.tsv, PIK3CA\tNM_006218\tGRCh38\t3\t+\t3, PIK3CA\tNM_006218\tGRCh38\t3\t+\t4",
    "transcripts/exons.tsv, PIK3CA\tNM_006218\tGRCh38\t3\t+\t3, PIK3CA\tNM_006218\tGRCh38\t3\t-\t3",
    "transcripts/coding_sequences.tsv, ATGCCTCCACGACC, ATGCCTCCACGAC",
    "transcripts/coding_sequences.tsv, PIK3CA\tNM_006218, PIK3CX\tNM_006218"
  })
  void contradictionsAreRefused(String path, String text, String replacement) {
    UnaryOperator<String> files =
        file ->
            file.equals(path)
                ? ReferenceLoader.text(file).replace(text, replacement)
                : ReferenceLoader.text(file);

    assertThat(ReferenceLoader.text(path)).contains(text);
    assertThatThrownBy(() -> ReferenceLoader.load(files))
        .isInstanceOf(ReferenceFormatException.class)
        .hasMessageContaining(path);
  }

  @Test
  void exonsAreThoseOfTheirSource() throws IOException {
    assumeThat(FACTS).as("transcript facts, without which this is skipped").exists();
    for (String assembly : List.of("GRCh37", "GRCh38")) {
      List<String> supplied =
          rows("exons_" + assembly.toLowerCase(java.util.Locale.ROOT) + ".tsv").stream()
              .filter(row -> !row.get("kind").equals("alt"))
              .map(
                  row ->
                      String.join(
                          " ",
                          row.get("symbol"),
                          row.get("transcript"),
                          row.get("chrom").substring(3),
                          row.get("exon_start"),
                          row.get("exon_end"),
                          row.get("cds_start").isEmpty() ? "0" : row.get("cds_start"),
                          row.get("cds_end").isEmpty() ? "0" : row.get("cds_end")))
              .toList();
      assertThat(carried(assembly)).containsExactlyInAnyOrderElementsOf(supplied);
    }
  }

  @Test
  void sequencesAreThoseOfTheirSource() throws IOException {
    assumeThat(FACTS).as("transcript facts, without which this is skipped").exists();
    Map<String, String> supplied = new HashMap<>();
    for (Map<String, String> row : rows("cds.tsv")) {
      if (!row.get("transcript").endsWith("(alt)")) {
        supplied.put(row.get("symbol") + " " + row.get("transcript"), row.get("sequence"));
      }
    }
    Map<String, String> carried = new HashMap<>();
    for (PanelTranscript transcript : TRANSCRIPTS.all()) {
      if (transcript.coding().isKnown()) {
        carried.put(transcript.gene() + " " + transcript.accession(), transcript.coding().bases());
      }
    }
    assertThat(carried).isEqualTo(supplied);
  }

  private static List<String> carried(String assembly) {
    List<String> rows = new ArrayList<>();
    for (PanelTranscript transcript : TRANSCRIPTS.all()) {
      if (transcript.assembly().equals(assembly)) {
        for (PanelTranscript.Exon exon : transcript.exons()) {
          rows.add(
              String.join(
                  " ",
                  transcript.gene(),
                  transcript.accession(),
                  transcript.chrom(),
                  Long.toString(exon.start()),
                  Long.toString(exon.end()),
                  Long.toString(exon.codingStart()),
                  Long.toString(exon.codingEnd())));
        }
      }
    }
    return rows;
  }

  private static List<Map<String, String>> rows(String file) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>();
    for (String line : Files.readAllLines(FACTS.resolve(file))) {
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
