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
 *
 * @param path the folder as the user names it
 * @param linksFollowed whether links are taken wherever they point, as in a folder that a workflow
 *     engine or git-annex laid out; names in meta files are kept inside all the same
 */
record StudyFolder(Path path, boolean linksFollowed) {

  /** What to do about a link that leads out of the folder. */
  static final String FIX =
      "put the file itself into the study folder, e.g. by 'cp -rL', or give --follow-links where"
          + " you trust whoever laid the folder out";

  /**
   * The file of a name, which may lead into folders of the study; empty for one that leads out of
   * it, and for one that no file can have on this system.
   */
  Optional<Path> named(String name) {
    boolean absolute = name.startsWith("/") || name.startsWith("\\") || name.matches("[A-Za-z]:.*");
    if (absolute || name.contains("..")) {
      return Optional.empty();
    }
    try {
      Path file = path.resolve(name);
      return file.toAbsolutePath().normalize().startsWith(path.toAbsolutePath().normalize())
          ? Optional.of(file)
          : Optional.empty();
    } catch (InvalidPathException notName) {
      return Optional.empty();
    }
  }

  /**
   * Whether a file that was found in a study may be read: it lies in it when links are followed, or
   * these may lead anywhere.
   *
   * @throws IOException where a link leads nowhere
   */
  boolean holds(Path file) throws IOException {
    Path real = file.toRealPath();
    return linksFollowed || real.startsWith(path.toRealPath());
  }

  /** As {@link #holds}; a file that lies elsewhere is an error. */
  boolean requireInside(Path file, InputProblems problems) {
    SourceLocation where = SourceLocation.ofFile(SourceFile.shown(file));
    try {
      if (holds(file)) {
        return true;
      }
      problems.error(
          "PATH_OUTSIDE_STUDY",
          where,
          "the file is a link, or in a folder that is one, to outside of the study folder",
          FIX);
    } catch (IOException e) {
      problems.error(
          "FILE_UNREADABLE", where, "the file cannot be read: " + e.getMessage(), "mend the link");
    }
    return false;
  }
}
