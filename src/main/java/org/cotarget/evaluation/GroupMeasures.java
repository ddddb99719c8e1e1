package org.cotarget.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cotarget.report.WordForm;

/** The figures of one group of units. */
final class GroupMeasures {

  private static final String DELONG = "DeLong";

  /** Resampling perfect or useless results gives the same figure each time. */
  private static final String NO_WIDTH = "the interval has no width and says too little";

  private final Bootstrap bootstrap;

  GroupMeasures(Bootstrap bootstrap) {
    this.bootstrap = bootstrap;
  }

  /**
   * A unit as a pair of columns sees it.
   *
   * @param unit the unit
   * @param call word of the result, or its text for a score
   * @param callClass what it counts as; for a score undetermined where there is none
   * @param score the score with high speaking for positive; NaN where there is none, and for a call
   * @param truth word of the truth, folded
   * @param truthClass what it counts as
   */
  record Judged(
      Unit unit,
      String call,
      WordClass callClass,
      double score,
      String truth,
      WordClass truthClass) {

    boolean hasTruth() {
      return truthClass != WordClass.UNDETERMINED;
    }

    boolean isPositive() {
      return truthClass == WordClass.POSITIVE;
    }

    boolean isDetermined() {
      return callClass != WordClass.UNDETERMINED;
    }
  }

  /**
   * Measures a call.
   *
   * @param oneVocabulary whether call and truth speak the same words, more than two of them
   */
  GroupResult call(String by, String group, List<Judged> units, boolean oneVocabulary) {
    List<Judged> known = units.stream().filter(Judged::hasTruth).toList();
    BinaryTable table = table(known);
    List<Estimate> estimates = rates(known, "call");
    estimates.addAll(table.shares());
    estimates.add(kappa(Measure.KAPPA, table.counts(), "no call was determined", table.total()));
    if (oneVocabulary) {
      long[][] words = words(units);
      long same = 0;
      for (int i = 0; i < words.length; i++) {
        same += words[i][i];
      }
      estimates.add(
          Estimate.share(Measure.AGREEMENT_WORDS, same, units.size(), "no unit has a truth"));
      estimates.add(kappa(Measure.KAPPA_WORDS, words, "no unit has a truth", units.size()));
    }
    return result(by, group, known, confusion(units), estimates);
  }

  /** Measures a score. */
  GroupResult score(String by, String group, List<Judged> units) {
    List<Judged> known = units.stream().filter(Judged::hasTruth).toList();
    List<Estimate> estimates = rates(known, "score");
    estimates.addAll(auroc(known));
    return result(by, group, known, List.of(), estimates);
  }

  static Auroc area(List<Judged> known) {
    return new Auroc(scores(known, true), scores(known, false));
  }

  private static double[] scores(List<Judged> known, boolean positive) {
    return known.stream()
        .filter(unit -> unit.isPositive() == positive && !Double.isNaN(unit.score()))
        .mapToDouble(Judged::score)
        .toArray();
  }

  private static BinaryTable table(List<Judged> known) {
    long[] counts = new long[4];
    for (Judged unit : known) {
      if (unit.isDetermined()) {
        counts[(unit.callClass() == WordClass.POSITIVE ? 0 : 2) + (unit.isPositive() ? 0 : 1)]++;
      }
    }
    return new BinaryTable(counts[0], counts[1], counts[2], counts[3]);
  }

  private static List<Estimate> rates(List<Judged> known, String what) {
    long positives = known.stream().filter(Judged::isPositive).count();
    long open = known.stream().filter(unit -> !unit.isDetermined()).count();
    long openPositives =
        known.stream().filter(unit -> unit.isPositive() && !unit.isDetermined()).count();
    List<Estimate> rates = new ArrayList<>();
    rates.add(Estimate.share(Measure.PREVALENCE, positives, known.size(), "no unit has a truth"));
    rates.add(Estimate.share(Measure.UNDETERMINED_RATE, open, known.size(), "no unit has a truth"));
    rates.add(
        Estimate.share(
            Measure.UNDETERMINED_RATE_POSITIVE,
            openPositives,
            positives,
            "no truth-positive, so no " + what + " of one"));
    rates.add(
        Estimate.share(
            Measure.UNDETERMINED_RATE_NEGATIVE,
            open - openPositives,
            known.size() - positives,
            "no truth-negative, so no " + what + " of one"));
    return rates;
  }

  private Estimate kappa(Measure measure, long[][] counts, String nothing, long units) {
    if (units == 0) {
      return Estimate.notEstimable(measure, bootstrap.method(), units, nothing);
    }
    if (usedColumns(counts) < 2) {
      return Estimate.notEstimable(
          measure, bootstrap.method(), units, "the truth is all of one word");
    }
    double[] interval = bootstrap.kappa(counts);
    return new Estimate(
        measure,
        Kappa.of(counts),
        interval[0],
        interval[1],
        bootstrap.method(),
        -1,
        units,
        Double.isNaN(interval[0])
            ? "interval not estimable: too many bootstrap samples are of one word"
            : interval[0] == interval[1] ? NO_WIDTH : "");
  }

  /** Truth words that occur: with one alone kappa is 0 or undefined whatever the calls are. */
  private static int usedColumns(long[][] counts) {
    int used = 0;
    for (int column = 0; column < counts.length; column++) {
      long sum = 0;
      for (long[] row : counts) {
        sum += row[column];
      }
      used += sum > 0 ? 1 : 0;
    }
    return used;
  }

  private List<Estimate> auroc(List<Judged> known) {
    Auroc area = area(known);
    int positives = area.positives().length;
    int negatives = area.negatives().length;
    long units = positives + (long) negatives;
    if (!area.isEstimable()) {
      String reason =
          units == 0
              ? "no unit has both a score and a truth"
              : positives == 0 ? "no truth-positive has a score" : "no truth-negative has a score";
      return List.of(
          Estimate.notEstimable(Measure.AUROC, bootstrap.method(), units, reason),
          Estimate.notEstimable(Measure.AUROC, DELONG, units, reason));
    }
    double value = area.value();
    boolean few = positives < 2 || negatives < 2;
    double[] drawn = few ? new double[] {Double.NaN, Double.NaN} : bootstrap.auroc(area);
    double[] deLong = area.deLong();
    String note = few ? "interval not estimable: a class has one unit only" : "";
    boolean apart = !few && deLong[0] == deLong[1];
    return List.of(
        new Estimate(
            Measure.AUROC,
            value,
            drawn[0],
            drawn[1],
            bootstrap.method(),
            -1,
            units,
            apart ? NO_WIDTH : note),
        new Estimate(
            Measure.AUROC,
            value,
            deLong[0],
            deLong[1],
            DELONG,
            -1,
            units,
            apart ? NO_WIDTH : note));
  }

  /** Counts by word, calls in rows and truths in columns, all words in one order. */
  private static long[][] words(List<Judged> units) {
    TreeSet<String> all = new TreeSet<>();
    units.forEach(
        unit -> {
          all.add(WordForm.of(unit.call()));
          all.add(unit.truth());
        });
    List<String> order = List.copyOf(all);
    long[][] counts = new long[order.size()][order.size()];
    units.forEach(
        unit -> counts[order.indexOf(WordForm.of(unit.call()))][order.indexOf(unit.truth())]++);
    return counts;
  }

  private static List<ConfusionCell> confusion(List<Judged> units) {
    Map<String, ConfusionCell> cells = new TreeMap<>();
    for (Judged unit : units) {
      cells.merge(
          unit.truth() + '\t' + unit.call(),
          new ConfusionCell(unit.call(), unit.callClass(), unit.truth(), unit.truthClass(), 1),
          (a, b) ->
              new ConfusionCell(
                  a.call(), a.callClass(), a.truth(), a.truthClass(), a.units() + b.units()));
    }
    return List.copyOf(cells.values());
  }

  private static GroupResult result(
      String by,
      String group,
      List<Judged> known,
      List<ConfusionCell> confusion,
      List<Estimate> estimates) {
    return new GroupResult(
        by,
        group,
        known.size(),
        known.stream().filter(Judged::isPositive).count(),
        known.stream().filter(unit -> !unit.isDetermined()).count(),
        confusion,
        estimates);
  }
}
