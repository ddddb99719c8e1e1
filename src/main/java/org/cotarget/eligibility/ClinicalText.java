package org.cotarget.eligibility;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotarget.cohort.NumberRange;
import org.jspecify.annotations.Nullable;

/** Reads numbers with units, and dates, as clinical tables write them. */
final class ClinicalText {

  private static final String NUMBER = "([+-]?\\d+(?:[.]\\d*|,\\d{1,2})?|[.]\\d+)";
  private static final String UNIT = "\\s*([^\\d\\s<>=.,-][^\\d<>=]{0,24})?";
  private static final Pattern EXACT = Pattern.compile(NUMBER + UNIT);
  private static final Pattern BOUND = Pattern.compile("([<>]=?|≤|≥)\\s*" + NUMBER + UNIT);
  private static final Pattern BIN =
      Pattern.compile(NUMBER + "\\s*(?:%\\s*)?(?:-|–|to)\\s*" + NUMBER + UNIT);
  private static final String TIME =
      "(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?\\s?(?:Z|[+-]\\d{2}:?\\d{2})?)?";
  private static final Pattern DATE =
      Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})" + TIME + ")?)?");

  private ClinicalText() {}

  /**
   * A number with its unit.
   *
   * @param range the number, bin or bound
   * @param unit the unit as the cell has it, or empty
   */
  record Quantity(NumberRange range, String unit) {}

  /**
   * A date, or as much of it as is given.
   *
   * @param earliest first day that it may be
   * @param latest last day that it may be
   */
  record Days(LocalDate earliest, LocalDate latest) {}

  /** Reads {@code 5}, {@code 6,5 %}, {@code <=48 mmol/mol}, {@code 10-19}; empty otherwise. */
  static Optional<Quantity> number(String raw) {
    String text = raw.strip();
    if (isDigits(text)) {
      return Optional.of(new Quantity(NumberRange.exactly(Integer.parseInt(text)), ""));
    }
    Matcher exact = EXACT.matcher(text);
    if (exact.matches()) {
      return Optional.of(
          new Quantity(NumberRange.exactly(value(exact.group(1))), unit(exact.group(2))));
    }
    Matcher bound = BOUND.matcher(text);
    if (bound.matches()) {
      double value = value(bound.group(2));
      NumberRange range =
          switch (bound.group(1)) {
            case "<" -> new NumberRange(Double.NEGATIVE_INFINITY, value, true, true);
            case "<=", "≤" -> new NumberRange(Double.NEGATIVE_INFINITY, value, true, false);
            case ">" -> new NumberRange(value, Double.POSITIVE_INFINITY, true, true);
            default -> new NumberRange(value, Double.POSITIVE_INFINITY, false, true);
          };
      return Optional.of(new Quantity(range, unit(bound.group(3))));
    }
    Matcher bin = BIN.matcher(text);
    if (bin.matches() && value(bin.group(1)) <= value(bin.group(2))) {
      return Optional.of(
          new Quantity(
              new NumberRange(value(bin.group(1)), value(bin.group(2)), false, false),
              unit(bin.group(3))));
    }
    return Optional.empty();
  }

  /** The common cell, told without a pattern. */
  private static boolean isDigits(String text) {
    if (text.isEmpty() || text.length() > 9) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static double value(String text) {
    return Double.parseDouble(text.replace(',', '.'));
  }

  private static String unit(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  /**
   * Reads {@code 2024-03-31}, with a time behind it or not, {@code 2024-03} and {@code 2024}; empty
   * for any other form, such as one that doubts the date or gives two.
   */
  static Optional<Days> date(String raw) {
    Matcher matcher = DATE.matcher(raw.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      int year = Integer.parseInt(matcher.group(1));
      if (matcher.group(2) == null) {
        return Optional.of(new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
      }
      YearMonth month = YearMonth.of(year, Integer.parseInt(matcher.group(2)));
      if (matcher.group(3) == null) {
        return Optional.of(new Days(month.atDay(1), month.atEndOfMonth()));
      }
      LocalDate day = month.atDay(Integer.parseInt(matcher.group(3)));
      return Optional.of(new Days(day, day));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
