package org.cotarget.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cotarget.assess.Evidence;
import org.cotarget.assess.MissingTest;
import org.cotarget.assess.jakstat.JakStatAssessment;
import org.cotarget.assess.jakstat.JakStatCall;
import org.cotarget.assess.pi3k.Pi3kArm;
import org.cotarget.assess.pi3k.Pi3kAssessment;
import org.cotarget.assess.pi3k.Pi3kCall;
import org.cotarget.assess.pi3k.Pi3kEvent;
import org.cotarget.assess.pi3k.PtenMrna;
import org.cotarget.assess.receptor.Her2State;
import org.cotarget.assess.receptor.ReceptorAssessment;
import org.cotarget.assess.receptor.ReceptorState;
import org.cotarget.assess.receptor.TnbcCall;
import org.cotarget.cohort.AnnotationCheck;
import org.cotarget.cohort.AssayCoverage;
import org.cotarget.cohort.AssayLayer;
import org.cotarget.cohort.ClinicalValue;
import org.cotarget.cohort.CopyNumberCall;
import org.cotarget.cohort.NumberRange;
import org.cotarget.cohort.ProteinChange;
import org.cotarget.cohort.ProteinResult;
import org.cotarget.cohort.Receptor;
import org.cotarget.cohort.ReceptorResult;
import org.cotarget.cohort.SampleType;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.expression.ExpressionProfile;
import org.cotarget.expression.ReceptorPosterior;
import org.cotarget.expression.Score;
import org.jspecify.annotations.Nullable;

/**
 * A tumour sample as {@code results.json} holds it.
 *
 * @param id sample id as reported
 * @param type where it was taken
 * @param subtype intrinsic subtype by a supplied column, e.g. {@code LUMA}; empty when none is
 *     known
 * @param receptors receptor states and the triple-negative call
 * @param pi3k the PI3K call
 * @param jakStat5 the JAK2/STAT5 call
 * @param expression its scores
 * @param coverage what was assayed, layer by layer; an absent layer was not assayed
 * @param receptorResults receptor results as reported
 * @param proteinResults protein results as reported
 * @param variants small variants in panel genes
 * @param copyNumbers copy number of panel genes
 * @param evidence evidence for and against the calls, receptors first
 * @param clinical the clinical values that checks of the cohort and exports look at, by upper-case
 *     column name
 * @param clinicalRow all its clinical values as digests; {@code null} where it has none
 * @param ranks genes that tell sex and receptors; {@code null} without usable expression
 */
public record SampleResult(
    String id,
    SampleType type,
    String subtype,
    Receptors receptors,
    Pi3k pi3k,
    JakStat5 jakStat5,
    Expression expression,
    List<Coverage> coverage,
    List<ReceptorValue> receptorResults,
    List<ProteinValue> proteinResults,
    List<Variant> variants,
    List<CopyNumber> copyNumbers,
    List<Evidence> evidence,
    Map<String, ClinicalValue> clinical,
    @Nullable ClinicalRow clinicalRow,
    @Nullable TelltaleRanks ranks) {

  /** Receptor states, the triple-negative call and what would settle it. */
  public record Receptors(
      TnbcCall call,
      ReceptorState er,
      ReceptorState pr,
      Her2State her2,
      String reason,
      String rule,
      List<MissingTest> missing) {

    static Receptors of(ReceptorAssessment a) {
      return new Receptors(a.call(), a.er(), a.pr(), a.her2(), a.reason(), a.rule(), a.missing());
    }
  }

  /** The PI3K call; {@code tier} is the label, {@code score} and {@code ptenMrnaZ} may be NaN. */
  public record Pi3k(
      Pi3kCall call,
      Pi3kArm arm,
      double score,
      String tier,
      boolean coverageComplete,
      PtenMrna ptenMrna,
      double ptenMrnaZ,
      String reason,
      String rule,
      List<Event> events,
      List<MissingTest> missing) {

    public Pi3k {
      score = JsonForm.stored(score);
      ptenMrnaZ = JsonForm.stored(ptenMrnaZ);
    }

    static Pi3k of(Pi3kAssessment a) {
      return new Pi3k(
          a.call(),
          a.arm(),
          a.score(),
          a.tier().label(),
          a.coverageComplete(),
          a.ptenMrna(),
          a.ptenMrnaZ(),
          a.reason(),
          a.rule(),
          a.events().stream().map(Event::of).toList(),
          a.missing());
    }
  }

  /** An event of the PI3K pathway. */
  public record Event(
      String gene,
      Pi3kEvent.Kind kind,
      String label,
      String tier,
      Pi3kArm arm,
      String citation,
      SourceLocation where) {

    static Event of(Pi3kEvent e) {
      return new Event(
          e.gene(), e.kind(), e.label(), e.tier().label(), e.arm(), e.citation(), e.where());
    }
  }

  /** The JAK2/STAT5 call. */
  public record JakStat5(
      JakStatCall call,
      String level,
      String reason,
      boolean immuneConfounded,
      List<MissingTest> missing) {

    static JakStat5 of(JakStatAssessment a) {
      return new JakStat5(a.call(), a.level(), a.reason(), a.immuneConfounded(), a.missing());
    }
  }

  /**
   * Scores of the genes that calls look at, by symbol, of the signatures, in the order of the
   * model, and receptors by expression; {@code refusal} says why a measured sample has none.
   */
  public record Expression(
      boolean measured,
      String refusal,
      List<Scored> genes,
      List<Scored> signatures,
      List<ReceptorPosterior> receptors) {

    static Expression of(ExpressionProfile profile) {
      Map<String, Score> bySymbol = new TreeMap<>(profile.genes());
      return new Expression(
          profile.measured(),
          profile.refusal(),
          bySymbol.values().stream().map(Scored::of).toList(),
          profile.signatures().values().stream().map(Scored::of).toList(),
          profile.receptors().values().stream().map(Expression::stored).toList());
    }

    private static ReceptorPosterior stored(ReceptorPosterior p) {
      return new ReceptorPosterior(
          p.receptor(), p.gene(), JsonForm.stored(p.posterior()), p.negative(), p.ambiguous());
    }
  }

  /** One score; numbers that are withheld are NaN. */
  public record Scored(
      String id,
      double value,
      double z,
      double zWithinTnbc,
      double percentile,
      int genesUsed,
      int genesTotal,
      Score.Confidence confidence,
      String note,
      List<String> missing) {

    public Scored {
      value = JsonForm.stored(value);
      z = JsonForm.stored(z);
      zWithinTnbc = JsonForm.stored(zWithinTnbc);
      percentile = JsonForm.stored(percentile);
    }

    static Scored of(Score s) {
      return new Scored(
          s.id(),
          s.value(),
          s.z(),
          s.zWithinTnbc(),
          s.percentile(),
          s.genesUsed(),
          s.genesTotal(),
          s.confidence(),
          s.note(),
          s.missing());
    }
  }

  /** What one layer covers; {@code genes} is sorted, and empty where every gene is covered. */
  public record Coverage(
      AssayLayer layer,
      AssayCoverage.Basis basis,
      boolean allGenes,
      List<String> genes,
      String name) {

    static Coverage of(AssayLayer layer, AssayCoverage.Extent extent) {
      return new Coverage(
          layer,
          extent.basis(),
          extent.allGenes(),
          extent.genes().stream().sorted().toList(),
          extent.name());
    }

    /** Whether the gene was looked at. */
    public boolean covers(String gene) {
      return allGenes || genes.contains(gene);
    }
  }

  /**
   * A receptor result as reported; {@code low} and {@code high} are NaN where no number is given.
   */
  public record ReceptorValue(
      Receptor receptor,
      ReceptorResult.Assay assay,
      ReceptorResult.Status status,
      double low,
      double high,
      ReceptorResult.Basis basis,
      String raw,
      SourceLocation where) {

    public ReceptorValue {
      low = JsonForm.stored(low);
      high = JsonForm.stored(high);
    }

    static ReceptorValue of(ReceptorResult r) {
      return new ReceptorValue(
          r.receptor(),
          r.assay(),
          r.status(),
          r.number().map(NumberRange::low).orElse(Double.NaN),
          r.number().map(NumberRange::high).orElse(Double.NaN),
          r.basis(),
          r.raw(),
          r.where());
    }
  }

  /**
   * A protein result as reported; {@code low} and {@code high} are percents, NaN where none is
   * given.
   */
  public record ProteinValue(
      ProteinResult.Protein protein,
      ProteinResult.State state,
      double low,
      double high,
      String raw,
      SourceLocation where) {

    public ProteinValue {
      low = JsonForm.stored(low);
      high = JsonForm.stored(high);
    }

    static ProteinValue of(ProteinResult r) {
      return new ProteinValue(
          r.protein(),
          r.state(),
          r.percent().map(NumberRange::low).orElse(Double.NaN),
          r.percent().map(NumberRange::high).orElse(Double.NaN),
          r.raw(),
          r.where());
    }
  }

  /** A small variant; {@code depth} and {@code altDepth} are -1, {@code af} NaN where not given. */
  public record Variant(
      String gene,
      String genomeBuild,
      String chrom,
      long pos,
      long start,
      String ref,
      String alt,
      String consequence,
      String label,
      String proteinChange,
      String hgvsC,
      String hgvsP,
      String transcript,
      String tier,
      int depth,
      int altDepth,
      double af,
      String filter,
      SomaticVariant.Annotation annotation,
      AnnotationCheck check,
      SourceLocation where) {

    public Variant {
      af = JsonForm.stored(af);
    }

    static Variant of(SomaticVariant v, String tier) {
      return new Variant(
          v.gene(),
          v.assembly().label(),
          v.chrom(),
          v.position(),
          v.start(),
          v.ref(),
          v.alt(),
          v.consequence().term(),
          v.label(),
          v.protein().map(ProteinChange::shortForm).orElse(""),
          v.hgvsC(),
          v.hgvsP(),
          v.transcript(),
          tier,
          v.depth(),
          v.alternateDepth(),
          v.alleleFraction(),
          v.filter(),
          v.annotation(),
          v.check(),
          v.where());
    }
  }

  /** The copy number of one gene on the scale that it was reported on. */
  public record CopyNumber(
      String gene, CopyNumberCall.Scale scale, double value, SourceLocation where) {

    public CopyNumber {
      value = JsonForm.stored(value);
    }

    static CopyNumber of(CopyNumberCall c) {
      return new CopyNumber(c.gene(), c.scale(), c.value(), c.where());
    }
  }

  public SampleResult {
    coverage = List.copyOf(coverage);
    receptorResults = List.copyOf(receptorResults);
    proteinResults = List.copyOf(proteinResults);
    variants = List.copyOf(variants);
    copyNumbers = List.copyOf(copyNumbers);
    evidence = List.copyOf(evidence);
    clinical = Collections.unmodifiableMap(new TreeMap<>(clinical));
  }

  /** Whether a layer of its assay covers the gene. */
  boolean covers(AssayLayer layer, String gene) {
    return coverage.stream().anyMatch(c -> c.layer() == layer && c.covers(gene));
  }
}
