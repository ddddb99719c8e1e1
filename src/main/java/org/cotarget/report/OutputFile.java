package org.cotarget.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A single output file that is complete, or as it was before. */
public final class OutputFile {

  private OutputFile() {}

  /**
   * Writes a file in UTF-8 aside and then puts it in its place.
   *
   * @param force whether a file that is there may be replaced
   * @throws FileAlreadyExistsException when it may not
   * @throws IOException when the file system refuses; nothing is left behind
   */
  public static void write(Path file, String content, boolean force) throws IOException {
    write(file, force, (earlier, partial) -> Files.writeString(partial, content, UTF_8));
  }

  /** Where a file or folder is or would be written, links followed. */
  public static Path place(Path file) throws IOException {
    return Staging.resolved(file);
  }

  /** Makes the content of a file out of what is there. */
  public interface Change {
    /**
     * Writes the new file.
     *
     * @param earlier the file that is there, or not
     * @param partial where to write; nothing is there yet
     */
    void write(Path earlier, Path partial) throws IOException;
  }

  /**
   * The same for a content that depends on what is there, while no other process changes it.
   *
   * @param force whether a file that is there may be replaced
   * @throws FileAlreadyExistsException when it may not
   * @throws IOException when the file system refuses; nothing is left behind
   */
  public static void write(Path file, boolean force, Change change) throws IOException {
    Path target = Staging.resolved(file);
    try (Staging staging = Staging.of(target, folder -> false)) {
      if (Files.exists(target) && !force) {
        throw new FileAlreadyExistsException(
            file.toString(), null, "was made meanwhile; replace it with --force");
      }
      change.write(target, staging.partial());
      staging.finish();
    }
  }
}
