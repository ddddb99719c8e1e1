package org.cotarget.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.table.SourceFile;

/**
 * Size and time of the inputs before they are read. Files are read more than once, and in parts
 * where they have an index: one that changes meanwhile would be a mixture of two, whatever its
 * digest says.
 */
final class InputStamps {

  /** Not the inode, which some network file systems make up anew. */
  private record Stamp(long size, FileTime modified) {

    static Stamp of(Path path) throws IOException {
      BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
      return new Stamp(found.size(), found.lastModifiedTime());
    }
  }

  private final Map<Path, Stamp> before = new LinkedHashMap<>();

  /** The stamps of the files that a request names, but not of what its sheet or study does. */
  static InputStamps of(InputRequest request) {
    InputStamps stamps = new InputStamps();
    Stream.of(
            request.samplesheet().stream(),
            request.vcf().stream()
                .flatMap(path -> LayerReader.variantFiles(path, new InputProblems()).stream()),
            request.maf().stream(),
            request.cna().stream(),
            request.seg().stream(),
            request.expression().stream(),
            request.clinical().stream(),
            request.clinicalMapping().stream())
        .flatMap(paths -> paths)
        .forEach(stamps::add);
    return stamps;
  }

  /**
   * Adds a file that will be read, with an index beside it; what cannot be looked at is told by
   * whoever reads it.
   */
  void add(Path file) {
    Stream.of(file, Path.of(file + ".csi"), Path.of(file + ".tbi")).forEach(this::stamp);
  }

  private void stamp(Path file) {
    try {
      if (Files.isRegularFile(file)) {
        before.putIfAbsent(file, Stamp.of(file));
      }
    } catch (IOException unreadable) {
      before.remove(file);
    }
  }

  /** Tells of each file that is no longer what it was. */
  void check(InputProblems problems) {
    before.forEach(
        (path, stamp) ->
            change(path, stamp)
                .ifPresent(
                    change ->
                        problems.error(
                            "INPUT_CHANGED",
                            SourceLocation.ofFile(SourceFile.shown(path)),
                            "the file " + change + " while it was read",
                            "run again when nobody writes to it any more")));
  }

  private static Optional<String> change(Path path, Stamp before) {
    try {
      Stamp now = Stamp.of(path);
      if (now.equals(before)) {
        return Optional.empty();
      }
      return Optional.of(
          now.size() == before.size()
              ? "was changed"
              : "went from " + before.size() + " to " + now.size() + " bytes");
    } catch (NoSuchFileException gone) {
      return Optional.of("was deleted");
    } catch (IOException e) {
      return Optional.of("became unreadable (" + e.getMessage() + ")");
    }
  }
}
