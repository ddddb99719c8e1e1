package org.cotarget.input.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The files that quantifiers write for one sample, told by their first line that is no comment.
 * Columns are named as the tools name them, several joined by {@code ;}; a blank name is a column
 * that the file does not have.
 */
enum QuantificationFormat {
  /** {@code quant.genes.sf}, and what tximport makes of it. */
  SALMON("salmon", "Name", "NumReads", "TPM"),
  /** {@code .genes.results}. */
  RSEM("RSEM", "gene_id", "expected_count", "TPM"),
  /** {@code abundance.gene.tsv}. */
  KALLISTO("kallisto", "target_id", "est_counts", "tpm"),
  /** {@code augmented_star_gene_counts.tsv} of the Genomic Data Commons. */
  GDC("STAR of the GDC", "gene_id;gene_name", "unstranded", "tpm_unstranded"),
  /** {@code gene_abund.tab}. */
  STRINGTIE("StringTie", "Gene ID;Gene Name", "", "TPM"),
  /** {@code featureCounts} of one alignment; its column of counts is named as that. */
  FEATURE_COUNTS("featureCounts", "Geneid", "7", ""),
  /** {@code ReadsPerGene.out.tab}: no header; unstranded reads, then those of either strand. */
  STAR("STAR", "1", "2", ""),
  /** {@code htseq-count}: no header. */
  HTSEQ("HTSeq", "1", "2", "");

  private static final Set<String> HEADERS =
      Set.of(
          "", "gene", "genes", "gene_id", "geneid", "symbol", "gene_symbol", "hugo_symbol", "id");

  private final String tool;
  private final String names;
  private final String counts;
  private final String tpm;

  QuantificationFormat(String tool, String names, String counts, String tpm) {
    this.tool = tool;
    this.names = names;
    this.counts = counts;
    this.tpm = tpm;
  }

  /** The format of a file with such a first line; empty where it is a matrix or something else. */
  static Optional<QuantificationFormat> of(List<String> line) {
    if (line.size() == 4 && line.get(0).equals("N_unmapped")) {
      return Optional.of(STAR);
    }
    if (line.size() == 7 && line.get(0).equals("Geneid") && line.get(5).equals("Length")) {
      return Optional.of(FEATURE_COUNTS);
    }
    for (QuantificationFormat format : List.of(SALMON, RSEM, KALLISTO, GDC, STRINGTIE)) {
      if (line.containsAll(format.columns())) {
        return Optional.of(format);
      }
    }
    boolean counted =
        line.size() == 2
            && line.get(1).matches("\\d+")
            && !HEADERS.contains(line.get(0).toLowerCase(Locale.ROOT));
    return counted ? Optional.of(HTSEQ) : Optional.empty();
  }

  private List<String> columns() {
    List<String> columns = new ArrayList<>(nameList());
    columns.addAll(List.of(counts, tpm));
    columns.remove("");
    return columns;
  }

  private List<String> nameList() {
    return List.of(names.split(";", -1));
  }

  /** Name of the tool. */
  String tool() {
    return tool;
  }

  /** Whether the file names its columns. */
  boolean hasHeader() {
    return this != STAR && this != HTSEQ;
  }

  boolean hasCounts() {
    return !counts.isEmpty();
  }

  boolean hasTpm() {
    return !tpm.isEmpty();
  }

  /** Indexes of the columns that name the gene. */
  List<Integer> nameColumns(List<String> header) {
    return hasHeader() ? nameList().stream().map(header::indexOf).toList() : List.of(0);
  }

  /** Indexes of the columns of values: one, or for STAR the reads of both strands and of either. */
  List<Integer> valueColumns(List<String> header, boolean wantCounts) {
    return switch (this) {
      case STAR -> List.of(1, 2, 3);
      case HTSEQ -> List.of(1);
      case FEATURE_COUNTS -> List.of(6);
      default -> List.of(header.indexOf(wantCounts ? counts : tpm));
    };
  }

  /** What stands in the columns of values, for provenance. */
  String valueName(boolean wantCounts) {
    return wantCounts ? (hasHeader() && this != FEATURE_COUNTS ? counts : "counts") : tpm;
  }
}
