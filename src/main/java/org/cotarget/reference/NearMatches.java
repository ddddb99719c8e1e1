package org.cotarget.reference;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Ids and words that somebody who mistyped one may have meant. */
public final class NearMatches {

  private static final int SHOWN = 3;

  private record Match(String id, int distance) {}

  private NearMatches() {}

  /**
   * Up to three ids, the nearest first: those that hold or begin the text, or differ in a few
   * letters.
   */
  public static List<String> of(String text, Collection<String> ids) {
    String wanted = text.toLowerCase(Locale.ROOT);
    int tolerance = Math.max(2, wanted.length() / 4);
    return ids.stream()
        .map(id -> new Match(id, distance(wanted, id.toLowerCase(Locale.ROOT), tolerance)))
        .filter(match -> match.distance() <= tolerance)
        .sorted(Comparator.comparingInt(Match::distance).thenComparing(Match::id))
        .limit(SHOWN)
        .map(Match::id)
        .toList();
  }

  /**
   * Levenshtein distance, 1 where one text holds the other. Texts whose lengths alone tell that
   * they are further apart than is tolerated are not compared: one of them may be very long.
   */
  private static int distance(String a, String b, int tolerance) {
    if (!a.equals(b) && !a.isEmpty() && !b.isEmpty() && (a.contains(b) || b.contains(a))) {
      return 1;
    }
    if (Math.abs(a.length() - b.length()) > tolerance) {
      return tolerance + 1;
    }
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
