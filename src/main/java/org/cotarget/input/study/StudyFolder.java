package org.cotarget.input.study;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.table.SourceFile;

/**
 * Keeps reading inside of a study folder: a study that somebody else made must not show what lies
 * elsewhere on the reader's disk.
 */
final class StudyFolder {

  private StudyFolder() {}

  /**
   * The file of a name, which may lead into folders of the study; empty for one that leads out of
   * it, and for one that no file can have on this system.
   */
  static Optional<Path> named(Path folder, String name) {
    boolean absolute = name.startsWith("/") || name.startsWith("\\") || name.matches("[A-Za-z]:.*");
    if (absolute || name.contains("..")) {
      return Optional.empty();
    }
    try {
      return Optional.of(folder.resolve(name).normalize())
          .filter(file -> file.startsWith(folder.normalize()));
    } catch (InvalidPathException notName) {
      return Optional.empty();
    }
  }

  /**
   * Whether a file that was found in a study lies in it when links are followed.
   *
   * @throws IOException where a link leads nowhere
   */
  static boolean holds(Path folder, Path file) throws IOException {
    return file.toRealPath().startsWith(folder.toRealPath());
  }

  /** As {@link #holds}; a file that lies elsewhere is an error. */
  static boolean requireInside(Path folder, Path file, InputProblems problems) {
    SourceLocation where = SourceLocation.ofFile(SourceFile.shown(file));
    try {
      if (holds(folder, file)) {
        return true;
      }
      problems.error(
          "PATH_OUTSIDE_STUDY",
          where,
          "the file is a link, or in a folder that is one, to outside of the study folder",
          "put the file itself into the study folder");
    } catch (IOException e) {
      problems.error(
          "FILE_UNREADABLE", where, "the file cannot be read: " + e.getMessage(), "mend the link");
    }
    return false;
  }
}
