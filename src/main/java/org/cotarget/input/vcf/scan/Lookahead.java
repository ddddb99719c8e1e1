package org.cotarget.input.vcf.scan;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Works on the chunks of a file on all cores and gives the outcomes in the order of the file. The
 * caller's thread reads the chunks and works on the oldest one itself unless another thread has
 * begun it. So it waits only for work that runs, and files may be read from within the pool that
 * does the work; a file of one chunk never leaves its thread.
 *
 * @param <T> outcome of a chunk
 */
final class Lookahead<T> implements AutoCloseable {

  /** What is done to a chunk. */
  interface Work<T> {
    T on(Chunk chunk) throws IOException;
  }

  private static final int MOST_AHEAD = 64;

  private final ChunkSource source;
  private final Work<T> work;
  private final Executor pool;
  private final int ahead;
  private final ArrayDeque<FutureTask<T>> tasks = new ArrayDeque<>();
  private @Nullable FutureTask<T> held;
  private boolean ended;

  Lookahead(ChunkSource source, Work<T> work) {
    this(
        source,
        work,
        ForkJoinPool.commonPool(),
        Math.min(MOST_AHEAD, 4 * ForkJoinPool.getCommonPoolParallelism() + 2));
  }

  /**
   * @param pool may run tasks at any time, or never
   * @param ahead most chunks in memory
   */
  Lookahead(ChunkSource source, Work<T> work, Executor pool, int ahead) {
    this.source = source;
    this.work = work;
    this.pool = pool;
    this.ahead = ahead;
  }

  /** The outcome of the next chunk, or null at the end of the file. */
  @Nullable T next() throws IOException {
    while (!ended && tasks.size() < ahead) {
      Chunk chunk = source.next();
      // Other threads are asked only when there is more than one chunk to work on.
      if (held != null && chunk != null) {
        pool.execute(held);
      }
      if (chunk == null) {
        ended = true;
      } else {
        held = new FutureTask<>(() -> work.on(chunk));
        tasks.add(held);
      }
    }
    FutureTask<T> oldest = tasks.poll();
    if (oldest == null) {
      return null;
    }
    if (oldest == held) {
      held = null;
    }
    oldest.run();
    return outcome(oldest);
  }

  @Override
  public void close() {
    tasks.forEach(task -> task.cancel(false));
    tasks.clear();
  }

  private static <T> T outcome(FutureTask<T> task) throws IOException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof IOException failure) {
        throw failure;
      }
      if (cause instanceof RuntimeException failure) {
        throw failure;
      }
      if (cause instanceof Error failure) {
        throw failure;
      }
      throw new IOException(cause);
    } catch (InterruptedException | CancellationException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the reading was interrupted", e);
    }
  }
}
