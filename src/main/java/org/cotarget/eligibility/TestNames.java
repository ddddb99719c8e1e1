package org.cotarget.eligibility;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Names of tests taken apart: {@code sequencing of PIK3CA, PTEN} is two, {@code PTEN IHC or copy
 * number} may be either. Two questions share a test when they have a part in common.
 */
final class TestNames {

  private static final String SEQUENCING = "sequencing of ";
  private static final String OR = " or ";

  private TestNames() {}

  static boolean share(Collection<String> a, Collection<String> b) {
    Set<String> parts = new LinkedHashSet<>();
    a.forEach(test -> parts.addAll(parts(test)));
    return b.stream().flatMap(test -> parts(test).stream()).anyMatch(parts::contains);
  }

  private static Set<String> parts(String test) {
    Set<String> parts = new LinkedHashSet<>();
    if (test.startsWith(SEQUENCING)) {
      for (String gene : test.substring(SEQUENCING.length()).split(", ", -1)) {
        parts.add(SEQUENCING + gene);
      }
      return parts;
    }
    int or = test.indexOf(OR);
    if (or > 0) {
      String first = test.substring(0, or);
      String second = test.substring(or + OR.length());
      parts.add(first);
      // "PTEN IHC or copy number": the second names its subject only where it differs.
      parts.add(second.equals("copy number") ? first.split(" ", 2)[0] + ' ' + second : second);
      return parts;
    }
    parts.add(test);
    return parts;
  }

  /** Tests without those that another of them contains. */
  static List<String> withoutRepeats(List<String> tests) {
    return tests.stream()
        .distinct()
        .filter(
            test ->
                tests.stream()
                    .filter(other -> !other.equals(test))
                    .noneMatch(other -> makesNeedless(other, test)))
        .toList();
  }

  private static boolean makesNeedless(String other, String test) {
    if (test.contains(OR)) {
      return parts(test).stream().anyMatch(part -> parts(other).contains(part));
    }
    return !other.contains(OR) && parts(other).containsAll(parts(test));
  }
}
