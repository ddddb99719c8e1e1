package org.cotarget.input;

import java.util.Map;
import java.util.TreeMap;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.ReceptorResult.Status;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.table.TableReader;

/**
 * Watches for receptor columns in which {@code -} may stand for no result. METABRIC writes {@code
 * +} and {@code -}, so a dash is read as negative, whatever the other rows hold: a tumour is read
 * alike alone and among others. Where no row says {@code +} the user is asked to look.
 */
final class DashCells {

  private record Seen(long dashes, long pluses) {

    Seen with(String text) {
      return new Seen(dashes + (text.equals("-") ? 1 : 0), pluses + (text.equals("+") ? 1 : 0));
    }
  }

  private final Map<Integer, Seen> columns = new TreeMap<>();

  void see(int column, String text) {
    if (text.equals("-") || text.equals("+")) {
      columns.put(column, columns.getOrDefault(column, new Seen(0, 0)).with(text));
    }
  }

  /**
   * Warns of each column whose dashes were read as {@link Status#NEGATIVE} and that has no plus.
   */
  void report(TableReader table, InputProblems problems) {
    columns.forEach(
        (column, seen) -> {
          if (seen.dashes() > 0 && seen.pluses() == 0) {
            problems.warning(
                "RECEPTOR_DASH",
                new SourceLocation(table.path(), table.headerLine(), table.columnName(column)),
                seen.dashes()
                    + (seen.dashes() == 1 ? " cell '-' is" : " cells '-' are")
                    + " read as negative, though no cell says '+'",
                "leave cells empty, or write NA, where there is no result");
          }
        });
  }
}
