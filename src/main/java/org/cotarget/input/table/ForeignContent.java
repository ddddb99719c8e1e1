package org.cotarget.input.table;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells by its first line what stands in a file that should hold a table. */
final class ForeignContent {

  static final String FIX =
      "fetch the file itself: open it once to see what it holds (git lfs pull replaces a pointer)";

  /** What it is by how its first line starts, in lower case. */
  private static final Map<String, String> STARTS =
      Map.of(
          "<!doctype", "a web page, as a failed download leaves it",
          "<html", "a web page, as a failed download leaves it",
          "<?xml", "XML",
          "version https://git-lfs", "a Git LFS pointer",
          "/annex/objects/", "a git-annex pointer",
          "{\"", "JSON",
          "%pdf-", "a PDF",
          "rdx3", "an R data file");

  private ForeignContent() {}

  static Optional<String> of(String firstLine) {
    String text = firstLine.strip().toLowerCase(Locale.ROOT);
    return STARTS.entrySet().stream()
        .filter(entry -> text.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
