package org.cotarget.input.expression;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps a matrix that does not fit from filling the memory: cells are asked for before they are
 * made. Safe for use by several threads.
 */
final class MemoryBudget {

  /** A matrix larger than what may be held. */
  static final class TooLargeException extends RuntimeException {
    TooLargeException(String message) {
      super(message);
    }
  }

  /** Share of the heap that values may take; joining needs some of the rest. */
  private static final double SHARE = 0.7;

  /**
   * Bytes that a sample takes at least beside its values: 1,000 while it is read, and no less for
   * its calls and evidence.
   */
  private static final long BYTES_PER_SAMPLE = 2_000;

  private final long limit;
  private final AtomicLong used = new AtomicLong();

  MemoryBudget() {
    this((long) (Runtime.getRuntime().maxMemory() * SHARE));
  }

  MemoryBudget(long limit) {
    this.limit = limit;
  }

  /**
   * @throws TooLargeException where so many samples do not fit
   */
  void takeSamples(long samples) {
    take(samples * BYTES_PER_SAMPLE / Float.BYTES);
  }

  /**
   * @throws TooLargeException where so many more cells do not fit
   */
  void take(long cells) {
    long bytes = used.addAndGet(cells * Float.BYTES);
    if (bytes > limit) {
      throw new TooLargeException(
          String.format(
              Locale.ROOT,
              "it needs more than the %d MB that the memory of this run has room for",
              limit >> 20));
    }
  }
}
