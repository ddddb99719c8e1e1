package org.cotarget.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Held while an output is written, so that one process at a time does. It is a lock of the
 * operating system on a hidden file beside the output: it ends with its process, however that ends,
 * and a shared file system that has locks keeps it between machines, which process ids would not
 * do. The file is removed with the lock.
 */
final class OutputLock implements AutoCloseable {

  /** Far behind the content, which must stay readable where locks are mandatory. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

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
        OutputLock lock = open(file);
        if (lock.isStillThere()) {
          return lock;
        }
        lock.channel.close();
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

  private static OutputLock open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      return new OutputLock(file, channel, channel.lock(LOCKED_BYTE, 1, false).isValid());
    } catch (IOException noLocks) {
      return new OutputLock(file, channel, false);
    }
  }

  /** Whoever held the lock before may have removed the file that we waited at. */
  private boolean isStillThere() throws IOException {
    if (!exclusive) {
      return true;
    }
    String token = UUID.randomUUID().toString();
    try {
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(token.getBytes(UTF_8)), 0);
      return Files.readString(file).equals(token);
    } catch (NoSuchFileException removed) {
      return false;
    } catch (IOException e) {
      try (channel) {
        Files.deleteIfExists(file);
      }
      throw e;
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
