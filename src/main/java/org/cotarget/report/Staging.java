package org.cotarget.report;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hidden place beside an output where it is made until it is complete. Hidden names begin with
 * {@code .NAME.}: {@code partial-} is waste unless its writer holds the lock, {@code old-} is
 * always complete, an earlier output that was moved aside.
 *
 * <p>What a killed process left is cleared by the next one that writes the same output. Where it
 * was killed between moving the earlier output aside and the new one in, the earlier one comes
 * back.
 */
final class Staging implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Staging.class);

  private static final Pattern RANDOM =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** Whether a folder was written by us, so that it may be moved or removed. */
  interface Ownership {
    /** Looks at a folder. */
    boolean isOurs(Path folder) throws IOException;
  }

  private final Path target;
  private final @Nullable Path madeParent;
  private final OutputLock lock;
  private final Path partial;
  private final Thread onShutdown = new Thread(this::abandon, "remove partial output");
  private boolean done;
  private boolean stopping;

  private Staging(Path target, @Nullable Path madeParent, OutputLock lock) {
    this.target = target;
    this.madeParent = madeParent;
    this.lock = lock;
    this.partial = hidden(target, "partial");
  }

  /**
   * Where an output really is: the target of a link, also while that is moved aside, and without
   * links above it, as {@code link/..} is not where the link lies.
   */
  static Path resolved(Path output) throws IOException {
    if (Files.exists(output)) {
      return output.toRealPath();
    }
    Path path = output.toAbsolutePath();
    return real(
        Files.isSymbolicLink(path) ? path.resolveSibling(Files.readSymbolicLink(path)) : path);
  }

  private static Path real(Path path) throws IOException {
    Path parent = path.getParent();
    Path name = path.getFileName();
    if (parent == null || name == null || name.toString().equals("..")) {
      return path.normalize();
    }
    return (Files.exists(parent) ? parent.toRealPath() : real(parent)).resolve(name).normalize();
  }

  /**
   * Makes the folders above an output, waits until nobody else writes it, and clears what killed
   * processes left.
   *
   * @param target absolute path
   * @param ownership tells an earlier output that was moved aside
   */
  static Staging of(Path target, Ownership ownership) throws IOException {
    Path parent = parentOf(target);
    Path made = firstMissing(parent);
    Files.createDirectories(parent);
    OutputLock lock = null;
    try {
      lock = OutputLock.of(target);
      if (lock.isExclusive()) {
        restoreOrClear(target, ownership);
      }
      Staging staging = new Staging(target, made, lock);
      Runtime.getRuntime().addShutdownHook(staging.onShutdown);
      return staging;
    } catch (IOException | RuntimeException | Error e) {
      if (lock != null) {
        lock.close();
      }
      removeEmpty(parent, made);
      throw e;
    }
  }

  /**
   * Brings an earlier output back that a killed process had moved aside.
   *
   * @param target absolute path
   * @param ownership tells an earlier output that was moved aside
   */
  static void restore(Path target, Ownership ownership) throws IOException {
    if (!exists(target) && !left(target, "old").isEmpty()) {
      try (OutputLock lock = OutputLock.of(target)) {
        if (lock.isExclusive()) {
          restoreOrClear(target, ownership);
        }
      }
    }
  }

  /**
   * Tells before long work whether an output can be made where its parent exists: makes a hidden
   * folder there and renames it, and looks at what stands in the way of the lock.
   *
   * @param target absolute path
   */
  static void requireUsable(Path target) throws IOException {
    if (!Files.isDirectory(parentOf(target))) {
      return;
    }
    OutputLock.requireUsable(target);
    Path probe = Files.createDirectory(hidden(target, "partial"));
    Path renamed = hidden(target, "partial");
    try {
      move(probe, renamed);
    } catch (NoSuchFileException clearedByAnother) {
      LOG.debug("another process cleared the probe", clearedByAnother);
    } finally {
      Files.deleteIfExists(probe);
      Files.deleteIfExists(renamed);
    }
  }

  /** Where the output is to be made; nothing is there yet. */
  Path partial() {
    return partial;
  }

  /**
   * Puts what was made in its place, in one step where nothing or a file is there; a folder that is
   * there is moved aside first and comes back when the new one cannot take its place. All bytes are
   * on the disk before, so that a power cut leaves no empty files behind.
   */
  void finish() throws IOException {
    FileTree.sync(partial);
    synchronized (this) {
      if (stopping) {
        throw new InterruptedIOException("the process is being ended");
      }
      if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
        Path old = hidden(target, "old");
        move(target, old);
        try {
          move(partial, target);
        } catch (IOException e) {
          move(old, target);
          throw e;
        }
        done = true;
        discard(target, old);
      } else {
        move(partial, target);
        done = true;
      }
    }
    // The output is in place; nothing from here on may say that it is not.
    FileTree.syncFolder(parentOf(target));
  }

  @Override
  public void close() throws IOException {
    try {
      Runtime.getRuntime().removeShutdownHook(onShutdown);
    } catch (IllegalStateException shuttingDown) {
      LOG.debug("the process is being ended", shuttingDown);
    }
    IOException failure = null;
    if (!done) {
      failure = tried(() -> FileTree.delete(partial), failure);
    }
    if (done) {
      IOException left = tried(lock::close, null);
      if (left != null) {
        LOG.warn("the lock of {} could not be removed: {}", target, left.toString());
      }
    } else {
      failure = tried(lock::close, failure);
      failure = tried(() -> removeEmpty(parentOf(target), madeParent), failure);
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** For a process that is told to end while another thread is still writing. */
  private synchronized void abandon() {
    stopping = true;
    if (done) {
      return;
    }
    try {
      // The writer may add a file while its folder is being removed.
      for (int attempt = 0; attempt < 5 && exists(partial); attempt++) {
        try {
          FileTree.delete(partial);
        } catch (DirectoryNotEmptyException grown) {
          LOG.debug("removing again", grown);
        }
      }
      lock.close();
      removeEmpty(parentOf(target), madeParent);
    } catch (IOException e) {
      LOG.warn("{} could not be removed: {}", partial, e.toString());
    }
  }

  private interface Step {
    void run() throws IOException;
  }

  private static @Nullable IOException tried(Step step, @Nullable IOException before) {
    try {
      step.run();
      return before;
    } catch (IOException e) {
      if (before == null) {
        return e;
      }
      before.addSuppressed(e);
      return before;
    }
  }

  private static void restoreOrClear(Path target, Ownership ownership) throws IOException {
    for (Path old : left(target, "old")) {
      if (!Files.isDirectory(old, LinkOption.NOFOLLOW_LINKS) || !ownership.isOurs(old)) {
        LOG.warn("{} is left alone: cotarget did not write it", old);
      } else if (exists(target)) {
        discard(target, old);
      } else {
        move(old, target);
        LOG.warn("{} was missing after a run was killed; the earlier output is back", target);
      }
    }
    for (Path waste : left(target, "partial")) {
      FileTree.delete(waste);
    }
  }

  /** First renamed, so that a folder that is named old is never half removed. */
  private static void discard(Path target, Path old) {
    Path waste = hidden(target, "partial");
    try {
      move(old, waste);
      FileTree.delete(waste);
    } catch (IOException e) {
      LOG.warn("{} could not be removed: {}", exists(waste) ? waste : old, e.toString());
    }
  }

  private static Path hidden(Path target, String purpose) {
    return target.resolveSibling(prefix(target, purpose) + UUID.randomUUID());
  }

  private static String prefix(Path target, String purpose) {
    return "." + target.getFileName() + "." + purpose + "-";
  }

  /** Hidden entries whose names are exactly as we make them. */
  private static List<Path> left(Path target, String purpose) throws IOException {
    String prefix = prefix(target, purpose);
    try (Stream<Path> entries = Files.list(parentOf(target))) {
      return entries
          .filter(
              entry -> {
                String name = String.valueOf(entry.getFileName());
                return name.startsWith(prefix)
                    && RANDOM.matcher(name.substring(prefix.length())).matches();
              })
          .toList();
    } catch (NoSuchFileException noParent) {
      return List.of();
    }
  }

  private static Path parentOf(Path path) throws IOException {
    Path parent = path.getParent();
    if (parent == null) {
      throw new FileSystemException(path.toString(), null, "is the root of the file system");
    }
    return parent;
  }

  /** The topmost folder that making {@code path} would create. */
  private static @Nullable Path firstMissing(Path path) {
    Path missing = null;
    for (Path p = path; p != null && !exists(p); p = p.getParent()) {
      missing = p;
    }
    return missing;
  }

  /**
   * Removes the folders that were made above the output, as far as nobody else has put a file in.
   */
  private static void removeEmpty(Path parent, @Nullable Path made) throws IOException {
    if (made == null) {
      return;
    }
    try {
      for (Path p = parent; p.startsWith(made); p = parentOf(p)) {
        Files.deleteIfExists(p);
      }
    } catch (DirectoryNotEmptyException used) {
      LOG.debug("kept", used);
    }
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }
}
