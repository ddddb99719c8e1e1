package org.cotarget.report.export.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cotarget.assess.jakstat.JakStatCall;
import org.cotarget.assess.pi3k.GenomicTier;
import org.cotarget.assess.pi3k.Pi3kArm;
import org.cotarget.assess.pi3k.Pi3kCall;
import org.cotarget.assess.pi3k.PtenMrna;
import org.cotarget.assess.receptor.Her2State;
import org.cotarget.assess.receptor.ReceptorState;
import org.cotarget.assess.receptor.TnbcCall;
import org.cotarget.cohort.ProteinResult;
import org.cotarget.eligibility.Decision;
import org.cotarget.reference.PanelGene;
import org.cotarget.report.TableText;
import org.cotarget.report.export.ExportJson;
import org.cotarget.report.export.ProteinTerms;

/**
 * Codes and texts of FHIR resources. Calls have no codes elsewhere, so they bring a code system of
 * their own, {@value #CALLS}: a code is the column of {@code calls.tsv}, or column and value, e.g.
 * {@code TNBC_CALL} and {@code TNBC_CALL.INDETERMINATE}.
 */
final class FhirCodes {

  static final String LOINC = "http://loinc.org";
  static final String SNOMED = "http://snomed.info/sct";
  static final String NCIT = "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl";
  static final String HGNC = "http://www.genenames.org";
  static final String HGVS = "http://varnomen.hgvs.org";
  static final String SEQUENCE_ONTOLOGY = "http://www.sequenceontology.org";
  static final String REFSEQ = "http://www.ncbi.nlm.nih.gov/refseq";
  static final String ENSEMBL = "http://www.ensembl.org";
  static final String ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
  static final String GENOMICS = "http://hl7.org/fhir/uv/genomics-reporting/";
  static final String GENOMICS_CODES = GENOMICS + "CodeSystem/tbd-codes-cs";

  /** A name, not an address. */
  static final String CALLS = "https://cotarget.org/fhir/CodeSystem/cotarget-calls";

  /** Name of the identifiers that patients, samples and criteria have in the results. */
  static final String IDENTIFIERS = "https://cotarget.org/fhir/identifier/";

  private FhirCodes() {}

  /** Text that FHIR allows: as the tables write it, without control characters. */
  static String text(String text) {
    return TableText.escape(text);
  }

  static ObjectNode coding(String system, String code) {
    return ExportJson.object().put("system", system).put("code", code);
  }

  static ObjectNode coding(String system, String code, String display) {
    return coding(system, code).put("display", display);
  }

  /** A concept of one or more codings. */
  static ObjectNode concept(ObjectNode... codings) {
    ObjectNode concept = ExportJson.object();
    ArrayNode list = concept.putArray("coding");
    for (ObjectNode coding : codings) {
      list.add(coding);
    }
    return concept;
  }

  static ObjectNode textConcept(String text) {
    return ExportJson.object().put("text", text(text));
  }

  static ObjectNode loinc(String code) {
    return concept(coding(LOINC, code));
  }

  static ObjectNode genomics(String code) {
    return concept(coding(GENOMICS_CODES, code));
  }

  /** The concept of a call's column. */
  static ObjectNode column(String column) {
    return concept(coding(CALLS, column, column));
  }

  /** The coding of a call. */
  static ObjectNode value(String column, String value) {
    String code = column + "." + value;
    return coding(CALLS, code, code);
  }

  /** Why a value is absent, with the state that says so. */
  static ObjectNode unknown(ObjectNode state) {
    return concept(coding(ABSENT, "unknown", "Unknown"), state);
  }

  /** The gene by its HGNC id; a gene that the panel does not know by what the input calls it. */
  static ObjectNode gene(Optional<PanelGene> gene, String symbol) {
    return gene.map(g -> concept(coding(HGNC, g.hgncId(), g.symbol())))
        .orElseGet(() -> textConcept(symbol));
  }

  static ObjectNode reference(String fullUrl) {
    return ExportJson.object().put("reference", fullUrl);
  }

  /** The code system of the calls. */
  static ObjectNode codeSystem(String version) {
    ObjectNode system =
        ExportJson.object()
            .put("resourceType", "CodeSystem")
            .put("id", "cotarget-calls")
            .put("url", CALLS)
            .put("version", version)
            .put("name", "CotargetCalls")
            .put("title", "Calls of cotarget")
            .put("status", "active")
            .put("experimental", true)
            .put("publisher", "cotarget")
            .put(
                "description",
                "Columns of calls.tsv and their values, as docs/columns.md describes them. Research"
                    + " use only.")
            .put("caseSensitive", true)
            .put("content", "complete");
    List<String> codes = codes();
    system.put("count", codes.size());
    ArrayNode concepts = system.putArray("concept");
    codes.forEach(code -> concepts.addObject().put("code", code).put("display", code));
    return system;
  }

  private static List<String> codes() {
    List<String> codes = new ArrayList<>();
    add(codes, "TNBC_CALL", names(TnbcCall.values()));
    add(codes, "PI3K_CALL", names(Pi3kCall.values()));
    add(codes, "PI3K_ARM", names(Pi3kArm.values()));
    add(codes, "PI3K_SCORE", Stream.empty());
    add(codes, "PI3K_GENOMIC_TIER", Stream.of(GenomicTier.values()).map(GenomicTier::label));
    add(codes, "PI3K_COVERAGE_COMPLETE", Stream.empty());
    add(codes, "PTEN_MRNA", names(PtenMrna.values()));
    add(codes, "JAK_STAT5_CALL", names(JakStatCall.values()));
    add(codes, "JAK_STAT5_LEVEL", Stream.empty());
    add(codes, "ER", names(ReceptorState.values()));
    add(codes, "PR", names(ReceptorState.values()));
    add(codes, "HER2", names(Her2State.values()));
    add(codes, "DECISION", names(Decision.values()));
    add(codes, "PRIORITY", Stream.empty());
    add(codes, "TIER", Stream.empty());
    add(codes, "FILTER", Stream.empty());
    for (ProteinResult.Protein protein : ProteinResult.Protein.values()) {
      add(codes, ProteinTerms.column(protein), names(ProteinResult.State.values()));
    }
    return codes;
  }

  private static void add(List<String> codes, String column, Stream<String> values) {
    codes.add(column);
    values.forEach(value -> codes.add(column + "." + value));
  }

  private static Stream<String> names(Enum<?>[] values) {
    return Stream.of(values).map(Enum::name);
  }
}
