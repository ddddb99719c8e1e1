package org.cotarget.input.vcf.scan;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotarget.input.layer.VariantLayer.RecordSpread;

/**
 * How widely the records of each tumour spread over the genome: distinct megabases and distinct
 * main chromosomes (1 to 22, X, Y) with a record that has an alternate allele, passes the filters,
 * and whose genotype of the tumour holds an alternate allele. Where a file has no genotypes every
 * such record counts for its only tumour, and none for one tumour of several. Reference blocks do
 * not count. It does not look at annotations, so a file spreads alike before and after annotation.
 *
 * <p>A tumour is complete when it reaches both limits; of it no more is counted, and of a megabase
 * that every open tumour has, no more records are looked at. Since a union does not depend on the
 * order in which it is made, and what is told is cut at the limits, many threads may add to one
 * tally and it tells the same.
 */
final class SpreadTally {

  private static final int TILES_OF_CHROMOSOME = 256;
  private static final int CHROMOSOMES = 24;

  private final int[] columns;
  private final Set<String> passing;
  private final SpreadLimits limits;
  private final long[][] tiles;
  private final int[] megabases;
  private final BitSet[] chromosomes;

  /** Tumours that are not complete, ascending by column; replaced, never changed. */
  private volatile int[] open;

  /**
   * @param columns sample columns of the tumours; empty for a file without columns
   */
  SpreadTally(List<Integer> columns, Set<String> passing, SpreadLimits limits) {
    this.columns =
        columns.isEmpty()
            ? new int[] {-1}
            : columns.stream().mapToInt(Integer::intValue).distinct().sorted().toArray();
    this.passing = passing;
    this.limits = limits;
    int count = this.columns.length;
    this.tiles = new long[count][CHROMOSOMES * TILES_OF_CHROMOSOME / Long.SIZE];
    this.megabases = new int[count];
    this.chromosomes = new BitSet[count];
    Arrays.setAll(chromosomes, unused -> new BitSet(CHROMOSOMES));
    this.open = java.util.stream.IntStream.range(0, count).toArray();
  }

  /** A tally that wants nothing. */
  static SpreadTally closed() {
    SpreadTally tally = new SpreadTally(List.of(), Set.of(), new SpreadLimits(0, 0));
    tally.open = new int[0];
    return tally;
  }

  /**
   * Number of a megabase, or -1 for a sequence that is no main chromosome.
   *
   * @param chromosome index as {@link MainChromosomes} gives it
   */
  static int tile(int chromosome, long position) {
    return chromosome < 0
        ? -1
        : chromosome * TILES_OF_CHROMOSOME
            + (int) Math.min(position / 1_000_000, TILES_OF_CHROMOSOME - 1);
  }

  /** Whether a record of this megabase may still tell something. */
  boolean wants(int tile) {
    if (tile < 0) {
      return false;
    }
    for (int tumour : open) {
      if (lacks(tumour, tile)) {
        return true;
      }
    }
    return false;
  }

  boolean isComplete() {
    return open.length == 0;
  }

  boolean passes(String filters) {
    for (String word : filters.split(";", -1)) {
      if (!word.equals("PASS") && !word.equals(".") && !passing.contains(word)) {
        return false;
      }
    }
    return true;
  }

  boolean hasColumns() {
    return columns[0] >= 0;
  }

  boolean hasOneTumour() {
    return columns.length == 1;
  }

  /** Tumours of which more may be told. */
  int[] open() {
    return open;
  }

  int column(int tumour) {
    return columns[tumour];
  }

  /** Whether the tumour has no record of the megabase yet, as far as this thread knows. */
  boolean lacks(int tumour, int tile) {
    return (tiles[tumour][tile >>> 6] & 1L << tile) == 0;
  }

  synchronized void add(int tumour, int tile) {
    if (!lacks(tumour, tile)) {
      return;
    }
    tiles[tumour][tile >>> 6] |= 1L << tile;
    megabases[tumour]++;
    chromosomes[tumour].set(tile / TILES_OF_CHROMOSOME);
    if (megabases[tumour] >= limits.megabases()
        && chromosomes[tumour].cardinality() >= limits.chromosomes()) {
      open = Arrays.stream(open).filter(other -> other != tumour).toArray();
    }
  }

  /** The spread by column; of records it tells that there are at least so many. */
  synchronized Map<Integer, RecordSpread> result() {
    Map<Integer, RecordSpread> spread = new HashMap<>();
    for (int i = 0; i < columns.length; i++) {
      int seen = Math.min(megabases[i], limits.megabases());
      int on = Math.min(chromosomes[i].cardinality(), limits.chromosomes());
      spread.put(columns[i], new RecordSpread(seen, on, seen));
    }
    return spread;
  }
}
