package org.cotarget.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.cotarget.assess.pi3k.GenomicTier;
import org.cotarget.assess.receptor.ReceptorState;
import org.cotarget.assess.receptor.TnbcCall;
import org.cotarget.cohort.AssayLayer;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.SampleType;
import org.cotarget.reference.DecisionTable;

/**
 * Shares of a cohort beside the published bands of {@code rules/prevalence_bands.tsv}, counted over
 * one tumour a patient.
 */
final class Prevalence {

  /**
   * One share and the band it is held against.
   *
   * @param band the row of the table
   * @param found the share
   */
  record Share(DecisionTable.Row band, Proportion found) {

    double low() {
      return Double.parseDouble(band.get("low"));
    }

    double high() {
      return Double.parseDouble(band.get("high"));
    }

    /** Whether the whole 95% interval lies below the band. */
    boolean isBelow() {
      return found.isEstimable() && found.high() < low();
    }

    /** Whether the whole 95% interval lies above the band. */
    boolean isAbove() {
      return found.isEstimable() && found.low() > high();
    }

    /** What is counted among whom. */
    String title() {
      return what() + " among " + whom();
    }

    String what() {
      return switch (band.get("measure")) {
        case "TNBC" -> "triple-negative";
        case "TIER_G1" -> "PIK3CA/AKT1/PTEN event of tier G1";
        case "PIK3CA_MUTATED" -> "PIK3CA mutated";
        case "AKT1_E17K" -> "AKT1 E17K";
        default -> throw unknown(band.get("measure"));
      };
    }

    String whom() {
      return switch (band.get("population")) {
        case "ALL" -> "patients whose triple-negative call is determined";
        case "TNBC" -> "triple-negative patients assayed for it";
        case "HR_POSITIVE" -> "ER- or PR-positive patients assayed for it";
        default -> "patients labelled " + band.get("population") + " and assayed for it";
      };
    }
  }

  /** Counts for one band. */
  private static final class Count {
    private final DecisionTable.Row band;
    private final Predicate<SampleResult> looked;
    private final Predicate<SampleResult> altered;
    private long part;
    private long whole;

    Count(DecisionTable.Row band) {
      this.band = band;
      this.looked = population(band.get("population")).and(assayed(band.get("measure")));
      this.altered = altered(band.get("measure"));
    }

    void add(SampleResult tumour) {
      if (looked.test(tumour)) {
        whole++;
        part += altered.test(tumour) ? 1 : 0;
      }
    }
  }

  private final List<Count> counts = new ArrayList<>();

  /** Begins with nobody counted. */
  Prevalence(DecisionTable bands) {
    bands.rows().forEach(row -> counts.add(new Count(row)));
  }

  /** The tumour that a patient is counted by: her first primary, else her first. */
  static Optional<SampleResult> tumourOf(List<SampleResult> samples) {
    return samples.stream()
        .filter(sample -> sample.type() == SampleType.PRIMARY)
        .findFirst()
        .or(() -> samples.stream().findFirst());
  }

  void add(SampleResult tumour) {
    counts.forEach(count -> count.add(tumour));
  }

  /** The shares of those counted so far, in table order. */
  List<Share> shares() {
    return counts.stream()
        .map(count -> new Share(count.band, new Proportion(count.part, count.whole)))
        .toList();
  }

  private static Predicate<SampleResult> population(String population) {
    return switch (population) {
      case "ALL" ->
          s -> s.receptors().call() == TnbcCall.TNBC || s.receptors().call() == TnbcCall.NOT_TNBC;
      case "TNBC" -> s -> s.receptors().call() == TnbcCall.TNBC;
      case "HR_POSITIVE" ->
          s -> s.receptors().er() == ReceptorState.POS || s.receptors().pr() == ReceptorState.POS;
      default -> s -> s.subtype().equals(population);
    };
  }

  private static Predicate<SampleResult> assayed(String measure) {
    return switch (measure) {
      case "TNBC" -> s -> true;
      case "TIER_G1" -> s -> s.pi3k().coverageComplete();
      case "PIK3CA_MUTATED" -> s -> s.covers(AssayLayer.SNV_INDEL, "PIK3CA");
      case "AKT1_E17K" -> s -> s.covers(AssayLayer.SNV_INDEL, "AKT1");
      default -> throw unknown(measure);
    };
  }

  private static Predicate<SampleResult> altered(String measure) {
    return switch (measure) {
      case "TNBC" -> s -> s.receptors().call() == TnbcCall.TNBC;
      case "TIER_G1" -> s -> s.pi3k().tier().equals(GenomicTier.G1.label());
      case "PIK3CA_MUTATED" ->
          s ->
              s.variants().stream()
                  .anyMatch(v -> v.gene().equals("PIK3CA") && changesProtein(v.consequence()));
      case "AKT1_E17K" ->
          s ->
              s.variants().stream()
                  .anyMatch(v -> v.gene().equals("AKT1") && v.label().equals("E17K"));
      default -> throw unknown(measure);
    };
  }

  private static boolean changesProtein(String term) {
    Consequence consequence = Consequence.mostSevere(term);
    return consequence == Consequence.MISSENSE_VARIANT
        || consequence.isInframeIndel()
        || consequence.isTruncating()
        || consequence.isEssentialSplice();
  }

  private static IllegalArgumentException unknown(String measure) {
    return new IllegalArgumentException("no measure " + measure);
  }
}
