package org.cotarget.input;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotarget.cohort.AssayCoverage.Basis;
import org.cotarget.cohort.AssayCoverage.Extent;
import org.cotarget.cohort.InputFile;

/**
 * The assays that the user describes.
 *
 * @param unnamed the assay of every sample that names none
 * @param named assays by the name that samples refer to
 * @param inputs the files that were read
 */
record Assays(Optional<Extent> unnamed, Map<String, Extent> named, List<InputFile> inputs) {

  static final Assays NONE = new Assays(Optional.empty(), Map.of(), List.of());

  private static final Set<String> WHOLE =
      Set.of("wes", "wxs", "wgs", "exome", "genome", "whole-exome", "whole-genome");

  /** The assay of a name: one that was described, or the word for a whole exome or genome. */
  Optional<Extent> byName(String name) {
    Extent extent = named.get(name);
    return extent != null ? Optional.of(extent) : whole(name);
  }

  /** The extent that the words {@code WES}, {@code WGS} stand for. */
  static Optional<Extent> whole(String word) {
    return WHOLE.contains(word.toLowerCase(Locale.ROOT))
        ? Optional.of(Extent.everyGene(Basis.ASSAY_FILE, word.toUpperCase(Locale.ROOT)))
        : Optional.empty();
  }
}
