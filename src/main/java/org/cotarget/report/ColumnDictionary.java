package org.cotarget.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;

/**
 * What every column of the tables means: {@value #RESOURCE}, which is made from the comments of the
 * row records, as {@code docs/columns.md} is.
 */
public final class ColumnDictionary {

  static final String RESOURCE = "columns.tsv";

  private static final int COLUMNS = 4;

  private ColumnDictionary() {}

  /** The columns, table by table, in their order. */
  public static List<ColumnEntry> entries() throws IOException {
    try (InputStream in = ColumnDictionary.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not in the jar");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8));
      List<ColumnEntry> entries = new ArrayList<>();
      for (String line : reader.lines().skip(1).toList()) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
          throw new IllegalStateException(RESOURCE + " has a row of " + cells.length + " cells");
        }
        entries.add(new ColumnEntry(cells[0], cells[1], cells[2], cells[3]));
      }
      return List.copyOf(entries);
    }
  }
}
