package org.cotarget.input.vcf.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cotarget.reference.CodingRegions.Interval;

/** The windows on one sequence, sorted, those that touch or overlap joined. */
final class ChromosomeWindows {
  private final long[] starts;
  private final long[] ends;

  ChromosomeWindows(long[] starts, long[] ends) {
    this.starts = starts;
    this.ends = ends;
  }

  /** First bases, from 1. */
  long[] starts() {
    return starts;
  }

  /** Last bases, included. */
  long[] ends() {
    return ends;
  }

  static final ChromosomeWindows NONE = new ChromosomeWindows(new long[0], new long[0]);
  static final ChromosomeWindows ALL =
      new ChromosomeWindows(new long[] {Long.MIN_VALUE}, new long[] {Long.MAX_VALUE});

  static ChromosomeWindows of(List<Interval> spans) {
    List<Interval> sorted = new ArrayList<>(spans);
    sorted.sort(Comparator.comparingLong(Interval::start));
    long[] starts = new long[sorted.size()];
    long[] ends = new long[sorted.size()];
    int count = 0;
    for (Interval span : sorted) {
      if (count > 0 && span.start() <= ends[count - 1] + 1) {
        ends[count - 1] = Math.max(ends[count - 1], span.end());
      } else {
        starts[count] = span.start();
        ends[count] = span.end();
        count++;
      }
    }
    return new ChromosomeWindows(
        java.util.Arrays.copyOf(starts, count), java.util.Arrays.copyOf(ends, count));
  }

  boolean isEmpty() {
    return starts.length == 0;
  }

  boolean touches(long start, long end) {
    for (int i = 0; i < starts.length; i++) {
      if (start <= ends[i]) {
        return end >= starts[i];
      }
    }
    return false;
  }
}
