package org.cotarget.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.cotarget.report.WordForm;

/** Observed truth by word of a call, or by range of a score. */
final class Calibration {

  /** A range of scores outside [0,1] holds this share of the units, as far as ties allow. */
  private static final int QUANTILES = 5;

  private static final int UNIT_BINS = 10;

  /** Decimals of a range of scores, and how many more there are where ranges are narrow. */
  private static final int FEWEST_DECIMALS = 2;

  private static final int MOST_DECIMALS = 15;

  /** A unit with a determined truth: its word or score, and its truth. */
  record Observed(String word, double score, boolean positive) {}

  private Calibration() {}

  /**
   * One bin for each word that occurs, in the order given, others behind.
   *
   * @param order folded words
   */
  static List<CalibrationBin> byWord(String column, List<Observed> units, List<String> order) {
    TreeSet<String> present =
        new TreeSet<>(
            Comparator.comparingInt(
                    (String word) -> {
                      int at = order.indexOf(WordForm.of(word));
                      return at < 0 ? order.size() : at;
                    })
                .thenComparing(Comparator.naturalOrder()));
    units.forEach(unit -> present.add(unit.word()));
    Map<String, List<Observed>> bins = new LinkedHashMap<>();
    present.forEach(word -> bins.put(word, new ArrayList<>()));
    units.forEach(unit -> bins.computeIfAbsent(unit.word(), w -> new ArrayList<>()).add(unit));
    return bins(column, bins);
  }

  /**
   * Tenths of [0,1] where all scores lie in it, else fifths of the units; empty bins are left out.
   */
  static List<CalibrationBin> byScore(String column, List<Observed> units) {
    List<Observed> scored =
        units.stream()
            .filter(unit -> !Double.isNaN(unit.score()))
            .sorted(Comparator.comparingDouble(Observed::score))
            .toList();
    boolean shares = scored.stream().allMatch(u -> u.score() >= 0 && u.score() <= 1);
    return shares ? tenths(column, scored) : fifths(column, scored);
  }

  private static List<CalibrationBin> tenths(String column, List<Observed> scored) {
    Map<String, List<Observed>> bins = new LinkedHashMap<>();
    for (Observed unit : scored) {
      int bin = Math.min(UNIT_BINS - 1, (int) Math.floor(unit.score() * UNIT_BINS));
      String label = "0." + bin + " to " + (bin + 1 == UNIT_BINS ? "1" : "0." + (bin + 1));
      bins.computeIfAbsent(label, key -> new ArrayList<>()).add(unit);
    }
    return bins(column, bins);
  }

  private static List<CalibrationBin> fifths(String column, List<Observed> scored) {
    Map<Integer, List<Observed>> bins = new LinkedHashMap<>();
    int n = scored.size();
    for (int from = 0; from < n; ) {
      int to = from;
      while (to < n && scored.get(to).score() == scored.get(from).score()) {
        to++;
      }
      // Equal scores stay together: their middle rank says where.
      int bin = (int) Math.min(QUANTILES - 1L, (long) QUANTILES * (from + to) / (2L * n));
      bins.computeIfAbsent(bin, key -> new ArrayList<>()).addAll(scored.subList(from, to));
      from = to;
    }
    Map<String, List<Observed>> labelled = new LinkedHashMap<>();
    for (int decimals = FEWEST_DECIMALS; labelled.size() < bins.size(); decimals++) {
      labelled.clear();
      for (List<Observed> bin : bins.values()) {
        labelled.put(label(bin, decimals), bin);
      }
    }
    return bins(column, labelled);
  }

  /** Scores that differ get labels that differ where there are decimals enough. */
  private static String label(List<Observed> bin, int decimals) {
    double low = bin.get(0).score();
    double high = bin.get(bin.size() - 1).score();
    return decimals > MOST_DECIMALS
        ? low + " to " + high
        : Figures.decimals(low, decimals) + " to " + Figures.decimals(high, decimals);
  }

  private static List<CalibrationBin> bins(String column, Map<String, List<Observed>> bins) {
    return bins.entrySet().stream()
        .map(
            bin ->
                new CalibrationBin(
                    column,
                    bin.getKey(),
                    bin.getValue().stream().filter(Observed::positive).count(),
                    bin.getValue().size()))
        .toList();
  }
}
