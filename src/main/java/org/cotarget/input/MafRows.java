package org.cotarget.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.cotarget.cohort.AnnotationCheck;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.ProteinChange;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.layer.RecurrentChanges;
import org.cotarget.input.table.MissingWords;
import org.cotarget.input.table.TableReader;
import org.cotarget.reference.Reference;

/**
 * Turns the rows of a MAF into variants of panel genes, and counts the rows that are left out and
 * why.
 */
final class MafRows {

  private record Identity(
      String sample,
      String gene,
      String chrom,
      long start,
      String ref,
      String alt,
      String change) {}

  private final Reference reference;
  private final RecurrentChanges recurrent;
  private final Set<String> includedFilters;
  private final TableReader table;
  private final MafColumns columns;
  private final InputProblems problems;
  private final ReadDepths depths;
  private final Map<String, String> symbols = new HashMap<>();
  private final Map<String, List<SomaticVariant>> variants = new TreeMap<>();
  private final Set<Identity> seen = new HashSet<>();
  private final Map<String, Long> filtered = new TreeMap<>();
  private final Map<String, Long> notSomatic = new TreeMap<>();

  /** HGVS for "unknown" and "no protein", which are no fault of the file. */
  private static final Set<String> NO_CHANGE =
      Set.of("p.?", "p.0", "p.0?", "p.(?)", "p.=", "p.(=)");

  private final Set<String> unread = new HashSet<>();
  private final Set<String> unknownTerms = new HashSet<>();
  private long repeated;
  private long inPanel;

  MafRows(
      Reference reference,
      RecurrentChanges recurrent,
      Set<String> includedFilters,
      TableReader table,
      MafColumns columns) {
    this.reference = reference;
    this.recurrent = recurrent;
    this.includedFilters = includedFilters;
    this.table = table;
    this.columns = columns;
    this.problems = table.problems();
    this.depths = new ReadDepths(table, columns);
  }

  /** The gene of the current row as the file names it, to count genes by. */
  String geneText() {
    String symbol = table.text(columns.gene());
    return symbol.isEmpty() ? table.text(columns.entrez()) : symbol;
  }

  /** Whether the current row is a fusion, which says nothing of how widely was sequenced. */
  boolean isRearrangement() {
    return VariantClassification.isRearrangement(table.text(columns.classification()));
  }

  /** Keeps the current row where it is a somatic variant of a panel gene. */
  void take(String sample, GenomeAssembly assembly) {
    String gene = gene();
    if (!reference.panel().contains(gene)) {
      return;
    }
    inPanel++;
    String classification = table.text(columns.classification());
    String status = table.text(columns.status()).toLowerCase(Locale.ROOT);
    if (!isSomatic(status)) {
      notSomatic.merge(status, 1L, Long::sum);
      return;
    }
    Optional<ProteinChange> protein = isRearrangement() ? Optional.empty() : protein();
    SomaticVariant variant = variant(gene, assembly, classification, protein, filter());
    if (!passes(variant.filter()) && !recurrent.find(variant).isPresent()) {
      filtered.merge(variant.filter(), 1L, Long::sum);
      return;
    }
    Identity identity =
        new Identity(
            sample,
            gene,
            variant.chrom(),
            variant.start(),
            variant.ref(),
            variant.alt(),
            variant.start() > 0 && variant.consequence() != Consequence.GENE_FUSION
                ? ""
                : variant.hgvsP() + variant.consequence().term());
    if (seen.add(identity)) {
      variants.computeIfAbsent(sample, key -> new ArrayList<>()).add(variant);
    } else {
      repeated++;
    }
  }

  Map<String, List<SomaticVariant>> variants() {
    return variants;
  }

  /** Reports what was left out. */
  void finish() {
    SourceLocation file = SourceLocation.ofFile(table.path());
    if (!filtered.isEmpty()) {
      problems.note(
          "VARIANTS_FILTERED",
          file,
          total(filtered) + " rows in panel genes are left out by FILTER: " + counts(filtered),
          "give --include-filter VALUE to keep them; hotspots are always kept");
    }
    if (!notSomatic.isEmpty()) {
      problems.note(
          "VARIANTS_NOT_SOMATIC",
          file,
          total(notSomatic)
              + " rows in panel genes are left out by Mutation_Status: "
              + counts(notSomatic),
          "nothing, where these are no somatic mutations");
    }
    if (repeated > 0) {
      problems.note(
          "VARIANTS_REPEATED",
          file,
          repeated + " rows repeat a variant of the same sample and are counted once",
          "nothing, where several callers or centres list the same variants");
    }
    if (inPanel == 0 && table.rows() > 0) {
      problems.warning(
          "GENES_UNKNOWN",
          file,
          "none of the "
              + table.rows()
              + " rows is in a gene that is looked at (such as PIK3CA, PTEN)",
          "check that Hugo_Symbol holds gene symbols");
    }
  }

  private String gene() {
    String text = table.text(columns.gene());
    String symbol = symbols.computeIfAbsent(text, reference.panel()::currentSymbol);
    if (reference.panel().contains(symbol)) {
      return symbol;
    }
    String entrez = table.text(columns.entrez());
    Optional<String> byId =
        entrez.isEmpty() ? Optional.empty() : reference.panel().symbolOfId(entrez);
    String ensembl = byId.isPresent() ? "" : table.text(columns.ensembl());
    return byId.or(
            () -> ensembl.isEmpty() ? Optional.empty() : reference.panel().symbolOfId(ensembl))
        .orElse(symbol);
  }

  private static boolean isSomatic(String status) {
    return switch (status) {
      case "none", "wildtype", "loh", "post-transcriptional modification" -> false;
      default -> !status.contains("germline");
    };
  }

  private String filter() {
    String filter = table.text(columns.filter());
    return MissingWords.isMissing(filter) ? "PASS" : filter;
  }

  private boolean passes(String filter) {
    for (String word : filter.split("[;,]", -1)) {
      if (!word.equals("PASS") && !word.isEmpty() && !includedFilters.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private Optional<ProteinChange> protein() {
    String shortText = valueOf(columns.proteinShort());
    String longText = valueOf(columns.protein());
    Optional<ProteinChange> change =
        ProteinChange.parse(shortText).or(() -> ProteinChange.parse(longText));
    String text = shortText.isEmpty() ? longText : shortText;
    if (change.isEmpty() && !text.isEmpty() && !NO_CHANGE.contains(text) && unread.add(text)) {
      OptionalInt column = shortText.isEmpty() ? columns.protein() : columns.proteinShort();
      problems.warning(
          "PROTEIN_CHANGE_UNREAD",
          column.isPresent() ? table.where(column.getAsInt()) : table.where(),
          "'" + text + "' is not read as a protein change",
          "write it as HGVS, e.g. p.H1047R or p.His1047Arg");
    }
    return change;
  }

  private SomaticVariant variant(
      String gene,
      GenomeAssembly assembly,
      String classification,
      Optional<ProteinChange> protein,
      String filter) {
    String ref = table.text(columns.reference());
    String alt = table.text(columns.secondAllele());
    if (alt.isEmpty() || (alt.equals(ref) && columns.firstAllele().isPresent())) {
      alt = table.text(columns.firstAllele());
    }
    String hgvsP = valueOf(columns.protein());
    ReadDepths.Depth depth = depths.ofRow();
    long start = start();
    return new SomaticVariant(
        gene,
        assembly,
        table.text(columns.chrom()),
        start,
        start,
        ref,
        alt,
        consequence(classification),
        protein,
        valueOf(columns.coding()),
        hgvsP.isEmpty() ? valueOf(columns.proteinShort()) : hgvsP,
        valueOf(columns.transcript()),
        depth.total(),
        depth.alternate(),
        depth.fraction(),
        filter,
        SomaticVariant.Annotation.MAF,
        AnnotationCheck.NONE,
        "",
        table.where());
  }

  private String valueOf(OptionalInt column) {
    String text = table.text(column);
    return MissingWords.isMissing(text) ? "" : text;
  }

  private long start() {
    if (columns.start().isEmpty()) {
      return 0;
    }
    int column = columns.start().getAsInt();
    long start = table.integer(column).orElse(0);
    if (start < 0) {
      problems.error(
          "VALUE_OUT_OF_RANGE",
          table.where(column),
          "position " + start + " is negative",
          "positions count from 1");
      return 0;
    }
    return start;
  }

  /** The classification; where it is a splice site, the annotation may know which side. */
  private Consequence consequence(String classification) {
    String annotated = table.text(columns.consequence()).replace(';', ',');
    Consequence term =
        annotated.isEmpty() ? Consequence.SEQUENCE_VARIANT : Consequence.mostSevere(annotated);
    if (classification.isEmpty()) {
      return known(term, annotated, columns.consequence());
    }
    Optional<Consequence> classified = VariantClassification.consequence(classification);
    if (classified.isEmpty()) {
      return known(term, classification, columns.classification());
    }
    boolean side = classified.get() == Consequence.SPLICE_SITE_VARIANT && term.isEssentialSplice();
    return side ? term : classified.get();
  }

  private Consequence known(Consequence term, String text, OptionalInt column) {
    if (term == Consequence.SEQUENCE_VARIANT && unknownTerms.add(text)) {
      problems.warning(
          "CONSEQUENCE_UNKNOWN",
          column.isPresent() ? table.where(column.getAsInt()) : table.where(),
          "'"
              + text
              + "' is no known classification; the variant enters a call only by its protein change",
          "use the terms of the MAF specification, e.g. Missense_Mutation");
    }
    return term;
  }

  private static long total(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static String counts(Map<String, Long> counts) {
    List<String> parts = new ArrayList<>();
    counts.forEach((word, count) -> parts.add(word + " (" + count + ")"));
    return parts.size() <= 10
        ? String.join(", ", parts)
        : String.join(", ", parts.subList(0, 10)) + " and " + (parts.size() - 10) + " others";
  }
}
