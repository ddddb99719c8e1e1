package org.cotarget.eligibility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A set of states of the open questions: for each question the answers that it may have, as bits.
 * Bit 0 is "not asked", bit {@code i} the {@code i}-th answer. What a criterion needs is a union of
 * such sets.
 */
final class Cube {

  /** Answers that a question may have. */
  static final int MAX_ANSWERS = 62;

  private static final long ANY = -1L;

  private final long[] allowed;

  /** The first 64 questions that have to be asked, as bits: most comparisons end here. */
  private final long asked;

  private Cube(long[] allowed) {
    this.allowed = allowed;
    long bits = 0;
    for (int i = 0; i < Math.min(allowed.length, Long.SIZE); i++) {
      bits |= (~allowed[i] & 1) << i;
    }
    this.asked = bits;
  }

  /** Every state of so many questions. */
  static Cube everything(int questions) {
    long[] allowed = new long[questions];
    Arrays.fill(allowed, ANY);
    return new Cube(allowed);
  }

  /** The states in which a question has one of some answers. */
  static Cube where(int questions, int question, long answers) {
    long[] allowed = new long[questions];
    Arrays.fill(allowed, ANY);
    allowed[question] = answers;
    return new Cube(allowed);
  }

  private boolean covers(Cube other) {
    if ((asked & ~other.asked) != 0) {
      return false;
    }
    for (int i = 0; i < allowed.length; i++) {
      if ((other.allowed[i] & ~allowed[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  /** The questions that have to be asked to get into the set. */
  BitSet asked() {
    BitSet asked = new BitSet();
    for (int i = 0; i < allowed.length; i++) {
      if ((allowed[i] & 1) == 0) {
        asked.set(i);
      }
    }
    return asked;
  }

  boolean allows(int question, int answer) {
    return (allowed[question] & (1L << answer)) != 0;
  }

  /** Union of sets of cubes, without those that lie within another. */
  static List<Cube> union(List<Cube> a, List<Cube> b, int most) throws TooManyCubes {
    List<Cube> all = new ArrayList<>(a);
    b.forEach(cube -> add(all, cube));
    return limited(all, most);
  }

  /** Intersection of sets of cubes, without those that lie within another. */
  static List<Cube> intersection(List<Cube> a, List<Cube> b, int most) throws TooManyCubes {
    List<Cube> all = new ArrayList<>();
    for (Cube left : a) {
      for (Cube right : b) {
        long[] both = new long[left.allowed.length];
        boolean empty = false;
        for (int i = 0; i < both.length && !empty; i++) {
          both[i] = left.allowed[i] & right.allowed[i];
          empty = both[i] == 0;
        }
        if (!empty) {
          add(all, new Cube(both));
        }
      }
      limited(all, most);
    }
    return all;
  }

  private static void add(List<Cube> cubes, Cube cube) {
    for (Cube kept : cubes) {
      if (kept.covers(cube)) {
        return;
      }
    }
    cubes.removeIf(cube::covers);
    cubes.add(cube);
  }

  private static List<Cube> limited(List<Cube> cubes, int most) throws TooManyCubes {
    if (cubes.size() > most) {
      throw new TooManyCubes();
    }
    return cubes;
  }

  /** More alternatives than are enumerated. */
  static final class TooManyCubes extends Exception {
    private static final long serialVersionUID = 1;
  }
}
