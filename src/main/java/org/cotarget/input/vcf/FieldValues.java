package org.cotarget.input.vcf;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The values of one sample column by FORMAT key, or those of INFO; {@code .} is no value. Values of
 * local alleles (VCF 4.5, and Hail before it) are given as those of all alleles of the record.
 */
final class FieldValues {

  private final Map<String, String> byKey = new HashMap<>();

  private FieldValues() {}

  /**
   * The values of a sample.
   *
   * @param alternates number of ALT alleles of the record
   */
  static FieldValues ofSample(String format, String column, int alternates) {
    FieldValues values = new FieldValues();
    String[] keys = format.split(":", -1);
    String[] cells = column.split(":", -1);
    for (int i = 0; i < keys.length && i < cells.length; i++) {
      values.byKey.putIfAbsent(keys[i], cells[i]);
    }
    LocalAlleles.of(values, alternates).ifPresent(local -> local.expand(values.byKey));
    return values;
  }

  /** The values of INFO; a flag has an empty value. */
  static FieldValues ofInfo(String info) {
    FieldValues values = new FieldValues();
    for (String field : info.split(";", -1)) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        values.byKey.putIfAbsent(field.substring(0, equals), field.substring(equals + 1));
      } else if (!field.isEmpty() && !field.equals(".")) {
        values.byKey.putIfAbsent(field, "");
      }
    }
    return values;
  }

  /** All keys with their values, in no order that means anything. */
  Iterable<Map.Entry<String, String>> entries() {
    return byKey.entrySet();
  }

  boolean has(String key) {
    return byKey.containsKey(key);
  }

  String text(String key) {
    return byKey.getOrDefault(key, "");
  }

  /** Number of comma-separated values; 0 when the key is absent or {@code .}. */
  int size(String key) {
    String text = text(key);
    return text.isEmpty() || text.equals(".") ? 0 : split(text).length;
  }

  /** The value at an index, or -1 when it is missing, no integer or negative. */
  int integer(String key, int index) {
    String[] values = split(text(key));
    if (index < 0 || index >= values.length) {
      return -1;
    }
    String value = values[index];
    boolean digits =
        !value.isEmpty()
            && value.length() < 10
            && value.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Integer.parseInt(value) : -1;
  }

  /** Sum of all values, or -1 when one is missing. */
  int sum(String key) {
    int sum = 0;
    for (int i = 0; i < split(text(key)).length; i++) {
      int value = integer(key, i);
      if (value < 0) {
        return -1;
      }
      sum += value;
    }
    return sum;
  }

  /** A share, also where it is written in percent; NaN when it is missing or no number. */
  double fraction(String key, int index) {
    String[] values = split(text(key));
    return share(index < values.length ? values[index] : "");
  }

  /** A share out of the whole text, e.g. {@code 30.77%}, or {@code 30,77%} of a German VarScan. */
  double percent(String key) {
    return share(text(key).replace(',', '.'));
  }

  private static double share(String text) {
    String value = text.strip().toLowerCase(Locale.ROOT);
    boolean percent = value.endsWith("%");
    String number = percent ? value.substring(0, value.length() - 1) : value;
    if (!number.matches("\\d{0,15}\\.?\\d{1,20}(e[+-]?\\d{1,3})?|\\d{1,15}\\.")) {
      return Double.NaN;
    }
    return Double.parseDouble(number) / (percent ? 100 : 1);
  }

  private static String[] split(String text) {
    return text.split(",", -1);
  }
}
