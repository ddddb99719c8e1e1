package org.cotarget.report;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Held while an output is written, so that one process at a time does. It is a lock of the
 * operating system on a hidden file beside the output: it ends with its process, however that ends,
 * and a shared file system that has locks keeps it between machines, which process ids would not
 * do. The file is removed with the lock.
 */
final class OutputLock implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OutputLock.class);

  /** Writing the results of a million patients takes minutes. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final long POLL_MILLIS = 50;

  /**
   * Which file a path names. It is never opened to find out: where POSIX locks are used, closing it
   * would give up the lock.
   */
  private record Identity(@Nullable Object key, FileTime made) {

    static Optional<Identity> of(Path file) throws IOException {
      try {
        BasicFileAttributes found =
            Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!found.isRegularFile()) {
          throw new FileSystemException(
              file.toString(),
              null,
              "is in the way: it is no file but a link or folder; remove it");
        }
        return Optional.of(new Identity(found.fileKey(), found.lastModifiedTime()));
      } catch (NoSuchFileException none) {
        return Optional.empty();
      }
    }
  }

  /** Waits for an end, and says so once. */
  private static final class Wait {
    private final Path output;
    private final Duration patience;
    private final long began = System.nanoTime();
    private boolean told;

    Wait(Path output, Duration patience) {
      this.output = output;
      this.patience = patience;
    }

    /** Milliseconds to wait next, at least 1. */
    long next() throws IOException {
      Path name = output.getFileName();
      if (!told) {
        LOG.warn("waiting for another process that writes {}", name);
        told = true;
      }
      long left = patience.toMillis() - (System.nanoTime() - began) / 1_000_000;
      if (left <= 0) {
        throw new FileSystemException(
            output.toString(),
            null,
            "another process has been writing it for "
                + patience.toMinutes()
                + " minutes; wait for it, or name another output");
      }
      return Math.min(left, POLL_MILLIS);
    }

    void pause() throws IOException {
      try {
        Thread.sleep(next());
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }

    InterruptedIOException interrupted(InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException told = new InterruptedIOException("interrupted while waiting");
      told.initCause(e);
      return told;
    }
  }

  /** The system's lock is one for all threads of this process, so they wait for each other here. */
  private static final Set<Path> HELD_HERE = new HashSet<>();

  private final Path file;
  private final FileChannel channel;
  private final boolean exclusive;
  private boolean closed;

  private OutputLock(Path file, FileChannel channel, boolean exclusive) {
    this.file = file;
    this.channel = channel;
    this.exclusive = exclusive;
  }

  /**
   * Waits for the lock of an output, ten minutes at most.
   *
   * @param output absolute path in a folder that exists
   * @throws IOException when the file cannot be made, or another process keeps the lock
   */
  static OutputLock of(Path output) throws IOException {
    return of(output, PATIENCE);
  }

  static OutputLock of(Path output, Duration patience) throws IOException {
    Path file = fileOf(output);
    Wait wait = new Wait(output, patience);
    enter(file, wait);
    try {
      while (true) {
        Optional<Identity> before = Identity.of(file);
        if (before.isEmpty()) {
          create(file);
          continue;
        }
        Optional<OutputLock> lock = open(file);
        if (lock.isEmpty()) {
          wait.pause();
          continue;
        }
        // Whoever held the lock before may have removed the file that we opened.
        if (!lock.get().exclusive || before.equals(Identity.of(file))) {
          return lock.get();
        }
        lock.get().channel.close();
      }
    } catch (IOException | RuntimeException | Error e) {
      leave(file);
      throw e;
    }
  }

  /**
   * Tells before long work of a file in the way of the lock: no file, or one of another user that
   * cannot be removed.
   *
   * @param output absolute path
   */
  static void requireUsable(Path output) throws IOException {
    Path file = fileOf(output);
    if (Identity.of(file).isPresent() && !Files.isWritable(file)) {
      removeStale(file);
    }
  }

  /** False where the file system has no locks; others may then be writing too. */
  boolean isExclusive() {
    return exclusive;
  }

  /** May be closed twice; by then the file may be that of another process. */
  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (channel) {
      Files.deleteIfExists(file);
    } finally {
      leave(file);
    }
  }

  private static Path fileOf(Path output) {
    return output.resolveSibling("." + output.getFileName() + ".lock");
  }

  private static void create(Path file) throws IOException {
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException byAnother) {
      return;
    }
  }

  /** Empty where another process holds the lock, or the file was removed meanwhile. */
  private static Optional<OutputLock> open(Path file) throws IOException {
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException removed) {
      return Optional.empty();
    } catch (AccessDeniedException ofAnotherUser) {
      removeStale(file);
      return Optional.empty();
    }
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(new OutputLock(file, channel, true));
    } catch (ClosedByInterruptException interrupted) {
      throw interrupted;
    } catch (IOException noLocks) {
      return Optional.of(new OutputLock(file, channel, false));
    }
  }

  /** Removes the file that a killed process of another user left, but none that is locked. */
  private static void removeStale(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true);
      if (lock != null) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException removed) {
      LOG.debug("removed meanwhile", removed);
    } catch (ClosedByInterruptException interrupted) {
      throw interrupted;
    } catch (IOException e) {
      FileSystemException refused =
          new FileSystemException(
              file.toString(),
              null,
              "was left by another user and cannot be removed; have it removed, or name another"
                  + " output");
      refused.initCause(e);
      throw refused;
    }
  }

  private static void enter(Path file, Wait wait) throws IOException {
    synchronized (HELD_HERE) {
      while (!HELD_HERE.add(file)) {
        try {
          HELD_HERE.wait(wait.next());
        } catch (InterruptedException e) {
          throw wait.interrupted(e);
        }
      }
    }
  }

  private static void leave(Path file) {
    synchronized (HELD_HERE) {
      HELD_HERE.remove(file);
      HELD_HERE.notifyAll();
    }
  }
}
