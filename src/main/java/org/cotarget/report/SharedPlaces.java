package org.cotarget.report;

import java.util.HashMap;
import java.util.Map;
import org.cotarget.cohort.SourceLocation;

/**
 * Places whose texts are kept once. Read back from a file every place has copies of its own, which
 * would be most of what a check holds of a patient.
 */
final class SharedPlaces {

  private final Map<String, String> texts = new HashMap<>();

  SourceLocation of(SourceLocation place) {
    return new SourceLocation(once(place.path()), place.line(), once(place.column()));
  }

  private String once(String text) {
    return texts.computeIfAbsent(text, same -> same);
  }
}
