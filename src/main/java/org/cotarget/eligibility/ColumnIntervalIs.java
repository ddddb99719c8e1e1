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
import org.cotarget.cohort.SourceLocation;

/**
 * The time from a date in a clinical column to a date that the file gives, or to one in another
 * column, lies within limits. Never the time to today: the same inputs must give the same answer
 * tomorrow. The first date is moved by the bound and compared with the second, so 30 days are more
 * than 4 weeks, and an age of 70 years and a day is more than 70 years; a date without its day, or
 * month, spans all that it may be.
 *
 * @param column the column of the first date
 * @param until the date that the file gives; empty where a column has it
 * @param untilColumn the column of the second date; empty where the file gives it
 * @param in the unit of the bounds
 * @param limits bounds of the interval, whole numbers in months and years; negative where the
 *     second date comes first
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

    /** Most months and years that a bound may have; dates go no further. */
    private static final int MOST = 100_000;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a date can be moved by so much: parts of months and years differ in length. */
    boolean takes(double bound) {
      return this == DAYS
          || this == WEEKS
          || (bound == Math.rint(bound) && Math.abs(bound) <= MOST);
    }

    /** Days by which the second date lies after the first one moved by a bound. */
    private double daysBeyond(LocalDate from, LocalDate to, double bound) {
      return switch (this) {
        case DAYS -> ChronoUnit.DAYS.between(from, to) - bound;
        case WEEKS -> ChronoUnit.DAYS.between(from, to) - 7 * bound;
        case MONTHS, YEARS -> ChronoUnit.DAYS.between(from.plus((long) bound, unit), to);
      };
    }
  }

  ColumnIntervalIs {
    if (until.isPresent() == untilColumn.isPresent()) {
      throw new IllegalArgumentException("either a date or a column ends the interval");
    }
    if (!limits.limits().values().stream().allMatch(in::takes)) {
      throw new IllegalArgumentException("bounds of " + limits.describe() + " " + in.word());
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
    Outcome outcome = Outcome.MET;
    for (Map.Entry<Bounds.Comparison, Double> limit : limits.limits().entrySet()) {
      NumberRange beyond =
          new NumberRange(
              in.daysBeyond(from.latest(), to.earliest(), limit.getValue()),
              in.daysBeyond(from.earliest(), to.latest(), limit.getValue()),
              false,
              false);
      outcome = Outcome.least(outcome, limit.getKey().of(beyond, 0));
    }
    String found = column.first() + " " + cell.value() + ", " + span(from, to) + " " + shown(to);
    List<SourceLocation> where =
        Stream.concat(Stream.of(cell), second).map(ClinicalValue::where).toList();
    return outcome == Outcome.UNDETERMINED
        ? Finding.open(found + ": too coarse", column.test(), where)
        : Finding.read(outcome, found, where);
  }

  /** The time between the dates in whole units and days, e.g. {@code 4 weeks 2 days before}. */
  private String span(ClinicalText.Days from, ClinicalText.Days to) {
    if (!isDay(from) || !isDay(to)) {
      return in.unit.between(from.latest(), to.earliest())
          + " to "
          + in.unit.between(from.earliest(), to.latest())
          + " "
          + in.word()
          + " before";
    }
    boolean after = from.earliest().isAfter(to.earliest());
    LocalDate first = after ? to.earliest() : from.earliest();
    LocalDate last = after ? from.earliest() : to.earliest();
    long units = in.unit.between(first, last);
    long days = ChronoUnit.DAYS.between(first.plus(units, in.unit), last);
    return units
        + " "
        + in.word()
        + (days == 0 ? "" : " " + days + " days")
        + (after ? " after" : " before");
  }

  private static boolean isDay(ClinicalText.Days days) {
    return days.earliest().equals(days.latest());
  }

  private static String shown(ClinicalText.Days days) {
    return isDay(days) ? days.earliest().toString() : days.earliest() + " to " + days.latest();
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
