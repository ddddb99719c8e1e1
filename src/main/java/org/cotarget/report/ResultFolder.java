package org.cotarget.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cotarget.expression.ExpressionModel;
import org.cotarget.expression.ExpressionReadout.Origin;
import org.cotarget.expression.ModelFile;
import org.cotarget.reference.NearMatches;
import org.cotarget.reference.Reference;
import org.cotarget.report.ResultFolderException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A folder of results. It is complete or absent: everything is written into a hidden folder beside
 * it, which is then renamed.
 */
public final class ResultFolder {

  private static final String RUN = "run.json";
  private static final String RESULTS = "results.json";
  private static final String MODEL = "model.json";

  /** The files that a run writes; a folder with any other file is never replaced. */
  private static final Set<String> FILES =
      Set.of(
          "screening.tsv",
          "calls.tsv",
          "evidence.tsv",
          "variants.tsv",
          "problems.tsv",
          RESULTS,
          RUN,
          MODEL,
          "report.html");

  @FunctionalInterface
  private interface Content {
    void write(Writer out) throws IOException;
  }

  private ResultFolder() {}

  /**
   * Writes all files of a run.
   *
   * @param out the folder to make; may exist when it is empty, or with {@code force} when it holds
   *     nothing but results of an earlier run
   * @throws ResultFolderException when the folder may not be replaced or the file system refuses;
   *     nothing is left behind and an earlier result is untouched
   */
  public static void write(
      StratificationReport report, Reference reference, RunInfo run, Path out, boolean force)
      throws ResultFolderException {
    requireReplaceable(out, force);
    Path folder = null;
    Path partial = null;
    Path made = null;
    try {
      folder = Files.exists(out) ? out.toRealPath() : out.toAbsolutePath().normalize();
      Path parent = parentOf(folder);
      made = firstMissing(parent);
      Files.createDirectories(parent);
      partial = Files.createDirectory(unused(folder, "partial"));
      writeFiles(report, reference, run, partial);
      moveInto(partial, folder);
    } catch (IOException e) {
      throw refused(out, e, cleanUp(partial, made));
    } catch (RuntimeException e) {
      e.addSuppressed(cleanUp(partial, made));
      throw e;
    }
  }

  /**
   * Tells before a long run whether its results could be written to a folder.
   *
   * @throws ResultFolderException when the folder exists and may not be replaced
   */
  public static void requireReplaceable(Path out, boolean force) throws ResultFolderException {
    if (!Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isDirectory(out)) {
      throw occupied(out + " is not a folder; name another one with --out");
    }
    try {
      List<String> names = names(out);
      if (names.isEmpty()) {
        return;
      }
      if (!isResult(out)) {
        throw occupied(
            out
                + " is not empty and holds no results of cotarget, so it is not replaced even with"
                + " --force; name another folder with --out");
      }
      if (!force) {
        throw occupied(
            out
                + " already holds results; replace them with --force or name another folder with --out");
      }
      List<String> foreign = names.stream().filter(name -> !FILES.contains(name)).sorted().toList();
      if (!foreign.isEmpty()) {
        throw occupied(
            out
                + " holds files that cotarget did not write and --force would delete: "
                + String.join(", ", foreign)
                + "; move them away or name another folder with --out");
      }
    } catch (IOException e) {
      throw refused(out, e, e);
    }
  }

  /**
   * Reads one patient back.
   *
   * @throws ResultFolderException when the folder holds no readable results, or not this patient;
   *     the message then suggests ids that are near
   */
  public static Explanation explain(Path folder, String patientId) throws ResultFolderException {
    Path file = folder.resolve(RESULTS);
    if (!Files.isRegularFile(file)) {
      throw new ResultFolderException(
          Reason.NOT_RESULTS,
          folder + " is no result folder: it has no " + RESULTS + "; name one with --results");
    }
    try (InputStream in = Files.newInputStream(file)) {
      ResultsJson.Contents contents = new ResultsJson().read(in, patientId::equals);
      if (!contents.header().format().equals(ResultsHeader.FORMAT)) {
        throw new ResultFolderException(
            Reason.NOT_RESULTS,
            file
                + " has format "
                + contents.header().format()
                + ", this version reads "
                + ResultsHeader.FORMAT);
      }
      if (contents.patients().isEmpty()) {
        throw new ResultFolderException(
            Reason.NO_SUCH_PATIENT, noSuchPatient(folder, patientId, contents.patientIds()));
      }
      return new Explanation(contents.header(), contents.patients().get(0));
    } catch (JsonProcessingException e) {
      throw new ResultFolderException(
          Reason.NOT_RESULTS, file + " cannot be read: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new ResultFolderException(
          Reason.NOT_RESULTS, file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static void writeFiles(
      StratificationReport report, Reference reference, RunInfo run, Path folder)
      throws IOException {
    Tables tables = new Tables(report);
    ResultsHeader header = ResultsHeader.of(report, reference);
    PatientResults patients = new PatientResults(report);
    file(
        folder.resolve("screening.tsv"),
        out -> new TableWriter<>(ScreeningRow.class).write(out, tables.screening()));
    file(
        folder.resolve("calls.tsv"),
        out ->
            new TableWriter<>(CallRow.class, tables.callColumnGroups()).write(out, tables.calls()));
    file(
        folder.resolve("evidence.tsv"),
        out -> new TableWriter<>(EvidenceRow.class).write(out, tables.evidence()));
    file(
        folder.resolve("variants.tsv"),
        out -> new TableWriter<>(VariantRow.class).write(out, tables.variants()));
    file(
        folder.resolve("problems.tsv"),
        out -> new TableWriter<>(ProblemRow.class).write(out, tables.problems()));
    file(
        folder.resolve(RESULTS),
        out -> new ResultsJson().write(out, header, patients.stream().iterator()));
    file(
        folder.resolve("report.html"),
        out -> new HtmlReport(header, report, reference.trials()).write(out));
    Optional<ExpressionModel> fitted =
        report.expression().model().filter(m -> report.expression().origin() == Origin.FITTED);
    if (fitted.isPresent()) {
      file(folder.resolve(MODEL), out -> out.write(ModelFile.write(fitted.get())));
    }
    file(folder.resolve(RUN), out -> new RunJson().write(out, report, reference, run));
  }

  private static void file(Path path, Content content) throws IOException {
    try (Writer out = Files.newBufferedWriter(path, UTF_8)) {
      content.write(out);
    }
  }

  /**
   * An existing folder is moved aside first and comes back when the new one cannot take its place.
   */
  private static void moveInto(Path partial, Path folder) throws IOException {
    if (!Files.exists(folder)) {
      Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    Path old = unused(folder, "old");
    Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
    try {
      Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.move(old, folder, StandardCopyOption.ATOMIC_MOVE);
      throw e;
    }
    delete(old);
  }

  private static Path unused(Path folder, String purpose) {
    String name = "." + folder.getFileName() + "." + purpose + "-" + ProcessHandle.current().pid();
    Path path = folder.resolveSibling(name);
    for (int i = 2; Files.exists(path, LinkOption.NOFOLLOW_LINKS); i++) {
      path = folder.resolveSibling(name + "-" + i);
    }
    return path;
  }

  private static Path parentOf(Path folder) throws IOException {
    Path parent = folder.getParent();
    if (parent == null) {
      throw new FileSystemException(folder.toString(), null, "is the root of the file system");
    }
    return parent;
  }

  /** The topmost folder that making {@code path} would create. */
  private static @Nullable Path firstMissing(Path path) {
    Path missing = null;
    for (Path p = path;
        p != null && !Files.exists(p, LinkOption.NOFOLLOW_LINKS);
        p = p.getParent()) {
      missing = p;
    }
    return missing;
  }

  /** Removes what a failed run made; what cannot be removed is added to the message. */
  private static IOException cleanUp(@Nullable Path partial, @Nullable Path made) {
    IOException left = new IOException("removing what was written so far");
    for (Path path : new Path[] {partial, made}) {
      if (path != null && Files.exists(path)) {
        try {
          delete(path);
        } catch (IOException e) {
          left.addSuppressed(e);
        }
      }
    }
    return left;
  }

  private static boolean isResult(Path folder) throws IOException {
    Path run = folder.resolve(RUN);
    if (!Files.isRegularFile(run)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(run)) {
      JsonNode document = JsonForm.mapper().readTree(in);
      return RunJson.TOOL.equals(document.path("tool").asText());
    } catch (JsonProcessingException notJson) {
      return false;
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static String noSuchPatient(Path folder, String patientId, List<String> ids) {
    List<String> near = NearMatches.of(patientId, ids);
    List<String> message = new ArrayList<>();
    message.add(folder + " has no patient " + TableText.escape(patientId));
    if (near.isEmpty()) {
      message.add(
          "its " + ids.size() + " patients are listed in " + folder.resolve("screening.tsv"));
    } else {
      message.add("did you mean " + TableText.escape(String.join(", ", near)) + "?");
    }
    return String.join("; ", message);
  }

  private static ResultFolderException occupied(String message) {
    return new ResultFolderException(Reason.OCCUPIED, message);
  }

  private static ResultFolderException refused(Path out, IOException e, IOException left) {
    StringBuilder message =
        new StringBuilder("cannot write results to " + out + ": " + describe(e));
    for (Throwable failure : left.getSuppressed()) {
      message.append("; also ").append(failure.getMessage()).append(" could not be removed");
    }
    return new ResultFolderException(Reason.FILE_SYSTEM, message.toString(), e);
  }

  private static String describe(IOException e) {
    if (e instanceof FileSystemException failure && failure.getReason() == null) {
      String what = failure.getFile() == null ? "" : failure.getFile() + " ";
      return what + "(" + failure.getClass().getSimpleName() + ")";
    }
    return String.valueOf(e.getMessage());
  }
}
