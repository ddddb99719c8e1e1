package org.cotarget.expression;

import java.util.Set;

/**
 * Samples by receptor class, as far as pathology tells, for the references that need it.
 *
 * @param erPositive samples with ER positive or low
 * @param erNegative samples with ER negative
 * @param tnbc samples called triple-negative
 */
public record ReferenceGroups(Set<String> erPositive, Set<String> erNegative, Set<String> tnbc) {
  public ReferenceGroups {
    erPositive = Set.copyOf(erPositive);
    erNegative = Set.copyOf(erNegative);
    tnbc = Set.copyOf(tnbc);
  }
}
