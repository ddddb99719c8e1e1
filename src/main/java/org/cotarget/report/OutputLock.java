package org.cotarget.report;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Held while an output is written, so that one process at a time does. It is a lock of the
 * operating system on a hidden file beside the output: it ends with its process, however that ends,
 * and a shared file system that has locks keeps it between machines, which process ids would not
 * do. The file is removed with the lock.
 */
final class OutputLock implements AutoCloseable {

  /**
   * Which file a path names. It is never opened to find out: where POSIX locks are used, closing it
   * would give up the lock.
   */
  private record Identity(@Nullable Object key, FileTime made) {

    static Optional<Identity> of(Path file) throws IOException {
      try {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        return Optional.of(new Identity(found.fileKey(), found.lastModifiedTime()));
      } catch (NoSuchFileException none) {
        return Optional.empty();
      }
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
   * Waits for the lock of an output.
   *
   * @param output absolute path in a folder that exists
   * @throws IOException when the file cannot be made
   */
  static OutputLock of(Path output) throws IOException {
    Path file = output.resolveSibling("." + output.getFileName() + ".lock");
    enter(file);
    try {
      while (true) {
        Optional<Identity> before = Identity.of(file);
        if (before.isEmpty()) {
          create(file);
          continue;
        }
        Optional<OutputLock> lock = open(file);
        if (lock.isEmpty()) {
          continue;
        }
        // Whoever held the lock before may have removed the file that we waited at.
        if (!lock.get().exclusive || before.equals(Identity.of(file))) {
          return lock.get();
        }
        lock.get().channel.close();
      }
    } catch (IOException | RuntimeException e) {
      leave(file);
      throw e;
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

  private static void create(Path file) throws IOException {
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException byAnother) {
      return;
    }
  }

  /** Empty where the file was removed meanwhile. */
  private static Optional<OutputLock> open(Path file) throws IOException {
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.WRITE);
    } catch (NoSuchFileException removed) {
      return Optional.empty();
    }
    try {
      return Optional.of(new OutputLock(file, channel, channel.lock().isValid()));
    } catch (IOException noLocks) {
      return Optional.of(new OutputLock(file, channel, false));
    }
  }

  private static void enter(Path file) throws IOException {
    synchronized (HELD_HERE) {
      while (!HELD_HERE.add(file)) {
        try {
          HELD_HERE.wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IOException("interrupted while waiting for " + file, e);
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
