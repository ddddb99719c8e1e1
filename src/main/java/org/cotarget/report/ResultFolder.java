package org.cotarget.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.cotarget.expression.ExpressionModel;
import org.cotarget.expression.ExpressionReadout.Origin;
import org.cotarget.expression.ModelFile;
import org.cotarget.reference.NearMatches;
import org.cotarget.reference.Reference;
import org.cotarget.report.ResultFolderException.Reason;

/**
 * A folder of results. It is complete or absent: everything is written into a hidden folder beside
 * it, which is then renamed.
 */
public final class ResultFolder {

  private static final String RUN = "run.json";
  private static final String RESULTS = "results.json";
  private static final String MODEL = "model.json";
  private static final String CALLS = "calls.tsv";
  private static final String SCREENING = "screening.tsv";
  private static final String EVIDENCE = "evidence.tsv";

  /** The files that a run writes; a folder with any other file is never replaced. */
  private static final Set<String> FILES =
      Set.of(
          SCREENING,
          CALLS,
          EVIDENCE,
          "variants.tsv",
          "problems.tsv",
          RESULTS,
          RUN,
          MODEL,
          "report.html",
          ExportFolder.NAME);

  private static final OutputFolder FOLDER =
      new OutputFolder("results", RUN, FILES, ExportFolder::foreign);

  private ResultFolder() {}

  /**
   * Writes all files of a run.
   *
   * @param exports written below {@code export/}
   * @param out the folder to make; may exist when it is empty, or with {@code force} when it holds
   *     nothing but results of an earlier run
   * @throws ResultFolderException when the folder may not be replaced or the file system refuses;
   *     nothing is left behind and an earlier result is untouched
   */
  public static void write(
      StratificationReport report,
      Reference reference,
      RunInfo run,
      List<Export> exports,
      Path out,
      boolean force)
      throws ResultFolderException {
    FOLDER.write(
        out,
        force,
        files -> {
          writeFiles(report, reference, run, files);
          if (!exports.isEmpty()) {
            files.folder(
                ExportFolder.NAME,
                folder -> ExportFolder.write(report, reference, exports, folder));
          }
        });
  }

  /**
   * Tells before a long run whether its results could be written to a folder.
   *
   * @throws ResultFolderException when the folder exists and may not be replaced
   */
  public static void requireReplaceable(Path out, boolean force) throws ResultFolderException {
    FOLDER.requireReplaceable(out, force);
  }

  /**
   * Reads one patient back.
   *
   * @throws ResultFolderException when the folder holds no readable results, or not this patient;
   *     the message then suggests ids that are near
   */
  public static Explanation explain(Path folder, String patientId) throws ResultFolderException {
    ResultsJson.Contents contents = results(folder, patientId::equals);
    if (contents.patients().isEmpty()) {
      throw new ResultFolderException(
          Reason.NO_SUCH_PATIENT, noSuchPatient(folder, patientId, contents.patientIds()));
    }
    return new Explanation(contents.header(), contents.patients().get(0));
  }

  /**
   * Reads the calls and decisions of all patients back.
   *
   * @throws ResultFolderException when the folder holds no readable results
   */
  public static StoredResults read(Path folder) throws ResultFolderException {
    ResultsHeader header = results(folder, id -> false).header();
    return new StoredResults(
        header,
        StoredTable.read(folder.resolve(CALLS), row -> true),
        StoredTable.read(folder.resolve(SCREENING), row -> true),
        folder.resolve(EVIDENCE));
  }

  private static ResultsJson.Contents results(Path folder, Predicate<String> wanted)
      throws ResultFolderException {
    Path file = folder.resolve(RESULTS);
    if (!Files.isRegularFile(file)) {
      throw new ResultFolderException(
          Reason.NOT_RESULTS,
          folder + " is no result folder: it has no " + RESULTS + "; name one with --results");
    }
    try (InputStream in = Files.newInputStream(file)) {
      ResultsJson.Contents contents = new ResultsJson().read(in, wanted);
      if (!contents.header().format().equals(ResultsHeader.FORMAT)) {
        throw new ResultFolderException(
            Reason.NOT_RESULTS,
            file
                + " has format "
                + contents.header().format()
                + ", this version reads "
                + ResultsHeader.FORMAT);
      }
      return contents;
    } catch (JsonProcessingException e) {
      throw new ResultFolderException(
          Reason.NOT_RESULTS, file + " cannot be read: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new ResultFolderException(
          Reason.NOT_RESULTS, file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static void writeFiles(
      StratificationReport report, Reference reference, RunInfo run, OutputFolder.Sink files)
      throws IOException {
    Tables tables = new Tables(report);
    ResultsHeader header = ResultsHeader.of(report, reference);
    PatientResults patients = new PatientResults(report);
    files.file(
        SCREENING, out -> new TableWriter<>(ScreeningRow.class).write(out, tables.screening()));
    files.file(
        CALLS,
        out ->
            new TableWriter<>(CallRow.class, tables.callColumnGroups()).write(out, tables.calls()));
    files.file(EVIDENCE, out -> new TableWriter<>(EvidenceRow.class).write(out, tables.evidence()));
    files.file(
        "variants.tsv", out -> new TableWriter<>(VariantRow.class).write(out, tables.variants()));
    files.file(
        "problems.tsv", out -> new TableWriter<>(ProblemRow.class).write(out, tables.problems()));
    files.file(RESULTS, out -> new ResultsJson().write(out, header, patients.stream().iterator()));
    files.file(
        "report.html", out -> new HtmlReport(header, patients::stream, reference).write(out));
    Optional<ExpressionModel> fitted =
        report.expression().model().filter(m -> report.expression().origin() == Origin.FITTED);
    if (fitted.isPresent()) {
      files.file(MODEL, out -> out.write(ModelFile.write(fitted.get())));
    }
    files.file(RUN, out -> new RunJson().write(out, report, reference, run));
  }

  private static String noSuchPatient(Path folder, String patientId, List<String> ids) {
    List<String> near = NearMatches.of(patientId, ids);
    List<String> message = new ArrayList<>();
    message.add(folder + " has no patient " + TableText.escape(patientId));
    if (near.isEmpty()) {
      message.add("its " + ids.size() + " patients are listed in " + folder.resolve(SCREENING));
    } else {
      message.add("did you mean " + TableText.escape(String.join(", ", near)) + "?");
    }
    return String.join("; ", message);
  }
}
