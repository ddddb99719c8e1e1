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
   * Bytes that a sample takes beside its values: 1,000 while it is read, the rest for its calls and
   * evidence. A run of 20,000 samples and 10 genes does not end with a heap of 220 MB, which is
   * 7,500 a sample beside what every run takes.
   */
  private static final long BYTES_PER_SAMPLE = 8_000;

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
