package org.cotarget.input.vcf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Holds the FORMAT column and that of a tumour to the specification. */
final class SampleCheck {

  /**
   * What breaks the rules.
   *
   * @param fatal whether it leaves open what the sample carries; else a value is not used
   */
  record Finding(boolean fatal, String column, String message) {}

  // Possessive, since a repeated group that may give back takes stack for every repetition.
  private static final Pattern GENOTYPE =
      Pattern.compile("[/|]?(\\.|\\d{1,4})([/|](\\.|\\d{1,4}))*+");
  private static final Pattern NUMBERS = Pattern.compile("\\d{1,9}(,\\d{1,9})*+");

  private SampleCheck() {}

  /**
   * All findings of a column.
   *
   * @param name name of the sample column
   */
  static List<Finding> check(String format, String cell, String name, SiteAlleles alleles) {
    List<Finding> found = new ArrayList<>();
    String[] keys = format.split(":", -1);
    String[] values = cell.split(":", -1);
    Set<String> seen = new HashSet<>();
    if (format.equals(".") && values.length == 1) {
      return found;
    }
    for (String key : keys) {
      if (key.isEmpty()) {
        found.add(new Finding(true, "FORMAT", "FORMAT has an empty key"));
      } else if (!seen.add(key)) {
        found.add(new Finding(true, "FORMAT", "FORMAT names " + key + " twice"));
      }
    }
    if (values.length > keys.length) {
      found.add(
          new Finding(
              true,
              name,
              "it has " + values.length + " values for " + keys.length + " keys of FORMAT"));
    }
    int count = alleles.count();
    for (int i = 0; i < keys.length && i < values.length; i++) {
      String value = values[i];
      if (value.isEmpty() || value.equals(".")) {
        continue;
      }
      switch (keys[i]) {
        case "GT" -> genotype(value, count, name, found);
        case "DP" -> depth(value, name, found);
        case "AD" -> depths(value, keys, count, name, found);
        case "LAA" -> local(value, count, name, found);
        default -> {}
      }
    }
    return found;
  }

  private static void genotype(String text, int count, String name, List<Finding> found) {
    if (!GENOTYPE.matcher(text).matches()) {
      found.add(new Finding(true, name, "GT is " + RecordCheck.quoted(text)));
      return;
    }
    for (String part : text.split("[/|]", -1)) {
      if (!part.isEmpty() && !part.equals(".") && Integer.parseInt(part) > count) {
        found.add(
            new Finding(
                true,
                name,
                "GT " + text + " names allele " + part + ", and the record has " + count + " ALT"));
        return;
      }
    }
  }

  private static void depth(String text, String name, List<Finding> found) {
    if (!NUMBERS.matcher(text).matches()) {
      found.add(new Finding(true, name, "DP is " + RecordCheck.quoted(text) + ", not a number"));
    }
  }

  private static void depths(
      String text, String[] keys, int count, String name, List<Finding> found) {
    String[] parts = text.split(",", -1);
    for (String part : parts) {
      if (!part.equals(".") && !NUMBERS.matcher(part).matches()) {
        found.add(
            new Finding(
                true, name, "AD is " + RecordCheck.quoted(text) + ", not numbers of reads"));
        return;
      }
    }
    boolean alternatesOnly = List.of(keys).contains("RD") || count == 1;
    if (parts.length != count + 1 && !(alternatesOnly && parts.length == count)) {
      found.add(
          new Finding(
              false,
              name,
              String.format(
                  Locale.ROOT,
                  "AD has %d values for REF and %d ALT; it is not used",
                  parts.length,
                  count)));
    }
  }

  private static void local(String text, int count, String name, List<Finding> found) {
    boolean known = NUMBERS.matcher(text).matches();
    if (known) {
      for (String part : text.split(",", -1)) {
        known &= Integer.parseInt(part) >= 1 && Integer.parseInt(part) <= count;
      }
    }
    if (!known) {
      found.add(
          new Finding(
              true,
              name,
              "LAA is " + RecordCheck.quoted(text) + ", and the record has " + count + " ALT"));
    }
  }
}
