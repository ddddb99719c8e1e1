package org.cotarget.input.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cotarget.input.table.MissingWords;
import org.cotarget.input.table.TableReader;
import org.cotarget.reference.GenePanel;

/**
 * Tells the columns of a gene-by-sample matrix apart: those that name the gene, those that annotate
 * it, and the samples.
 *
 * @param names columns that name the gene, the best first; never empty
 * @param samples columns of samples in file order
 */
public record GeneColumns(List<Integer> names, List<Integer> samples) {

  private static final Set<String> SYMBOLS =
      Set.of(
          "hugo_symbol",
          "gene symbol",
          "gene_symbol",
          "genesymbol",
          "symbol",
          "gene",
          "genes",
          "gene_name",
          "gene name",
          "genename",
          "hgnc_symbol",
          "external_gene_name",
          "name",
          "hybridization ref");
  private static final Set<String> IDS =
      Set.of(
          "entrez_gene_id",
          "entrez gene id",
          "entrezid",
          "entrez_id",
          "entrez",
          "gene_id",
          "gene id",
          "geneid",
          "locus id",
          "ensembl",
          "ensembl_id",
          "ensembl_gene_id",
          "ensembl id",
          "hgnc_id",
          "id");
  private static final Set<String> DESCRIPTION = Set.of("description");
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "cytoband",
          "gene_type",
          "gene type",
          "gene_biotype",
          "biotype",
          "chromosome",
          "chrom",
          "chr",
          "start",
          "end",
          "strand",
          "length",
          "gene_length",
          "transcript_id(s)",
          "gene_chr",
          "gene_start",
          "gene_end");
  private static final Pattern ID = Pattern.compile("ENSG\\d+(\\.\\d+)?(_PAR_Y)?|-?\\d+|HGNC:\\d+");

  public GeneColumns {
    names = List.copyOf(names);
    samples = List.copyOf(samples);
  }

  /** Without a column of a known name the first one names the genes. */
  public static GeneColumns of(List<String> header) {
    List<Integer> names = new ArrayList<>();
    List<Integer> samples = new ArrayList<>();
    for (Set<String> kind : List.of(SYMBOLS, IDS, DESCRIPTION)) {
      for (int i = 0; i < header.size(); i++) {
        if (kind.contains(header.get(i).toLowerCase(Locale.ROOT))) {
          names.add(i);
        }
      }
    }
    if (names.isEmpty()) {
      names.add(0);
    }
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i).toLowerCase(Locale.ROOT);
      if (!names.contains(i) && !ANNOTATIONS.contains(name) && !name.isEmpty()) {
        samples.add(i);
      }
    }
    return new GeneColumns(names, samples);
  }

  /**
   * The gene of the current row: the panel gene that a symbol or id names, else the symbol, else
   * the id without version. Blank where the row names none.
   */
  public String gene(TableReader row, GenePanel panel) {
    List<String> candidates = new ArrayList<>();
    for (int column : names) {
      for (String part : row.text(column).split("\\|", -1)) {
        String text = part.strip();
        if (!MissingWords.isMissing(text) && !text.equals("?") && text.indexOf(' ') < 0) {
          candidates.add(text);
        }
      }
    }
    Optional<String> known =
        candidates.stream().flatMap(text -> panelGene(text, panel).stream()).findFirst();
    return known
        .or(
            () ->
                candidates.stream()
                    .filter(text -> !isId(text))
                    .findFirst()
                    .map(panel::currentSymbol))
        .or(() -> candidates.stream().findFirst().map(GeneColumns::withoutVersion))
        .orElse("");
  }

  /** The panel gene that a symbol, a former symbol or an id names. */
  public static Optional<String> panelGene(String text, GenePanel panel) {
    if (isId(text)) {
      return panel.symbolOfId(text);
    }
    String symbol = panel.currentSymbol(text);
    return panel.contains(symbol) ? Optional.of(symbol) : Optional.empty();
  }

  private static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  private static String withoutVersion(String id) {
    int dot = id.startsWith("ENSG") ? id.indexOf('.') : -1;
    return dot < 0 ? id : id.substring(0, dot);
  }
}
