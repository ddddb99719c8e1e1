package org.cotarget.input.vcf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Resolves the entries {@code @POS} of bcftools csq: the consequence of several records together is
 * written at the first of them only. Kept are entries of panel genes on the current chromosome.
 */
final class BackReferences {

  private final Map<String, List<String>> byPosition = new HashMap<>();
  private String chromosome = "";

  /**
   * The entries with each reference replaced by what it refers to, and left out where that is not
   * known.
   */
  List<String> resolve(String chrom, List<String> entries) {
    if (entries.stream().noneMatch(entry -> entry.startsWith("@"))) {
      return entries;
    }
    List<String> resolved = new ArrayList<>();
    for (String entry : entries) {
      if (!entry.startsWith("@")) {
        resolved.add(entry);
      } else if (chrom.equals(chromosome)) {
        resolved.addAll(byPosition.getOrDefault(entry.substring(1), List.of()));
      }
    }
    return resolved;
  }

  void remember(String chrom, long position, List<String> entries, boolean inPanel) {
    if (!chrom.equals(chromosome)) {
      byPosition.clear();
      chromosome = chrom;
    }
    if (inPanel) {
      List<String> own = entries.stream().filter(entry -> !entry.startsWith("@")).toList();
      if (!own.isEmpty()) {
        byPosition.put(String.valueOf(position), own);
      }
    }
  }
}
