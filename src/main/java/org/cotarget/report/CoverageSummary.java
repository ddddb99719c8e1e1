package org.cotarget.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cotarget.assess.pi3k.Pi3kAssessor;
import org.cotarget.cohort.AssayCoverage;
import org.cotarget.cohort.AssayLayer;
import org.cotarget.cohort.ProteinResult;
import org.cotarget.cohort.Receptor;

/** How many samples each kind of test covered, and how that is known. */
final class CoverageSummary {

  /** One kind of test. */
  private static final class Line {
    private final String label;
    private final Predicate<SampleResult> covered;
    private final Function<SampleResult, List<AssayCoverage.Basis>> basis;
    private final Map<AssayCoverage.Basis, Integer> bases = new TreeMap<>();
    private int samples;

    Line(
        String label,
        Predicate<SampleResult> covered,
        Function<SampleResult, List<AssayCoverage.Basis>> basis) {
      this.label = label;
      this.covered = covered;
      this.basis = basis;
    }

    void add(SampleResult sample) {
      if (covered.test(sample)) {
        samples++;
        basis.apply(sample).forEach(known -> bases.merge(known, 1, Integer::sum));
      }
    }

    String knownBy() {
      return bases.entrySet().stream()
          .map(e -> Wording.of(e.getKey().name()).toLowerCase(Locale.ROOT) + " " + e.getValue())
          .collect(Collectors.joining(", "));
    }
  }

  private final String expressionUnit;
  private final List<Line> lines = new ArrayList<>();
  private int samples;
  private int measured;

  /** Takes the unit of the expression values, for its line. */
  CoverageSummary(String expressionUnit) {
    this.expressionUnit = expressionUnit;
    for (Receptor receptor : Receptor.values()) {
      lines.add(
          new Line(
              receptor + " result",
              s -> s.receptorResults().stream().anyMatch(r -> r.receptor() == receptor),
              s -> List.of()));
    }
    lines.add(
        new Line(
            "Small variants in PIK3CA, AKT1 and PTEN",
            s ->
                Pi3kAssessor.TRIAL_GENES.stream()
                    .allMatch(gene -> s.covers(AssayLayer.SNV_INDEL, gene)),
            s -> bases(s, AssayLayer.SNV_INDEL)));
    for (String gene : List.of("PTEN", "JAK2")) {
      lines.add(
          new Line(
              "Copy number of " + gene,
              s -> s.covers(AssayLayer.COPY_NUMBER, gene),
              s -> bases(s, AssayLayer.COPY_NUMBER)));
    }
    lines.add(
        new Line(
            "PTEN immunohistochemistry",
            s ->
                s.proteinResults().stream()
                    .anyMatch(p -> p.protein() == ProteinResult.Protein.PTEN),
            s -> List.of()));
  }

  void add(SampleResult sample) {
    samples++;
    measured += sample.expression().measured() ? 1 : 0;
    lines.forEach(line -> line.add(sample));
  }

  List<HtmlPage.CoverageLine> lines() {
    List<HtmlPage.CoverageLine> shown = new ArrayList<>();
    lines.forEach(line -> shown.add(shown(line.label, line.samples, line.knownBy())));
    shown.add(shown("Expression", measured, expressionUnit));
    return shown;
  }

  private HtmlPage.CoverageLine shown(String label, int covered, String basis) {
    String width = samples == 0 ? "0" : PageText.number(100.0 * covered / samples);
    return new HtmlPage.CoverageLine(
        label, covered, PageText.percent(covered, samples), width, basis);
  }

  private static List<AssayCoverage.Basis> bases(SampleResult sample, AssayLayer layer) {
    return sample.coverage().stream()
        .filter(c -> c.layer() == layer)
        .map(SampleResult.Coverage::basis)
        .toList();
  }
}
