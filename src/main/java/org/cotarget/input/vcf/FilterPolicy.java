package org.cotarget.input.vcf;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.cotarget.reference.VariantVocabulary;

/**
 * What FILTER does to a variant. {@code PASS}, {@code .} and the words that the user includes pass.
 * Words of origin (germline, population, panel of normals) remove a variant, but no hotspot, since
 * recurrent somatic changes do get into such lists; words of quality remove hotspots, too.
 */
final class FilterPolicy {

  /** What becomes of a variant. */
  enum Verdict {
    KEPT,
    /** Kept where it is a hotspot. */
    HOTSPOT_KEPT,
    REMOVED
  }

  private final Set<String> included;
  private final VariantVocabulary vocabulary;

  FilterPolicy(Set<String> included, VariantVocabulary vocabulary) {
    this.included = Set.copyOf(included);
    this.vocabulary = vocabulary;
  }

  /** The words that do not pass. */
  Set<String> failing(Collection<String> words) {
    Set<String> failing = new TreeSet<>();
    for (String word : words) {
      boolean passes =
          word.isEmpty()
              || word.equals(".")
              || word.equalsIgnoreCase("PASS")
              || included.contains(word);
      if (!passes) {
        failing.add(word);
      }
    }
    return failing;
  }

  Verdict verdict(Set<String> failing) {
    if (failing.isEmpty()) {
      return Verdict.KEPT;
    }
    return failing.stream().allMatch(word -> vocabulary.filter(word).isPresent())
        ? Verdict.HOTSPOT_KEPT
        : Verdict.REMOVED;
  }
}
