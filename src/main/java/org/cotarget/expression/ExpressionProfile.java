package org.cotarget.expression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The scores of one sample.
 *
 * @param measured whether the sample is in an expression matrix at all
 * @param genes scores of the genes that calls look at, by symbol
 * @param signatures scores of the signatures, by id, in the order of the reference
 */
public record ExpressionProfile(
    boolean measured, Map<String, Score> genes, Map<String, Score> signatures) {

  /** A sample without expression. */
  public static final ExpressionProfile NONE = new ExpressionProfile(false, Map.of(), Map.of());

  public ExpressionProfile {
    genes = Collections.unmodifiableMap(new LinkedHashMap<>(genes));
    signatures = Collections.unmodifiableMap(new LinkedHashMap<>(signatures));
  }

  public Optional<Score> gene(String symbol) {
    return Optional.ofNullable(genes.get(symbol));
  }

  public Optional<Score> signature(String id) {
    return Optional.ofNullable(signatures.get(id));
  }
}
