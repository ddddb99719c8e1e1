package org.cotarget.input.vcf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.SomaticVariant;

/**
 * The variants of a file while its assembly may still be open: each is a variant of its gene on
 * some assemblies only.
 */
final class FoundVariants {

  /**
   * One variant.
   *
   * @param assemblies assemblies on which it is one
   * @param byPosition whether only its position tells the gene, so that without an assembly there
   *     is nothing to say of it
   */
  private record Found(
      String sample, Set<GenomeAssembly> assemblies, boolean byPosition, SomaticVariant variant) {}

  private final List<Found> found = new ArrayList<>();

  void add(
      String sample, Set<GenomeAssembly> assemblies, boolean byPosition, SomaticVariant variant) {
    found.add(new Found(sample, assemblies, byPosition, variant));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** Number of variants of which only the position tells the gene. */
  long byPosition() {
    return found.stream().filter(Found::byPosition).count();
  }

  /** The variants by sample on the assembly that the file turned out to be on. */
  Map<String, List<SomaticVariant>> on(GenomeAssembly assembly, Set<String> samples) {
    Map<String, List<SomaticVariant>> variants = new TreeMap<>();
    samples.forEach(sample -> variants.put(sample, new ArrayList<>()));
    for (Found one : found) {
      boolean kept =
          assembly == GenomeAssembly.UNKNOWN
              ? !one.byPosition()
              : one.assemblies().contains(assembly);
      if (kept) {
        variants
            .computeIfAbsent(one.sample(), unused -> new ArrayList<>())
            .add(one.variant().on(assembly));
      }
    }
    return variants;
  }
}
