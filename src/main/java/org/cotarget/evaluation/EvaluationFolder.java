package org.cotarget.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.cotarget.cohort.InputFile;
import org.cotarget.report.JsonForm;
import org.cotarget.report.OutputFolder;
import org.cotarget.report.ResultFolderException;
import org.cotarget.report.TableWriter;

/** The folder that an evaluation is written to, complete or absent. */
public final class EvaluationFolder {

  private static final String MARKER = "evaluation.json";

  private static final OutputFolder FOLDER =
      new OutputFolder(
          "evaluation tables",
          MARKER,
          Set.of(
              MARKER,
              "measures.tsv",
              "confusion.tsv",
              "calibration.tsv",
              "roc.tsv",
              "discordant.tsv",
              "unmatched.tsv",
              "evaluation.html"));

  private record Document(
      String tool,
      String version,
      String referenceVersion,
      List<String> arguments,
      InputFile truth,
      List<InputFile> inputsOfRun,
      String criteria,
      List<ColumnPair> pairs,
      int units,
      String bootstrap) {}

  private EvaluationFolder() {}

  /**
   * Tells before the work whether the folder could be written.
   *
   * @throws ResultFolderException when it exists and may not be replaced
   */
  public static void requireReplaceable(Path out, boolean force) throws ResultFolderException {
    FOLDER.requireReplaceable(out, force);
  }

  /**
   * Writes the tables and the page.
   *
   * @param arguments command line after the program name
   * @throws ResultFolderException when the folder may not be replaced or the file system refuses
   */
  public static void write(Evaluation evaluation, List<String> arguments, Path out, boolean force)
      throws ResultFolderException {
    EvaluationTables tables = new EvaluationTables(evaluation);
    FOLDER.write(
        out,
        force,
        files -> {
          table(files, "measures.tsv", MeasureRow.class, tables.measures());
          table(files, "confusion.tsv", ConfusionRow.class, tables.confusion());
          table(files, "calibration.tsv", CalibrationRow.class, tables.calibration());
          table(files, "roc.tsv", RocRow.class, tables.roc());
          table(files, "discordant.tsv", DiscordantRow.class, tables.discordant());
          table(files, "unmatched.tsv", UnmatchedRow.class, tables.unmatched());
          files.file("evaluation.html", new EvaluationHtml(evaluation)::write);
          files.file(
              MARKER,
              writer -> {
                ObjectMapper mapper = JsonForm.mapper();
                mapper
                    .writer(JsonForm.printer(3))
                    .writeValue(writer, document(evaluation, arguments));
                writer.write('\n');
              });
        });
  }

  private static <R extends Record> void table(
      OutputFolder.Sink files, String name, Class<R> row, List<R> rows) throws IOException {
    files.file(name, writer -> new TableWriter<>(row).write(writer, rows));
  }

  private static Document document(Evaluation evaluation, List<String> arguments) {
    return new Document(
        OutputFolder.TOOL,
        evaluation.run().version(),
        evaluation.run().referenceVersion(),
        arguments,
        evaluation.truth().file(),
        evaluation.run().inputs(),
        evaluation.criteria(),
        evaluation.pairs().stream().map(PairResult::pair).toList(),
        evaluation.units(),
        evaluation.bootstrap());
  }
}
