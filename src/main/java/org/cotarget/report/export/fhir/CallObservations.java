package org.cotarget.report.export.fhir;

import static org.cotarget.report.export.fhir.SampleObservations.concept;
import static org.cotarget.report.export.fhir.SampleObservations.derivedFrom;
import static org.cotarget.report.export.fhir.SampleObservations.note;
import static org.cotarget.report.export.fhir.SampleObservations.number;
import static org.cotarget.report.export.fhir.SampleObservations.string;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotarget.assess.MissingTest;
import org.cotarget.assess.jakstat.JakStatCall;
import org.cotarget.assess.pi3k.Pi3kAssessor;
import org.cotarget.assess.pi3k.Pi3kCall;
import org.cotarget.assess.pi3k.PtenMrna;
import org.cotarget.assess.receptor.Her2State;
import org.cotarget.assess.receptor.ReceptorState;
import org.cotarget.assess.receptor.TnbcCall;
import org.cotarget.cohort.AssayLayer;
import org.cotarget.eligibility.Decision;
import org.cotarget.report.PatientResult.MadeDecision;
import org.cotarget.report.SampleResult;
import org.cotarget.report.export.VariantTerms;
import org.cotarget.report.export.fhir.PatientBundle.Added;

/**
 * Receptors, calls and decisions as observations. What is not known has no value but the reason why
 * it is absent, which names the call; a reader of values alone never takes it for a negative.
 */
final class CallObservations {

  private static final String STUDY_EXTENSION =
      "http://hl7.org/fhir/StructureDefinition/workflow-researchStudy";

  /** Genes of the receptors, for those who look a biomarker up by its gene. */
  private static final Map<String, String> RECEPTOR_GENES =
      Map.of("ER", "ESR1", "PR", "PGR", "HER2", "ERBB2");

  private final VariantTerms terms;

  CallObservations(VariantTerms terms) {
    this.terms = terms;
  }

  /** ER, PR and HER2 as the reported results were read together. */
  List<Added> receptors(SampleObservations observations, SampleResult sample) {
    return List.of(
        receptor(observations, sample, "ER", "16112-5", sample.receptors().er()),
        receptor(observations, sample, "PR", "16113-3", sample.receptors().pr()),
        receptor(observations, sample, "HER2", "48676-1", sample.receptors().her2()));
  }

  private Added receptor(
      SampleObservations observations,
      SampleResult sample,
      String receptor,
      String loinc,
      Enum<?> state) {
    Added added = observations.biomarker(FhirCodes.loinc(loinc), receptor);
    boolean tested = state != ReceptorState.UNKNOWN && state != Her2State.UNKNOWN;
    boolean conflict = state == ReceptorState.CONFLICT || state == Her2State.CONFLICT;
    if (!tested || conflict) {
      absent(added, receptor, state.name());
    } else {
      ObjectNode value = FhirCodes.concept(FhirCodes.value(receptor, state.name()));
      general(state).forEach(coding -> value.withArray("coding").add(coding));
      added.json().set("valueCodeableConcept", value);
    }
    String gene = RECEPTOR_GENES.getOrDefault(receptor, receptor);
    if (tested) {
      concept(added, FhirCodes.loinc("48018-6"), FhirCodes.gene(terms.gene(gene), gene));
    }
    note(
        added,
        sample.receptorResults().stream()
            .filter(result -> result.receptor().name().equals(receptor))
            .map(result -> result.assay() + " " + result.raw() + " (" + result.basis() + ")")
            .distinct()
            .collect(Collectors.joining("; ")));
    return added;
  }

  /** The state in SNOMED CT, where it has one; a low receptor is neither positive nor negative. */
  private static Stream<ObjectNode> general(Enum<?> state) {
    return switch (state.name()) {
      case "POS", "POSITIVE" ->
          Stream.of(FhirCodes.coding(FhirCodes.SNOMED, "10828004", "Positive"));
      case "NEG", "NEGATIVE" ->
          Stream.of(FhirCodes.coding(FhirCodes.SNOMED, "260385009", "Negative"));
      case "EQUIVOCAL" -> Stream.of(FhirCodes.coding(FhirCodes.SNOMED, "42425007", "Equivocal"));
      default -> Stream.empty();
    };
  }

  Added tnbc(SampleObservations observations, SampleResult sample, List<Added> receptors) {
    SampleResult.Receptors r = sample.receptors();
    Added added = observations.biomarker(FhirCodes.column("TNBC_CALL"), "TNBC_CALL");
    if (r.call() == TnbcCall.INDETERMINATE) {
      absent(added, "TNBC_CALL", r.call().name());
    } else {
      ObjectNode value = FhirCodes.concept(FhirCodes.value("TNBC_CALL", r.call().name()));
      if (r.call() == TnbcCall.TNBC) {
        value
            .withArray("coding")
            .add(FhirCodes.coding(FhirCodes.NCIT, "C71732", "Triple-Negative Breast Carcinoma"));
      }
      added.json().set("valueCodeableConcept", value);
    }
    derivedFrom(added, receptors);
    note(added, r.reason() + "; rule " + r.rule());
    missing(added, r.missing());
    return added;
  }

  /** The PI3K call; its genes studied are those that an assay covered. */
  Added pi3k(SampleObservations observations, SampleResult sample, List<Added> events) {
    SampleResult.Pi3k p = sample.pi3k();
    Added added = observations.biomarker(FhirCodes.column("PI3K_CALL"), "PI3K_CALL");
    if (p.call() == Pi3kCall.INSUFFICIENT) {
      absent(added, "PI3K_CALL", p.call().name());
    } else {
      added
          .json()
          .set(
              "valueCodeableConcept",
              FhirCodes.concept(FhirCodes.value("PI3K_CALL", p.call().name())));
    }
    derivedFrom(added, events);
    Pi3kAssessor.TRIAL_GENES.stream()
        .filter(gene -> isSequenced(sample, gene))
        .forEach(
            gene ->
                concept(added, FhirCodes.loinc("48018-6"), FhirCodes.gene(terms.gene(gene), gene)));
    concept(
        added,
        FhirCodes.column("PI3K_GENOMIC_TIER"),
        FhirCodes.concept(FhirCodes.value("PI3K_GENOMIC_TIER", p.tier())));
    concept(
        added,
        FhirCodes.column("PI3K_ARM"),
        FhirCodes.concept(FhirCodes.value("PI3K_ARM", p.arm().name())));
    if (Double.isFinite(p.score())) {
      number(added, FhirCodes.column("PI3K_SCORE"), p.score());
    }
    if (p.ptenMrna() != PtenMrna.NA) {
      concept(
          added,
          FhirCodes.column("PTEN_MRNA"),
          FhirCodes.concept(FhirCodes.value("PTEN_MRNA", p.ptenMrna().name())));
    }
    SampleObservations.component(added, FhirCodes.column("PI3K_COVERAGE_COMPLETE"))
        .put("valueBoolean", p.coverageComplete());
    note(added, p.reason() + "; rule " + p.rule());
    missing(added, p.missing());
    return added;
  }

  private static boolean isSequenced(SampleResult sample, String gene) {
    return sample.coverage().stream()
        .anyMatch(layer -> layer.layer() == AssayLayer.SNV_INDEL && layer.covers(gene));
  }

  /** The JAK2/STAT5 call; expression that supports it is in its text alone. */
  Added jakStat(SampleObservations observations, SampleResult sample, List<Added> findings) {
    SampleResult.JakStat5 j = sample.jakStat5();
    Added added = observations.biomarker(FhirCodes.column("JAK_STAT5_CALL"), "JAK_STAT5_CALL");
    if (j.call() == JakStatCall.NOT_ASSESSED) {
      absent(added, "JAK_STAT5_CALL", j.call().name());
    } else {
      added
          .json()
          .set(
              "valueCodeableConcept",
              FhirCodes.concept(FhirCodes.value("JAK_STAT5_CALL", j.call().name())));
    }
    derivedFrom(added, findings);
    string(added, FhirCodes.column("JAK_STAT5_LEVEL"), j.level());
    note(added, j.reason());
    missing(added, j.missing());
    return added;
  }

  /**
   * A decision as therapeutic implication. A candidate meets criteria for screening and is not
   * thereby eligible, so only the exclusion has a SNOMED CT code.
   */
  Added decision(
      SampleObservations observations, MadeDecision made, Added study, List<Added> calls) {
    Added added =
        observations.genomic(
            "therapeutic-implication",
            FhirCodes.genomics("therapeutic-implication"),
            made.criteria());
    ObjectNode extension = added.json().putArray("extension").addObject();
    extension.put("url", STUDY_EXTENSION).set("valueReference", study.reference());
    derivedFrom(added, calls);
    ObjectNode value = FhirCodes.concept(FhirCodes.value("DECISION", made.decision().name()));
    if (made.decision() == Decision.NOT_CANDIDATE) {
      value
          .withArray("coding")
          .add(
              FhirCodes.coding(
                  FhirCodes.SNOMED,
                  "444734003",
                  "Does not meet eligibility criteria for clinical trial (finding)"));
    }
    concept(added, FhirCodes.genomics("therapeutic-implication"), value);
    if (!made.priority().equals("-")) {
      string(added, FhirCodes.column("PRIORITY"), made.priority());
    }
    string(
        added,
        FhirCodes.genomics("conclusion-string"),
        Stream.concat(
                made.reasons().stream(),
                made.nextTests().stream().map(test -> "next test: " + test.text()))
            .collect(Collectors.joining("; ")));
    return added;
  }

  private static void absent(Added added, String column, String value) {
    added.json().set("dataAbsentReason", FhirCodes.unknown(FhirCodes.value(column, value)));
  }

  private static void missing(Added added, List<MissingTest> missing) {
    missing.forEach(test -> note(added, "missing: " + test.name() + " (" + test.reason() + ")"));
  }
}
