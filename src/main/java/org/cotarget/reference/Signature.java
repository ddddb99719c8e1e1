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
 * @param use {@code context} (enters no call), {@code jak_stat5}, {@code immune_gate} or {@code
 *     user} (a user's own, enters no call)
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
    /** Mean of the genes' z-scores, each times its weight. */
    WEIGHTED_Z,
    /** Mean of the genes' z-scores. */
    MEAN_Z,
    /** Mean rank within the sample, scaled and centred (FOR18). */
    SINGSCORE,
    /** Single-sample GSEA without normalisation between samples (BAR09). */
    SSGSEA;

    /** Whether it needs no other sample. */
    public boolean isRankBased() {
      return this == SINGSCORE || this == SSGSEA;
    }
  }

  /** The use of a signature that a user brings along. */
  public static final String USER = "user";

  public Signature {
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
  }

  /** Whether a user brought it along. */
  public boolean isUsers() {
    return use.equals(USER);
  }
}
