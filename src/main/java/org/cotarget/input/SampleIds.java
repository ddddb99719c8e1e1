package org.cotarget.input;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotarget.cohort.SampleType;

/**
 * TCGA barcodes at the three levels on which files name tumours: patient ({@code TCGA-A1-A0SB}),
 * sample ({@code TCGA-A1-A0SB-01}, with or without vial) and aliquot (28 characters). Other ids
 * have no levels and are compared as they are.
 */
final class SampleIds {

  private static final Pattern TCGA =
      Pattern.compile(
          "TCGA[-._]([A-Z0-9]{2})[-._]([A-Z0-9]{4})(?:[-._](\\d{2})[A-Z]?(?:[-._].*)?)?",
          Pattern.CASE_INSENSITIVE);

  /**
   * A barcode in upper case and with dashes.
   *
   * @param patient the first twelve characters
   * @param code two-digit sample code, or empty at patient level
   */
  record Barcode(String patient, String code) {

    boolean isPatient() {
      return code.isEmpty();
    }

    /** Codes 10 to 19 are normal tissue. */
    boolean isNormal() {
      return code.startsWith("1");
    }

    /** Patient and sample code: the vial and all behind it name pieces of the same tumour. */
    String sample() {
      return patient + "-" + code;
    }

    SampleType type() {
      return switch (code) {
        case "01", "05" -> SampleType.PRIMARY;
        case "02", "04" -> SampleType.RECURRENCE;
        case "06", "07" -> SampleType.METASTASIS;
        default -> SampleType.UNKNOWN;
      };
    }
  }

  private SampleIds() {}

  /** The barcode that an id is; empty for ids of other cohorts. */
  static Optional<Barcode> barcode(String id) {
    if (id.length() < 12 || (id.charAt(0) != 'T' && id.charAt(0) != 't')) {
      return Optional.empty();
    }
    Matcher match = TCGA.matcher(id);
    if (!match.matches()) {
      return Optional.empty();
    }
    String patient = "TCGA-" + match.group(1) + "-" + match.group(2);
    String code = match.group(3);
    return Optional.of(new Barcode(patient.toUpperCase(Locale.ROOT), code == null ? "" : code));
  }

  static boolean isNormal(String id) {
    return barcode(id).map(Barcode::isNormal).orElse(false);
  }

  /**
   * An id as far as a typing slip would leave it: without case, white space, dots, dashes and
   * underscores.
   */
  static String loosely(String id) {
    return id.toLowerCase(Locale.ROOT).replaceAll("[\\s._-]+", "");
  }
}
