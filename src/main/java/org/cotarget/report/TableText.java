package org.cotarget.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Locale;

/**
 * How a value is written in a cell of a table.
 *
 * <p>A cell never breaks its row: backslash, tab, line ends, other control characters,
 * bidirectional controls, characters without width, lone surrogates and a leading double quote are
 * written as {@code \\}, {@code \t}, {@code \n}, {@code \r}, <code>&#92;uXXXX</code> and {@code
 * \"}. A quote is escaped because R, pandas and spreadsheets would read one at the start of a cell
 * as opening a quotation that swallows rows.
 *
 * <p>Text that begins with {@code =}, {@code +}, {@code -} or {@code @} stays as it is, since
 * tables are data for programs; a spreadsheet should import such a column as text.
 */
public final class TableText {

  /** Written where a number is not known. */
  public static final String NOT_AVAILABLE = "NA";

  private static final int DECIMALS = 4;
  private static final String LIST_SEPARATOR = "; ";

  private TableText() {}

  /** Up to four decimals without trailing zeros; {@code NA} for NaN and infinities. */
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      return NOT_AVAILABLE;
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** The text of a cell for a component value of a row record. */
  static String cell(Object value) {
    if (value instanceof Double number) {
      return number(number);
    }
    if (value instanceof Boolean truth) {
      return truth ? "YES" : "NO";
    }
    if (value instanceof Collection<?> items) {
      return escape(String.join(LIST_SEPARATOR, items.stream().map(String::valueOf).toList()));
    }
    return escape(value.toString());
  }

  /** The text on one line, with everything visible that could break a table or hide in it. */
  public static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      appendEscaped(safe, point, i == 0);
      i += Character.charCount(point);
    }
    return safe.toString();
  }

  /** The text that {@link #escape} made visible, as it was. */
  static String unescape(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        plain.append(c);
        continue;
      }
      char kind = text.charAt(++i);
      switch (kind) {
        case 't' -> plain.append('\t');
        case 'n' -> plain.append('\n');
        case 'r' -> plain.append('\r');
        case 'u' -> {
          if (text.substring(i + 1).matches("[0-9A-F]{4}.*")) {
            plain.append((char) Integer.parseInt(text.substring(i + 1, i + 5), 16));
            i += 4;
          } else {
            plain.append("\\u");
          }
        }
        default -> plain.append(kind);
      }
    }
    return plain.toString();
  }

  private static void appendEscaped(StringBuilder safe, int point, boolean first) {
    switch (point) {
      case '\\' -> safe.append("\\\\");
      case '\t' -> safe.append("\\t");
      case '\n' -> safe.append("\\n");
      case '\r' -> safe.append("\\r");
      case '"' -> safe.append(first ? "\\\"" : "\"");
      default -> {
        if (isHidden(point)) {
          safe.append(String.format(Locale.ROOT, "\\u%04X", point));
        } else {
          safe.appendCodePoint(point);
        }
      }
    }
  }

  /**
   * Control characters, line separators, bidirectional controls, characters without width and
   * halves of a surrogate pair.
   */
  public static boolean isHidden(int point) {
    return Character.isISOControl(point)
        || point == 0x2028
        || point == 0x2029
        || point == 0x061C
        || point == 0xFEFF
        || (point >= 0x200B && point <= 0x200F)
        || point == 0x2060
        || (point >= 0x202A && point <= 0x202E)
        || (point >= 0x2066 && point <= 0x2069)
        || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }
}
