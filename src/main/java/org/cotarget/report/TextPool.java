package org.cotarget.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cotarget.cohort.SourceLocation;

/** Texts of a page, each kept once and written as its place. */
final class TextPool {

  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final SortedSet<String> citations = new TreeSet<>();

  /** All texts by place. */
  Set<String> texts() {
    return Collections.unmodifiableSet(places.keySet());
  }

  /** The citation keys written so far. */
  SortedSet<String> citations() {
    return Collections.unmodifiableSortedSet(citations);
  }

  void text(JsonGenerator json, String text) throws IOException {
    json.writeNumber(places.computeIfAbsent(text, t -> places.size()));
  }

  void texts(JsonGenerator json, List<String> texts) throws IOException {
    json.writeStartArray();
    for (String text : texts) {
      text(json, text);
    }
    json.writeEndArray();
  }

  void citation(JsonGenerator json, String keys) throws IOException {
    citations.addAll(CitationKeys.of(keys));
    text(json, keys);
  }

  void where(JsonGenerator json, SourceLocation where) throws IOException {
    text(json, where.toString());
  }

  void number(JsonGenerator json, double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumber(TableText.number(value));
    } else {
      json.writeNull();
    }
  }
}
