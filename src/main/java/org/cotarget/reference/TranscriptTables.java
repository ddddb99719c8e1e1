package org.cotarget.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code reference/transcripts} and refuses exons that do not make up the protein of the
 * panel table: wrong order, wrong length, a gap in the coding sequence that is not a gap of the
 * assembly, a sequence without start or stop.
 */
final class TranscriptTables {

  private static final String EXONS = "transcripts/exons.tsv";
  private static final String SEQUENCES = "transcripts/coding_sequences.tsv";
  private static final Set<String> ASSEMBLIES = Set.of("GRCh37", "GRCh38");
  private static final Set<String> CHECKS = Set.of("reference_bases", "protein", "length");
  private static final Set<String> STOPS = Set.of("TAA", "TAG", "TGA");

  private record Key(String gene, String assembly) {}

  private final ReferenceSource source;
  private final GenePanel panel;

  TranscriptTables(ReferenceSource source, GenePanel panel) {
    this.source = source;
    this.panel = panel;
  }

  PanelTranscripts transcripts() {
    Map<String, CodingSequence> sequences = sequences();
    Map<Key, List<Table.Line>> rows = new LinkedHashMap<>();
    for (Table.Line line :
        source
            .table(
                EXONS,
                "gene",
                "transcript",
                "assembly",
                "chrom",
                "strand",
                "exon",
                "start",
                "end",
                "coding_start",
                "coding_end",
                "c_first",
                "c_last")
            .unique("gene", "assembly", "start")
            .lines()) {
      Key key = new Key(line.text("gene"), line.among("assembly", ASSEMBLIES));
      rows.computeIfAbsent(key, unused -> new ArrayList<>()).add(line);
    }
    List<PanelTranscript> transcripts = new ArrayList<>();
    rows.forEach((key, lines) -> transcripts.add(transcript(lines, sequences)));
    for (PanelGene gene : panel.genes()) {
      for (String assembly : ASSEMBLIES) {
        if (!rows.containsKey(new Key(gene.symbol(), assembly))) {
          throw new ReferenceFormatException(
              EXONS, 0, "no exons of " + gene.symbol() + " on " + assembly);
        }
      }
    }
    return new PanelTranscripts(transcripts);
  }

  private PanelTranscript transcript(
      Collection<Table.Line> lines, Map<String, CodingSequence> sequences) {
    Table.Line head = lines.iterator().next();
    PanelGene gene = gene(head);
    if (!head.text("chrom").equals(gene.chrom())
        || head.text("strand").equals("+") != gene.forward()) {
      throw head.fault("chromosome or strand is not that of genes/panel.tsv");
    }
    int length = 3 * (gene.proteinLength() + 1);
    List<PanelTranscript.Exon> exons = new ArrayList<>();
    int next = 1;
    for (Table.Line line : lines) {
      PanelTranscript.Exon exon = exon(line, gene.forward());
      if (!exons.isEmpty()) {
        follows(line, exons.get(exons.size() - 1), exon, gene.forward());
      }
      if (exon.isCoding()) {
        boolean partOfExon =
            !exons.isEmpty() && exons.get(exons.size() - 1).number() == exon.number();
        if (exon.codingFirst() != next && !(partOfExon && exon.codingFirst() > next)) {
          throw line.fault("the coding sequence goes on at " + next);
        }
        next = exon.codingLast() + 1;
      }
      exons.add(exon);
    }
    if (next != length + 1) {
      throw head.fault("coding length is " + (next - 1) + ", not " + length);
    }
    return new PanelTranscript(
        gene.symbol(),
        head.text("transcript"),
        head.text("assembly"),
        gene.chrom(),
        gene.forward(),
        exons,
        sequences.getOrDefault(gene.symbol(), CodingSequence.unknown(length)));
  }

  private static void follows(
      Table.Line line, PanelTranscript.Exon before, PanelTranscript.Exon exon, boolean forward) {
    boolean inOrder = forward ? exon.start() > before.end() : exon.end() < before.start();
    long between = forward ? exon.start() - before.end() - 1 : before.start() - exon.end() - 1;
    boolean numbered =
        between == 0 ? exon.number() == before.number() : exon.number() == before.number() + 1;
    if (!inOrder || !numbered) {
      throw line.fault("exon " + exon.number() + " does not follow " + before.number());
    }
  }

  private static PanelTranscript.Exon exon(Table.Line line, boolean forward) {
    PanelTranscript.Exon exon =
        new PanelTranscript.Exon(
            line.integer("exon"),
            line.integer("start"),
            line.integer("end"),
            line.integer("coding_start", 0),
            line.integer("coding_end", 0),
            line.integer("c_first", 0),
            line.integer("c_last", 0));
    boolean codingPart =
        exon.codingStart() >= exon.start()
            && exon.codingEnd() <= exon.end()
            && exon.codingEnd() - exon.codingStart() == exon.codingLast() - exon.codingFirst();
    boolean sound = exon.start() >= 1 && exon.start() <= exon.end();
    if (!sound || (exon.isCoding() && !codingPart) || forward != line.text("strand").equals("+")) {
      throw line.fault("no exon: start, end and coding part contradict each other");
    }
    return exon;
  }

  private Map<String, CodingSequence> sequences() {
    Map<String, CodingSequence> byGene = new HashMap<>();
    for (Table.Line line :
        source
            .table(SEQUENCES, "gene", "transcript", "checked", "bases_compared", "sequence")
            .unique("gene")
            .lines()) {
      PanelGene gene = gene(line);
      String bases = line.text("sequence");
      int length = 3 * (gene.proteinLength() + 1);
      if (bases.length() != length || !STOPS.contains(bases.substring(length - 3))) {
        throw line.fault("the sequence does not end in a stop after " + length + " bases");
      }
      String check = line.among("checked", CHECKS).toUpperCase(Locale.ROOT);
      byGene.put(
          gene.symbol(), new CodingSequence(length, bases, CodingSequence.Check.valueOf(check)));
    }
    return byGene;
  }

  private PanelGene gene(Table.Line line) {
    return panel
        .gene(line.text("gene"))
        .orElseThrow(() -> line.fault(line.text("gene") + " is not in genes/panel.tsv"));
  }
}
