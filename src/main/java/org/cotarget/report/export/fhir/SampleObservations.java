package org.cotarget.report.export.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.cotarget.report.export.ExportJson;
import org.cotarget.report.export.fhir.PatientBundle.Added;

/** Makes the observations of one specimen and remembers them for its report. */
final class SampleObservations {

  private static final String PROFILE = FhirCodes.GENOMICS + "StructureDefinition/";

  private final PatientBundle bundle;
  private final String patientId;
  private final String sampleId;
  private final Added patient;
  private final Added specimen;
  private final List<Added> all = new ArrayList<>();

  SampleObservations(
      PatientBundle bundle, String patientId, String sampleId, Added patient, Added specimen) {
    this.bundle = bundle;
    this.patientId = patientId;
    this.sampleId = sampleId;
    this.patient = patient;
    this.specimen = specimen;
  }

  List<Added> all() {
    return all;
  }

  /** An observation by a profile of the guide that has the category of genetics. */
  Added genomic(String profile, ObjectNode code, String... parts) {
    Added added = start(profile, parts);
    categories(added.json());
    return finish(added, code);
  }

  /** A biomarker by the guide's profile. */
  Added biomarker(ObjectNode code, String... parts) {
    Added added = start("molecular-biomarker", parts);
    categories(added.json()).add(FhirCodes.genomics("biomarker-category"));
    return finish(added, code);
  }

  private Added start(String profile, String... parts) {
    List<String> names = new ArrayList<>(List.of(patientId, sampleId, profile));
    names.addAll(List.of(parts));
    Added added = bundle.add("Observation", names.toArray(String[]::new));
    added.json().putObject("meta").putArray("profile").add(PROFILE + profile);
    added.json().put("status", "final");
    all.add(added);
    return added;
  }

  private static ArrayNode categories(ObjectNode json) {
    return json.putArray("category")
        .add(
            FhirCodes.concept(
                FhirCodes.coding(
                    "http://terminology.hl7.org/CodeSystem/observation-category", "laboratory")))
        .add(
            FhirCodes.concept(
                FhirCodes.coding("http://terminology.hl7.org/CodeSystem/v2-0074", "GE")));
  }

  private Added finish(Added added, ObjectNode code) {
    added.json().set("code", code);
    added.json().set("subject", patient.reference());
    added.json().set("specimen", specimen.reference());
    return added;
  }

  /** A component, still without value. */
  static ObjectNode component(Added observation, ObjectNode code) {
    ObjectNode component = observation.json().withArray("component").addObject();
    component.set("code", code);
    return component;
  }

  static void concept(Added observation, ObjectNode code, ObjectNode value) {
    component(observation, code).set("valueCodeableConcept", value);
  }

  static void string(Added observation, ObjectNode code, String value) {
    if (!value.isBlank()) {
      component(observation, code).put("valueString", FhirCodes.text(value));
    }
  }

  /** A number without unit. */
  static void number(Added observation, ObjectNode code, double value) {
    component(observation, code)
        .putObject("valueQuantity")
        .put("value", ExportJson.number(value))
        .put("system", "http://unitsofmeasure.org")
        .put("code", "1");
  }

  static void note(Added observation, String text) {
    if (!text.isBlank()) {
      observation.json().withArray("note").addObject().put("text", FhirCodes.text(text));
    }
  }

  static void derivedFrom(Added observation, List<Added> sources) {
    if (!sources.isEmpty()) {
      ArrayNode list = observation.json().putArray("derivedFrom");
      sources.forEach(source -> list.add(source.reference()));
    }
  }
}
