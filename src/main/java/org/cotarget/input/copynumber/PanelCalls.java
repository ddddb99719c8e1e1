package org.cotarget.input.copynumber;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cotarget.cohort.CopyNumberCall;
import org.cotarget.cohort.CopyNumberCall.Scale;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;

/** Gathers the values of panel genes and settles which of several rows of one gene is taken. */
final class PanelCalls {

  private record Value(double number, boolean exact, SourceLocation where) {}

  private final Map<String, Map<String, Value>> bySample = new TreeMap<>();
  private final Set<String> genes = new HashSet<>();
  private final Set<String> contradicted = new HashSet<>();
  private final InputProblems problems;

  PanelCalls(InputProblems problems) {
    this.problems = problems;
  }

  void sample(String sample) {
    bySample.computeIfAbsent(sample, unused -> new TreeMap<>());
  }

  void gene(String gene) {
    genes.add(gene);
  }

  /** Panel genes that the file has rows of. */
  int geneCount() {
    return genes.size();
  }

  int sampleCount() {
    return bySample.size();
  }

  /**
   * Takes a value; of two rows of a gene that differ, the one with the current symbol, else the
   * first.
   *
   * @param exact whether the row is named by the current symbol
   */
  void add(String sample, String gene, double number, boolean exact, SourceLocation where) {
    sample(sample);
    Map<String, Value> values = bySample.computeIfAbsent(sample, unused -> new TreeMap<>());
    Value earlier = values.get(gene);
    if (earlier == null) {
      values.put(gene, new Value(number, exact, where));
      return;
    }
    if (earlier.number() == number) {
      return;
    }
    boolean replaces = exact && !earlier.exact();
    if (replaces) {
      values.put(gene, new Value(number, exact, where));
    }
    if (contradicted.add(gene)) {
      problems.warning(
          "CNA_GENE_DUPLICATE",
          where,
          gene
              + " has two rows that differ, "
              + earlier.number()
              + " in line "
              + earlier.where().line()
              + " and "
              + number
              + " here, for "
              + sample
              + "; taken is line "
              + (replaces ? where : earlier.where()).line(),
          "keep one row for each gene");
    }
  }

  /** The calls by sample, with an error for each value that its scale cannot have. */
  Map<String, List<CopyNumberCall>> calls(Scale scale) {
    Map<String, List<CopyNumberCall>> calls = new TreeMap<>();
    bySample.forEach(
        (sample, values) -> {
          List<CopyNumberCall> list = new ArrayList<>();
          values.forEach(
              (gene, value) -> {
                if (ScaleEvidence.isPlausible(scale, value.number())) {
                  list.add(new CopyNumberCall(gene, scale, value.number(), value.where()));
                } else {
                  problems.error(
                      "CNA_OUT_OF_RANGE",
                      value.where(),
                      value.number() + " of " + gene + " cannot be " + describe(scale),
                      "correct the value, or declare the scale that the file has");
                }
              });
          calls.put(sample, List.copyOf(list));
        });
    return calls;
  }

  static String describe(Scale scale) {
    return switch (scale) {
      case GISTIC -> "a GISTIC state (-2, -1.5, -1, 0, 1, 2)";
      case LOG2_RATIO -> "a log2 ratio (-40 to 15)";
      case ABSOLUTE -> "a number of copies (0 to 1000)";
    };
  }
}
