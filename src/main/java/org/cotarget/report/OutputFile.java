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
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath().normalize();
    try (Staging staging = Staging.of(target)) {
      if (Files.exists(target) && !force) {
        throw new FileAlreadyExistsException(
            file.toString(), null, "was made meanwhile; replace it with --force");
      }
      Files.writeString(staging.partial(), content, UTF_8);
      staging.finish();
    }
  }
}
