package org.cotarget.report.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.cotarget.report.ColumnDictionary;
import org.cotarget.report.ColumnEntry;
import org.cotarget.report.Export;
import org.cotarget.report.ExportSource;
import org.cotarget.report.ResultTable;
import org.cotarget.report.TableText;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook with a sheet for each table and one that explains the columns. Numbers and yes/no are
 * typed cells, a number that is not known is a blank one, and any text is a text, also where it
 * begins like a formula.
 */
public final class XlsxExport implements Export {

  /** Rows of a sheet, header included. */
  static final int MOST_ROWS = Worksheet.MAX_ROWS;

  /** Characters of a cell. */
  static final int LONGEST_TEXT = 32_767;

  private static final int FLUSH_EVERY = 500;
  private static final int DICTIONARY_COLUMNS = 4;
  private static final double WIDTH = 18;

  /** A time that zip can hold and that says nothing. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final Pattern CREATED =
      Pattern.compile("(<dcterms:created[^>]*>)[^<]*(</dcterms:created>)");

  /** {@code _x0041_} in a cell would be read as {@code A}. */
  private static final Pattern HEX_ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  @Override
  public String name() {
    return "xlsx";
  }

  @Override
  public void write(ExportSource source, Path folder) throws IOException {
    Path draft = folder.resolve("draft.zip");
    try (OutputStream out = Files.newOutputStream(draft);
        Workbook workbook = new Workbook(out, "cotarget", "1.0")) {
      for (ResultTable<?> table : source.tables()) {
        sheets(workbook, table);
      }
      dictionary(workbook);
    }
    withoutTimes(draft, folder.resolve("cotarget.xlsx"));
    Files.delete(draft);
  }

  /** A table with more rows than a sheet goes on in the next. */
  private static void sheets(Workbook workbook, ResultTable<?> table) throws IOException {
    Iterator<? extends List<Object>> rows = table.rows().iterator();
    int part = 1;
    do {
      String name = part == 1 ? table.name() : table.name() + " " + part;
      sheet(workbook, name, table.header(), rows);
      part++;
    } while (rows.hasNext());
  }

  private static void sheet(
      Workbook workbook, String name, List<String> header, Iterator<? extends List<Object>> rows)
      throws IOException {
    Worksheet sheet = workbook.newWorksheet(name);
    header(sheet, header);
    int row = 1;
    for (; row < MOST_ROWS && rows.hasNext(); row++) {
      List<Object> cells = rows.next();
      for (int column = 0; column < cells.size(); column++) {
        cell(sheet, row, column, cells.get(column));
      }
      if (row % FLUSH_EVERY == 0) {
        sheet.flush();
      }
    }
    sheet.setAutoFilter(0, 0, Math.max(1, row - 1), header.size() - 1);
    sheet.finish();
  }

  private static void header(Worksheet sheet, List<String> names) {
    for (int column = 0; column < names.size(); column++) {
      sheet.inlineString(0, column, text(names.get(column)));
      sheet.style(0, column).bold().set();
      sheet.width(column, WIDTH);
    }
    sheet.freezePane(1, 1);
  }

  private static void dictionary(Workbook workbook) throws IOException {
    Worksheet sheet = workbook.newWorksheet("dictionary");
    header(sheet, List.of("TABLE", "COLUMN", "TYPE", "DESCRIPTION"));
    int row = 1;
    for (ColumnEntry entry : ColumnDictionary.entries()) {
      sheet.inlineString(row, 0, text(entry.table()));
      sheet.inlineString(row, 1, text(entry.column()));
      sheet.inlineString(row, 2, text(entry.type()));
      sheet.inlineString(row, 3, text(entry.plain()));
      row++;
    }
    sheet.setAutoFilter(0, 0, row - 1, DICTIONARY_COLUMNS - 1);
    sheet.finish();
  }

  private static void cell(Worksheet sheet, int row, int column, Object value) {
    if (value instanceof Double number) {
      if (Double.isFinite(number)) {
        sheet.value(row, column, ExportJson.number(number));
      }
    } else if (value instanceof Long number) {
      sheet.value(row, column, number);
    } else if (value instanceof Boolean truth) {
      sheet.value(row, column, truth);
    } else if (!value.equals("")) {
      sheet.inlineString(row, column, text(value.toString()));
    }
  }

  /** Text that XML can hold and a cell has room for, with what is hidden written out. */
  private static String text(String value) {
    String safe = HEX_ESCAPE.matcher(TableText.escape(value)).replaceAll("_x005F_");
    if (safe.length() <= LONGEST_TEXT) {
      return safe;
    }
    String note = "... (cut)";
    int end = LONGEST_TEXT - note.length();
    return safe.substring(0, Character.isHighSurrogate(safe.charAt(end - 1)) ? end - 1 : end)
        + note;
  }

  /** The library stamps the time of writing; a copy without it is the same in every run. */
  private static void withoutTimes(Path draft, Path file) throws IOException {
    try (ZipFile zip = new ZipFile(draft.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements(); ) {
        ZipEntry part = parts.nextElement();
        ZipEntry copy = new ZipEntry(part.getName());
        copy.setTimeLocal(NO_TIME);
        out.putNextEntry(copy);
        try (InputStream in = zip.getInputStream(part)) {
          if (part.getName().equals("docProps/core.xml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            out.write(
                CREATED
                    .matcher(text)
                    .replaceAll(found -> found.group(1) + NO_TIME + ":00Z" + found.group(2))
                    .getBytes(StandardCharsets.UTF_8));
          } else {
            in.transferTo(out);
          }
        }
        out.closeEntry();
      }
    }
  }
}
