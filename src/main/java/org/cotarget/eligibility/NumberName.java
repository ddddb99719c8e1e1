package org.cotarget.eligibility;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cotarget.assess.Axis;
import org.cotarget.assess.pi3k.Pi3kAssessment;
import org.cotarget.assess.pi3k.Pi3kAssessor;
import org.cotarget.assess.pi3k.Pi3kCall;
import org.cotarget.assess.pi3k.PtenMrna;
import org.cotarget.assess.pi3k.PtenProtein;
import org.cotarget.cohort.ClinicalValue;
import org.cotarget.cohort.NumberRange;
import org.cotarget.cohort.ProteinResult;
import org.cotarget.cohort.Receptor;
import org.cotarget.cohort.ReceptorResult;
import org.cotarget.cohort.ReceptorResult.Assay;
import org.cotarget.cohort.ReceptorResult.Basis;
import org.cotarget.cohort.SourceLocation;

/** A number that a criterion may look at by its name. */
enum NumberName {
  ER_PERCENT("ER-positive tumour cells, percent", "ER IHC"),
  PR_PERCENT("PR-positive tumour cells, percent", "PR IHC"),
  HER2_IHC_SCORE("HER2 IHC score, 0 to 3", "HER2 IHC"),
  HER2_ISH_RATIO("HER2/CEP17 ratio", "HER2 ISH"),
  HER2_ISH_COPIES("HER2 signals per cell", "HER2 ISH"),
  PTEN_PERCENT("PTEN-stained tumour cells, percent", "PTEN IHC"),
  PI3K_SCORE("PI3K activation score, 0 to 1", ""),
  PTEN_MRNA_Z("z-score of PTEN mRNA", "PTEN mRNA"),
  TUMOUR_FRACTION("share of tumour cells in the sample, 0 to 1", "tumour fraction");

  private static final List<String> FRACTION = List.of("TUMOUR_FRACTION");

  private static final Map<NumberName, Assay> ASSAYS =
      Map.of(
          ER_PERCENT, Assay.IHC_PERCENT,
          PR_PERCENT, Assay.IHC_PERCENT,
          HER2_IHC_SCORE, Assay.IHC_SCORE,
          HER2_ISH_RATIO, Assay.ISH_RATIO,
          HER2_ISH_COPIES, Assay.ISH_COPIES);

  private final String meaning;
  private final String test;

  NumberName(String meaning, String test) {
    this.meaning = meaning;
    this.test = test;
  }

  String meaning() {
    return meaning;
  }

  /**
   * What a sample has.
   *
   * @param ranges the values, none where it has none or none that can be read
   * @param where where they were read
   * @param raw the values as the input has them
   */
  record Values(List<NumberRange> ranges, List<SourceLocation> where, String raw) {
    static final Values NONE = new Values(List.of(), List.of(), "");
  }

  Values of(SampleFacts facts) {
    return switch (this) {
      case ER_PERCENT -> receptor(facts, Receptor.ER);
      case PR_PERCENT -> receptor(facts, Receptor.PR);
      case HER2_IHC_SCORE, HER2_ISH_RATIO, HER2_ISH_COPIES -> receptor(facts, Receptor.HER2);
      case PTEN_PERCENT -> ptenPercent(facts);
      case PI3K_SCORE -> pi3kScore(facts);
      case PTEN_MRNA_Z -> computed(facts.sample().pi3k().ptenMrnaZ());
      case TUMOUR_FRACTION -> tumourFraction(facts);
    };
  }

  List<String> missing(SampleFacts facts) {
    return this == PI3K_SCORE ? facts.pi3kGaps() : List.of(test);
  }

  Optional<Axis> axis() {
    return switch (this) {
      case PI3K_SCORE, PTEN_MRNA_Z -> Optional.of(Axis.PI3K);
      default -> Optional.empty();
    };
  }

  private Values receptor(SampleFacts facts, Receptor receptor) {
    List<ReceptorResult> results =
        facts.supplied().receptors().stream()
            .filter(r -> r.receptor() == receptor && r.assay() == ASSAYS.get(this))
            .filter(r -> r.basis() == Basis.PRIMARY || r.basis() == Basis.CURATED)
            .filter(r -> r.number().isPresent())
            .toList();
    return new Values(
        results.stream().flatMap(r -> r.number().stream()).toList(),
        results.stream().map(ReceptorResult::where).toList(),
        String.join(", ", results.stream().map(ReceptorResult::raw).toList()));
  }

  private static Values ptenPercent(SampleFacts facts) {
    List<ProteinResult> results =
        facts.supplied().proteins().stream()
            .filter(r -> r.protein() == ProteinResult.Protein.PTEN && r.percent().isPresent())
            .toList();
    return new Values(
        results.stream().flatMap(r -> r.percent().stream()).toList(),
        results.stream().map(ProteinResult::where).toList(),
        String.join(", ", results.stream().map(ProteinResult::raw).toList()));
  }

  /**
   * What the score may be once its missing tests are done. An event may still be found that lifts
   * it, unless it stands on the highest call; where PTEN IHC finds the protein retained, a low PTEN
   * mRNA is set aside, which lowers the score and takes the ground from a probable activation.
   */
  private static Values pi3kScore(SampleFacts facts) {
    Pi3kAssessment pi3k = facts.sample().pi3k();
    double score = pi3k.score();
    if (Double.isNaN(score) || facts.pi3kGaps().isEmpty()) {
      return computed(score);
    }
    PtenProtein.State ihc = facts.ptenIhc();
    boolean mayFall =
        pi3k.ptenMrna() == PtenMrna.LOW
            && ihc != PtenProtein.State.LOST
            && ihc != PtenProtein.State.RETAINED;
    double setAside = pi3k.call() == Pi3kCall.PROBABLE ? 0 : score - Pi3kAssessor.SCORE_SPAN / 2;
    double low = mayFall ? setAside : score;
    double high = pi3k.call() == Pi3kCall.ACTIVE_HIGH ? score : 1;
    return new Values(
        List.of(new NumberRange(low, high, false, false)),
        List.of(),
        shown(score) + (low < high ? " so far" : ""));
  }

  private static String shown(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static Values computed(double value) {
    return Double.isNaN(value)
        ? Values.NONE
        : new Values(List.of(NumberRange.exactly(value)), List.of(), shown(value));
  }

  /**
   * As a share, {@code 0.6}, or in percent, {@code 60} and {@code 60%}. A bare 1 may be either.
   * What is not between 0 and 100% is no tumour fraction and cannot be read.
   */
  private static Values tumourFraction(SampleFacts facts) {
    Optional<ClinicalValue> cell = facts.value(FRACTION, ColumnName.DASH::equals);
    List<NumberRange> share =
        cell.flatMap(c -> ClinicalText.number(c.value())).flatMap(NumberName::share).stream()
            .toList();
    return new Values(
        share,
        cell.map(ClinicalValue::where).stream().toList(),
        cell.map(ClinicalValue::value).orElse(""));
  }

  private static Optional<NumberRange> share(ClinicalText.Quantity quantity) {
    NumberRange range = quantity.range();
    boolean bare = quantity.unit().isEmpty();
    if (!bare && !quantity.unit().equals("%")) {
      return Optional.empty();
    }
    if (bare && range.isExact() && range.low() == 1) {
      return Optional.of(new NumberRange(0.01, 1, false, false));
    }
    double whole = bare && range.high() <= 1 ? 1 : 100;
    boolean possible =
        (range.low() >= 0 || Double.isInfinite(range.low()))
            && (range.high() <= whole || Double.isInfinite(range.high()))
            && range.high() >= 0
            && range.low() <= whole;
    return possible
        ? Optional.of(
            new NumberRange(
                Math.max(range.low(), 0) / whole,
                Math.min(range.high(), whole) / whole,
                range.lowOpen() && range.low() >= 0,
                range.highOpen() && range.high() <= whole))
        : Optional.empty();
  }
}
