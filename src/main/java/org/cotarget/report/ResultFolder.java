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
import java.util.function.Function;
import java.util.function.Predicate;
import org.cotarget.cohort.InputProblem;
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

  static final String RUN = "run.json";
  static final String RESULTS = "results.json";
  static final String MODEL = "model.json";
  static final String CALLS = "calls.tsv";
  static final String SCREENING = "screening.tsv";
  static final String EVIDENCE = "evidence.tsv";
  static final String VARIANTS = "variants.tsv";
  static final String PROBLEMS = "problems.tsv";
  static final String REPORT = "report.html";

  /** The files that a run writes; a folder with any other file is never replaced. */
  private static final Set<String> FILES =
      Set.of(
          SCREENING,
          CALLS,
          EVIDENCE,
          VARIANTS,
          PROBLEMS,
          RESULTS,
          RUN,
          MODEL,
          REPORT,
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
    Optional<String> fitted =
        report
            .expression()
            .model()
            .filter(model -> report.expression().origin() == Origin.FITTED)
            .map(ModelFile::write);
    write(new RunResults(report, reference), reference, fitted, run, exports, out, force);
  }

  /**
   * Writes all files of results, wherever these come from.
   *
   * @param model the file of a model that was fitted on the cohort
   */
  static void write(
      Results results,
      Reference reference,
      Optional<String> model,
      RunInfo run,
      List<Export> exports,
      Path out,
      boolean force)
      throws ResultFolderException {
    FOLDER.write(
        out,
        force,
        files -> {
          new ResultFiles(results, reference).write(files);
          if (model.isPresent()) {
            files.file(MODEL, writer -> writer.write(model.get()));
          }
          if (!exports.isEmpty()) {
            files.folder(
                ExportFolder.NAME,
                folder -> ExportFolder.write(results, reference, exports, folder));
          }
          files.file(RUN, writer -> new RunJson().write(writer, results.header(), reference, run));
        });
  }

  /**
   * Joins result folders into one, as one run over all their inputs would have written it but for
   * {@code run.json}. Patients are read in turn, so that memory grows by what the report page holds
   * and not by what is merged.
   *
   * @param parts one or more result folders, of one version, criteria set, settings and model
   * @param bundled the reference data of this version
   * @param run made when the number of patients and the digest of each part are known
   * @param exports written below {@code export/}
   * @throws ResultFolderException when the parts do not go together, naming the difference, or when
   *     the folder cannot be written
   */
  public static Merged merge(
      List<Path> parts,
      MergeRules rules,
      Reference bundled,
      String version,
      Function<List<RunInfo.Part>, RunInfo> run,
      List<Export> exports,
      Path out,
      boolean force)
      throws ResultFolderException {
    MergedResults results = MergedResults.of(parts, rules, bundled, version);
    Reference reference = MergedResults.inForce(bundled, results.header());
    Optional<String> model = Optional.empty();
    for (PartFolder part : results.parts()) {
      model = model.isPresent() ? model : part.model();
    }
    List<RunInfo.Part> merged =
        results.parts().stream()
            .map(
                part ->
                    new RunInfo.Part(
                        part.folder().toString().replace('\\', '/'),
                        part.patients(),
                        part.sha256()))
            .toList();
    write(results, reference, model, run.apply(merged), exports, out, force);
    return new Merged(results.size(), results.header().problems());
  }

  /**
   * What a merged folder holds.
   *
   * @param patients number of patients
   * @param problems all problems, those of the joined cohort among them
   */
  public record Merged(int patients, List<InputProblem> problems) {
    public Merged {
      problems = List.copyOf(problems);
    }
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

  static ResultsJson.Contents results(Path folder, Predicate<String> wanted)
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
