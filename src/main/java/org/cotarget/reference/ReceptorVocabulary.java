package org.cotarget.reference;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** How cohorts name receptor columns and spell their values. */
public final class ReceptorVocabulary {

  /** Marker, assay and basis of a column that holds no result. */
  public static final String NONE = "NONE";

  /** Marker of the spellings that mean the same for every marker. */
  public static final String ANY = "any";

  /** Marker of the spellings in columns that derive HER2 from copy number. */
  public static final String HER2_COPY_NUMBER = "HER2.COPY_NUMBER";

  /**
   * A clinical column that holds a receptor or protein result.
   *
   * @param dialect cohort whose convention it is, e.g. {@code METABRIC}, or {@code generic}
   * @param name the column name, compared by {@link #normalise}
   * @param marker {@code ER}, {@code PR}, {@code HER2}, {@code HR} (ER and PR together: negative
   *     means both negative, positive at least one positive), {@code PTEN}, {@code PSTAT5}, {@code
   *     PJAK2}, or {@link #NONE} for a column that holds no result and only proves the dialect
   * @param assay a constant of {@code ReceptorResult.Assay}, {@code PROTEIN_STATUS}, {@code
   *     PROTEIN_PERCENT} or {@link #NONE}
   * @param basis {@code PRIMARY}, {@code CURATED}, {@code MRNA}, {@code COPY_NUMBER} or {@link
   *     #NONE}
   * @param rank among columns of the same marker and assay the lowest rank with a value is used
   * @param marking whether the column's presence proves the dialect
   * @param numericCoding whether 1/0 mean positive/negative in this column
   * @param citation citation key
   */
  public record Column(
      String dialect,
      String name,
      String marker,
      String assay,
      String basis,
      int rank,
      boolean marking,
      boolean numericCoding,
      String citation) {}

  /**
   * A spelling of a result.
   *
   * @param marker a marker, {@link #ANY}, or {@link #HER2_COPY_NUMBER}
   * @param raw the text, compared case-insensitively with inner white space collapsed
   * @param status a constant of {@code ReceptorResult.Status}
   * @param citation citation key
   */
  public record Value(String marker, String raw, String status, String citation) {}

  private static final Pattern NOT_NAME = Pattern.compile("[^a-z0-9+]+");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final List<Column> columns;
  private final List<Value> values;
  private final Set<String> missing;
  private final Map<String, List<Column>> byName = new HashMap<>();
  private final Map<String, Set<String>> markedBy = new HashMap<>();
  private final Map<String, Value> byValue = new HashMap<>();

  /**
   * Indexes columns and values by their folded spelling.
   *
   * @param missing words that mean "no value", lower case
   */
  public ReceptorVocabulary(List<Column> columns, List<Value> values, Set<String> missing) {
    this.columns = List.copyOf(columns);
    this.values = List.copyOf(values);
    this.missing = new HashSet<>(missing);
    for (Column column : columns) {
      if (column.marking()) {
        markedBy
            .computeIfAbsent(normalise(column.name()), name -> new TreeSet<>())
            .add(column.dialect());
      }
      if (column.marker().equals(NONE)) {
        continue;
      }
      byName.merge(
          normalise(column.name()),
          List.of(column),
          (first, second) ->
              java.util.stream.Stream.concat(first.stream(), second.stream()).toList());
    }
    values.forEach(value -> byValue.put(value.marker() + ' ' + fold(value.raw()), value));
  }

  public List<Column> columns() {
    return columns;
  }

  public List<Value> values() {
    return values;
  }

  /** Dialects whose use a header proves, whether or not the column holds a result. */
  public Set<String> dialectsMarkedBy(String header) {
    return Collections.unmodifiableSet(markedBy.getOrDefault(normalise(header), Set.of()));
  }

  /** Columns with results under a header, one for each dialect that uses it. */
  public List<Column> columnsNamed(String header) {
    return byName.getOrDefault(normalise(header), List.of());
  }

  /** The meaning of a text, first for the marker, then for any. */
  public Optional<Value> value(String marker, String raw) {
    Value own = byValue.get(marker + ' ' + fold(raw));
    return Optional.ofNullable(own != null ? own : byValue.get(ANY + " " + fold(raw)));
  }

  /**
   * The meaning of a text in a column of the given basis. Columns that derive a status from copy
   * number have spellings of their own ({@code GAIN}, {@code NEUTRAL}...); what means positive
   * elsewhere does not apply to them.
   *
   * @param basis basis of the column, see {@link Column}
   */
  public Optional<Value> value(String marker, String basis, String raw) {
    if (basis.equals("COPY_NUMBER")) {
      return Optional.ofNullable(byValue.get(marker + ".COPY_NUMBER " + fold(raw)));
    }
    return value(marker, raw);
  }

  /**
   * Whether the text means that there is no value: {@code [Not Available]}, {@code NA}, blank...
   */
  public boolean isMissing(String raw) {
    String folded = fold(raw);
    return folded.isEmpty() || missing.contains(folded);
  }

  /**
   * Header comparison: letters and digits only, lower case, so that {@code ER_Status} meets {@code
   * er.status}.
   */
  public static String normalise(String header) {
    return NOT_NAME.matcher(header.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  private static String fold(String raw) {
    return SPACES.matcher(raw.strip().toLowerCase(Locale.ROOT)).replaceAll(" ");
  }
}
