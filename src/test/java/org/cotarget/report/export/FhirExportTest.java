package org.cotarget.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotarget.report.ExampleReport;
import org.cotarget.report.HostileText;
import org.cotarget.report.export.fhir.FhirExport;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Range;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FhirExportTest {

  private static final String CALLS = "https://cotarget.org/fhir/CodeSystem/cotarget-calls";

  /** Patients of the demo whose bundles are validated: each brings a resource of another kind. */
  private static final Set<String> VALIDATED =
      Set.of(
          "BT-20",
          "BT-549",
          "DEMO-001",
          "DEMO-010",
          "DEMO-011",
          "DEMO-012",
          "DEMO-013",
          "DEMO-027",
          "DEMO-030",
          "DEMO-031",
          "JIMT-1");

  private Path demo;
  private List<String> bundles;

  @BeforeAll
  void writeDemo(@TempDir Path folder) throws IOException {
    demo = Exported.demo(folder, "fhir").resolve("fhir");
    bundles = Files.readAllLines(demo.resolve("bundles.ndjson"));
  }

  private static Bundle parse(String line) {
    return FhirValidation.CONTEXT.newJsonParser().parseResource(Bundle.class, line);
  }

  @Test
  void everyResourceIsValid(@TempDir Path folder) throws IOException {
    String definitions = Files.readString(demo.resolve("definitions.json"));
    FhirValidation validation = new FhirValidation(parse(definitions));
    assertThat(validation.errors(definitions)).isEmpty();

    List<String> chosen = bundles.stream().filter(b -> VALIDATED.contains(patientId(b))).toList();
    assertThat(chosen).hasSameSizeAs(VALIDATED);
    Path hostile =
        Exported.write(
            new FhirExport(),
            new ExampleReport()
                .patients(4)
                .patient(HostileText.TEXT)
                .withText(HostileText.TEXT)
                .withSecondCriteria()
                .build(),
            folder);
    List<String> hostiles = Files.readAllLines(hostile.resolve("bundles.ndjson"));
    assertThat(hostiles).hasSize(5);
    Stream.concat(chosen.stream(), hostiles.stream())
        .forEach(bundle -> assertThat(validation.errors(bundle)).as(patientId(bundle)).isEmpty());

    // The validator would be worthless if it passed whatever the bundle holds.
    String bundle = chosen.get(0);
    assertThat(validation.errors(bundle.replace("LA9633-4", "LA1-1"))).isNotEmpty();
    assertThat(validation.errors(bundle.replace("\"biomarker-category\"", "\"x\""))).isNotEmpty();
    assertThat(validation.errors(bundle.replace(":c.", ":q."))).isNotEmpty();
  }

  private static String patientId(String bundle) {
    return ((Patient) parse(bundle).getEntryFirstRep().getResource())
        .getIdentifierFirstRep()
        .getValue();
  }

  /** What results.json says is read back from the bundles. */
  @Test
  void callsAndDecisionsComeBack() {
    Path results = demo.resolve("../../results.json");
    Map<String, JsonNode> patients = new java.util.HashMap<>();
    Exported.json(results).get("patients").forEach(p -> patients.put(p.get("id").asText(), p));
    assertThat(bundles).hasSize(patients.size());
    for (String line : bundles) {
      Bundle bundle = parse(line);
      JsonNode patient = patients.get(patientId(line));
      Set<String> expected = new TreeSet<>();
      for (JsonNode sample : patient.get("samples")) {
        expected.add("TNBC_CALL." + sample.at("/receptors/call").asText());
        expected.add("PI3K_CALL." + sample.at("/pi3k/call").asText());
        expected.add("JAK_STAT5_CALL." + sample.at("/jakStat5/call").asText());
      }
      patient.get("decisions").forEach(d -> expected.add("DECISION." + d.get("decision").asText()));
      assertThat(callsOf(bundle)).as(patientId(line)).containsAll(expected);

      Set<String> changes = new TreeSet<>();
      patient
          .get("samples")
          .forEach(s -> s.get("variants").forEach(v -> changes.add(v.get("gene").asText())));
      assertThat(genesOfVariants(bundle)).as(patientId(line)).containsAll(changes);
    }
  }

  private static Set<String> callsOf(Bundle bundle) {
    return observations(bundle)
        .flatMap(
            o ->
                Stream.concat(
                    Stream.of(o.getDataAbsentReason(), o.getValue()),
                    o.getComponent().stream().map(c -> c.getValue())))
        .filter(CodeableConcept.class::isInstance)
        .flatMap(value -> ((CodeableConcept) value).getCoding().stream())
        .filter(coding -> CALLS.equals(coding.getSystem()))
        .map(coding -> coding.getCode())
        .collect(Collectors.toSet());
  }

  private static Set<String> genesOfVariants(Bundle bundle) {
    return observations(bundle)
        .filter(o -> o.getCode().getCodingFirstRep().getCode().equals("69548-6"))
        .flatMap(o -> o.getComponent().stream())
        .filter(c -> c.getCode().getCodingFirstRep().getCode().equals("48018-6"))
        .map(c -> c.getValueCodeableConcept().getCodingFirstRep().getDisplay())
        .collect(Collectors.toSet());
  }

  private static Stream<Observation> observations(Bundle bundle) {
    return bundle.getEntry().stream()
        .map(Bundle.BundleEntryComponent::getResource)
        .filter(Observation.class::isInstance)
        .map(Observation.class::cast);
  }

  /** DEMO-030 has receptors and nothing else; DEMO-029 has variants and no receptors. */
  @Test
  void whatWasNotTestedHasNoValue() {
    Observation pi3k = observation("DEMO-030", "PI3K_CALL");
    assertThat(pi3k.hasValue()).isFalse();
    assertThat(codes(pi3k.getDataAbsentReason()))
        .containsExactly("unknown", "PI3K_CALL.INSUFFICIENT");
    assertThat(pi3k.getComponent())
        .noneMatch(c -> c.getCode().getCodingFirstRep().getCode().equals("48018-6"));
    assertThat(observation("DEMO-030", "JAK_STAT5_CALL").hasValue()).isFalse();

    for (String question : List.of("16112-5", "16113-3", "48676-1", "TNBC_CALL")) {
      Observation receptor = observation("DEMO-029", question);
      assertThat(receptor.hasValue()).as(question).isFalse();
      assertThat(receptor.hasDataAbsentReason()).as(question).isTrue();
    }
    assertThat(codes(observation("BT-20", "16112-5").getValueCodeableConcept()))
        .containsExactly("ER.NEG", "260385009");
  }

  /** DEMO-013 has HER2 results that contradict each other, DEMO-049 such results of ER. */
  @Test
  void aConflictIsNoValue() {
    Observation her2 = observation("DEMO-013", "48676-1");
    assertThat(her2.hasValue()).isFalse();
    assertThat(codes(her2.getDataAbsentReason())).containsExactly("unknown", "HER2.CONFLICT");
    assertThat(observation("DEMO-049", "16112-5").hasValue()).isFalse();
  }

  /** Every call names the results that it rests on, protein and copy number as well. */
  @Test
  void callsDeriveFromTheResultsThatMakeThem() {
    Observation lost = observation("DEMO-010", "PTEN_PROTEIN");
    assertThat(codes(lost.getValueCodeableConcept())).containsExactly("PTEN_PROTEIN.ABSENT");
    assertThat(lost.getNoteFirstRep().getText()).isEqualTo("Lost");
    assertThat(sources("DEMO-010", "PI3K_CALL")).containsExactly("PTEN_PROTEIN");
    assertThat(sources("DEMO-010", "JAK_STAT5_CALL")).isEmpty();

    Observation percent = observation("DEMO-011", "PTEN_PROTEIN");
    assertThat(percent.getValueQuantity().getValue()).isZero();
    assertThat(percent.getValueQuantity().getCode()).isEqualTo("%");
    assertThat(sources("DEMO-011", "PI3K_CALL")).containsExactly("PTEN_PROTEIN");

    assertThat(sources("DEMO-001", "JAK_STAT5_CALL")).containsExactly("69548-6");
    assertThat(sources("DEMO-027", "JAK_STAT5_CALL")).containsExactly("PSTAT5_PROTEIN");
    assertThat(sources("DEMO-033", "JAK_STAT5_CALL"))
        .containsExactlyInAnyOrder("69548-6", "PSTAT5_PROTEIN");
    assertThat(sources("DEMO-033", "PI3K_CALL"))
        .containsExactlyInAnyOrder("69548-6", "69548-6", "PTEN_PROTEIN");
    assertThat(sources("DEMO-009", "PI3K_CALL")).isEmpty();
    assertThat(codes(observation("DEMO-009", "PTEN_PROTEIN").getValueCodeableConcept()))
        .containsExactly("PTEN_PROTEIN.PRESENT");
  }

  /** Codes of the observations that an observation derives from. */
  private List<String> sources(String patient, String code) {
    Set<String> references =
        observation(patient, code).getDerivedFrom().stream()
            .map(reference -> reference.getReference().replace("urn:uuid:", ""))
            .collect(Collectors.toSet());
    return bundles.stream()
        .filter(line -> patientId(line).equals(patient))
        .flatMap(line -> observations(parse(line)))
        .filter(o -> references.contains(o.getIdElement().getIdPart().replace("urn:uuid:", "")))
        .map(o -> o.getCode().getCodingFirstRep().getCode())
        .toList();
  }

  /** A MAF writes {@code -} for no base: BT-549 lost one, Hs578T gained three. */
  @Test
  void insertionsAndDeletionsOfAMafHaveAPlace() {
    Map<String, String> deletion = components("BT-549", "PTEN W274fs");
    assertThat(deletion)
        .containsEntry("81290-9", "NC_000010.10:g.89720666del")
        .containsEntry("81254-5", "89720666-")
        .containsEntry("69547-8", "T")
        .doesNotContainKey("69551-0");
    Map<String, String> insertion = components("Hs578T", "PIK3R1 N453_454delinsN");
    assertThat(insertion)
        .containsEntry("81290-9", "NC_000005.9:g.67589596_67589597insAAT")
        .containsEntry("81254-5", "67589596-67589597")
        .containsEntry("69551-0", "AAT")
        .doesNotContainKey("69547-8");
  }

  /** Every variant says what the caller made of it, since recurrent ones stay despite a FILTER. */
  @Test
  void theFilterOfAVariantIsTold() {
    assertThat(components("BT-20", "PIK3CA H1047R")).containsEntry("FILTER", "PASS");
  }

  private Map<String, String> components(String patient, String conclusion) {
    return bundles.stream()
        .filter(line -> patientId(line).equals(patient))
        .flatMap(line -> observations(parse(line)))
        .map(
            o ->
                o.getComponent().stream()
                    .collect(
                        Collectors.toMap(
                            c -> c.getCode().getCodingFirstRep().getCode(),
                            FhirExportTest::text,
                            (a, b) -> a)))
        .filter(components -> conclusion.equals(components.get("conclusion-string")))
        .findFirst()
        .orElseThrow();
  }

  private static String text(Observation.ObservationComponentComponent component) {
    if (component.hasValueRange()) {
      Range range = component.getValueRange();
      return range.getLow().getValue()
          + "-"
          + (range.hasHigh() ? range.getHigh().getValue().toString() : "");
    }
    if (component.hasValueQuantity()) {
      return component.getValueQuantity().getValue().toPlainString();
    }
    return component.hasValueCodeableConcept()
        ? component.getValueCodeableConcept().getCodingFirstRep().getCode()
        : component.getValue().primitiveValue();
  }

  private Observation observation(String patient, String code) {
    return bundles.stream()
        .filter(line -> patientId(line).equals(patient))
        .flatMap(line -> observations(parse(line)))
        .filter(o -> o.getCode().getCodingFirstRep().getCode().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> codes(CodeableConcept concept) {
    return concept.getCoding().stream().map(coding -> coding.getCode()).toList();
  }

  @Test
  void referencesStayInTheBundleAndIdsAreThoseOfFhir() {
    Set<String> all = new HashSet<>();
    for (String line : bundles) {
      JsonNode bundle = Exported.json(line);
      Set<String> own = new HashSet<>();
      for (JsonNode entry : bundle.get("entry")) {
        own.add(entry.get("fullUrl").asText());
        String id = entry.at("/resource/id").asText();
        assertThat(id).matches("[A-Za-z0-9.-]{1,64}");
        assertThat(entry.at("/request/url").asText())
            .isEqualTo(entry.at("/resource/resourceType").asText() + "/" + id);
        if (!entry.at("/resource/resourceType").asText().equals("ResearchStudy")) {
          assertThat(all.add(id)).as(id).isTrue();
        }
      }
      assertThat(own).hasSameSizeAs(bundle.get("entry"));
      assertThat(bundle.findValuesAsText("reference")).isNotEmpty().allMatch(own::contains);
    }
  }

  @Test
  void aReportNamesItsSpecimenAndEveryObservation() {
    Bundle bundle =
        parse(
            bundles.stream()
                .filter(b -> patientId(b).equals("DEMO-031"))
                .findFirst()
                .orElseThrow());
    List<DiagnosticReport> reports =
        bundle.getEntry().stream()
            .map(Bundle.BundleEntryComponent::getResource)
            .filter(DiagnosticReport.class::isInstance)
            .map(DiagnosticReport.class::cast)
            .toList();
    assertThat(reports).hasSize(2);
    assertThat(reports.stream().flatMap(r -> r.getResult().stream()))
        .hasSize((int) observations(bundle).count());
    assertThat(reports)
        .allSatisfy(report -> assertThat(report.getConclusion()).contains("For research use only"));
  }

  @Test
  void patientsOfTwoStudiesNeverShareAnId() {
    String one = SafeName.uuid("Patient", "inputs of one study", "P1").toString();
    assertThat(SafeName.uuid("Patient", "inputs of another", "P1").toString()).isNotEqualTo(one);
    assertThat(SafeName.uuid("Patient", "inputs of one study", "P1").toString()).isEqualTo(one);
    assertThat(SafeName.uuid("a", "bc")).isNotEqualTo(SafeName.uuid("ab", "c"));
  }
}
