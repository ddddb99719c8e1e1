package org.cotarget.input;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.cotarget.cohort.InputProblems;
import org.cotarget.input.table.TableFormat;
import org.cotarget.input.table.TableReader;
import org.cotarget.reference.ReceptorVocabulary;

/**
 * Finds the columns that hold receptor and protein results. Cohorts use one name for different
 * things ({@code ER_STATUS} is a pathology result in one and an expression call in another), so the
 * cohort is recognised first, by columns that only it has.
 */
final class ReceptorColumns {

  private static final String GENERIC = "generic";
  private static final String METABRIC = "METABRIC";
  private static final Pattern METABRIC_ID = Pattern.compile("MB-\\d{4}");

  private final ReceptorVocabulary vocabulary;
  private final ClinicalMapping mapping;
  private final Set<String> headers = new TreeSet<>();
  private final Set<String> metabricById = new TreeSet<>();
  private final String cohortDialect;

  /**
   * Looks at the headers of all clinical tables, as a cohort may keep its marking columns in
   * another file than its results.
   */
  ReceptorColumns(ReceptorVocabulary vocabulary, ClinicalMapping mapping, Collection<Path> tables) {
    this.vocabulary = vocabulary;
    this.mapping = mapping;
    for (Path path : tables) {
      // What is wrong with a file is reported when it is read.
      TableReader.open(path, TableFormat.TABLE, new InputProblems())
          .ifPresent(
              table -> {
                headers.addAll(table.header());
                if (hasMetabricIds(table)) {
                  metabricById.add(table.path());
                }
                table.close();
              });
    }
    this.cohortDialect = dialect(List.copyOf(headers)).orElse(GENERIC);
  }

  /** The column names of all tables. */
  Set<String> headers() {
    return Collections.unmodifiableSet(headers);
  }

  /**
   * The dialect by which a table is read: that of its own columns, else that of the tables
   * together, else that of its ids.
   */
  String dialectOf(TableReader table) {
    return dialect(table.header()).orElse(isKnownByIds(table) ? METABRIC : cohortDialect);
  }

  /**
   * Whether only the ids of a table tell its dialect. The sample file of METABRIC has no column
   * that only METABRIC has, and its statuses are calls from expression.
   */
  boolean isKnownByIds(TableReader table) {
    return cohortDialect.equals(GENERIC) && metabricById.contains(table.path());
  }

  /** What the columns of a table hold, by column index; columns without receptors are absent. */
  Map<Integer, ReceptorColumn> of(TableReader table) {
    List<String> header = table.header();
    String dialect = dialectOf(table);
    Map<Integer, ReceptorColumn> columns = new TreeMap<>();
    for (int i = 0; i < header.size(); i++) {
      int index = i;
      String name = header.get(i);
      mapping
          .column(name)
          .or(() -> meaning(name, dialect))
          .ifPresent(column -> columns.put(index, column));
    }
    return columns;
  }

  private Optional<ReceptorColumn> meaning(String name, String dialect) {
    return vocabulary.columnsNamed(name).stream()
        .min(
            Comparator.comparingInt(
                    (ReceptorVocabulary.Column column) ->
                        column.dialect().equals(dialect)
                            ? 0
                            : column.dialect().equals(GENERIC) ? 1 : 2)
                .thenComparing(ReceptorVocabulary.Column::dialect))
        .map(ReceptorColumn::of);
  }

  private Optional<String> dialect(List<String> names) {
    Map<String, Integer> marks = new TreeMap<>();
    for (String header : names) {
      vocabulary.dialectsMarkedBy(header).forEach(dialect -> marks.merge(dialect, 1, Integer::sum));
    }
    return marks.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }

  private static boolean hasMetabricIds(TableReader table) {
    long rows = 0;
    long matches = 0;
    while (table.next()) {
      rows++;
      boolean match =
          ClinicalReader.idColumns(table).stream()
              .anyMatch(column -> METABRIC_ID.matcher(table.text(column)).matches());
      matches += match ? 1 : 0;
    }
    return 2 * matches > rows;
  }
}
