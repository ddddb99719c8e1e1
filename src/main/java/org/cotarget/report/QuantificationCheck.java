package org.cotarget.report;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
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

  /** E.g. {@code counts by reads of STAR, first strand; 60000 genes; sample S1}. */
  private static final Pattern DETAIL =
      Pattern.compile("(.+? by .+? of [^,;]+)(?:, ([a-z ]+))?; \\d+ genes; sample .*");

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
      Matcher detail = DETAIL.matcher(file.detail());
      if (file.kind().equals("expression") && detail.matches()) {
        kinds.merge(detail.group(1), 1, Integer::sum);
        String strand = detail.group(2);
        if (strand != null) {
          strands.merge(strand, 1, Integer::sum);
        }
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
