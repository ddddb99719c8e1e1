package org.cotarget.report.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotarget.report.CriteriaSummary;
import org.cotarget.report.Export;
import org.cotarget.report.ExportSource;
import org.cotarget.report.PatientResult;
import org.cotarget.report.PatientResult.MadeDecision;
import org.cotarget.report.ResultsHeader;
import org.cotarget.report.SampleResult;
import org.cotarget.report.TableText;

/**
 * A cBioPortal study of clinical attributes: {@code meta_study.txt}, and sample and patient
 * attributes with the four header lines that the importer's validator asks for. What is not known
 * is a blank cell.
 */
public final class CbioportalExport implements Export {

  /** What the validator allows in an id. */
  private static final String ID_CHARACTERS = "[A-Za-z0-9._()\\[\\]',+:;-]";

  /** What the validator takes for a date that a spreadsheet made, such as {@code MAR-1}. */
  private static final Pattern LIKE_A_DATE =
      Pattern.compile(
          "(?i)(?!.*[,.:;])(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-[^-]*"
              + "|[^-]*-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))");

  private static final int LONGEST_SAMPLE_ID = 63;
  private static final int LONGEST_PATIENT_ID = 63;

  /**
   * An attribute.
   *
   * @param id name of the column, in upper case
   * @param priority 0 hides it from the study view; higher comes first
   */
  private record Attribute(String id, String title, String description, String type, int priority) {

    static Attribute text(String id, String title, String description, int priority) {
      return new Attribute(id, title, description, "STRING", priority);
    }
  }

  private static final List<Attribute> IDS =
      List.of(
          Attribute.text("PATIENT_ID", "Patient ID", "Patient id", 1),
          Attribute.text("SAMPLE_ID", "Sample ID", "Sample id", 1));

  private static final List<Attribute> SAMPLE =
      List.of(
          Attribute.text("SAMPLE_TYPE", "Sample Type", "Where the tumour was taken", 1),
          Attribute.text(
              "COTARGET_TNBC", "TNBC call", "Triple-negative status by ASCO/CAP rules", 90),
          Attribute.text("COTARGET_ER", "ER state", "Oestrogen receptor as read together", 60),
          Attribute.text("COTARGET_PR", "PR state", "Progesterone receptor as read together", 60),
          Attribute.text("COTARGET_HER2", "HER2 state", "HER2 after IHC and ISH", 60),
          Attribute.text("COTARGET_PI3K", "PI3K call", "PI3K pathway activation", 90),
          Attribute.text("COTARGET_PI3K_TIER", "PI3K tier", "Strongest genomic tier", 50),
          Attribute.text("COTARGET_PI3K_ARM", "PI3K arm", "Drug class argued for", 50),
          new Attribute(
              "COTARGET_PI3K_SCORE",
              "PI3K score",
              "PI3K activation score from 0 to 1",
              "NUMBER",
              70),
          Attribute.text(
              "COTARGET_PI3K_EVENTS", "PI3K events", "Pathway events, the strongest first", 40),
          Attribute.text("COTARGET_PTEN_MRNA", "PTEN mRNA", "PTEN mRNA state", 40),
          Attribute.text("COTARGET_JAK_STAT5", "JAK2/STAT5 call", "JAK2/STAT5 support", 80),
          new Attribute(
              "COTARGET_ASSAYED",
              "PIK3CA, AKT1, PTEN assayed",
              "TRUE where the three genes were looked at in full",
              "BOOLEAN",
              40),
          Attribute.text(
              "COTARGET_MISSING_TESTS", "Missing tests", "Tests that would settle a call", 40));

  /**
   * What the attributes of a criteria file begin with. No other attribute begins so and neither
   * begins the other, so no id of a criteria file makes the name of another attribute.
   */
  private static final String DECISION = "COTARGET_DECISION_";

  private static final String PRIORITY = "COTARGET_PRIORITY_";

  private static final Attribute SOURCE_ID =
      Attribute.text(
          "COTARGET_SOURCE_ID", "Source id", "Id in the input where it is not allowed here", 1);

  /** What the importer takes for missing, whatever the case. */
  private static final List<String> NOTHING =
      List.of(
          "na",
          "[not applicable]",
          "[not available]",
          "[pending]",
          "[discrepancy]",
          "[completed]",
          "[null]");

  @Override
  public String name() {
    return "cbioportal";
  }

  @Override
  public void write(ExportSource source, Path folder) throws IOException {
    String study = studyId(source.header());
    file(folder, "meta_study.txt", metaStudy(source.header(), study));
    file(folder, "meta_clinical_sample.txt", metaClinical(study, "SAMPLE"));
    file(folder, "meta_clinical_patient.txt", metaClinical(study, "PATIENT"));
    samples(source, folder.resolve("data_clinical_sample.txt"));
    patients(source, folder.resolve("data_clinical_patient.txt"));
  }

  private static String studyId(ResultsHeader header) {
    String folder = header.folder();
    String name =
        folder
            .substring(folder.lastIndexOf('/') + 1)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "_");
    return "cotarget_"
        + (name.isEmpty() ? "cohort" : name.substring(0, Math.min(60, name.length())));
  }

  private static String metaStudy(ResultsHeader header, String study) {
    return "type_of_cancer: brca\n"
        + ("cancer_study_identifier: " + study + "\n")
        + "name: Calls of cotarget\n"
        + ("description: Triple-negative status, PI3K and JAK2/STAT5 calls of cotarget "
            + header.version()
            + ", reference data "
            + header.referenceVersion()
            + ". Research use only.\n")
        + "add_global_case_list: true\n";
  }

  private static String metaClinical(String study, String level) {
    return "cancer_study_identifier: "
        + study
        + "\ngenetic_alteration_type: CLINICAL\ndatatype: "
        + level
        + "_ATTRIBUTES\ndata_filename: data_clinical_"
        + level.toLowerCase(Locale.ROOT)
        + ".txt\n";
  }

  private static void file(Path folder, String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, UTF_8);
  }

  private static void samples(ExportSource source, Path file) throws IOException {
    boolean changed =
        source
            .patients()
            .flatMap(patient -> patient.samples().stream())
            .anyMatch(sample -> !sampleId(sample.id()).equals(sample.id()));
    List<Attribute> attributes = new ArrayList<>(List.of(IDS.get(0), IDS.get(1)));
    attributes.addAll(SAMPLE);
    if (changed) {
      attributes.add(SOURCE_ID);
    }
    try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
      header(out, attributes);
      for (Iterator<PatientResult> all = source.patients().iterator(); all.hasNext(); ) {
        PatientResult patient = all.next();
        for (SampleResult sample : patient.samples()) {
          List<String> cells = new ArrayList<>(sampleCells(patient, sample));
          if (changed) {
            cells.add(sampleId(sample.id()).equals(sample.id()) ? "" : text(sample.id()));
          }
          row(out, cells);
        }
      }
    }
  }

  private static List<String> sampleCells(PatientResult patient, SampleResult sample) {
    SampleResult.Pi3k pi3k = sample.pi3k();
    return List.of(
        patientId(patient.id()),
        sampleId(sample.id()),
        known(sample.type(), "UNKNOWN"),
        sample.receptors().call().name(),
        known(sample.receptors().er(), "UNKNOWN"),
        known(sample.receptors().pr(), "UNKNOWN"),
        known(sample.receptors().her2(), "UNKNOWN"),
        pi3k.call().name(),
        pi3k.tier(),
        pi3k.arm().name(),
        Double.isFinite(pi3k.score()) ? TableText.number(pi3k.score()) : "",
        text(
            pi3k.events().stream()
                .map(event -> event.gene() + " " + event.label() + " [" + event.tier() + "]")
                .collect(Collectors.joining("; "))),
        known(pi3k.ptenMrna(), "NA"),
        sample.jakStat5().call().name(),
        pi3k.coverageComplete() ? "TRUE" : "FALSE",
        text(
            Stream.of(sample.receptors().missing(), pi3k.missing(), sample.jakStat5().missing())
                .flatMap(List::stream)
                .map(test -> test.name())
                .distinct()
                .collect(Collectors.joining("; "))));
  }

  private static void patients(ExportSource source, Path file) throws IOException {
    boolean changed =
        source.patients().anyMatch(patient -> !patientId(patient.id()).equals(patient.id()));
    Map<String, String> columns = criteriaColumns(source.header());
    List<Attribute> attributes = new ArrayList<>(List.of(IDS.get(0)));
    for (CriteriaSummary criteria : source.header().criteria()) {
      String column = columns.getOrDefault(criteria.id(), "");
      String title = text(criteria.title());
      attributes.add(Attribute.text(DECISION + column, title, "Decision by " + title, 100));
      attributes.add(Attribute.text(PRIORITY + column, title + ", priority", "Priority", 95));
    }
    if (changed) {
      attributes.add(
          new Attribute(
              "COTARGET_SOURCE_PATIENT_ID",
              SOURCE_ID.title(),
              SOURCE_ID.description(),
              "STRING",
              1));
    }
    try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
      header(out, attributes);
      for (Iterator<PatientResult> all = source.patients().iterator(); all.hasNext(); ) {
        PatientResult patient = all.next();
        List<String> cells = new ArrayList<>(List.of(patientId(patient.id())));
        for (CriteriaSummary criteria : source.header().criteria()) {
          Optional<MadeDecision> made =
              patient.decisions().stream()
                  .filter(decision -> decision.criteria().equals(criteria.id()))
                  .findFirst();
          cells.add(made.map(decision -> decision.decision().name()).orElse(""));
          cells.add(
              made.map(MadeDecision::priority)
                  .filter(p -> !p.equals("-"))
                  .map(CbioportalExport::text)
                  .orElse(""));
        }
        if (changed) {
          cells.add(patientId(patient.id()).equals(patient.id()) ? "" : text(patient.id()));
        }
        row(out, cells);
      }
    }
  }

  /** What tells the attributes of a criteria file from those of the others, by its id. */
  private static Map<String, String> criteriaColumns(ResultsHeader header) {
    Map<String, String> columns = new TreeMap<>();
    for (CriteriaSummary criteria : header.criteria()) {
      String plain =
          SafeName.within(criteria.id().replaceAll("[.-]", "_"), "[A-Za-z0-9_]", 60)
              .toUpperCase(Locale.ROOT);
      String name = plain;
      for (int i = 2; columns.containsValue(name); i++) {
        name = plain + "_" + i;
      }
      columns.put(criteria.id(), name);
    }
    return columns;
  }

  private static void header(Writer out, List<Attribute> attributes) throws IOException {
    out.write('#' + join(attributes.stream().map(Attribute::title).toList()));
    out.write('#' + join(attributes.stream().map(Attribute::description).toList()));
    out.write('#' + join(attributes.stream().map(Attribute::type).toList()));
    out.write('#' + join(attributes.stream().map(a -> String.valueOf(a.priority())).toList()));
    out.write(join(attributes.stream().map(Attribute::id).toList()));
  }

  private static void row(Writer out, List<String> cells) throws IOException {
    out.write(join(cells));
  }

  private static String join(List<String> cells) {
    return String.join("\t", cells) + "\n";
  }

  /** A value that says that nothing is known is left blank. */
  private static String known(Enum<?> value, String unknown) {
    return value.name().equals(unknown) ? "" : value.name();
  }

  /** Text that is no word for missing, holds no tab and opens no quotation. */
  private static String text(String text) {
    String safe = TableText.escape(text).strip();
    boolean misread =
        NOTHING.contains(safe.toLowerCase(Locale.ROOT)) || LIKE_A_DATE.matcher(safe).matches();
    return misread ? "\"" + safe + "\"" : safe;
  }

  private static String sampleId(String id) {
    return id(id, LONGEST_SAMPLE_ID);
  }

  private static String patientId(String id) {
    return id(id, LONGEST_PATIENT_ID);
  }

  /** An id that the importer takes for a date or for missing gets a digest behind. */
  private static String id(String id, int longest) {
    return LIKE_A_DATE.matcher(id).matches() || NOTHING.contains(id.toLowerCase(Locale.ROOT))
        ? SafeName.changed(id, "[A-Za-z0-9._]", longest)
        : SafeName.within(id, ID_CHARACTERS, longest);
  }
}
