package org.cotarget.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotarget.assess.Evidence;
import org.cotarget.assess.MissingTest;
import org.cotarget.assess.Source;
import org.cotarget.cohort.AnnotationCheck;
import org.cotarget.expression.ReceptorPosterior;

/** One sample as compact JSON for the script of the page; {@code data.js} knows the places. */
final class HtmlSampleData {

  private static final Set<String> COPY_NUMBER_GENES =
      Set.of("PIK3CA", "AKT1", "PTEN", "JAK2", "ERBB2");

  /**
   * The residue of a protein change, as in {@code H1047R}, {@code X125_splice}, {@code
   * p.His1047Arg}.
   */
  private static final Pattern RESIDUE = Pattern.compile("^(?:p\\.\\(?)?[A-Za-z*]{0,3}?(\\d+)");

  private static final int MOST_DIGITS = 6;

  private final TextPool pool;
  private final List<String> panel;
  private final SortedSet<String> drawn = new TreeSet<>();

  /** Takes the panel genes whose coverage is told, in the order that they are shown. */
  HtmlSampleData(TextPool pool, List<String> panel) {
    this.pool = pool;
    this.panel = List.copyOf(panel);
  }

  /** The genes that have a variant to draw on their protein. */
  SortedSet<String> drawnGenes() {
    return Collections.unmodifiableSortedSet(drawn);
  }

  void write(JsonGenerator json, SampleResult sample) throws IOException {
    json.writeStartArray();
    pool.text(json, sample.id());
    pool.text(json, sample.type().name());
    receptors(json, sample);
    pi3k(json, sample);
    jakStat(json, sample);
    expression(json, sample.expression());
    coverage(json, sample);
    variants(json, sample.variants());
    copyNumbers(json, sample);
    evidence(json, sample.evidence());
    json.writeNumber(sample.expression().measured() ? 1 : 0);
    pool.text(json, sample.expression().refusal());
    json.writeEndArray();
  }

  private void receptors(JsonGenerator json, SampleResult sample) throws IOException {
    SampleResult.Receptors call = sample.receptors();
    json.writeStartArray();
    pool.text(json, call.call().name());
    pool.text(json, call.er().name());
    pool.text(json, call.pr().name());
    pool.text(json, call.her2().name());
    pool.text(json, call.reason());
    pool.text(json, call.rule());
    missing(json, call.missing());
    json.writeStartArray();
    for (SampleResult.ReceptorValue value : sample.receptorResults()) {
      json.writeStartArray();
      pool.text(json, value.receptor().name());
      pool.text(json, value.assay().name());
      pool.text(json, value.basis().name());
      pool.text(json, value.raw());
      pool.where(json, value.where());
      json.writeEndArray();
    }
    for (SampleResult.ProteinValue value : sample.proteinResults()) {
      json.writeStartArray();
      pool.text(json, value.protein().name());
      pool.text(json, "protein");
      pool.text(json, value.state().name());
      pool.text(json, value.raw());
      pool.where(json, value.where());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeStartArray();
    for (ReceptorPosterior byRna : sample.expression().receptors()) {
      json.writeStartArray();
      pool.text(json, byRna.receptor().name());
      pool.text(json, byRna.gene());
      pool.number(json, byRna.posterior());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndArray();
  }

  private void pi3k(JsonGenerator json, SampleResult sample) throws IOException {
    SampleResult.Pi3k call = sample.pi3k();
    json.writeStartArray();
    pool.text(json, call.call().name());
    pool.text(json, call.arm().name());
    pool.number(json, call.score());
    pool.text(json, call.tier());
    json.writeNumber(call.coverageComplete() ? 1 : 0);
    pool.text(json, call.ptenMrna().name());
    pool.number(json, call.ptenMrnaZ());
    pool.text(json, call.reason());
    pool.text(json, call.rule());
    missing(json, call.missing());
    json.writeStartArray();
    for (SampleResult.Event event : call.events()) {
      json.writeStartArray();
      pool.text(json, event.gene());
      pool.text(json, event.label());
      pool.text(json, event.tier());
      pool.text(json, event.arm().name());
      pool.citation(json, event.citation());
      pool.where(json, event.where());
      pool.text(json, event.kind().name());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndArray();
  }

  private void jakStat(JsonGenerator json, SampleResult sample) throws IOException {
    SampleResult.JakStat5 call = sample.jakStat5();
    json.writeStartArray();
    pool.text(json, call.call().name());
    pool.text(json, call.level());
    pool.text(json, call.reason());
    json.writeNumber(call.immuneConfounded() ? 1 : 0);
    missing(json, call.missing());
    json.writeEndArray();
  }

  private void expression(JsonGenerator json, SampleResult.Expression expression)
      throws IOException {
    json.writeStartArray();
    for (SampleResult.Scored score : expression.genes()) {
      score(json, score);
    }
    for (SampleResult.Scored score : expression.signatures()) {
      score(json, score);
    }
    json.writeEndArray();
  }

  private void score(JsonGenerator json, SampleResult.Scored score) throws IOException {
    json.writeStartArray();
    pool.text(json, score.id());
    pool.number(json, score.z());
    pool.number(json, score.zWithinTnbc());
    pool.number(json, score.percentile());
    json.writeNumber(score.genesUsed());
    json.writeNumber(score.genesTotal());
    pool.text(json, score.confidence().name());
    pool.text(json, score.note());
    json.writeEndArray();
  }

  /**
   * For each layer, which of the panel genes it covers; no entry means that the layer was not
   * assayed.
   */
  private void coverage(JsonGenerator json, SampleResult sample) throws IOException {
    json.writeStartArray();
    for (SampleResult.Coverage layer : sample.coverage()) {
      json.writeStartArray();
      pool.text(json, layer.layer().name());
      pool.text(json, layer.basis().name());
      pool.text(json, layer.name());
      pool.genes(json, panel.stream().filter(layer::covers).toList());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void variants(JsonGenerator json, List<SampleResult.Variant> variants)
      throws IOException {
    json.writeStartArray();
    for (SampleResult.Variant variant : variants) {
      json.writeStartArray();
      pool.text(json, variant.gene());
      pool.text(json, variant.label());
      pool.text(json, variant.consequence());
      pool.text(
          json,
          variant.chrom()
              + ":"
              + variant.pos()
              + " "
              + variant.ref()
              + ">"
              + variant.alt()
              + " ("
              + variant.genomeBuild()
              + ")");
      pool.text(json, variant.tier());
      pool.number(json, variant.af());
      json.writeNumber(variant.depth());
      pool.text(json, variant.filter());
      pool.where(json, variant.where());
      pool.text(json, variant.check().agreement().name());
      pool.text(json, reading(variant));
      int residue = residue(variant);
      json.writeNumber(residue);
      if (residue > 0) {
        drawn.add(variant.gene());
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  /**
   * The residue that a variant touches first, from 1; 0 where it is not told. The protein drawn is
   * that of the MANE transcript, which cotarget reads by itself: a source that says something else
   * may count on another isoform, so our own reading is placed.
   */
  static int residue(SampleResult.Variant variant) {
    AnnotationCheck check = variant.check();
    String reported = variant.proteinChange().isEmpty() ? variant.label() : variant.proteinChange();
    boolean differs = check.agreement() == AnnotationCheck.Agreement.DIFFERS;
    Matcher found = RESIDUE.matcher(differs ? check.hgvsP() : reported);
    if (!found.find() || found.group(1).length() > MOST_DIGITS) {
      return 0;
    }
    return Integer.parseInt(found.group(1));
  }

  /** Our reading where the source says something else, in one line. */
  private static String reading(SampleResult.Variant variant) {
    AnnotationCheck check = variant.check();
    return check.agreement() == AnnotationCheck.Agreement.DIFFERS
        ? (check.hgvsP() + " on " + check.transcript() + ": " + check.reason()).strip()
        : "";
  }

  /** Only genes that a call looked at; {@code results.json} has all of the panel. */
  private void copyNumbers(JsonGenerator json, SampleResult sample) throws IOException {
    Set<String> genes = new HashSet<>(COPY_NUMBER_GENES);
    sample.pi3k().events().forEach(event -> genes.add(event.gene()));
    sample.evidence().stream()
        .filter(piece -> piece.source() == Source.COPY_NUMBER)
        .forEach(piece -> genes.add(piece.subject()));
    json.writeStartArray();
    for (SampleResult.CopyNumber copyNumber : sample.copyNumbers()) {
      if (genes.contains(copyNumber.gene())) {
        json.writeStartArray();
        pool.text(json, copyNumber.gene());
        pool.text(json, copyNumber.scale().name());
        pool.number(json, copyNumber.value());
        pool.where(json, copyNumber.where());
        json.writeEndArray();
      }
    }
    json.writeEndArray();
  }

  private void evidence(JsonGenerator json, List<Evidence> evidence) throws IOException {
    json.writeStartArray();
    for (Evidence piece : evidence) {
      json.writeStartArray();
      pool.text(json, piece.axis().name());
      pool.text(json, piece.source().name());
      pool.text(json, piece.strength().name());
      pool.text(json, piece.subject());
      pool.text(json, piece.value());
      pool.text(json, piece.statement());
      pool.text(json, piece.rule());
      pool.citation(json, piece.citation());
      pool.where(json, piece.where());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void missing(JsonGenerator json, List<MissingTest> tests) throws IOException {
    json.writeStartArray();
    for (MissingTest test : tests) {
      pool.texts(json, List.of(test.name(), test.reason()));
    }
    json.writeEndArray();
  }
}
