package org.cotarget.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
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
import org.jspecify.annotations.Nullable;

/**
 * Size, time and identity of the inputs before they are read. Files are read more than once, and in
 * parts where they have an index: one that changes meanwhile would be a mixture of two, whatever
 * its digest says.
 */
final class InputStamps {

  /** Folders are looked through as deep as a study with its case lists is. */
  private static final int DEPTH = 2;

  /** The key is the inode, where the file system has one: it tells a file that was replaced. */
  private record Stamp(long size, FileTime modified, @Nullable Object key) {

    static Stamp of(Path path) throws IOException {
      BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
      return new Stamp(found.size(), found.lastModifiedTime(), found.fileKey());
    }
  }

  private final Map<Path, Stamp> before = new LinkedHashMap<>();

  /** The stamps of everything that a request names, but not of what its sample sheet does. */
  static InputStamps of(InputRequest request) {
    InputStamps stamps = new InputStamps();
    Stream.of(
            request.study().stream(),
            request.samplesheet().stream(),
            request.vcf().stream(),
            request.maf().stream(),
            request.cna().stream(),
            request.seg().stream(),
            request.expression().stream(),
            request.clinical().stream(),
            request.clinicalMapping().stream())
        .flatMap(paths -> paths)
        .forEach(stamps::add);
    for (Path vcf : request.vcf()) {
      stamps.add(Path.of(vcf + ".tbi"));
      stamps.add(Path.of(vcf + ".csi"));
    }
    return stamps;
  }

  /**
   * Adds a file, or the files of a folder; what cannot be looked at is told by whoever reads it.
   */
  void add(Path path) {
    try (Stream<Path> files = Files.walk(path, DEPTH, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (Files.isRegularFile(file)) {
          before.putIfAbsent(file, Stamp.of(file));
        }
      }
    } catch (IOException | UncheckedIOException unreadable) {
      before.remove(path);
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
              ? "was changed or replaced"
              : "went from " + before.size() + " to " + now.size() + " bytes");
    } catch (NoSuchFileException gone) {
      return Optional.of("was deleted");
    } catch (IOException e) {
      return Optional.of("became unreadable (" + e.getMessage() + ")");
    }
  }
}
