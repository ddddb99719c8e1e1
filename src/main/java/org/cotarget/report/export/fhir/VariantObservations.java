package org.cotarget.report.export.fhir;

import static org.cotarget.report.export.fhir.SampleObservations.component;
import static org.cotarget.report.export.fhir.SampleObservations.concept;
import static org.cotarget.report.export.fhir.SampleObservations.derivedFrom;
import static org.cotarget.report.export.fhir.SampleObservations.note;
import static org.cotarget.report.export.fhir.SampleObservations.number;
import static org.cotarget.report.export.fhir.SampleObservations.string;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.cotarget.assess.CopyNumberState;
import org.cotarget.cohort.CopyNumberCall.Scale;
import org.cotarget.report.SampleResult.CopyNumber;
import org.cotarget.report.SampleResult.ProteinValue;
import org.cotarget.report.SampleResult.Variant;
import org.cotarget.report.export.CopyNumberStates;
import org.cotarget.report.export.ExportJson;
import org.cotarget.report.export.ProteinTerms;
import org.cotarget.report.export.VariantTerms;
import org.cotarget.report.export.fhir.PatientBundle.Added;

/**
 * Variants as observations: those found, and genes whose copy number is altered; protein results.
 * What was not found is not written, since one variant's absence says nothing about a gene that was
 * not looked at.
 */
final class VariantObservations {

  /** LOINC answers for chromosomes 1 to 22, X and Y (list LL2938-0). */
  private static final List<String> CHROMOSOMES =
      List.of(
          "LA21254-0",
          "LA21255-7",
          "LA21256-5",
          "LA21257-3",
          "LA21258-1",
          "LA21259-9",
          "LA21260-7",
          "LA21261-5",
          "LA21262-3",
          "LA21263-1",
          "LA21264-9",
          "LA21265-6",
          "LA21266-4",
          "LA21267-2",
          "LA21268-0",
          "LA21269-8",
          "LA21270-6",
          "LA21271-4",
          "LA21272-2",
          "LA21273-0",
          "LA21274-8",
          "LA21275-5",
          "LA21276-3",
          "LA21277-1");

  private static final Map<String, ObjectNode> ASSEMBLIES =
      Map.of(
          "GRCh37", FhirCodes.coding(FhirCodes.LOINC, "LA14029-5", "GRCh37"),
          "GRCh38", FhirCodes.coding(FhirCodes.LOINC, "LA26806-2", "GRCh38"));

  private final VariantTerms terms;
  private final CopyNumberStates states;

  VariantObservations(VariantTerms terms, CopyNumberStates states) {
    this.terms = terms;
    this.states = states;
  }

  /** A small variant with its consequence; returns the variant. */
  Added variant(SampleObservations observations, Variant v) {
    String[] key = {v.gene(), v.genomeBuild(), v.chrom(), Long.toString(v.pos()), v.ref(), v.alt()};
    Added variant = present(observations, key);
    gene(variant, v.gene());
    coordinates(variant, v);
    terms.codingHgvs(v).ifPresent(hgvs -> hgvs(variant, "48004-6", hgvs));
    terms.transcript(v).ifPresent(transcript -> transcript(variant, transcript));
    terms.proteinHgvs(v).ifPresent(hgvs -> hgvs(variant, "48005-3", hgvs));
    reads(variant, v);
    string(variant, FhirCodes.column("FILTER"), v.filter());
    if (!v.tier().equals("-")) {
      string(variant, FhirCodes.column("TIER"), v.tier());
    }
    string(variant, FhirCodes.genomics("conclusion-string"), v.gene() + " " + v.label());

    Added consequence =
        observations.genomic(
            "molecular-consequence", FhirCodes.genomics("molecular-consequence"), key);
    derivedFrom(consequence, List.of(variant));
    concept(
        consequence,
        FhirCodes.genomics("feature-consequence"),
        FhirCodes.concept(
            FhirCodes.coding(
                FhirCodes.SEQUENCE_ONTOLOGY, terms.consequenceId(v), v.consequence())));
    return variant;
  }

  /** A gene whose copy number is altered; returns the variant. */
  Added copyNumber(SampleObservations observations, CopyNumber c) {
    Added variant = present(observations, "copy number", c.gene());
    gene(variant, c.gene());
    CopyNumberState state = states.of(c);
    boolean gain = state == CopyNumberState.GAIN || state == CopyNumberState.AMPLIFICATION;
    concept(
        variant,
        FhirCodes.loinc("48019-4"),
        FhirCodes.concept(
            gain
                ? FhirCodes.coding(FhirCodes.SEQUENCE_ONTOLOGY, "SO:0001742", "copy_number_gain")
                : FhirCodes.coding(FhirCodes.SEQUENCE_ONTOLOGY, "SO:0001743", "copy_number_loss")));
    if (c.scale() == Scale.ABSOLUTE) {
      number(variant, FhirCodes.loinc("82155-3"), c.value());
    }
    string(variant, FhirCodes.genomics("conclusion-string"), c.gene() + " " + states.describe(c));
    return variant;
  }

  /** A protein result as reported; one that could not be read has no value. */
  Added protein(SampleObservations observations, ProteinValue result) {
    String column = ProteinTerms.column(result);
    Added added = observations.biomarker(FhirCodes.column(column), column);
    ObjectNode state = FhirCodes.value(column, result.state().name());
    if (ProteinTerms.isRead(result)) {
      added.json().set("valueCodeableConcept", FhirCodes.concept(state));
    } else if (!ProteinTerms.hasPercent(result)) {
      added.json().set("dataAbsentReason", FhirCodes.unknown(state));
    } else if (result.low() == result.high()) {
      added.json().set("valueQuantity", percent(result.low()));
    } else {
      ObjectNode range = added.json().putObject("valueRange");
      range.set("low", percent(result.low()));
      range.set("high", percent(result.high()));
    }
    ProteinTerms.genes(result).forEach(gene -> gene(added, gene));
    note(added, result.raw());
    return added;
  }

  private static ObjectNode percent(double value) {
    return ExportJson.object()
        .put("value", ExportJson.number(value))
        .put("unit", "%")
        .put("system", "http://unitsofmeasure.org")
        .put("code", "%");
  }

  private static Added present(SampleObservations observations, String... key) {
    Added variant = observations.genomic("variant", FhirCodes.loinc("69548-6"), key);
    variant
        .json()
        .set(
            "valueCodeableConcept",
            FhirCodes.concept(FhirCodes.coding(FhirCodes.LOINC, "LA9633-4", "Present")));
    return variant;
  }

  private void gene(Added variant, String symbol) {
    concept(variant, FhirCodes.loinc("48018-6"), FhirCodes.gene(terms.gene(symbol), symbol));
  }

  private void coordinates(Added variant, Variant v) {
    ObjectNode assembly = ASSEMBLIES.get(v.genomeBuild());
    if (assembly != null) {
      concept(variant, FhirCodes.loinc("62374-4"), FhirCodes.concept(assembly.deepCopy()));
    }
    terms
        .chromosomeNumber(v)
        .ifPresent(
            number ->
                concept(
                    variant,
                    FhirCodes.loinc("48000-4"),
                    FhirCodes.concept(
                        FhirCodes.coding(FhirCodes.LOINC, CHROMOSOMES.get(number - 1)))));
    terms
        .chromosomeAccession(v)
        .ifPresent(
            accession ->
                concept(
                    variant,
                    FhirCodes.loinc("48013-7"),
                    FhirCodes.concept(FhirCodes.coding(FhirCodes.REFSEQ, accession))));
    terms.genomicHgvs(v).ifPresent(hgvs -> hgvs(variant, "81290-9", hgvs));
    if (terms.hasAlleles(v)) {
      concept(
          variant,
          FhirCodes.loinc("92822-6"),
          FhirCodes.concept(
              FhirCodes.coding(FhirCodes.LOINC, "LA30102-0", "1-based character counting")));
      ObjectNode range = component(variant, FhirCodes.loinc("81254-5")).putObject("valueRange");
      String ref = VariantTerms.bases(v.ref());
      // An insertion without reference base lies between its position and the next.
      long last = ref.isEmpty() ? v.pos() + 1 : v.pos() + ref.length() - 1;
      range.putObject("low").put("value", v.pos());
      if (last > v.pos()) {
        range.putObject("high").put("value", last);
      }
      string(variant, FhirCodes.loinc("69547-8"), ref);
      string(variant, FhirCodes.loinc("69551-0"), VariantTerms.bases(v.alt()));
    }
  }

  private static void reads(Added variant, Variant v) {
    if (Double.isFinite(v.af())) {
      number(variant, FhirCodes.loinc("81258-6"), v.af());
    }
    if (v.altDepth() >= 0) {
      number(variant, FhirCodes.loinc("82121-5"), v.altDepth());
    }
  }

  private static void hgvs(Added variant, String question, String hgvs) {
    concept(
        variant,
        FhirCodes.loinc(question),
        FhirCodes.concept(FhirCodes.coding(FhirCodes.HGVS, hgvs)));
  }

  private static void transcript(Added variant, String accession) {
    concept(
        variant,
        FhirCodes.loinc("51958-7"),
        FhirCodes.concept(
            FhirCodes.coding(
                accession.startsWith("ENST") ? FhirCodes.ENSEMBL : FhirCodes.REFSEQ, accession)));
  }
}
