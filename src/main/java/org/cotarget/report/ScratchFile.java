package org.cotarget.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text that waits in a file until its turn comes, so that memory does not grow with it. */
final class ScratchFile implements AutoCloseable {

  private final Path file;
  private final Writer writer;

  ScratchFile(Path file) throws IOException {
    this.file = file;
    this.writer = Files.newBufferedWriter(file, UTF_8);
  }

  Writer writer() {
    return writer;
  }

  /** Copies what was written; nothing more can be written. */
  void moveTo(Writer out) throws IOException {
    writer.close();
    try (Reader in = Files.newBufferedReader(file, UTF_8)) {
      in.transferTo(out);
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
    Files.deleteIfExists(file);
  }
}
