package org.cotarget.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.table.TextLines;
import org.cotarget.reference.GeneNames;
import org.cotarget.reference.Signature;
import org.cotarget.reference.Signature.Method;

/**
 * Reads a user's signatures: GMT (name, description, genes, tab-separated, one set a line) or a
 * table {@code signature, gene, weight} with a header. A file whose first line names these columns
 * is a table.
 */
public final class SignatureReader {

  private static final List<String> COLUMNS = List.of("signature", "gene", "weight");
  private static final String FIX_GMT =
      "write one set a line: name, description, genes, separated by tabs";
  private static final String FIX_TABLE =
      "write a header 'signature gene weight' and one gene a line, separated by tabs";

  private static final Pattern VERSIONED = Pattern.compile("^(ENSG\\d{11})\\.\\d+.*");

  private final GeneNames names;
  private final InputProblems problems;

  /**
   * A reader that names genes as the reader of matrices does, so that the two meet.
   *
   * @param problems takes whatever is wrong with the files
   */
  public SignatureReader(GeneNames names, InputProblems problems) {
    this.names = names;
    this.problems = problems;
  }

  /** A line being read. */
  private record Line(String path, long number, List<String> cells) {
    SourceLocation at(String column) {
      return new SourceLocation(path, number, column);
    }
  }

  /**
   * Reads one file.
   *
   * @param method how the sets are scored; without one the mean z for sets and the weighted mean z
   *     for a table
   * @return the signatures in file order; empty where the file cannot be read
   */
  public List<Signature> read(Path file, Optional<Method> method) {
    Optional<TextLines> text = TextLines.read(file, "signatures", problems);
    if (text.isEmpty()) {
      return List.of();
    }
    String path = text.get().provenance().path();
    List<Line> lines = new ArrayList<>();
    List<String> raw = text.get().lines();
    for (int i = 0; i < raw.size(); i++) {
      if (!raw.get(i).isBlank() && !raw.get(i).startsWith("#")) {
        lines.add(new Line(path, i + 1, List.of(raw.get(i).split("\t", -1))));
      }
    }
    if (lines.isEmpty()) {
      problems.error("SIGNATURE_EMPTY", SourceLocation.ofFile(path), "holds no signature", FIX_GMT);
      return List.of();
    }
    boolean table = isTable(lines.get(0));
    Map<String, Map<String, Double>> sets =
        table ? table(lines.subList(1, lines.size())) : gmt(lines);
    if (table && lines.size() == 1) {
      problems.error("SIGNATURE_EMPTY", SourceLocation.ofFile(path), "holds no gene", FIX_TABLE);
    }
    Method chosen = method.orElse(table ? Method.WEIGHTED_Z : Method.MEAN_Z);
    List<Signature> signatures = new ArrayList<>();
    sets.forEach(
        (id, weights) ->
            signatures.add(
                new Signature(
                    id, id, chosen, weights, Signature.USER, "the user's", "design_default")));
    return signatures;
  }

  private static boolean isTable(Line first) {
    return first.cells().size() >= 2
        && first.cells().get(0).strip().equalsIgnoreCase(COLUMNS.get(0))
        && first.cells().get(1).strip().equalsIgnoreCase(COLUMNS.get(1));
  }

  private Map<String, Map<String, Double>> gmt(List<Line> lines) {
    Map<String, Map<String, Double>> sets = new LinkedHashMap<>();
    Map<String, Long> first = new HashMap<>();
    for (Line line : lines) {
      if (line.cells().size() < 3) {
        problems.error(
            "SIGNATURE_LINE",
            line.at(""),
            "has " + line.cells().size() + " fields, a set has at least three",
            FIX_GMT);
        continue;
      }
      Optional<String> id = id(line);
      if (id.isEmpty()) {
        continue;
      }
      Long earlier = first.putIfAbsent(id.get(), line.number());
      if (earlier != null) {
        problems.error(
            "SIGNATURE_TWICE",
            line.at("name"),
            "set " + id.get() + " is in line " + earlier + " already",
            "give each set a name of its own");
        continue;
      }
      Map<String, Double> weights = new LinkedHashMap<>();
      for (int i = 2; i < line.cells().size(); i++) {
        String gene = line.cells().get(i).strip();
        if (!gene.isEmpty()) {
          add(weights, gene, 1, line.at("gene " + (i - 1)));
        }
      }
      if (weights.isEmpty()) {
        problems.error("SIGNATURE_LINE", line.at(""), "names no gene", FIX_GMT);
      } else {
        sets.put(id.get(), weights);
      }
    }
    return sets;
  }

  private Map<String, Map<String, Double>> table(List<Line> lines) {
    Map<String, Map<String, Double>> sets = new LinkedHashMap<>();
    for (Line line : lines) {
      if (line.cells().size() < 2 || line.cells().get(1).isBlank()) {
        problems.error("SIGNATURE_LINE", line.at("gene"), "names no gene", FIX_TABLE);
        continue;
      }
      Optional<String> id = id(line);
      Optional<Double> weight = weight(line);
      if (id.isPresent() && weight.isPresent()) {
        add(
            sets.computeIfAbsent(id.get(), unused -> new LinkedHashMap<>()),
            line.cells().get(1).strip(),
            weight.get(),
            line.at("gene"));
      }
    }
    return sets;
  }

  private Optional<Double> weight(Line line) {
    if (line.cells().size() < 3) {
      return Optional.of(1.0);
    }
    try {
      double weight = Double.parseDouble(line.cells().get(2).strip());
      if (Double.isFinite(weight) && weight != 0) {
        return Optional.of(weight);
      }
    } catch (NumberFormatException notNumber) {
      // told below, as a number that is no weight
    }
    problems.error(
        "SIGNATURE_WEIGHT",
        line.at("weight"),
        "\"" + line.cells().get(2) + "\" is no weight",
        "give a number other than 0");
    return Optional.empty();
  }

  private void add(Map<String, Double> weights, String gene, double weight, SourceLocation where) {
    String symbol = symbol(gene);
    Double earlier = weights.putIfAbsent(symbol, weight);
    if (earlier != null && earlier != weight) {
      problems.error(
          "SIGNATURE_GENE_TWICE",
          where,
          gene + " has weight " + earlier + " already",
          "give each gene of a signature one weight");
    } else if (earlier != null) {
      problems.note(
          "SIGNATURE_GENE_REPEATED", where, gene + " is repeated and counts once", "nothing to do");
    }
  }

  /** By Ensembl, Entrez or HGNC id, else by symbol in use or former one, else as it is written. */
  private String symbol(String gene) {
    String text = VERSIONED.matcher(gene).replaceFirst("$1");
    return names.ofId(text).orElseGet(() -> names.current(text));
  }

  /** An id that can be part of a column's name. */
  private Optional<String> id(Line line) {
    String id = line.cells().get(0).strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    if (id.matches("_*")) {
      problems.error(
          "SIGNATURE_LINE",
          line.at("name"),
          "\"" + line.cells().get(0) + "\" is no name",
          "name each signature with letters and digits");
      return Optional.empty();
    }
    return Optional.of(id);
  }
}
