package org.cotarget.cohort;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Every id by which inputs name patients and samples, found again in any text. An id is a whole
 * word: no letter or digit goes before or behind it, unless it begins or ends with neither. Of ids
 * that begin at one place the longest counts; case does not.
 */
public final class KnownIds {

  /** What an id names. */
  public enum Kind {
    PATIENT,
    SAMPLE,
    /** An aliquot, a normal, or a sample by another name than the cohort's. */
    OTHER
  }

  private final Map<String, Kind> kinds = new HashMap<>();
  private final Map<String, String> byFolded = new HashMap<>();
  private final int[] lengths;

  /** An id of several kinds counts as the first of them. */
  public KnownIds(Set<String> patients, Set<String> samples, Set<String> others) {
    patients.forEach(id -> kinds.putIfAbsent(id, Kind.PATIENT));
    samples.forEach(id -> kinds.putIfAbsent(id, Kind.SAMPLE));
    others.forEach(id -> kinds.putIfAbsent(id, Kind.OTHER));
    kinds.remove("");
    Set<Integer> all = new TreeSet<>(Comparator.reverseOrder());
    for (String id : kinds.keySet()) {
      // Of two ids that differ in case alone always the same one is found.
      byFolded.merge(folded(id), id, (one, other) -> one.compareTo(other) <= 0 ? one : other);
      all.add(id.length());
    }
    this.lengths = all.stream().mapToInt(Integer::intValue).toArray();
  }

  /** What an id names; other where it is not known. */
  public Kind kindOf(String id) {
    return kinds.getOrDefault(id, Kind.OTHER);
  }

  public Stream<String> stream() {
    return kinds.keySet().stream();
  }

  /** A text with another one in place of each id. Takes time by the length of the text. */
  public String replace(String text, Function<String, String> replacement) {
    if (text.isEmpty() || lengths.length == 0) {
      return text;
    }
    String folded = folded(text);
    StringBuilder replaced = new StringBuilder();
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      if (!isEdge(text, i)) {
        continue;
      }
      Optional<String> id = idAt(text, folded, i);
      if (id.isPresent()) {
        replaced.append(text, from, i).append(replacement.apply(id.get()));
        from = i + id.get().length();
        i = from - 1;
      }
    }
    return from == 0 ? text : replaced.append(text, from, text.length()).toString();
  }

  private Optional<String> idAt(String text, String folded, int start) {
    for (int length : lengths) {
      int end = start + length;
      if (end <= text.length() && isEdge(text, end)) {
        String exact = text.substring(start, end);
        String id = kinds.containsKey(exact) ? exact : byFolded.get(folded.substring(start, end));
        if (id != null) {
          return Optional.of(id);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a word may begin or end before a character. */
  private static boolean isEdge(String text, int at) {
    return at == 0
        || at == text.length()
        || !Character.isLetterOrDigit(text.charAt(at - 1))
        || !Character.isLetterOrDigit(text.charAt(at));
  }

  /** In lower case, character by character, so that places stay. */
  private static String folded(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = Character.toLowerCase(chars[i]);
    }
    return new String(chars);
  }
}
