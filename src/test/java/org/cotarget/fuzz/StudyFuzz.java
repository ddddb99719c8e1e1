package org.cotarget.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A cBioPortal study folder, its meta files and case lists above all. */
public final class StudyFuzz {

  private static final Scratch SCRATCH = Scratch.make();

  private StudyFuzz() {}

  /** Loads what every input needs, so that the first one is timed alike. */
  public static void fuzzerInitialize() {
    Reads.warmUp();
  }

  /** Reads one input. */
  public static void fuzzerTestOneInput(byte[] data) {
    Path folder = SCRATCH.emptyFolder("study");
    try {
      Path lists = Files.createDirectory(folder.resolve("case_lists"));
      for (Path file : Scratch.unpack(data, folder)) {
        if (file.getFileName().toString().startsWith("cases")) {
          Files.move(file, lists.resolve(file.getFileName()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Reads.read(new Reads.Files().study(folder), data);
  }
}
