package org.cotarget.report.export.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotarget.assess.Axis;
import org.cotarget.assess.CopyNumberState;
import org.cotarget.assess.Strength;
import org.cotarget.cohort.InputFile;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.report.CriteriaSummary;
import org.cotarget.report.Export;
import org.cotarget.report.ExportSource;
import org.cotarget.report.PatientResult;
import org.cotarget.report.PatientResult.MadeDecision;
import org.cotarget.report.ResultsHeader;
import org.cotarget.report.SampleResult;
import org.cotarget.report.export.CopyNumberStates;
import org.cotarget.report.export.ExportJson;
import org.cotarget.report.export.ProteinTerms;
import org.cotarget.report.export.SafeName;
import org.cotarget.report.export.VariantTerms;
import org.cotarget.report.export.fhir.PatientBundle.Added;

/**
 * FHIR R4: {@code bundles.ndjson}, a transaction bundle a line and patient, and {@code
 * definitions.json}, a transaction bundle with the code system of the calls.
 */
public final class FhirExport implements Export {

  @Override
  public String name() {
    return "fhir";
  }

  @Override
  public void write(ExportSource source, Path folder) throws IOException {
    ExportJson.file(folder.resolve("definitions.json"), definitions(source.header()));
    Patients patients = new Patients(source);
    try (Writer out = Files.newBufferedWriter(folder.resolve("bundles.ndjson"), UTF_8)) {
      for (Iterator<PatientResult> all = source.patients().iterator(); all.hasNext(); ) {
        ExportJson.line(out, patients.bundle(all.next()));
      }
    }
  }

  private static ObjectNode definitions(ResultsHeader header) {
    ObjectNode bundle =
        ExportJson.object().put("resourceType", "Bundle").put("type", "transaction");
    ObjectNode system = FhirCodes.codeSystem(header.version());
    String fullUrl = "urn:uuid:" + SafeName.uuid(FhirCodes.CALLS);
    ObjectNode entry = bundle.putArray("entry").addObject().put("fullUrl", fullUrl);
    entry.set("resource", system);
    entry
        .putObject("request")
        .put("method", "PUT")
        .put("url", "CodeSystem/" + system.get("id").asText());
    return bundle;
  }

  /**
   * A result with an observation of its own.
   *
   * @param subject gene or protein as evidence names it
   * @param where where it was read
   */
  private record Finding(Added added, String subject, SourceLocation where) {

    boolean isEvent(SampleResult sample) {
      return sample.pi3k().events().stream()
          .anyMatch(event -> event.gene().equals(subject) && event.where().equals(where));
    }

    boolean supportsJakStat(SampleResult sample) {
      return sample.evidence().stream()
          .filter(e -> e.axis() == Axis.JAK_STAT5)
          .filter(e -> e.strength() == Strength.DECIDING || e.strength() == Strength.SUPPORTING)
          .anyMatch(e -> e.subject().equals(subject) && e.where().equals(where));
    }
  }

  private static List<Added> chosen(List<Finding> findings, Predicate<Finding> test) {
    return findings.stream().filter(test).map(Finding::added).toList();
  }

  /** Makes the bundle of each patient. */
  private static final class Patients {

    private final ResultsHeader header;
    private final String namespace;
    private final CopyNumberStates states;
    private final VariantObservations variants;
    private final CallObservations calls;

    Patients(ExportSource source) {
      VariantTerms terms = new VariantTerms(source.reference());
      this.header = source.header();
      this.namespace =
          header.inputs().stream().map(InputFile::sha256).sorted().collect(Collectors.joining());
      this.states = new CopyNumberStates(source.reference().thresholds());
      this.variants = new VariantObservations(terms, states);
      this.calls = new CallObservations(terms);
    }

    ObjectNode bundle(PatientResult result) {
      PatientBundle bundle = new PatientBundle(namespace);
      Added patient = bundle.add("Patient", result.id());
      identifier(patient, "patient", result.id());
      Map<String, Added> studies = new HashMap<>();
      for (CriteriaSummary criteria : header.criteria()) {
        studies.put(criteria.id(), study(bundle, criteria));
      }
      for (SampleResult sample : result.samples()) {
        sample(bundle, result, sample, patient, studies);
      }
      return bundle.json();
    }

    /** FHIR has no status for a study of which that is not known; this one claims no accrual. */
    private static Added study(PatientBundle bundle, CriteriaSummary criteria) {
      Added study = bundle.add("ResearchStudy", criteria.id(), criteria.sha256());
      identifier(study, "criteria", criteria.id());
      study.json().put("title", FhirCodes.text(criteria.title()));
      study.json().put("status", "in-review");
      study
          .json()
          .put(
              "description",
              "Criteria file of a screening by molecular and receptor data; whether the trial"
                  + " recruits is not known here.");
      return study;
    }

    private void sample(
        PatientBundle bundle,
        PatientResult result,
        SampleResult sample,
        Added patient,
        Map<String, Added> studies) {
      Added specimen = bundle.add("Specimen", result.id(), sample.id());
      identifier(specimen, "sample", sample.id());
      ObjectNode type =
          FhirCodes.concept(
              FhirCodes.coding("http://terminology.hl7.org/CodeSystem/v2-0487", "TUMOR", "Tumor"));
      specimen.json().set("type", type.put("text", "Tumour, " + sample.type()));
      specimen.json().set("subject", patient.reference());

      SampleObservations observations =
          new SampleObservations(bundle, result.id(), sample.id(), patient, specimen);
      List<Added> receptors = calls.receptors(observations, sample);
      List<Finding> findings = findings(observations, sample);
      Added tnbc = calls.tnbc(observations, sample, receptors);
      Added pi3k = calls.pi3k(observations, sample, chosen(findings, f -> f.isEvent(sample)));
      Added jakStat =
          calls.jakStat(observations, sample, chosen(findings, f -> f.supportsJakStat(sample)));
      List<MadeDecision> decisions =
          result.decisions().stream().filter(made -> made.sample().equals(sample.id())).toList();
      for (MadeDecision made : decisions) {
        Added study = studies.get(made.criteria());
        if (study != null) {
          calls.decision(observations, made, study, List.of(tnbc, pi3k, jakStat));
        }
      }
      report(bundle, result, sample, patient, specimen, observations);
    }

    /** Writes variants, altered copy numbers and protein results. */
    private List<Finding> findings(SampleObservations observations, SampleResult sample) {
      List<Finding> findings = new ArrayList<>();
      for (SampleResult.Variant variant : sample.variants()) {
        Added added = variants.variant(observations, variant);
        findings.add(new Finding(added, variant.gene(), variant.where()));
      }
      for (SampleResult.CopyNumber call : sample.copyNumbers()) {
        if (states.of(call) != CopyNumberState.NEUTRAL) {
          Added added = variants.copyNumber(observations, call);
          findings.add(new Finding(added, call.gene(), call.where()));
        }
      }
      for (SampleResult.ProteinValue result : sample.proteinResults()) {
        Added added = variants.protein(observations, result);
        findings.add(new Finding(added, ProteinTerms.subject(result), result.where()));
      }
      return findings;
    }

    private void report(
        PatientBundle bundle,
        PatientResult result,
        SampleResult sample,
        Added patient,
        Added specimen,
        SampleObservations observations) {
      Added report = bundle.add("DiagnosticReport", result.id(), sample.id());
      report
          .json()
          .putObject("meta")
          .putArray("profile")
          .add(FhirCodes.GENOMICS + "StructureDefinition/genomic-report");
      report.json().put("status", "final");
      report
          .json()
          .putArray("category")
          .add(
              FhirCodes.concept(
                  FhirCodes.coding("http://terminology.hl7.org/CodeSystem/v2-0074", "GE")));
      report.json().set("code", FhirCodes.loinc("51969-4"));
      report.json().set("subject", patient.reference());
      report.json().putArray("specimen").add(specimen.reference());
      ArrayNode results = report.json().putArray("result");
      observations.all().forEach(observation -> results.add(observation.reference()));
      report.json().put("conclusion", FhirCodes.text(conclusion(result, sample)));
    }

    private String conclusion(PatientResult result, SampleResult sample) {
      Stream<String> decided =
          result.decisions().stream()
              .filter(made -> made.sample().equals(sample.id()))
              .map(made -> made.criteria() + ": " + made.decision());
      return Stream.concat(
              decided,
              Stream.of(
                  "receptors " + sample.receptors().call(),
                  "PI3K " + sample.pi3k().call(),
                  "JAK2/STAT5 " + sample.jakStat5().call(),
                  "cotarget " + header.version() + ", reference data " + header.referenceVersion(),
                  header.disclaimer()))
          .collect(Collectors.joining(". "));
    }

    private static void identifier(Added added, String kind, String id) {
      added
          .json()
          .putArray("identifier")
          .addObject()
          .put("system", FhirCodes.IDENTIFIERS + kind)
          .put("value", FhirCodes.text(id));
    }
  }
}
