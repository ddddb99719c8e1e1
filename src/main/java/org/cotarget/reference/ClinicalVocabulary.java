package org.cotarget.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names of clinical columns that criteria look at, and the units that convert into each other. Read
 * from {@code vocabulary/clinical_columns.tsv} and {@code vocabulary/units.tsv}.
 */
public final class ClinicalVocabulary {

  private static final String NO_QUANTITY = "any";

  private record Units(String quantity, String from, String to) {}

  /**
   * How a number turns into another unit.
   *
   * @param factor multiplied first; above 0
   * @param offset added then
   */
  public record Conversion(double factor, double offset) {

    private static final Conversion NONE = new Conversion(1, 0);

    /** The number in the other unit. */
    public double apply(double number) {
      return number * factor + offset;
    }
  }

  private final Map<String, List<String>> headersByName = new LinkedHashMap<>();
  private final Map<Units, Conversion> conversions = new HashMap<>();
  private final Map<List<String>, List<String>> headers = new ConcurrentHashMap<>();
  private final Set<String> quantities = new LinkedHashSet<>();

  private ClinicalVocabulary(ReferenceSource source) {
    source
        .table("vocabulary/clinical_columns.tsv", "name", "header", "citation")
        .unique("name", "header")
        .lines()
        .forEach(
            line -> {
              source.citation(line);
              headersByName
                  .computeIfAbsent(line.text("name"), name -> new ArrayList<>())
                  .add(line.text("header"));
            });
    source
        .table("vocabulary/units.tsv", "quantity", "from", "to", "factor", "offset", "citation")
        .unique("quantity", "from", "to")
        .lines()
        .forEach(
            line -> {
              source.citation(line);
              String quantity = line.text("quantity");
              double factor = Double.parseDouble(line.text("factor"));
              double offset = Double.parseDouble(line.text("offset"));
              if (!quantity.equals(NO_QUANTITY)) {
                quantities.add(quantity);
              }
              conversions.put(
                  new Units(quantity, fold(line.text("from")), fold(line.text("to"))),
                  new Conversion(factor, offset));
              conversions.put(
                  new Units(quantity, fold(line.text("to")), fold(line.text("from"))),
                  new Conversion(1 / factor, -offset / factor));
            });
  }

  /**
   * The vocabulary of this build.
   *
   * @throws ReferenceFormatException when a table is not as it must be
   */
  public static ClinicalVocabulary bundled() {
    return new ClinicalVocabulary(new ReferenceSource(ReferenceLoader::text));
  }

  /** Quantities that have units of their own. */
  public Set<String> quantities() {
    return Set.copyOf(quantities);
  }

  /** Upper-case headers under which columns of some names are found, in order of preference. */
  public List<String> headers(List<String> names) {
    return headers.computeIfAbsent(names, this::findHeaders);
  }

  private List<String> findHeaders(List<String> names) {
    Set<String> found = new LinkedHashSet<>();
    for (String name : names) {
      String upper = name.toUpperCase(Locale.ROOT);
      found.add(upper);
      found.addAll(headersByName.getOrDefault(upper, List.of()));
    }
    return List.copyOf(found);
  }

  /**
   * How a number turns from one unit into another.
   *
   * @param quantity what is measured, or empty
   * @return empty where the units do not convert
   */
  public Optional<Conversion> conversion(String quantity, String from, String to) {
    if (fold(from).equals(fold(to))) {
      return Optional.of(Conversion.NONE);
    }
    return find(quantity, from, to).or(() -> find(NO_QUANTITY, from, to));
  }

  private Optional<Conversion> find(String quantity, String from, String to) {
    return Optional.ofNullable(conversions.get(new Units(quantity, fold(from), fold(to))));
  }

  private static String fold(String unit) {
    String folded = unit.strip().toLowerCase(Locale.ROOT).replace(" ", "");
    return switch (folded) {
      case "percent", "pct" -> "%";
      default ->
          folded.length() > 3 && folded.endsWith("s") && !folded.contains("/")
              ? folded.substring(0, folded.length() - 1)
              : folded;
    };
  }
}
