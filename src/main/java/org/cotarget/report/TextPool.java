package org.cotarget.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.eligibility.CriterionResult;

/**
 * What the patients of a page have in common, each kept once and written as its place: texts,
 * places in files, lists of genes and criteria with their outcome.
 */
final class TextPool {

  /** A criterion as the page shows it; texts and children by their places. */
  private record Node(
      int outcome,
      int text,
      int found,
      int citation,
      List<Integer> missing,
      boolean recoverable,
      List<Integer> children) {}

  /** A place in a file; texts by their places. */
  private record Place(int path, long line, int column) {}

  private final Pool<String> texts = new Pool<>();
  private final Pool<Place> locations = new Pool<>();
  private final Pool<List<Integer>> geneLists = new Pool<>();
  private final Pool<Node> criteria = new Pool<>();
  private final SortedSet<String> citations = new TreeSet<>();

  /** The citation keys written so far. */
  SortedSet<String> citations() {
    return Collections.unmodifiableSortedSet(citations);
  }

  void text(JsonGenerator json, String text) throws IOException {
    json.writeNumber(texts.place(text));
  }

  void texts(JsonGenerator json, List<String> list) throws IOException {
    numbers(json, places(list));
  }

  void citation(JsonGenerator json, String keys) throws IOException {
    json.writeNumber(citation(keys));
  }

  void where(JsonGenerator json, SourceLocation where) throws IOException {
    json.writeNumber(
        locations.place(
            new Place(texts.place(where.path()), where.line(), texts.place(where.column()))));
  }

  void genes(JsonGenerator json, List<String> genes) throws IOException {
    json.writeNumber(geneLists.place(places(genes)));
  }

  void criterion(JsonGenerator json, CriterionResult result) throws IOException {
    json.writeNumber(node(result));
  }

  /** Rounds as reading back from {@code results.json} would, so that the page is the same then. */
  void number(JsonGenerator json, double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumber(TableText.number(JsonForm.stored(value)));
    } else {
      json.writeNull();
    }
  }

  /** Writes everything that is kept, texts last. */
  void write(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("criterionResults");
    for (Node node : criteria.values()) {
      json.writeStartArray();
      json.writeNumber(node.outcome());
      json.writeNumber(node.text());
      json.writeNumber(node.found());
      json.writeNumber(node.citation());
      numbers(json, node.missing());
      json.writeNumber(node.recoverable() ? 1 : 0);
      numbers(json, node.children());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("geneLists");
    for (List<Integer> list : geneLists.values()) {
      numbers(json, list);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("places");
    for (Place place : locations.values()) {
      json.writeStartArray();
      json.writeNumber(place.path());
      json.writeNumber(place.line());
      json.writeNumber(place.column());
      json.writeEndArray();
    }
    json.writeEndArray();
    Set<String> all = texts.values();
    json.writeArrayFieldStart("strings");
    for (String text : all) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private int node(CriterionResult result) {
    List<Integer> children = new ArrayList<>();
    for (CriterionResult child : result.children()) {
      children.add(node(child));
    }
    CriterionResult.Basis basis = result.basis();
    return criteria.place(
        new Node(
            texts.place(result.outcome().name()),
            texts.place(result.text()),
            texts.place(result.found()),
            citation(basis == null ? "" : basis.citation()),
            places(basis == null ? List.of() : basis.missing()),
            basis != null && basis.recoverable(),
            List.copyOf(children)));
  }

  private int citation(String keys) {
    citations.addAll(CitationKeys.of(keys));
    return texts.place(keys);
  }

  private List<Integer> places(List<String> list) {
    return list.stream().map(texts::place).toList();
  }

  private static void numbers(JsonGenerator json, List<Integer> numbers) throws IOException {
    json.writeStartArray();
    for (int number : numbers) {
      json.writeNumber(number);
    }
    json.writeEndArray();
  }
}
