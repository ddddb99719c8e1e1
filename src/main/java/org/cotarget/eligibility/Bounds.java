package org.cotarget.eligibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cotarget.cohort.NumberRange;

/**
 * Bounds of a number, all of which have to hold.
 *
 * @param limits the bound of each comparison, at least one
 */
record Bounds(Map<Comparison, Double> limits) {

  /** How a number is compared with a bound. */
  enum Comparison {
    AT_LEAST("at-least", ">="),
    ABOVE("above", ">"),
    AT_MOST("at-most", "<="),
    BELOW("below", "<");

    private final String key;
    private final String sign;

    Comparison(String key, String sign) {
      this.key = key;
      this.sign = sign;
    }

    String sign() {
      return sign;
    }

    /** The key of criteria files. */
    String key() {
      return key;
    }

    /** The outcome for a range: undetermined where it straddles the bound. */
    Outcome of(NumberRange range, double bound) {
      return switch (this) {
        case AT_LEAST -> outcome(range.isAtLeast(bound), range.isBelow(bound));
        case ABOVE -> outcome(range.isAbove(bound), range.isAtMost(bound));
        case AT_MOST -> outcome(range.isAtMost(bound), range.isAbove(bound));
        case BELOW -> outcome(range.isBelow(bound), range.isAtLeast(bound));
      };
    }

    private static Outcome outcome(boolean met, boolean notMet) {
      return met ? Outcome.MET : notMet ? Outcome.NOT_MET : Outcome.UNDETERMINED;
    }
  }

  private static final List<Comparison> COMPARISONS = List.of(Comparison.values());

  Bounds {
    limits = Collections.unmodifiableMap(new EnumMap<>(limits));
  }

  Outcome of(NumberRange range) {
    Outcome least = Outcome.MET;
    for (Comparison comparison : COMPARISONS) {
      Double limit = limits.get(comparison);
      if (limit != null) {
        least = Outcome.least(least, comparison.of(range, limit));
      }
    }
    return least;
  }

  Outcome of(double value) {
    return of(NumberRange.exactly(value));
  }

  /** Whether negative numbers are meant, too: one of the bounds is negative. */
  boolean expectsNegative() {
    return limits.values().stream().anyMatch(limit -> limit < 0);
  }

  /** Whether no number lies within them. */
  boolean isEmpty() {
    double low = Math.max(limit(Comparison.AT_LEAST, true), limit(Comparison.ABOVE, true));
    double high = Math.min(limit(Comparison.AT_MOST, false), limit(Comparison.BELOW, false));
    return low > high || (low == high && of(low) != Outcome.MET);
  }

  private double limit(Comparison comparison, boolean isLow) {
    return limits.getOrDefault(
        comparison, isLow ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
  }

  /** Several results of one test: they must agree, else it is undetermined. */
  Outcome ofAll(List<NumberRange> ranges) {
    Outcome first = of(ranges.get(0));
    for (NumberRange range : ranges) {
      if (of(range) != first) {
        return Outcome.UNDETERMINED;
      }
    }
    return first;
  }

  /** E.g. {@code >=1 and <10}. */
  String describe() {
    return limits.entrySet().stream()
        .map(limit -> limit.getKey().sign + plain(limit.getValue()))
        .collect(Collectors.joining(" and "));
  }

  Map<String, Object> keys() {
    Map<String, Object> keys = new LinkedHashMap<>();
    limits.forEach((comparison, bound) -> keys.put(comparison.key(), new BigDecimal(plain(bound))));
    return keys;
  }

  static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /**
   * Ranges of numbers that one answer each stands for: numbers between which no bound lies, joined
   * where {@code vector} does not tell them apart.
   *
   * @param bounds all bounds of the leaves that ask for the number
   * @param vector what the leaves say of a number
   */
  static List<Probe> answers(List<Bounds> bounds, Function<Double, ?> vector) {
    TreeSet<Double> cuts = new TreeSet<>();
    bounds.forEach(b -> cuts.addAll(b.limits().values()));
    List<Double> sorted = new ArrayList<>(cuts);
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      double cut = sorted.get(i);
      double before = i == 0 ? cut - 1 : (sorted.get(i - 1) + cut) / 2;
      cells.add(new Cell(before, i == 0 ? "" : ">" + plain(sorted.get(i - 1)), "<" + plain(cut)));
      cells.add(new Cell(cut, ">=" + plain(cut), "<=" + plain(cut)));
    }
    double last = sorted.get(sorted.size() - 1);
    cells.add(new Cell(last + 1, ">" + plain(last), ""));
    List<Probe> answers = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= cells.size(); i++) {
      boolean ends =
          i == cells.size()
              || !vector.apply(cells.get(i).value()).equals(vector.apply(cells.get(from).value()));
      if (ends) {
        answers.add(
            new Probe.Amount(
                cells.get(from).value(), label(cells.get(from).low(), cells.get(i - 1).high())));
        from = i;
      }
    }
    return answers;
  }

  private record Cell(double value, String low, String high) {}

  private static String label(String low, String high) {
    if (low.isEmpty() || high.isEmpty()) {
      return low + high;
    }
    return low.startsWith(">=")
            && high.startsWith("<=")
            && low.substring(2).equals(high.substring(2))
        ? low.substring(2)
        : low + " and " + high;
  }
}
