package org.cotarget.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds positions, coding intervals and protein changes to each other. */
class HotspotPositionsTest {

  private static final Path SEQUENCES = Path.of("../shared/facts/transcripts/cds.tsv");
  private static final String BASES = "TCAG";
  private static final String AMINO_ACIDS =
      "FFLLSSSSYY**CC*WLLLLPPPPHHQQRRRRIIIMTTTTNNKKSSRRVVVVAAAADDEEGGGG";

  private static final Reference REFERENCE = ReferenceLoader.bundled();

  @Test
  void everyPositionIsOfTheCodonItNames() {
    assertThat(REFERENCE.hotspotPositions().all())
        .allSatisfy(
            row -> {
              int codon =
                  REFERENCE.hotspots().find(row.gene(), row.proteinChange()).orElseThrow().codon();
              List<Long> coding = codingPositions(row.gene(), row.assembly());
              assertThat(coding.subList(3 * codon - 3, 3 * codon)).contains(row.position());
            });
  }

  @Test
  void bothAssembliesHoldTheSameChanges() {
    assertThat(changes("GRCh37")).isEqualTo(changes("GRCh38")).isNotEmpty();
  }

  @Test
  void everyPositionTranslatesToTheChangeItNames() throws IOException {
    assumeThat(SEQUENCES).as("coding sequences, without which this is skipped").exists();
    Map<String, String> sequences = sequences();
    List<HotspotPositions.Position> known =
        REFERENCE.hotspotPositions().all().stream()
            .filter(row -> sequences.containsKey(row.gene()))
            .toList();

    assertThat(known).hasSizeGreaterThan(600);
    assertThat(known).filteredOn(row -> !translation(row, sequences).equals(named(row))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GRCh37, 3, 178952085, A, G, PIK3CA H1047R",
    "GRCh38, chr3, 179234297, A, G, PIK3CA H1047R",
    "GRCh38, 3, 179218303, G, A, PIK3CA E545K",
    "GRCh37, 14, 105246551, C, T, AKT1 E17K",
    "GRCh38, 10, 87933147, C, T, PTEN R130*",
    "GRCh37, 9, 5073770, G, T, JAK2 V617F",
    "GRCh38, 9, 5073770, G, T, JAK2 V617F",
    "GRCh37, 17, 40359729, T, G, STAT5B N642H",
    "GRCh38, 17, 42207711, T, G, STAT5B N642H"
  })
  void knownSubstitution(
      String assembly, String chrom, long position, String ref, String alt, String change) {
    assertThat(REFERENCE.hotspotPositions().find(assembly, chrom, position, ref, alt))
        .map(row -> row.gene() + " " + row.proteinChange())
        .contains(change);
  }

  /** Residue 648 of STAT5B, which one source gives for N642H. */
  @Test
  void theOtherPositionOfStat5bIsNone() {
    assertThat(REFERENCE.hotspotPositions().find("GRCh38", "17", 42207693, "T", "G")).isEmpty();
  }

  /** One residue more for the stop; NPRL3 lacks a base on GRCh37, a gap of the assembly. */
  @Test
  void codingIntervalsHaveTheLengthOfTheProtein() {
    for (PanelGene gene : REFERENCE.panel().genes()) {
      int bases = 3 * (gene.proteinLength() + 1);
      int gap = gene.symbol().equals("NPRL3") ? 1 : 0;
      assertThat(codingPositions(gene.symbol(), "GRCh38")).as(gene.symbol()).hasSize(bases);
      assertThat(codingPositions(gene.symbol(), "GRCh37")).as(gene.symbol()).hasSize(bases - gap);
    }
  }

  private static String named(HotspotPositions.Position row) {
    boolean forward = REFERENCE.panel().gene(row.gene()).orElseThrow().forward();
    return coding(row.ref(), forward) + " " + row.proteinChange();
  }

  /** The coding base at the position, and the protein change that the substitution gives. */
  private static String translation(HotspotPositions.Position row, Map<String, String> sequences) {
    boolean forward = REFERENCE.panel().gene(row.gene()).orElseThrow().forward();
    String sequence = sequences.getOrDefault(row.gene(), "");
    int offset = codingPositions(row.gene(), row.assembly()).indexOf(row.position());
    int first = offset - offset % 3;
    String before = sequence.substring(first, first + 3);
    String after =
        new StringBuilder(before)
            .replace(offset % 3, offset % 3 + 1, coding(row.alt(), forward))
            .toString();
    String change = aminoAcid(before) + (first / 3 + 1) + aminoAcid(after);
    return sequence.charAt(offset) + " " + change;
  }

  /** Positions of the coding bases in the order of the transcript. */
  private static List<Long> codingPositions(String gene, String assembly) {
    boolean forward = REFERENCE.panel().gene(gene).orElseThrow().forward();
    Comparator<Long> order = forward ? Comparator.naturalOrder() : Comparator.reverseOrder();
    return REFERENCE.codingRegions().intervals().stream()
        .filter(interval -> interval.gene().equals(gene))
        .filter(interval -> interval.assembly().equals(assembly))
        .flatMap(interval -> LongStream.rangeClosed(interval.start(), interval.end()).boxed())
        .sorted(order)
        .toList();
  }

  private static List<String> changes(String assembly) {
    return REFERENCE.hotspotPositions().all().stream()
        .filter(row -> row.assembly().equals(assembly))
        .map(
            row -> {
              boolean forward = REFERENCE.panel().gene(row.gene()).orElseThrow().forward();
              return row.gene() + " " + row.proteinChange() + " " + coding(row.alt(), forward);
            })
        .sorted()
        .toList();
  }

  private static Map<String, String> sequences() throws IOException {
    Map<String, String> byGene = new HashMap<>();
    for (String line : Files.readAllLines(SEQUENCES)) {
      List<String> cells = List.of(line.split("\t", -1));
      boolean otherIsoform = cells.size() > 1 && cells.get(1).endsWith("(alt)");
      if (REFERENCE.panel().contains(cells.get(0)) && !otherIsoform) {
        byGene.put(cells.get(0), cells.get(cells.size() - 1));
      }
    }
    return byGene;
  }

  private static String coding(String base, boolean forward) {
    return forward ? base : "TGCA".substring("ACGT".indexOf(base), "ACGT".indexOf(base) + 1);
  }

  private static String aminoAcid(String codon) {
    int index = 0;
    for (int i = 0; i < codon.length(); i++) {
      index = 4 * index + BASES.indexOf(codon.charAt(i));
    }
    return AMINO_ACIDS.substring(index, index + 1);
  }
}
