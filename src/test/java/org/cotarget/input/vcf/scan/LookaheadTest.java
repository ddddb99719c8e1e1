package org.cotarget.input.vcf.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever does the work, the outcomes come in the order of the file. */
class LookaheadTest {

  private static final int CHUNKS = 500;

  private static ChunkSource chunks() {
    int[] next = {0};
    return () -> next[0] == CHUNKS ? null : new Chunk(new byte[0], 0, false, next[0]++);
  }

  private static List<Long> all(Executor pool, int ahead) throws IOException {
    List<Long> outcomes = new ArrayList<>();
    try (Lookahead<Long> work =
        new Lookahead<>(chunks(), chunk -> chunk.offset() * 3, pool, ahead)) {
      for (Long next = work.next(); next != null; next = work.next()) {
        outcomes.add(next);
      }
    }
    return outcomes;
  }

  private static List<Long> expected() {
    return IntStream.range(0, CHUNKS).mapToObj(i -> i * 3L).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void withAnyNumberOfThreads(int threads) throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (int ahead : new int[] {1, 2, 10}) {
        assertThat(all(pool, ahead)).isEqualTo(expected());
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** A pool whose threads are all busy for ever must not stop a file. */
  @Test
  void withAPoolThatNeverWorks() throws IOException {
    assertThat(all(task -> {}, 6)).isEqualTo(expected());
  }

  @Test
  void fromWithinThePoolItself() {
    List<List<Long>> files =
        IntStream.range(0, 40)
            .parallel()
            .mapToObj(
                file -> {
                  try {
                    return all(ForkJoinPool.commonPool(), 5);
                  } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                })
            .toList();
    assertThat(files).hasSize(40).allMatch(expected()::equals);
  }

  @Test
  void aFailureComesInItsPlace() throws IOException {
    try (Lookahead<Long> work =
        new Lookahead<>(
            chunks(),
            chunk -> {
              if (chunk.offset() >= 2) {
                throw new EOFException("chunk " + chunk.offset());
              }
              return chunk.offset();
            })) {
      assertThat(work.next()).isEqualTo(0);
      assertThat(work.next()).isEqualTo(1);
      assertThatThrownBy(work::next).isInstanceOf(EOFException.class).hasMessage("chunk 2");
    }
  }
}
