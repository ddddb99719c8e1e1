package org.cotarget.reference;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A gene signature.
 *
 * @param id upper-case id as used in columns, e.g. {@code PROGENY_PI3K}
 * @param title name for people
 * @param method how it is scored
 * @param weights weight by HGNC symbol in table order; 1 for every gene of an unweighted set
 * @param use {@code context} (enters no call), {@code jak_stat5} or {@code immune_gate}
 * @param licence licence of the gene list
 * @param citation citation keys
 */
public record Signature(
    String id,
    String title,
    Method method,
    Map<String, Double> weights,
    String use,
    String licence,
    String citation) {

  /** How a signature is scored. */
  public enum Method {
    /** Sum of log expression times weight (PROGENy). */
    WEIGHTED_SUM,
    /** Mean of the genes' z-scores. */
    MEAN_Z
  }

  public Signature {
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
  }
}
