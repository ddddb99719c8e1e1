package org.cotarget.eligibility;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A set of states of the open questions: for each question the answers that it may have, as bits.
 * Bit 0 is "not asked", bit {@code i} the {@code i}-th answer. What a criterion needs is a union of
 * such sets.
 */
final class Cube {

  /** Answers that a question may have; a joint question of several genes has a few hundred. */
  static final int MAX_ANSWERS = 1_000;

  /** Of each question the answers, {@code null} for any; never changed once made. */
  private final @Nullable BitSet[] allowed;

  /** The first 64 questions that have to be asked, as bits: most comparisons end here. */
  private final long asked;

  private Cube(@Nullable BitSet[] allowed) {
    this.allowed = allowed;
    long bits = 0;
    for (int i = 0; i < Math.min(allowed.length, Long.SIZE); i++) {
      bits |= (hasToBeAsked(allowed[i]) ? 1L : 0L) << i;
    }
    this.asked = bits;
  }

  private static boolean hasToBeAsked(@Nullable BitSet answers) {
    return answers != null && !answers.get(0);
  }

  /** Every state of so many questions. */
  static Cube everything(int questions) {
    return new Cube(new BitSet[questions]);
  }

  /** The states in which a question has one of some answers. */
  static Cube where(int questions, int question, BitSet answers) {
    @Nullable BitSet[] allowed = new BitSet[questions];
    allowed[question] = answers;
    return new Cube(allowed);
  }

  private boolean covers(Cube other) {
    if ((asked & ~other.asked) != 0) {
      return false;
    }
    for (int i = 0; i < allowed.length; i++) {
      BitSet own = allowed[i];
      BitSet its = other.allowed[i];
      if (own != null && (its == null || !isWithin(its, own))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWithin(BitSet small, BitSet large) {
    for (int bit = small.nextSetBit(0); bit >= 0; bit = small.nextSetBit(bit + 1)) {
      if (!large.get(bit)) {
        return false;
      }
    }
    return true;
  }

  /** The questions that have to be asked to get into the set. */
  BitSet asked() {
    BitSet questions = new BitSet();
    for (int i = 0; i < allowed.length; i++) {
      questions.set(i, hasToBeAsked(allowed[i]));
    }
    return questions;
  }

  boolean allows(int question, int answer) {
    BitSet answers = allowed[question];
    return answers == null || answers.get(answer);
  }

  /** Union of sets of cubes, as few as come of joining pairs. */
  static List<Cube> union(List<Cube> a, List<Cube> b, int most) throws TooManyCubes {
    List<Cube> all = new ArrayList<>(a);
    b.forEach(cube -> add(all, cube));
    return limited(all, most);
  }

  /** Intersection of sets of cubes, likewise. */
  static List<Cube> intersection(List<Cube> a, List<Cube> b, int most) throws TooManyCubes {
    List<Cube> all = new ArrayList<>();
    for (Cube left : a) {
      for (Cube right : b) {
        @Nullable BitSet[] both = new BitSet[left.allowed.length];
        boolean empty = false;
        for (int i = 0; i < both.length && !empty; i++) {
          both[i] = meet(left.allowed[i], right.allowed[i]);
          empty = both[i] != null && both[i].isEmpty();
        }
        if (!empty) {
          add(all, new Cube(both));
        }
      }
      limited(all, most);
    }
    return all;
  }

  private static @Nullable BitSet meet(@Nullable BitSet a, @Nullable BitSet b) {
    if (a == null) {
      return b;
    }
    if (b == null) {
      return a;
    }
    BitSet both = (BitSet) a.clone();
    both.and(b);
    return both;
  }

  /**
   * Adds a cube. Two that differ in one question only are one cube: alternatives about one gene
   * would else multiply with those about every other.
   */
  private static void add(List<Cube> cubes, Cube cube) {
    Cube added = cube;
    for (int i = 0; i < cubes.size(); ) {
      Cube kept = cubes.get(i);
      if (kept.covers(added)) {
        return;
      }
      Cube joined = added.covers(kept) ? added : added.joined(kept);
      if (joined == null) {
        i++;
      } else {
        cubes.remove(i);
        i = joined == added ? i : 0;
        added = joined;
      }
    }
    cubes.add(added);
  }

  /** Both together where that is a cube: they differ in one question at most. */
  private @Nullable Cube joined(Cube other) {
    int differing = -1;
    for (int i = 0; i < allowed.length; i++) {
      if (!Objects.equals(allowed[i], other.allowed[i])) {
        if (differing >= 0) {
          return null;
        }
        differing = i;
      }
    }
    @Nullable BitSet[] both = allowed.clone();
    if (differing >= 0) {
      both[differing] = either(allowed[differing], other.allowed[differing]);
    }
    return new Cube(both);
  }

  private static @Nullable BitSet either(@Nullable BitSet a, @Nullable BitSet b) {
    if (a == null || b == null) {
      return null;
    }
    BitSet either = (BitSet) a.clone();
    either.or(b);
    return either;
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
