package org.cotarget.input;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotarget.cohort.NumberRange;

/**
 * Reads numbers as pathology reports write them: {@code 5}, {@code 5%}, {@code 10-19%}, {@code <1},
 * {@code >=10 %}.
 */
final class NumberText {

  private static final String NUMBER = "(-?\\d+(?:\\.\\d*)?|\\.\\d+)";
  private static final Pattern BOUND = Pattern.compile("([<>]=?|≤|≥)\\s*" + NUMBER + "\\s*%?");
  private static final Pattern BIN =
      Pattern.compile(NUMBER + "\\s*(?:%\\s*)?(?:-|–|to)\\s*" + NUMBER + "\\s*%?");
  private static final Pattern EXACT = Pattern.compile(NUMBER + "\\s*%?");

  private NumberText() {}

  /**
   * Reads a number, bin or bound; a bound without its other side reaches to {@code low} or {@code
   * high}.
   *
   * @return empty where the text is no number; a number outside the limits is returned as it is
   */
  static Optional<NumberRange> parse(String raw, double low, double high) {
    String text = raw.strip();
    Matcher exact = EXACT.matcher(text);
    if (exact.matches()) {
      return Optional.of(NumberRange.exactly(Double.parseDouble(exact.group(1))));
    }
    Matcher bound = BOUND.matcher(text);
    if (bound.matches()) {
      return Optional.of(bound(bound.group(1), Double.parseDouble(bound.group(2)), low, high));
    }
    Matcher bin = BIN.matcher(text);
    if (bin.matches()) {
      double first = Double.parseDouble(bin.group(1));
      double last = Double.parseDouble(bin.group(2));
      return first <= last
          ? Optional.of(new NumberRange(first, last, false, false))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static NumberRange bound(String sign, double value, double low, double high) {
    return switch (sign) {
      case "<" -> new NumberRange(Math.min(low, value), value, false, low < value);
      case "<=", "≤" -> new NumberRange(Math.min(low, value), value, false, false);
      case ">" ->
          new NumberRange(value, Math.max(high, value), value < high, Double.isInfinite(high));
      default -> new NumberRange(value, Math.max(high, value), false, Double.isInfinite(high));
    };
  }
}
