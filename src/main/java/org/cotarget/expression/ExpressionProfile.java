package org.cotarget.expression;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cotarget.cohort.Receptor;

/**
 * The scores of one sample.
 *
 * @param measured whether the sample is in an expression matrix at all
 * @param refusal why it was not scored although it is in a matrix; empty otherwise
 * @param genes scores of the genes that calls look at, by symbol
 * @param signatures scores of the signatures, by id, in the order of the model
 * @param receptors receptors by expression, where the model's mixture is estimable
 */
public record ExpressionProfile(
    boolean measured,
    String refusal,
    Map<String, Score> genes,
    Map<String, Score> signatures,
    Map<Receptor, ReceptorPosterior> receptors) {

  /** A sample without expression. */
  public static final ExpressionProfile NONE =
      new ExpressionProfile(false, "", Map.of(), Map.of(), Map.of());

  public ExpressionProfile {
    genes = Collections.unmodifiableMap(new LinkedHashMap<>(genes));
    signatures = Collections.unmodifiableMap(new LinkedHashMap<>(signatures));
    Map<Receptor, ReceptorPosterior> inOrder = new EnumMap<>(Receptor.class);
    inOrder.putAll(receptors);
    receptors = Collections.unmodifiableMap(inOrder);
  }

  /** A sample whose values must not be compared with the reference. */
  static ExpressionProfile refused(String reason) {
    return new ExpressionProfile(true, reason, Map.of(), Map.of(), Map.of());
  }

  public Optional<Score> gene(String symbol) {
    return Optional.ofNullable(genes.get(symbol));
  }

  public Optional<Score> signature(String id) {
    return Optional.ofNullable(signatures.get(id));
  }

  public Optional<ReceptorPosterior> receptor(Receptor receptor) {
    return Optional.ofNullable(receptors.get(receptor));
  }
}
