package org.cotarget.eligibility;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cotarget.cohort.ClinicalValue;
import org.cotarget.cohort.NumberRange;

/**
 * The time from a date in a clinical column to a date that the file gives, or to one in another
 * column, lies within limits. Never the time to today: the same inputs must give the same answer
 * tomorrow. Complete months and years count; a date without its day, or month, spans all that it
 * may be.
 *
 * @param column the column of the first date
 * @param until the date that the file gives; empty where a column has it
 * @param untilColumn the column of the second date; empty where the file gives it
 * @param in the unit of the bounds
 * @param limits bounds of the interval; negative where the second date comes first
 * @param note what the file says beside
 */
record ColumnIntervalIs(
    ColumnName column,
    Optional<LocalDate> until,
    Optional<ColumnName> untilColumn,
    Unit in,
    Bounds limits,
    LeafNote note)
    implements Leaf {

  /** Units of an interval. */
  enum Unit {
    DAYS(ChronoUnit.DAYS),
    WEEKS(ChronoUnit.WEEKS),
    MONTHS(ChronoUnit.MONTHS),
    YEARS(ChronoUnit.YEARS);

    private final ChronoUnit unit;

    Unit(ChronoUnit unit) {
      this.unit = unit;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  ColumnIntervalIs {
    if (until.isPresent() == untilColumn.isPresent()) {
      throw new IllegalArgumentException("either a date or a column ends the interval");
    }
  }

  @Override
  public Optional<Bounds> bounds() {
    return Optional.of(limits);
  }

  @Override
  public List<ColumnName> columns() {
    return Stream.concat(Stream.of(column), untilColumn.stream()).toList();
  }

  @Override
  public Question question() {
    return column.question(
        "until "
            + until.map(LocalDate::toString).or(() -> untilColumn.map(ColumnName::first)).orElse("")
            + " in "
            + in.word());
  }

  @Override
  public Finding find(SampleFacts facts) {
    Optional<ClinicalValue> first = column.value(facts);
    if (first.isEmpty()) {
      return column.absent(facts);
    }
    Optional<ClinicalText.Days> from = ClinicalText.date(first.get().value());
    if (from.isEmpty()) {
      return column.unreadable(first.get(), "no date of the form 2024-03-31");
    }
    if (until.isPresent()) {
      return compare(
          from.get(), new ClinicalText.Days(until.get(), until.get()), first.get(), Stream.empty());
    }
    ColumnName end = untilColumn.orElseThrow();
    Optional<ClinicalValue> second = end.value(facts);
    if (second.isEmpty()) {
      return end.absent(facts);
    }
    Optional<ClinicalText.Days> to = ClinicalText.date(second.get().value());
    return to.isEmpty()
        ? end.unreadable(second.get(), "no date of the form 2024-03-31")
        : compare(from.get(), to.get(), first.get(), Stream.of(second.get()));
  }

  private Finding compare(
      ClinicalText.Days from,
      ClinicalText.Days to,
      ClinicalValue cell,
      Stream<ClinicalValue> second) {
    NumberRange interval =
        new NumberRange(
            in.unit.between(from.latest(), to.earliest()),
            in.unit.between(from.earliest(), to.latest()),
            false,
            false);
    Outcome outcome = limits.of(interval);
    String span =
        interval.isExact()
            ? Bounds.plain(interval.low())
            : Bounds.plain(interval.low()) + " to " + Bounds.plain(interval.high());
    String found =
        column.first()
            + " "
            + cell.value()
            + ", "
            + span
            + " "
            + in.word()
            + " before "
            + (to.earliest().equals(to.latest())
                ? to.earliest()
                : to.earliest() + " to " + to.latest());
    List<org.cotarget.cohort.SourceLocation> where =
        Stream.concat(Stream.of(cell), second).map(ClinicalValue::where).toList();
    return outcome == Outcome.UNDETERMINED
        ? Finding.open(found + ": too coarse", column.test(), where)
        : Finding.read(outcome, found, where);
  }

  @Override
  public Outcome given(Probe answer) {
    return limits.of(((Probe.Amount) answer).value());
  }

  @Override
  public Map<String, Object> keys() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("column", column.names());
    until.ifPresent(date -> keys.put("until", date.toString()));
    untilColumn.ifPresent(end -> keys.put("until-column", end.names()));
    keys.put("in", in.word());
    keys.putAll(limits.keys());
    ColumnWordIs.putMissing(keys, column);
    return keys;
  }
}
