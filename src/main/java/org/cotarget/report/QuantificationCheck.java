package org.cotarget.report;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cotarget.cohort.InputFile;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;

/**
 * Compares what the expression files of single samples say of themselves, by their provenance: the
 * files of several shards are never read together.
 */
final class QuantificationCheck {

  static final String KINDS = "QUANTIFICATIONS_DIFFER";
  static final String STRANDS = "STRANDS_DIFFER";

  private static final Pattern STRAND = Pattern.compile("[a-z ]+");
  private static final Pattern REST = Pattern.compile("; \\d+ genes; sample ");

  /** What a file holds, and of which strand where it tells. */
  private record Quantification(String kind, Optional<String> strand) {

    /**
     * Reads e.g. {@code counts by reads of STAR, first strand; 60000 genes; sample S1}; empty for a
     * matrix.
     */
    static Optional<Quantification> of(String detail) {
      int end = detail.indexOf(';');
      if (end < 0 || !REST.matcher(detail).region(end, detail.length()).lookingAt()) {
        return Optional.empty();
      }
      String whole = detail.substring(0, end);
      int by = whole.indexOf(" by ");
      int of = whole.lastIndexOf(" of ");
      if (by <= 0 || of <= by + 4) {
        return Optional.empty();
      }
      int comma = whole.indexOf(", ", of + 4);
      if (comma < 0) {
        return Optional.of(new Quantification(whole, Optional.empty()));
      }
      String strand = whole.substring(comma + 2);
      return STRAND.matcher(strand).matches()
          ? Optional.of(new Quantification(whole.substring(0, comma), Optional.of(strand)))
          : Optional.empty();
    }
  }

  private QuantificationCheck() {}

  /**
   * Warns of libraries of different strands; values of two kinds, of which no run has both, are an
   * error.
   *
   * @param inputs sorted by path
   */
  static void check(List<InputFile> inputs, InputProblems problems) {
    SortedMap<String, Integer> strands = new TreeMap<>();
    SortedMap<String, Integer> kinds = new TreeMap<>();
    for (InputFile file : inputs) {
      if (file.kind().equals("expression")) {
        Quantification.of(file.detail())
            .ifPresent(
                found -> {
                  kinds.merge(found.kind(), 1, Integer::sum);
                  found.strand().ifPresent(strand -> strands.merge(strand, 1, Integer::sum));
                });
      }
    }
    if (kinds.size() > 1) {
      problems.error(
          KINDS,
          SourceLocation.ofFile("cohort"),
          "expression files of samples hold different values: " + counted(kinds),
          "quantify all samples by one tool, and give all files of one kind");
    }
    if (strands.size() > 1) {
      problems.warning(
          STRANDS,
          SourceLocation.ofFile("cohort"),
          "reads of different strands are taken: "
              + counted(strands)
              + "; the libraries differ, and so may the counts of genes that overlap",
          "check whether the samples were prepared alike");
    }
  }

  private static String counted(SortedMap<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + " in " + entry.getValue() + " files")
        .collect(Collectors.joining(", "));
  }
}
