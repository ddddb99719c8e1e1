package org.cotarget.report.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cotarget.assess.CopyNumberState;
import org.cotarget.assess.pi3k.Pi3kAssessor;
import org.cotarget.cohort.AssayLayer;
import org.cotarget.cohort.ClinicalValue;
import org.cotarget.report.Export;
import org.cotarget.report.ExportSource;
import org.cotarget.report.PatientResult;
import org.cotarget.report.PatientResult.MadeDecision;
import org.cotarget.report.SampleResult;
import org.cotarget.report.SampleResult.CopyNumber;
import org.cotarget.report.SampleResult.ProteinValue;
import org.cotarget.report.SampleResult.Variant;
import org.cotarget.report.TableText;

/**
 * Documents for matchengine-V2, one file each, since its loader takes single JSON documents: {@code
 * clinical/} has one a tumour sample, {@code genomic/} one for each variant and altered copy
 * number. A gene that is wild type has none, since the engine would take it for an alteration where
 * a trial names the gene alone.
 *
 * <p>The engine demands {@code VITAL_STATUS} and {@code BIRTH_DATE_INT} of every clinical document.
 * The first is {@code unknown} unless a clinical column tells it, the second is always {@code
 * null}, so that no age criterion is ever met. The engine reads {@code !GENE} as met where no
 * document speaks against it; {@code docs/exports.md} says what to do about genes that were not
 * tested.
 */
public final class MatchminerExport implements Export {

  private static final Map<CopyNumberState, String> CNV_CALLS =
      Map.of(
          CopyNumberState.DEEP_LOSS, "Homozygous deletion",
          CopyNumberState.SHALLOW_LOSS, "Heterozygous deletion",
          CopyNumberState.GAIN, "Gain",
          CopyNumberState.AMPLIFICATION, "High level amplification");

  /** OncoTree names of invasive breast carcinomas; any other word would match no trial. */
  private static final Set<String> DIAGNOSES =
      Set.of(
          "Adenoid Cystic Breast Cancer",
          "Breast Carcinoma with Signet Ring",
          "Breast Invasive Cancer, NOS",
          "Breast Invasive Carcinosarcoma, NOS",
          "Breast Invasive Ductal Carcinoma",
          "Breast Invasive Lobular Carcinoma",
          "Breast Invasive Mixed Mucinous Carcinoma",
          "Breast Mixed Ductal and Lobular Carcinoma",
          "Inflammatory Breast Cancer",
          "Invasive Breast Carcinoma",
          "Metaplastic Breast Cancer",
          "Solid Papillary Carcinoma of the Breast");

  /** What changes no protein; a clause that asks for any mutation of a gene would match it. */
  private static final Set<String> SILENT =
      Set.of(
          "stop_retained_variant",
          "start_retained_variant",
          "synonymous_variant",
          "5_prime_UTR_variant",
          "3_prime_UTR_variant",
          "non_coding_transcript_exon_variant",
          "intron_variant",
          "upstream_gene_variant",
          "downstream_gene_variant",
          "intergenic_variant");

  private static final Map<String, String> VITAL =
      Map.of(
          "ALIVE", "alive",
          "LIVING", "alive",
          "0:LIVING", "alive",
          "0:ALIVE", "alive",
          "DEAD", "deceased",
          "DECEASED", "deceased",
          "1:DECEASED", "deceased",
          "1:DEAD", "deceased");

  @Override
  public String name() {
    return "matchminer";
  }

  @Override
  public void write(ExportSource source, Path folder) throws IOException {
    Path clinical = Files.createDirectory(folder.resolve("clinical"));
    Path genomic = Files.createDirectory(folder.resolve("genomic"));
    Documents documents = new Documents(source);
    for (Iterator<PatientResult> all = source.patients().iterator(); all.hasNext(); ) {
      PatientResult patient = all.next();
      for (SampleResult sample : patient.samples()) {
        String name = SafeName.file(sample.id());
        ExportJson.file(clinical.resolve(name + ".json"), documents.clinical(patient, sample));
        int number = 0;
        for (Iterator<ObjectNode> found = documents.genomic(sample).iterator(); found.hasNext(); ) {
          number++;
          ExportJson.file(genomic.resolve(name + "-" + number + ".json"), found.next());
        }
      }
    }
  }

  private static final class Documents {

    private final VariantTerms terms;
    private final CopyNumberStates states;

    Documents(ExportSource source) {
      this.terms = new VariantTerms(source.reference());
      this.states = new CopyNumberStates(source.reference().thresholds());
    }

    ObjectNode clinical(PatientResult patient, SampleResult sample) {
      Map<String, ClinicalValue> columns = sample.clinical();
      ObjectNode document =
          ExportJson.object()
              .put("SAMPLE_ID", TableText.escape(sample.id()))
              .put("MRN", TableText.escape(patient.id()))
              .put(
                  "VITAL_STATUS",
                  word(columns, "VITAL_STATUS")
                      .or(() -> word(columns, "OS_STATUS"))
                      .map(status -> VITAL.getOrDefault(status.toUpperCase(Locale.ROOT), "unknown"))
                      .orElse("unknown"))
              .putNull("BIRTH_DATE_INT")
              .put(
                  "ONCOTREE_PRIMARY_DIAGNOSIS_NAME",
                  word(columns, "CANCER_TYPE_DETAILED")
                      .filter(DIAGNOSES::contains)
                      .orElse("Breast"));
      gender(columns).ifPresent(gender -> document.put("GENDER", gender));
      receptor(document, "ER", sample.receptors().er());
      receptor(document, "PR", sample.receptors().pr());
      receptor(document, "HER2", sample.receptors().her2());
      for (ProteinValue result : sample.proteinResults()) {
        document
            .withArray("COTARGET_" + ProteinTerms.column(result))
            .add(ProteinTerms.text(result));
      }
      document.put("COTARGET_TNBC_CALL", sample.receptors().call().name());
      document.put("COTARGET_PI3K_CALL", sample.pi3k().call().name());
      document.put("COTARGET_JAK_STAT5_CALL", sample.jakStat5().call().name());
      document.set(
          "COTARGET_SEQUENCED_GENES",
          ExportJson.texts(
              Pi3kAssessor.TRIAL_GENES.stream().filter(g -> isSequenced(sample, g)).toList()));
      ObjectNode decisions = document.putObject("COTARGET_DECISIONS");
      for (MadeDecision made : patient.decisions()) {
        if (made.sample().equals(sample.id())) {
          // A key of MongoDB must not hold a dot or begin with a dollar sign.
          decisions.put(
              SafeName.within(made.criteria(), "[A-Za-z0-9_-]", 60), made.decision().name());
        }
      }
      return document;
    }

    /** The engine's word, and the state itself; low, equivocal and conflicting ones have none. */
    private static void receptor(ObjectNode document, String receptor, Enum<?> state) {
      String word =
          switch (state.name()) {
            case "POS", "POSITIVE" -> "Positive";
            case "NEG", "NEGATIVE" -> "Negative";
            default -> "Unknown";
          };
      document.put(receptor + "_STATUS", word).put("COTARGET_" + receptor, state.name());
    }

    private static Optional<String> word(Map<String, ClinicalValue> columns, String name) {
      return Optional.ofNullable(columns.get(name)).map(ClinicalValue::value);
    }

    private static Optional<String> gender(Map<String, ClinicalValue> columns) {
      return word(columns, "SEX")
          .or(() -> word(columns, "GENDER"))
          .map(word -> word.toUpperCase(Locale.ROOT))
          .flatMap(
              word ->
                  switch (word) {
                    case "F", "FEMALE" -> Optional.of("Female");
                    case "M", "MALE" -> Optional.of("Male");
                    default -> Optional.empty();
                  });
    }

    Stream<ObjectNode> genomic(SampleResult sample) {
      Stream<ObjectNode> variants =
          sample.variants().stream()
              .filter(v -> !SILENT.contains(v.consequence()))
              .map(v -> variant(sample, v));
      Stream<ObjectNode> copies =
          sample.copyNumbers().stream()
              .filter(call -> CNV_CALLS.containsKey(states.of(call)))
              .map(call -> copyNumber(sample, call));
      return Stream.concat(variants, copies);
    }

    private static boolean isSequenced(SampleResult sample, String gene) {
      return sample.coverage().stream()
          .anyMatch(layer -> layer.layer() == AssayLayer.SNV_INDEL && layer.covers(gene));
    }

    private ObjectNode variant(SampleResult sample, Variant v) {
      if (v.consequence().equals("gene_fusion")) {
        return document(sample, v.gene(), "SV")
            .put("LEFT_PARTNER_GENE", TableText.escape(v.gene()))
            .put(
                "STRUCTURAL_VARIANT_COMMENT",
                TableText.escape(v.gene() + " rearrangement: " + v.label()))
            .put("WILDTYPE", false)
            .put("COTARGET_FILTER", TableText.escape(v.filter()))
            .put("COTARGET_TIER", v.tier());
      }
      ObjectNode document = document(sample, v.gene(), "MUTATION").put("WILDTYPE", false);
      if (!v.proteinChange().isEmpty()) {
        document.put("TRUE_PROTEIN_CHANGE", TableText.escape("p." + v.proteinChange()));
      }
      terms.mafClass(v).ifPresent(name -> document.put("TRUE_VARIANT_CLASSIFICATION", name));
      terms
          .codingHgvs(v)
          .ifPresent(
              hgvs -> document.put("TRUE_CDNA_CHANGE", hgvs.substring(hgvs.indexOf(':') + 1)));
      terms.transcript(v).ifPresent(t -> document.put("TRUE_CDNA_TRANSCRIPT_ID", t));
      document.put("REFERENCE_GENOME", v.genomeBuild());
      document.put("CHROMOSOME", TableText.escape(v.chrom()));
      document.put("POSITION", v.pos());
      document.put("REFERENCE_ALLELE", TableText.escape(v.ref()));
      document.put("ALTERNATE_ALLELE", TableText.escape(v.alt()));
      if (Double.isFinite(v.af())) {
        document.put("ALLELE_FRACTION", ExportJson.number(v.af()));
      }
      if (v.depth() >= 0) {
        document.put("COVERAGE", v.depth());
      }
      return document
          .put("COTARGET_FILTER", TableText.escape(v.filter()))
          .put("COTARGET_TIER", v.tier());
    }

    private ObjectNode copyNumber(SampleResult sample, CopyNumber call) {
      return document(sample, call.gene(), "CNV")
          .put("CNV_CALL", CNV_CALLS.get(states.of(call)))
          .put("WILDTYPE", false);
    }

    private static ObjectNode document(SampleResult sample, String gene, String category) {
      return ExportJson.object()
          .put("SAMPLE_ID", TableText.escape(sample.id()))
          .put("TRUE_HUGO_SYMBOL", TableText.escape(gene))
          .put("VARIANT_CATEGORY", category);
    }
  }
}
