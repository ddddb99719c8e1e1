package org.cotarget.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cotarget.cli.CommandLineRunner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Against what the loader and the engine of matchengine-V2 ask for: single JSON objects in files
 * that end in {@code .json}; VITAL_STATUS, BIRTH_DATE_INT and SAMPLE_ID in every clinical document;
 * genomic documents that name a clinical SAMPLE_ID; words of its value maps.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatchminerExportTest {

  private static final Set<String> CNV_CALLS =
      Set.of("High level amplification", "Homozygous deletion", "Gain", "Heterozygous deletion");

  private static final String MAF_HEADER =
      "Hugo_Symbol\tNCBI_Build\tChromosome\tStart_Position\tReference_Allele\tTumor_Seq_Allele2"
          + "\tVariant_Classification\tTumor_Sample_Barcode\tHGVSp_Short\n";
  private static final String MAF_SILENT =
      "PIK3CA\tGRCh37\t3\t178952072\tA\tG\tSilent\tP1-01\tp.M1043=\n";
  private static final String MAF_MISSENSE =
      "PIK3CA\tGRCh37\t3\t178952085\tA\tG\tMissense_Mutation\tP1-01\tp.H1047R\n";

  private final Map<String, JsonNode> clinical = new HashMap<>();
  private List<JsonNode> genomic = List.of();
  private Path export;

  @BeforeAll
  void readDemo(@TempDir Path folder) throws IOException {
    export = Exported.demo(folder, "matchminer");
    for (JsonNode document : Exported.documents(export.resolve("matchminer/clinical"))) {
      assertThat(clinical.put(document.get("SAMPLE_ID").asText(), document)).isNull();
    }
    genomic = Exported.documents(export.resolve("matchminer/genomic"));
  }

  @Test
  void theLoaderTakesEveryFile() throws IOException {
    assertThat(Exported.files(export.resolve("matchminer")))
        .hasSize(clinical.size() + genomic.size())
        .allMatch(file -> file.toString().endsWith(".json"));
    assertThat(genomic).isNotEmpty().allMatch(JsonNode::isObject);
  }

  @Test
  void aClinicalDocumentHasWhatTheEngineLooksUp() {
    assertThat(clinical).hasSize(96);
    assertThat(clinical.values())
        .allSatisfy(
            document -> {
              assertThat(document.has("BIRTH_DATE")).isFalse();
              assertThat(document.get("BIRTH_DATE_INT").isNull()).isTrue();
              assertThat(document.get("VITAL_STATUS").asText())
                  .isIn("alive", "deceased", "unknown");
              assertThat(document.get("ONCOTREE_PRIMARY_DIAGNOSIS_NAME").asText()).isNotBlank();
            });
  }

  @Test
  void aGenomicDocumentJoinsAndUsesTheEnginesWords() {
    assertThat(genomic)
        .allSatisfy(
            document -> {
              assertThat(clinical).containsKey(document.get("SAMPLE_ID").asText());
              assertThat(document.get("TRUE_HUGO_SYMBOL").asText()).isNotBlank();
              assertThat(document.get("VARIANT_CATEGORY").asText()).isIn("MUTATION", "CNV", "SV");
              if (document.get("VARIANT_CATEGORY").asText().equals("CNV")) {
                assertThat(CNV_CALLS).contains(document.get("CNV_CALL").asText());
              }
              if (document.has("TRUE_PROTEIN_CHANGE")) {
                assertThat(document.get("TRUE_PROTEIN_CHANGE").asText()).startsWith("p.");
              }
            });
  }

  /** The trial clause {@code hugo_symbol: PIK3CA, protein_change: p.H1047R} as the engine asks. */
  @Test
  void aTrialClauseFindsItsSamplesAndNoOthers() {
    Set<String> found =
        genomic.stream()
            .filter(d -> d.get("TRUE_HUGO_SYMBOL").asText().equals("PIK3CA"))
            .filter(d -> d.path("TRUE_PROTEIN_CHANGE").asText().equals("p.H1047R"))
            .map(d -> d.get("SAMPLE_ID").asText())
            .collect(java.util.stream.Collectors.toSet());
    Set<String> expected = new java.util.TreeSet<>();
    for (JsonNode patient : Exported.json(export.resolve("../results.json")).get("patients")) {
      for (JsonNode sample : patient.get("samples")) {
        for (JsonNode variant : sample.get("variants")) {
          if (variant.get("gene").asText().equals("PIK3CA")
              && variant.get("proteinChange").asText().equals("H1047R")) {
            expected.add(sample.get("id").asText());
          }
        }
      }
    }
    assertThat(found).isNotEmpty().isEqualTo(expected);
  }

  private static Path run(Path home, String maf) throws IOException {
    Path variants = Files.writeString(home.resolve("m.maf"), maf);
    Path clinical = Files.writeString(home.resolve("c.tsv"), "PATIENT_ID\tSAMPLE_ID\nP1\tP1-01\n");
    Path out = home.resolve("out");
    CommandLineRunner.Result result =
        CommandLineRunner.run(
            List.of(
                "run",
                "--maf",
                variants.toString(),
                "--clinical",
                clinical.toString(),
                "--export",
                "matchminer",
                "--out",
                out.toString()));
    assertThat(result.code()).as(result.err()).isZero();
    return out;
  }

  /** The engine's own words; what is neither positive nor negative meets no clause about either. */
  @Test
  void receptorsAreInTheWordsOfTheEngine() {
    Set<String> states = new HashSet<>();
    for (JsonNode patient : Exported.json(export.resolve("../results.json")).get("patients")) {
      for (JsonNode sample : patient.get("samples")) {
        JsonNode document = clinical.get(sample.get("id").asText());
        for (String receptor : List.of("er", "pr", "her2")) {
          String state = sample.at("/receptors/" + receptor).asText();
          String upper = receptor.toUpperCase(Locale.ROOT);
          states.add(state);
          assertThat(document.get(upper + "_STATUS").asText())
              .as(state)
              .isEqualTo(
                  switch (state) {
                    case "POS", "POSITIVE" -> "Positive";
                    case "NEG", "NEGATIVE" -> "Negative";
                    default -> "Unknown";
                  });
          assertThat(document.get("COTARGET_" + upper).asText()).isEqualTo(state);
        }
      }
    }
    assertThat(states).contains("NEG", "NEGATIVE", "POS", "POSITIVE", "LOW", "CONFLICT", "UNKNOWN");
  }

  /** DEMO-010 lost PTEN in words, DEMO-011 at 0%; BT-20 was not tested. */
  @Test
  void proteinResultsAreTold() {
    assertThat(clinical.get("DEMO-010-01").get("COTARGET_PTEN_PROTEIN"))
        .extracting(JsonNode::asText)
        .containsExactly("ABSENT");
    assertThat(clinical.get("DEMO-011-01").get("COTARGET_PTEN_PROTEIN"))
        .extracting(JsonNode::asText)
        .containsExactly("0%");
    assertThat(clinical.get("BT-20-01").has("COTARGET_PTEN_PROTEIN")).isFalse();
  }

  /** A hotspot stays whatever its FILTER is, so the document has to say what that was. */
  @Test
  void aVariantThatTheCallerFilteredSaysSo(@TempDir Path home) throws IOException {
    Path out =
        run(
            home,
            MAF_HEADER.strip()
                + "\tFILTER\n"
                + MAF_MISSENSE.strip()
                + "\tgermline\n"
                + MAF_MISSENSE
                    .strip()
                    .replace("178952085\tA\tG", "178952085\tA\tT")
                    .replace("H1047R", "H1047L")
                + "\tPASS\n");
    assertThat(Exported.documents(out.resolve("export/matchminer/genomic")))
        .extracting(
            document ->
                document.get("TRUE_PROTEIN_CHANGE").asText()
                    + " "
                    + document.get("COTARGET_FILTER").asText())
        .containsExactlyInAnyOrder("p.H1047R germline", "p.H1047L PASS");
  }

  /** A clause that asks for any mutation of a gene would be met by a silent one. */
  @Test
  void variantsThatChangeNoProteinHaveNoDocument(@TempDir Path home) throws IOException {
    Path out = run(home, MAF_HEADER + MAF_SILENT + MAF_MISSENSE);
    assertThat(Files.readString(out.resolve("variants.tsv"))).contains("synonymous_variant");
    assertThat(Exported.documents(out.resolve("export/matchminer/genomic")))
        .extracting(document -> document.get("TRUE_PROTEIN_CHANGE").asText())
        .containsExactly("p.H1047R");
  }

  /** A gene without alteration has no document, so that a clause that names it alone fails. */
  @Test
  void nothingIsWrittenOfGenesWithoutAlteration() {
    assertThat(genomic).noneMatch(document -> document.get("WILDTYPE").asBoolean());
    assertThat(genomic.stream().filter(d -> d.get("SAMPLE_ID").asText().equals("DEMO-030-01")))
        .isEmpty();
    assertThat(clinical.get("DEMO-030-01").get("COTARGET_SEQUENCED_GENES")).isEmpty();
    assertThat(clinical.get("BT-20-01").get("COTARGET_SEQUENCED_GENES")).hasSize(3);
    assertThat(clinical.get("DEMO-029").get("ER_STATUS").asText()).isEqualTo("Unknown");
  }
}
