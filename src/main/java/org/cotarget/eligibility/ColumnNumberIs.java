package org.cotarget.eligibility;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotarget.cohort.ClinicalValue;
import org.cotarget.cohort.NumberRange;
import org.cotarget.reference.ClinicalVocabulary;

/**
 * The number in a clinical column lies within limits. A unit is never guessed: where the bounds
 * have one, a cell must have one that converts to it, its own or that which the file declares. A
 * negative number is no value unless a bound is negative: tables write -1 or -9 for "not known".
 *
 * @param column the column
 * @param limits its bounds
 * @param quantity what is measured, for units that convert only for it; or empty
 * @param unit unit of the bounds, or empty
 * @param cellUnit unit of cells that name none, or empty
 * @param note what the file says beside
 */
record ColumnNumberIs(
    ColumnName column, Bounds limits, String quantity, String unit, String cellUnit, LeafNote note)
    implements Leaf {

  @Override
  public Optional<Bounds> bounds() {
    return Optional.of(limits);
  }

  @Override
  public List<ColumnName> columns() {
    return List.of(column);
  }

  @Override
  public Question question() {
    return column.question("number");
  }

  @Override
  public Finding find(SampleFacts facts) {
    Optional<ClinicalValue> cell = column.value(facts);
    if (cell.isEmpty()) {
      return column.absent(facts);
    }
    Optional<ClinicalText.Quantity> read = ClinicalText.number(cell.get().value());
    if (read.isEmpty()) {
      return column.unreadable(cell.get(), "no number");
    }
    if (isNegative(read.get().range()) && !limits.expectsNegative()) {
      return column.unreadable(cell.get(), "negative, as codes for no value are");
    }
    String from = read.get().unit().isEmpty() ? cellUnit : read.get().unit();
    if (unit.isEmpty() != from.isEmpty()) {
      return column.unreadable(
          cell.get(), unit.isEmpty() ? "the criteria name no unit" : "no unit");
    }
    Optional<NumberRange> value =
        unit.isEmpty()
            ? Optional.of(read.get().range())
            : facts
                .vocabulary()
                .conversion(quantity, from, unit)
                .map(conversion -> converted(read.get().range(), conversion));
    if (value.isEmpty()) {
      return column.unreadable(cell.get(), "'" + from + "' does not convert to '" + unit + "'");
    }
    Outcome outcome = limits.of(value.get());
    String found = column.first() + " " + cell.get().value();
    return outcome == Outcome.UNDETERMINED
        ? Finding.open(found + ": too coarse", column.test(), List.of(cell.get().where()))
        : Finding.read(outcome, found, List.of(cell.get().where()));
  }

  /** Whether a number or an end of a bin is below 0; of a bound such as {@code <5} no end is. */
  private static boolean isNegative(NumberRange number) {
    return number.high() < 0 || (number.low() < 0 && Double.isFinite(number.low()));
  }

  private static NumberRange converted(
      NumberRange number, ClinicalVocabulary.Conversion conversion) {
    return new NumberRange(
        conversion.apply(number.low()),
        conversion.apply(number.high()),
        number.lowOpen(),
        number.highOpen());
  }

  @Override
  public Outcome given(Probe answer) {
    return limits.of(((Probe.Amount) answer).value());
  }

  @Override
  public Map<String, Object> keys() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("column", column.names());
    keys.putAll(limits.keys());
    put(keys, "quantity", quantity);
    put(keys, "unit", unit);
    put(keys, "cell-unit", cellUnit);
    ColumnWordIs.putMissing(keys, column);
    return keys;
  }

  private static void put(Map<String, Object> keys, String key, String value) {
    if (!value.isEmpty()) {
      keys.put(key, value);
    }
  }
}
