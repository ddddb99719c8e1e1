package org.cotarget.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cotarget.report.ResultFolderException.Reason;

/**
 * A folder of output files that is complete or absent, whatever happens to the process that writes
 * it: everything is written into a hidden folder beside it, which is then renamed (see {@link
 * Staging}).
 */
public final class OutputFolder {

  /** Value of {@code tool} in the marking file by which a folder is known to be ours. */
  public static final String TOOL = "cotarget";

  /** What one file holds. */
  @FunctionalInterface
  public interface Content {
    /** Writes the whole content; the writer is closed by the caller. */
    void write(Writer out) throws IOException;
  }

  /** What a folder within holds. */
  @FunctionalInterface
  public interface Within {
    /** Writes into a folder that exists and is empty. */
    void write(Path folder) throws IOException;
  }

  /** Takes the files of a folder, one by one. */
  public static final class Sink {
    private final Path folder;

    private Sink(Path folder) {
      this.folder = folder;
    }

    /** Writes one file in UTF-8. */
    public void file(String name, Content content) throws IOException {
      try (Writer out = open(name)) {
        content.write(out);
      }
    }

    /** Begins a file in UTF-8 that is written beside others. */
    public Writer open(String name) throws IOException {
      return Files.newBufferedWriter(folder.resolve(name), UTF_8);
    }

    /** Begins a file that is not part of the folder and goes when it is closed. */
    ScratchFile scratch(String name) throws IOException {
      return new ScratchFile(folder.resolve(name));
    }

    /** Makes a folder within and lets it be filled. */
    public void folder(String name, Within content) throws IOException {
      content.write(Files.createDirectory(folder.resolve(name)));
    }
  }

  /** Finds what the folders within hold that we did not write. */
  @FunctionalInterface
  public interface Strangers {
    /** Paths below the folder, sorted. */
    List<String> of(Path folder) throws IOException;
  }

  /** Writes all files of a folder. */
  @FunctionalInterface
  public interface Filling {
    /** Writes every file through {@code files}. */
    void fill(Sink files) throws IOException;
  }

  private final String what;
  private final String marker;
  private final Set<String> files;
  private final Strangers strangers;

  /**
   * Describes a kind of folder.
   *
   * @param what what the folder holds, for messages, e.g. {@code results}
   * @param marker the JSON file whose {@code tool} marks the folder as ours
   * @param files every file that the folder may hold; one with any other is never replaced
   */
  public OutputFolder(String what, String marker, Set<String> files) {
    this(what, marker, files, folder -> List.of());
  }

  /**
   * The same for a folder with folders in it.
   *
   * @param files every file and folder that the folder may hold
   * @param strangers what the folders within hold that we did not write
   */
  OutputFolder(String what, String marker, Set<String> files, Strangers strangers) {
    this.what = what;
    this.marker = marker;
    this.files = Set.copyOf(files);
    this.strangers = strangers;
  }

  /**
   * Writes the folder.
   *
   * @param out the folder to make; may exist when it is empty, or with {@code force} when it holds
   *     nothing but files of an earlier run
   * @throws ResultFolderException when the folder may not be replaced or the file system refuses;
   *     nothing is left behind and an earlier folder is untouched
   */
  public void write(Path out, boolean force, Filling filling) throws ResultFolderException {
    requireReplaceable(out, force);
    try (Staging staging = Staging.of(Staging.resolved(out), this::isOursOrEmpty)) {
      check(out, force);
      fill(filling, new Sink(Files.createDirectory(staging.partial())));
      staging.finish();
    } catch (IOException e) {
      throw refused(out, e);
    }
  }

  /**
   * Writes all files. What the file system said is taken out of whatever the page's template, a
   * stream or JSON made of it; a value that JSON cannot write is a fault of ours and no failure of
   * the file system.
   */
  private static void fill(Filling filling, Sink sink) throws IOException {
    try {
      filling.fill(sink);
    } catch (JsonProcessingException e) {
      throw failedWrite(new IllegalStateException(e));
    } catch (RuntimeException e) {
      throw failedWrite(e);
    }
  }

  private static IOException failedWrite(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException failure && !(cause instanceof JsonProcessingException)) {
        List.of(e.getSuppressed()).forEach(failure::addSuppressed);
        return failure;
      }
    }
    throw e;
  }

  /**
   * Tells before long work whether the folder could be written.
   *
   * @throws ResultFolderException when the folder exists and may not be replaced, or nothing may be
   *     written there
   */
  public void requireReplaceable(Path out, boolean force) throws ResultFolderException {
    try {
      Path folder = Staging.resolved(out);
      Staging.restore(folder, this::isOursOrEmpty);
      requireNotAroundUs(out, folder);
      requireNoMountPoint(out, folder);
      requireWritable(folder);
      check(out, force);
      Staging.requireUsable(folder);
    } catch (IOException e) {
      throw refused(out, e);
    }
  }

  private void check(Path out, boolean force) throws IOException, ResultFolderException {
    if (!Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isDirectory(out)) {
      throw occupied(out + " is not a folder; name another one with --out");
    }
    List<String> names = names(out);
    if (names.isEmpty()) {
      return;
    }
    if (!isOurs(out)) {
      throw occupied(
          out
              + " is not empty and holds no "
              + what
              + " of cotarget, so it is not replaced even with --force; name another folder with"
              + " --out");
    }
    if (!force) {
      throw occupied(
          out
              + " already holds "
              + what
              + "; replace them with --force or name another folder with --out");
    }
    List<String> foreign =
        Stream.concat(
                names.stream().filter(name -> !files.contains(name)), strangers.of(out).stream())
            .sorted()
            .toList();
    if (!foreign.isEmpty()) {
      throw occupied(
          out
              + " holds files that cotarget did not write and --force would delete: "
              + String.join(", ", foreign)
              + "; move them away or name another folder with --out");
    }
  }

  private static void requireWritable(Path folder) throws IOException {
    Path nearest = folder.getParent();
    while (nearest != null && !Files.exists(nearest)) {
      nearest = nearest.getParent();
    }
    if (nearest != null && !Files.isWritable(nearest)) {
      throw new FileSystemException(nearest.toString(), null, "may not be written to");
    }
  }

  /** A shell would go on in the folder that was moved away, and show nothing. */
  private static void requireNotAroundUs(Path out, Path folder)
      throws IOException, ResultFolderException {
    if (Files.isDirectory(folder) && Path.of("").toRealPath().startsWith(folder.toRealPath())) {
      throw occupied(
          out
              + " is, or holds, the folder that the command runs in and cannot be replaced; name a"
              + " folder within it, such as --out "
              + out.resolve("results"));
    }
  }

  /** A mount point cannot be moved aside, which would else be told after all the work. */
  private static void requireNoMountPoint(Path out, Path folder)
      throws IOException, ResultFolderException {
    Path parent = folder.getParent();
    if (parent == null
        || !Files.isDirectory(folder)
        || !folder.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return;
    }
    if (!Files.getAttribute(folder, "unix:dev").equals(Files.getAttribute(parent, "unix:dev"))) {
      throw occupied(
          out + " is a mount point and cannot be replaced; use --out " + out.resolve("results"));
    }
  }

  private boolean isOursOrEmpty(Path folder) throws IOException {
    return isOurs(folder) || names(folder).isEmpty();
  }

  private boolean isOurs(Path folder) throws IOException {
    Path run = folder.resolve(marker);
    if (!Files.isRegularFile(run)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(run)) {
      JsonNode document = JsonForm.mapper().readTree(in);
      return TOOL.equals(document.path("tool").asText());
    } catch (JsonProcessingException notJson) {
      return false;
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
    }
  }

  private static ResultFolderException occupied(String message) {
    return new ResultFolderException(Reason.OCCUPIED, message);
  }

  private ResultFolderException refused(Path out, IOException e) {
    StringBuilder message =
        new StringBuilder("cannot write " + what + " to " + out + ": " + describe(e));
    for (Throwable failure : e.getSuppressed()) {
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
