package org.cotarget.reference;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code reference/genes} and {@code reference/variants}. */
final class GeneTables {

  private static final Pattern NOT_DIGITS = Pattern.compile("[^0-9]+");
  private static final Set<String> ROLES = Set.of("OG", "TSG", Table.ABSENT);
  private static final Set<String> STRANDS = Set.of("+", "-");
  private static final Set<String> ASSEMBLIES = Set.of("GRCh37", "GRCh38");
  private static final Set<String> TIERS = Set.of("G1", "G2", "G3s", "J1", "context");
  private static final Set<String> AXES =
      Arrays.stream(PanelGene.Axis.values()).map(Enum::name).collect(Collectors.toSet());

  private final ReferenceSource source;
  private final GenePanel panel;

  GeneTables(ReferenceSource source) {
    this.source = source;
    List<PanelGene> genes = genes();
    this.panel = new GenePanel(genes, aliases(genes));
  }

  GenePanel panel() {
    return panel;
  }

  /** Every gene that expression is looked up for. */
  GeneNames names() {
    Table table =
        source
            .table(
                "genes/signature_genes.tsv",
                "symbol",
                "hgnc_id",
                "entrez_id",
                "ensembl_id",
                "aliases")
            .unique("symbol");
    Set<String> aliases = new HashSet<>();
    return new GeneNames(
        panel,
        table.map(
            line -> {
              if (panel.contains(line.text("symbol"))) {
                throw line.fault(line.text("symbol") + " is in genes/panel.tsv");
              }
              List<String> ids =
                  Stream.of("hgnc_id", "entrez_id", "ensembl_id")
                      .map(line::optional)
                      .filter(id -> !id.isEmpty())
                      .toList();
              List<String> own = list(line.optional("aliases"));
              for (String alias : own) {
                if (!aliases.add(alias) || !alias.equals(alias.toUpperCase(Locale.ROOT))) {
                  throw line.fault("alias " + alias + " is not in upper case or names two genes");
                }
              }
              return new GeneNames.Gene(line.text("symbol"), ids, own);
            }));
  }

  private static List<String> list(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(";", -1));
  }

  GeneSpans spans() {
    return new GeneSpans(
        source
            .table("genes/spans.tsv", "gene", "assembly", "chrom", "start", "end")
            .unique("gene", "assembly")
            .map(this::interval));
  }

  private CodingRegions.Interval interval(Table.Line line) {
    int start = line.integer("start");
    int end = line.integer("end");
    if (start < 1 || end < start) {
      throw line.fault("no interval: " + start + " to " + end);
    }
    return new CodingRegions.Interval(
        panelGene(line), line.among("assembly", ASSEMBLIES), line.text("chrom"), start, end);
  }

  Hotspots hotspots() {
    Table table =
        source
            .table(
                "variants/hotspots.tsv",
                "gene",
                "protein_change",
                "codon",
                "tier",
                "therascreen",
                "capivasertib",
                "breast_codon_count",
                "citation",
                "verification")
            .unique("gene", "protein_change");
    return new Hotspots(
        table.map(
            line -> {
              int codon = line.integer("codon");
              String change = line.text("protein_change");
              if (!NOT_DIGITS.matcher(change).replaceAll("").equals(Integer.toString(codon))) {
                throw line.fault(change + " is not at codon " + codon);
              }
              return new Hotspot(
                  panelGene(line),
                  change,
                  codon,
                  line.among("tier", TIERS),
                  line.flag("therascreen"),
                  line.flag("capivasertib"),
                  line.integer("breast_codon_count", -1),
                  source.citation(line));
            }));
  }

  HotspotPositions positions(Hotspots hotspots) {
    Table table =
        source
            .table(
                "variants/hotspot_positions.tsv",
                "assembly",
                "chrom",
                "position",
                "ref",
                "alt",
                "gene",
                "protein_change")
            .unique("assembly", "chrom", "position", "ref", "alt");
    return new HotspotPositions(
        table.map(
            line -> {
              String gene = panelGene(line);
              String change = line.text("protein_change");
              if (hotspots.find(gene, change).isEmpty()) {
                throw line.fault(gene + " " + change + " is not in variants/hotspots.tsv");
              }
              return new HotspotPositions.Position(
                  line.among("assembly", ASSEMBLIES),
                  line.text("chrom"),
                  line.integer("position"),
                  line.text("ref"),
                  line.text("alt"),
                  gene,
                  change);
            }));
  }

  private List<PanelGene> genes() {
    Table table =
        source
            .table(
                "genes/panel.tsv",
                "symbol",
                "hgnc_id",
                "entrez_id",
                "ensembl_id",
                "chrom",
                "strand",
                "mane_transcript",
                "mane_ensembl",
                "protein_length",
                "role",
                "axis",
                "citation")
            .unique("symbol")
            .unique("hgnc_id")
            .unique("entrez_id")
            .unique("ensembl_id");
    return table.map(
        line ->
            new PanelGene(
                line.text("symbol"),
                line.text("hgnc_id"),
                line.text("entrez_id"),
                line.text("ensembl_id"),
                line.text("chrom"),
                line.among("strand", STRANDS).equals("+"),
                line.text("mane_transcript"),
                line.text("mane_ensembl"),
                line.integer("protein_length"),
                line.among("role", ROLES),
                Set.of(PanelGene.Axis.valueOf(line.among("axis", AXES))),
                source.citation(line)));
  }

  private Map<String, String> aliases(List<PanelGene> genes) {
    Set<String> symbols = new HashSet<>();
    genes.forEach(gene -> symbols.add(gene.symbol()));
    Map<String, String> byAlias = new HashMap<>();
    for (Table.Line line :
        source.table("genes/aliases.tsv", "alias", "symbol").unique("alias").lines()) {
      String alias = line.text("alias");
      if (!alias.equals(alias.toUpperCase(Locale.ROOT))) {
        throw line.fault("alias " + alias + " is not in upper case");
      }
      if (symbols.contains(alias)) {
        throw line.fault("alias " + alias + " is the symbol of another gene");
      }
      byAlias.put(alias, line.among("symbol", symbols));
    }
    return byAlias;
  }

  private String panelGene(Table.Line line) {
    String gene = line.text("gene");
    if (!panel.contains(gene)) {
      throw line.fault(gene + " is not in genes/panel.tsv");
    }
    return gene;
  }
}
