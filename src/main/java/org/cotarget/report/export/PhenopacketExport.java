package org.cotarget.report.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotarget.assess.CopyNumberState;
import org.cotarget.assess.receptor.TnbcCall;
import org.cotarget.cohort.SampleType;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.reference.PanelGene;
import org.cotarget.report.Export;
import org.cotarget.report.ExportSource;
import org.cotarget.report.PatientResult;
import org.cotarget.report.ResultsHeader;
import org.cotarget.report.SampleResult;
import org.cotarget.report.SampleResult.CopyNumber;
import org.cotarget.report.SampleResult.ProteinValue;
import org.cotarget.report.SampleResult.Variant;
import org.cotarget.report.TableText;

/**
 * GA4GH Phenopackets, schema 2.0: one file a patient.
 *
 * <p>{@code metaData.created} is required and would make two runs differ, so it is the epoch;
 * {@code run.json} tells time. {@code excluded} is written for triple-negative disease alone, and
 * only where every tumour has a receptor that is positive by pathology.
 */
public final class PhenopacketExport implements Export {

  private static final String NO_TIME = "1970-01-01T00:00:00Z";
  private static final String TRIPLE_NEGATIVE = "NCIT:C71732";

  private static final Map<String, String> POSITIVE_OR_NEGATIVE =
      Map.of(
          "POS", "NCIT:C38758",
          "POSITIVE", "NCIT:C38758",
          "NEG", "NCIT:C38757",
          "NEGATIVE", "NCIT:C38757");

  @Override
  public String name() {
    return "phenopackets";
  }

  @Override
  public void write(ExportSource source, Path folder) throws IOException {
    Packets packets = new Packets(source);
    for (Iterator<PatientResult> all = source.patients().iterator(); all.hasNext(); ) {
      PatientResult patient = all.next();
      ExportJson.file(
          folder.resolve(SafeName.file(patient.id()) + ".json"), packets.packet(patient));
    }
  }

  private static final class Packets {

    private final ResultsHeader header;
    private final VariantTerms terms;
    private final CopyNumberStates states;

    Packets(ExportSource source) {
      this.header = source.header();
      this.terms = new VariantTerms(source.reference());
      this.states = new CopyNumberStates(source.reference().thresholds());
    }

    ObjectNode packet(PatientResult patient) {
      ObjectNode packet = ExportJson.object().put("id", TableText.escape(patient.id()));
      packet.putObject("subject").put("id", TableText.escape(patient.id()));
      patient.samples().forEach(sample -> measurements(packet, sample));
      patient.samples().forEach(sample -> biosample(packet, patient, sample));
      interpretation(packet, patient);
      disease(packet, patient);
      metaData(packet);
      return packet;
    }

    private void measurements(ObjectNode packet, SampleResult sample) {
      receptor(packet, "16112-5", "Estrogen receptor", sample, sample.receptors().er());
      receptor(packet, "16113-3", "Progesterone receptor", sample, sample.receptors().pr());
      receptor(packet, "48676-1", "HER2", sample, sample.receptors().her2());
      if (Double.isFinite(sample.pi3k().score())) {
        ObjectNode score = measurement(packet, sample, "cotarget:PI3K_SCORE", "PI3K_SCORE");
        ObjectNode quantity = score.putObject("value").putObject("quantity");
        quantity.set("unit", term("UCUM:1", "no unit"));
        quantity.put("value", ExportJson.number(sample.pi3k().score()));
      }
      sample.proteinResults().forEach(result -> protein(packet, sample, result));
      call(packet, sample, "TNBC_CALL", sample.receptors().call().name(), "INDETERMINATE");
      call(packet, sample, "PI3K_CALL", sample.pi3k().call().name(), "INSUFFICIENT");
      call(packet, sample, "JAK_STAT5_CALL", sample.jakStat5().call().name(), "NOT_ASSESSED");
    }

    /** Only what is positive or negative; any other state is no measurement of the receptor. */
    private static void receptor(
        ObjectNode packet, String loinc, String name, SampleResult sample, Enum<?> state) {
      String value = POSITIVE_OR_NEGATIVE.get(state.name());
      if (value != null) {
        ObjectNode measurement =
            measurement(packet, sample, "LOINC:" + loinc, name + " [Interpretation] in Tissue");
        measurement
            .putObject("value")
            .set(
                "ontologyClass",
                term(
                    value,
                    state.name().startsWith("POS") ? "Positive Finding" : "Negative Finding"));
      }
    }

    /** A state, or one percentage; the schema has no place for a range. */
    private static void protein(ObjectNode packet, SampleResult sample, ProteinValue result) {
      String column = ProteinTerms.column(result);
      if (ProteinTerms.isRead(result)) {
        String state = result.state().name();
        measurement(packet, sample, "cotarget:" + column, column)
            .putObject("value")
            .set("ontologyClass", term("cotarget:" + column + "." + state, state));
      } else if (ProteinTerms.hasPercent(result) && result.low() == result.high()) {
        ObjectNode measurement = measurement(packet, sample, "cotarget:" + column, column);
        ObjectNode quantity = measurement.putObject("value").putObject("quantity");
        quantity.set("unit", term("UCUM:%", "percent"));
        quantity.put("value", ExportJson.number(result.low()));
      }
    }

    private static void call(
        ObjectNode packet, SampleResult sample, String column, String call, String unknown) {
      if (!call.equals(unknown)) {
        measurement(packet, sample, "cotarget:" + column, column)
            .putObject("value")
            .set("ontologyClass", term("cotarget:" + column + "." + call, call));
      }
    }

    private static ObjectNode measurement(
        ObjectNode packet, SampleResult sample, String id, String label) {
      ObjectNode measurement = packet.withArray("measurements").addObject();
      measurement.put("description", "sample " + TableText.escape(sample.id()));
      measurement.set("assay", term(id, label));
      return measurement;
    }

    private static void biosample(ObjectNode packet, PatientResult patient, SampleResult sample) {
      ObjectNode biosample =
          packet
              .withArray("biosamples")
              .addObject()
              .put("id", TableText.escape(sample.id()))
              .put("individualId", TableText.escape(patient.id()));
      biosample.set("histologicalDiagnosis", term("NCIT:C4872", "Breast Carcinoma"));
      progression(sample.type()).ifPresent(term -> biosample.set("tumorProgression", term));
      ArrayNode markers = ExportJson.texts(List.of());
      switch (sample.receptors().her2()) {
        case POSITIVE -> markers.add(term("NCIT:C68748", "HER2/Neu Positive"));
        case NEGATIVE -> markers.add(term("NCIT:C68749", "HER2/Neu Negative"));
        default -> {}
      }
      if (!markers.isEmpty()) {
        biosample.set("diagnosticMarkers", markers);
      }
      biosample.set("materialSample", term("EFO:0009655", "abnormal sample"));
    }

    private static Optional<ObjectNode> progression(SampleType type) {
      return switch (type) {
        case PRIMARY -> Optional.of(term("NCIT:C8509", "Primary Neoplasm"));
        case METASTASIS -> Optional.of(term("NCIT:C3261", "Metastatic Neoplasm"));
        case RECURRENCE -> Optional.of(term("NCIT:C4798", "Recurrent Neoplasm"));
        case UNKNOWN -> Optional.empty();
      };
    }

    /** Variants found and altered copy numbers; a packet without any has no interpretation. */
    private void interpretation(ObjectNode packet, PatientResult patient) {
      ArrayNode findings = ExportJson.texts(List.of());
      for (SampleResult sample : patient.samples()) {
        for (Variant variant : sample.variants()) {
          boolean event = isEvent(sample, variant.gene(), variant.where());
          findings.add(genomic(sample, event, descriptor(variant, findings.size())));
        }
        for (CopyNumber call : sample.copyNumbers()) {
          if (states.of(call) != CopyNumberState.NEUTRAL) {
            boolean event = isEvent(sample, call.gene(), call.where());
            findings.add(genomic(sample, event, descriptor(call, findings.size())));
          }
        }
      }
      if (findings.isEmpty()) {
        return;
      }
      ObjectNode interpretation =
          packet
              .putArray("interpretations")
              .addObject()
              .put("id", "1")
              .put("progressStatus", "UNKNOWN_PROGRESS");
      ObjectNode diagnosis = interpretation.putObject("diagnosis");
      diagnosis.set("disease", term("NCIT:C4872", "Breast Carcinoma"));
      diagnosis.set("genomicInterpretations", findings);
    }

    private static boolean isEvent(SampleResult sample, String gene, SourceLocation where) {
      return sample.pi3k().events().stream()
          .anyMatch(event -> event.gene().equals(gene) && event.where().equals(where));
    }

    private static ObjectNode genomic(SampleResult sample, boolean event, ObjectNode descriptor) {
      ObjectNode genomic =
          ExportJson.object()
              .put("subjectOrBiosampleId", TableText.escape(sample.id()))
              .put("interpretationStatus", event ? "CANDIDATE" : "UNKNOWN_STATUS");
      genomic
          .putObject("variantInterpretation")
          .put("acmgPathogenicityClassification", "NOT_PROVIDED")
          .put("therapeuticActionability", "UNKNOWN_ACTIONABILITY")
          .set("variationDescriptor", descriptor);
      return genomic;
    }

    private ObjectNode descriptor(Variant v, int index) {
      ObjectNode descriptor = descriptor(v.gene(), v.gene() + " " + v.label(), index);
      terms.codingHgvs(v).ifPresent(hgvs -> expression(descriptor, "hgvs.c", hgvs));
      terms.genomicHgvs(v).ifPresent(hgvs -> expression(descriptor, "hgvs.g", hgvs));
      terms.proteinHgvs(v).ifPresent(hgvs -> expression(descriptor, "hgvs.p", hgvs));
      if (terms.hasVcfAlleles(v) && !v.genomeBuild().equals("unknown")) {
        descriptor
            .putObject("vcfRecord")
            .put("genomeAssembly", v.genomeBuild())
            .put("chrom", TableText.escape(v.chrom()))
            .put("pos", v.pos())
            .put("ref", v.ref())
            .put("alt", v.alt())
            .put("filter", TableText.escape(v.filter()));
      } else {
        descriptor.put("description", "FILTER " + TableText.escape(v.filter()));
      }
      descriptor.put("moleculeContext", "genomic");
      descriptor.set("structuralType", term(terms.consequenceId(v), v.consequence()));
      return descriptor;
    }

    private ObjectNode descriptor(CopyNumber c, int index) {
      ObjectNode descriptor =
          descriptor(c.gene(), c.gene() + " " + states.describe(c), index)
              .put("moleculeContext", "genomic");
      CopyNumberState state = states.of(c);
      boolean gain = state == CopyNumberState.GAIN || state == CopyNumberState.AMPLIFICATION;
      descriptor.set(
          "structuralType",
          gain ? term("SO:0001742", "copy_number_gain") : term("SO:0001743", "copy_number_loss"));
      return descriptor;
    }

    private ObjectNode descriptor(String symbol, String label, int index) {
      ObjectNode descriptor =
          ExportJson.object()
              .put("id", "variant-" + (index + 1))
              .put("label", TableText.escape(label));
      Optional<PanelGene> gene = terms.gene(symbol);
      gene.ifPresent(
          g ->
              descriptor
                  .putObject("geneContext")
                  .put("valueId", g.hgncId())
                  .put("symbol", g.symbol()));
      return descriptor;
    }

    private static void expression(ObjectNode descriptor, String syntax, String value) {
      descriptor.withArray("expressions").addObject().put("syntax", syntax).put("value", value);
    }

    private static void disease(ObjectNode packet, PatientResult patient) {
      ArrayNode diseases = packet.putArray("diseases");
      diseases.addObject().set("term", term("NCIT:C4872", "Breast Carcinoma"));
      List<TnbcCall> calls =
          patient.samples().stream().map(sample -> sample.receptors().call()).distinct().toList();
      boolean some = calls.contains(TnbcCall.TNBC);
      boolean none = calls.equals(List.of(TnbcCall.NOT_TNBC));
      if (some || none) {
        ObjectNode tripleNegative = diseases.addObject();
        tripleNegative.set("term", term(TRIPLE_NEGATIVE, "Triple-Negative Breast Carcinoma"));
        if (none) {
          tripleNegative.put("excluded", true);
        }
      }
    }

    private void metaData(ObjectNode packet) {
      ObjectNode metaData =
          packet
              .putObject("metaData")
              .put("created", NO_TIME)
              .put("createdBy", "cotarget " + header.version());
      ArrayNode resources = metaData.putArray("resources");
      resource(resources, "ncit", "NCI Thesaurus", "NCIT", "http://purl.obolibrary.org/obo/NCIT_");
      resource(resources, "loinc", "LOINC", "LOINC", "https://loinc.org/");
      resource(resources, "hgnc", "HGNC", "HGNC", "https://identifiers.org/hgnc/");
      resource(resources, "so", "Sequence Ontology", "SO", "http://purl.obolibrary.org/obo/SO_");
      resource(
          resources, "efo", "Experimental Factor Ontology", "EFO", "http://www.ebi.ac.uk/efo/EFO_");
      resource(resources, "ucum", "UCUM", "UCUM", "https://units-of-measurement.org/");
      resource(
          resources, "cotarget", "Calls of cotarget", "cotarget", "https://cotarget.org/calls/");
      metaData.put("phenopacketSchemaVersion", "2.0");
    }

    /** The versions of the ontologies are not bundled; the terms used are old and stable. */
    private static void resource(
        ArrayNode resources, String id, String name, String prefix, String iriPrefix) {
      resources
          .addObject()
          .put("id", id)
          .put("name", name)
          .put("url", iriPrefix)
          .put("version", "not versioned here")
          .put("namespacePrefix", prefix)
          .put("iriPrefix", iriPrefix);
    }

    private static ObjectNode term(String id, String label) {
      return ExportJson.object().put("id", id).put("label", label);
    }
  }
}
