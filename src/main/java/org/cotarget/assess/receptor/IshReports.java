package org.cotarget.assess.receptor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cotarget.cohort.NumberRange;
import org.cotarget.cohort.ReceptorResult;
import org.cotarget.cohort.ReceptorResult.Assay;
import org.cotarget.reference.Thresholds;

/**
 * What the HER2 in-situ hybridisation reports of a sample allow (PRE16, WOL18).
 *
 * @param categories {@code POS}, {@code NEG}, {@code EQ} as reported, or as a single probe gives
 *     them
 * @param groups ISH groups {@code G1}..{@code G5} that ratio and signals allow; empty without a
 *     ratio
 * @param severalNumbers whether different ratios or signal counts are reported, so that groups
 *     which lead to different states contradict each other rather than leave it open
 */
record IshReports(Set<String> categories, Set<String> groups, boolean severalNumbers) {

  static IshReports of(List<ReceptorResult> results, Thresholds thresholds) {
    return new Reader(results, thresholds).read();
  }

  /** Reads the numbers of one sample. */
  private static final class Reader {

    private final List<ReceptorResult> results;
    private final double ratioCut;
    private final double copiesLow;
    private final double copiesHigh;
    private final double maxCep17;
    private final List<NumberRange> copies;
    private final List<NumberRange> ratios;

    Reader(List<ReceptorResult> results, Thresholds thresholds) {
      this.results = results;
      this.ratioCut = thresholds.value("her2.ish.ratio");
      this.copiesLow = thresholds.value("her2.ish.copies-low");
      this.copiesHigh = thresholds.value("her2.ish.copies-high");
      this.maxCep17 = thresholds.value("her2.ish.max-cep17");
      double maxCopies = thresholds.value("her2.ish.max-copies");
      this.copies = numbers(Assay.ISH_COPIES).filter(c -> c.low() <= maxCopies).toList();
      List<NumberRange> reported = numbers(Assay.ISH_RATIO).toList();
      this.ratios = reported.isEmpty() ? derivedRatios() : reported;
    }

    IshReports read() {
      Set<String> groups = new TreeSet<>();
      for (NumberRange ratio : ratios) {
        List<NumberRange> averages = copies.stream().filter(c -> isAverage(c, ratio)).toList();
        averages.forEach(average -> addGroups(groups, ratio, Optional.of(average)));
        if (averages.isEmpty()) {
          addGroups(groups, ratio, Optional.empty());
        }
      }
      return new IshReports(categories(), groups, ratios.size() > 1 || copies.size() > 1);
    }

    private Stream<NumberRange> numbers(Assay assay) {
      return results.stream()
          .filter(result -> result.assay() == assay)
          .flatMap(result -> result.number().stream())
          .distinct();
    }

    /** Ratios of the two signal counts, for reports that give the counts only. */
    private List<NumberRange> derivedRatios() {
      List<NumberRange> cep17 =
          numbers(Assay.CEP17_COPIES)
              .filter(c -> c.isExact() && c.low() > 0 && c.low() <= maxCep17)
              .toList();
      return copies.stream()
          .filter(NumberRange::isExact)
          .flatMap(c -> cep17.stream().map(d -> NumberRange.exactly(c.low() / d.low())))
          .distinct()
          .toList();
    }

    private Set<String> categories() {
      Set<String> categories = new TreeSet<>();
      for (ReceptorResult result : results) {
        if (result.assay() == Assay.ISH_STATUS) {
          switch (result.status()) {
            case POSITIVE -> categories.add("POS");
            case NEGATIVE, LOW -> categories.add("NEG");
            case EQUIVOCAL -> categories.add("EQ");
            case INDETERMINATE, NOT_GIVEN -> {}
          }
        }
      }
      boolean reported = !categories.isEmpty();
      if (ratios.isEmpty()) {
        for (NumberRange average : copies) {
          String read = singleProbe(average);
          if (!reported || !read.equals("EQ")) {
            categories.add(read);
          }
        }
      }
      return categories;
    }

    /** Signals per cell without a ratio: a single-probe assay, cut at 4 and 6 signals (WOL18). */
    private String singleProbe(NumberRange average) {
      if (average.isAtLeast(copiesHigh)) {
        return "POS";
      }
      return average.isBelow(copiesLow) ? "NEG" : "EQ";
    }

    private void addGroups(Set<String> groups, NumberRange ratio, Optional<NumberRange> average) {
      if (!ratio.isBelow(ratioCut)) {
        addIf(groups, "G1", average.map(c -> !c.isBelow(copiesLow)));
        addIf(groups, "G2", average.map(c -> !c.isAtLeast(copiesLow)));
      }
      if (!ratio.isAtLeast(ratioCut)) {
        addIf(groups, "G3", average.map(c -> !c.isBelow(copiesHigh)));
        addIf(groups, "G4", average.map(c -> !c.isBelow(copiesLow) && !c.isAtLeast(copiesHigh)));
        addIf(groups, "G5", average.map(c -> !c.isAtLeast(copiesLow)));
      }
    }

    private static void addIf(Set<String> groups, String group, Optional<Boolean> allowed) {
      if (allowed.orElse(true)) {
        groups.add(group);
      }
    }

    /**
     * Signals per cell imply a CEP17 average of copies/ratio; totals over all counted cells imply
     * an impossible one.
     */
    private boolean isAverage(NumberRange average, NumberRange ratio) {
      return average.low() / ratio.high() <= maxCep17;
    }
  }
}
