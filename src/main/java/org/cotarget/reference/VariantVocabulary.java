package org.cotarget.reference;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Words and fields by which VCFs tell where a variant comes from: inherited, common, an artefact.
 */
public final class VariantVocabulary {

  /** What a FILTER word speaks of. */
  public enum FilterKind {
    /** The patient has inherited the variant. */
    GERMLINE,
    /** The variant was seen in normal tissue of other people. */
    NORMALS,
    /** The variant is common in a population. */
    POPULATION
  }

  /** How a frequency is written. */
  public enum Scale {
    FRACTION,
    /** The negative decimal logarithm of the fraction. */
    MINUS_LOG10
  }

  /**
   * A field that holds a frequency.
   *
   * @param name name in upper case
   * @param inEntry whether it is a field of an annotation's entries and not a key of INFO
   */
  public record FrequencyField(String name, boolean inEntry, Scale scale) {}

  private final Map<String, FilterKind> filters;
  private final List<FrequencyField> frequencies;

  /**
   * Indexes the words.
   *
   * @param filters kind by FILTER word, in whatever case
   */
  public VariantVocabulary(Map<String, FilterKind> filters, List<FrequencyField> frequencies) {
    Map<String, FilterKind> folded = new LinkedHashMap<>();
    filters.forEach((word, kind) -> folded.put(word.toUpperCase(Locale.ROOT), kind));
    this.filters = Collections.unmodifiableMap(folded);
    this.frequencies = List.copyOf(frequencies);
  }

  /** What a FILTER word speaks of; empty for a word of quality or an unknown one. */
  public Optional<FilterKind> filter(String word) {
    return Optional.ofNullable(filters.get(word.toUpperCase(Locale.ROOT)));
  }

  public List<FrequencyField> frequencies() {
    return frequencies;
  }
}
