package org.cotarget.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.cotarget.report.ResultFolderException.Reason;

/**
 * A table of a result folder, read back as it was written.
 *
 * @param columns the header
 * @param rows the cells of each row by column, in the order of the header
 */
public record StoredTable(List<String> columns, List<Map<String, String>> rows) {

  public StoredTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * Reads the wanted rows of a table that {@link TableWriter} wrote.
   *
   * @throws ResultFolderException when the file cannot be read, or a row has not the cells of the
   *     header
   */
  static StoredTable read(Path file, Predicate<Map<String, String>> wanted)
      throws ResultFolderException {
    try (BufferedReader in = Files.newBufferedReader(file, UTF_8)) {
      String header = in.readLine();
      if (header == null) {
        throw damaged(file + " is empty");
      }
      List<String> columns = cells(header);
      List<Map<String, String>> rows = new ArrayList<>();
      int line = 1;
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        line++;
        List<String> cells = cells(text);
        if (cells.size() != columns.size()) {
          throw damaged(
              file
                  + " line "
                  + line
                  + " has "
                  + cells.size()
                  + " cells, the header has "
                  + columns.size());
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
          row.put(columns.get(i), cells.get(i));
        }
        if (wanted.test(row)) {
          rows.add(Collections.unmodifiableMap(row));
        }
      }
      return new StoredTable(columns, rows);
    } catch (IOException e) {
      throw new ResultFolderException(
          Reason.NOT_RESULTS, file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\t", -1)).map(TableText::unescape).toList();
  }

  private static ResultFolderException damaged(String message) {
    return new ResultFolderException(
        Reason.NOT_RESULTS, message + "; write the results again with cotarget run");
  }
}
