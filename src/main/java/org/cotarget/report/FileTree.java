package org.cotarget.report;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes files and forces them to the disk, with all that is below. */
final class FileTree {

  private static final Logger LOG = LoggerFactory.getLogger(FileTree.class);

  private FileTree() {}

  /** Removes a file, or a folder with all that is in it; what goes meanwhile is fine. */
  static void delete(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Forces a file, or all of a folder, to the disk. */
  static void sync(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      syncFile(path);
      return;
    }
    List<Path> folders = new ArrayList<>();
    try (Stream<Path> all = Files.walk(path)) {
      for (Path entry : (Iterable<Path>) all::iterator) {
        if (Files.isDirectory(entry)) {
          folders.add(entry);
        } else {
          syncFile(entry);
        }
      }
    }
    for (Path folder : folders) {
      syncFolder(folder);
    }
  }

  private static void syncFile(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /**
   * Forces the names in a folder. Windows cannot open one, and network file systems may not know
   * how to force it; the files themselves were forced, so that is no reason to throw them away.
   */
  static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException unsupported) {
      LOG.debug("the folder {} could not be forced to the disk", folder, unsupported);
    }
  }
}
