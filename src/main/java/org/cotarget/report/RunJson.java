package org.cotarget.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.cotarget.cohort.InputFile;
import org.cotarget.reference.Reference;

/**
 * Writes {@code run.json}: what was run, on which files, with which rules, and how long it took.
 */
final class RunJson {

  private static final int LINE_DEPTH = 2;

  private record Document(
      String tool,
      String version,
      List<String> arguments,
      String start,
      String end,
      String javaVersion,
      List<Stage> stages,
      List<RunInfo.Part> parts,
      List<InputFile> inputs,
      List<CriteriaSummary> criteria,
      ResultsHeader.Model expressionModel,
      ReferenceData reference) {}

  private record Stage(String name, long milliseconds) {}

  private record ReferenceData(String version, List<ReferenceTable> files) {}

  private record ReferenceTable(String path, String version, String sha256) {}

  void write(Writer out, ResultsHeader header, Reference reference, RunInfo run)
      throws IOException {
    Document document =
        new Document(
            OutputFolder.TOOL,
            header.version(),
            run.arguments(),
            run.start().toString(),
            run.end().toString(),
            run.javaVersion(),
            run.stages().stream().map(s -> new Stage(s.name(), s.taken().toMillis())).toList(),
            run.parts(),
            header.inputs(),
            header.criteria(),
            header.expression().model(),
            new ReferenceData(
                header.referenceVersion(),
                reference.files().stream()
                    .map(f -> new ReferenceTable(f.path(), f.version(), f.sha256()))
                    .toList()));
    ObjectMapper mapper = JsonForm.mapper();
    mapper.writer(JsonForm.printer(LINE_DEPTH + 1)).writeValue(out, document);
    out.write('\n');
  }
}
