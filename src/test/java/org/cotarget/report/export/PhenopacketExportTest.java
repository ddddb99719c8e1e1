package org.cotarget.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.util.JsonFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ga4gh.vrsatile.v1.VariationDescriptor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.phenopackets.schema.v2.Phenopacket;
import org.phenopackets.schema.v2.core.Disease;
import org.phenopackets.schema.v2.core.Measurement;
import org.phenopackets.schema.v2.core.OntologyClass;
import org.phenopackets.schema.v2.core.Value;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhenopacketExportTest {

  private static final String TRIPLE_NEGATIVE = "NCIT:C71732";

  private final Map<String, Phenopacket> packets = new HashMap<>();
  private final Map<String, JsonNode> results = new HashMap<>();

  @BeforeAll
  void readDemo(@TempDir Path folder) throws IOException {
    Path export = Exported.demo(folder, "phenopackets");
    for (Path file : Exported.files(export.resolve("phenopackets"))) {
      Phenopacket packet = read(file);
      packets.put(packet.getId(), packet);
    }
    Exported.json(export.resolve("../results.json"))
        .get("patients")
        .forEach(patient -> results.put(patient.get("id").asText(), patient));
  }

  /** Reads strictly: a field that the schema does not know is an error. */
  static Phenopacket read(Path file) throws IOException {
    Phenopacket.Builder builder = Phenopacket.newBuilder();
    JsonFormat.parser().merge(Files.readString(file), builder);
    return builder.build();
  }

  @Test
  void thereIsOnePacketAPatientWithAllRequiredParts() {
    assertThat(packets.keySet()).isEqualTo(results.keySet());
    assertThat(packets.values())
        .allSatisfy(
            packet -> {
              assertThat(packet.getMetaData().getPhenopacketSchemaVersion()).isEqualTo("2.0");
              assertThat(packet.getMetaData().hasCreated()).isTrue();
              assertThat(packet.getMetaData().getCreatedBy()).startsWith("cotarget ");
              Set<String> prefixes =
                  packet.getMetaData().getResourcesList().stream()
                      .map(resource -> resource.getNamespacePrefix())
                      .collect(Collectors.toSet());
              assertThat(terms(packet))
                  .isNotEmpty()
                  .allSatisfy(
                      term -> {
                        assertThat(term.getLabel()).isNotBlank();
                        assertThat(prefixes).contains(term.getId().split(":", 2)[0]);
                      });
            });
  }

  private static List<OntologyClass> terms(Phenopacket packet) {
    Stream<OntologyClass> measured =
        packet.getMeasurementsList().stream()
            .flatMap(
                m ->
                    Stream.of(m.getAssay(), m.getValue().getOntologyClass())
                        .filter(term -> !term.getId().isEmpty()));
    Stream<OntologyClass> diseases = packet.getDiseasesList().stream().map(Disease::getTerm);
    Stream<OntologyClass> kinds = variants(packet).map(VariationDescriptor::getStructuralType);
    return Stream.of(measured, diseases, kinds).flatMap(terms -> terms).toList();
  }

  private static Stream<VariationDescriptor> variants(Phenopacket packet) {
    return packet.getInterpretationsList().stream()
        .flatMap(i -> i.getDiagnosis().getGenomicInterpretationsList().stream())
        .map(g -> g.getVariantInterpretation().getVariationDescriptor());
  }

  @Test
  void callsAndVariantsComeBack() {
    packets.forEach(
        (id, packet) -> {
          JsonNode patient = results.get(id);
          for (JsonNode sample : patient.get("samples")) {
            String call = sample.at("/pi3k/call").asText();
            List<String> calls =
                packet.getMeasurementsList().stream()
                    .filter(m -> m.getDescription().equals("sample " + sample.get("id").asText()))
                    .filter(m -> m.getAssay().getId().equals("cotarget:PI3K_CALL"))
                    .map(m -> m.getValue().getOntologyClass().getLabel())
                    .toList();
            assertThat(calls)
                .as(id)
                .isEqualTo(call.equals("INSUFFICIENT") ? List.of() : List.of(call));
            List<String> labels = variants(packet).map(VariationDescriptor::getLabel).toList();
            sample
                .get("variants")
                .forEach(
                    v ->
                        assertThat(labels)
                            .contains(v.get("gene").asText() + " " + v.get("label").asText()));
          }
        });
  }

  @Test
  void aVariantIsNamedForEveryReader() {
    VariationDescriptor variant =
        variants(packet("BT-20"))
            .filter(v -> v.getLabel().equals("PIK3CA H1047R"))
            .findFirst()
            .orElseThrow();
    assertThat(variant.getGeneContext().getValueId()).isEqualTo("HGNC:8975");
    assertThat(variant.getExpressionsList().stream().map(e -> e.getSyntax() + " " + e.getValue()))
        .containsExactly(
            "hgvs.c NM_006218.4:c.3140A>G",
            "hgvs.g NC_000003.11:g.178952085A>G",
            "hgvs.p p.(His1047Arg)");
    assertThat(variant.getVcfRecord().getGenomeAssembly()).isEqualTo("GRCh37");
    assertThat(variant.getVcfRecord().getPos()).isEqualTo(178952085L);
    assertThat(variant.getStructuralType().getId()).isEqualTo("SO:0001583");
  }

  @Test
  void onlyADefiniteReceptorExcludesTripleNegativeDisease() {
    packets.forEach(
        (id, packet) -> {
          Set<String> calls = new HashSet<>();
          results
              .get(id)
              .get("samples")
              .forEach(sample -> calls.add(sample.at("/receptors/call").asText()));
          List<Disease> triple =
              packet.getDiseasesList().stream()
                  .filter(disease -> disease.getTerm().getId().equals(TRIPLE_NEGATIVE))
                  .toList();
          if (calls.contains("TNBC")) {
            assertThat(triple).as(id).singleElement().matches(disease -> !disease.getExcluded());
          } else if (calls.equals(Set.of("NOT_TNBC"))) {
            assertThat(triple).as(id).singleElement().matches(Disease::getExcluded);
          } else {
            assertThat(triple).as(id).isEmpty();
          }
          assertThat(packet.getDiseasesList().stream().filter(Disease::getExcluded))
              .allMatch(disease -> disease.getTerm().getId().equals(TRIPLE_NEGATIVE));
        });
  }

  /** DEMO-029 has no receptor result. */
  @Test
  void whatWasNotTestedIsNoMeasurement() {
    assertThat(packet("DEMO-029").getMeasurementsList().stream().map(Measurement::getAssay))
        .extracting(OntologyClass::getId)
        .doesNotContain("LOINC:16112-5", "LOINC:48676-1", "cotarget:TNBC_CALL");
    assertThat(packet("DEMO-030").getMeasurementsList().stream().map(Measurement::getAssay))
        .extracting(OntologyClass::getId)
        .contains("LOINC:16112-5")
        .doesNotContain("cotarget:PI3K_CALL", "cotarget:PI3K_SCORE");
    assertThat(packet("DEMO-030").getInterpretationsCount()).isZero();
  }

  /** DEMO-010 lost PTEN in words, DEMO-011 at 0%, DEMO-027 has phospho-STAT5. */
  @Test
  void proteinResultsAreMeasurements() {
    assertThat(measured("DEMO-010", "cotarget:PTEN_PROTEIN").getOntologyClass().getId())
        .isEqualTo("cotarget:PTEN_PROTEIN.ABSENT");
    assertThat(measured("DEMO-011", "cotarget:PTEN_PROTEIN").getQuantity().getUnit().getId())
        .isEqualTo("UCUM:%");
    assertThat(measured("DEMO-011", "cotarget:PTEN_PROTEIN").getQuantity().getValue()).isZero();
    assertThat(measured("DEMO-027", "cotarget:PSTAT5_PROTEIN").getOntologyClass().getLabel())
        .isEqualTo("PRESENT");
  }

  private Value measured(String patient, String assay) {
    return packet(patient).getMeasurementsList().stream()
        .filter(measurement -> measurement.getAssay().getId().equals(assay))
        .map(Measurement::getValue)
        .findFirst()
        .orElseThrow();
  }

  /** A MAF deletion has no base before it, which a VCF record would ask for. */
  @Test
  void aDeletionOfAMafHasItsGenomicChange() {
    VariationDescriptor variant =
        variants(packet("BT-549"))
            .filter(v -> v.getLabel().equals("PTEN W274fs"))
            .findFirst()
            .orElseThrow();
    assertThat(variant.getExpressionsList().stream().map(e -> e.getValue()))
        .contains("NC_000010.10:g.89720666del");
    assertThat(variant.hasVcfRecord()).isFalse();
    assertThat(variant.getDescription()).isEqualTo("FILTER PASS");
  }

  private Phenopacket packet(String id) {
    return java.util.Objects.requireNonNull(packets.get(id), id);
  }
}
