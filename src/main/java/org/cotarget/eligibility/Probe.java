package org.cotarget.eligibility;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** An answer that a test may give. */
sealed interface Probe {

  /** The answer as a person reads it. */
  String label();

  /** A word, e.g. {@code TNBC}. */
  record Word(String label) implements Probe {}

  /**
   * A number.
   *
   * @param value the number
   * @param label the range of numbers that it stands for
   */
  record Amount(double value, String label) implements Probe {}

  /**
   * A date.
   *
   * @param date the date
   * @param label the range of dates that it stands for
   */
  record Day(LocalDate date, String label) implements Probe {}

  /**
   * What sequencing of a gene finds.
   *
   * @param met the leaves that the variants found meet; none of the others is met
   * @param place {@code met} once more, for looking up
   * @param label the leaves as a person reads them
   */
  record Variants(List<Leaf> met, ByLeaf<Boolean> place, String label) implements Probe {

    static Variants of(Collection<Leaf> met, String label) {
      ByLeaf<Boolean> place = new ByLeaf<>();
      met.forEach(leaf -> place.put(leaf, true));
      return new Variants(List.copyOf(met), place, label);
    }

    boolean meets(Leaf leaf) {
      return place.find(leaf) != null;
    }
  }
}
