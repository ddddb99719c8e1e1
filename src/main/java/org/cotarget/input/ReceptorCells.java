package org.cotarget.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.NumberRange;
import org.cotarget.cohort.ProteinResult;
import org.cotarget.cohort.Receptor;
import org.cotarget.cohort.ReceptorResult;
import org.cotarget.cohort.ReceptorResult.Assay;
import org.cotarget.cohort.ReceptorResult.Status;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.reference.ReceptorVocabulary;
import org.cotarget.reference.Thresholds;

/**
 * Reads the cells of receptor columns. A cell is what it says rather than what its column is
 * called: a {@code 2+} in a status column is a score, and {@code not amplified} in a column of copy
 * numbers is a category.
 */
final class ReceptorCells {

  private static final String RECEPTOR_FIX =
      "correct the cell, or name the column's values in a --clinical-mapping file";

  private final ReceptorVocabulary vocabulary;
  private final Thresholds thresholds;
  private final InputProblems problems;

  private record Implausible(String raw, SourceLocation where, double most) {}

  private final Map<String, List<Implausible>> implausible = new TreeMap<>();

  ReceptorCells(ReceptorVocabulary vocabulary, Thresholds thresholds, InputProblems problems) {
    this.vocabulary = vocabulary;
    this.thresholds = thresholds;
    this.problems = problems;
  }

  /**
   * The results that a cell of a receptor column gives: none, one, or two where ER and PR are
   * reported together.
   */
  List<ReceptorResult> receptors(ReceptorColumn column, String raw, SourceLocation where) {
    if (column.marker().equals("HR")) {
      return hormoneReceptors(column, raw, where);
    }
    Receptor receptor = Receptor.valueOf(column.marker());
    return result(column, receptor, raw, where).map(List::of).orElse(List.of());
  }

  /** Whether a cell of a column of ER and PR together says that one of them is positive. */
  boolean isHormoneReceptorPositive(ReceptorColumn column, String raw) {
    return column.marker().equals("HR")
        && status(column, raw).filter(s -> s == Status.POSITIVE || s == Status.LOW).isPresent();
  }

  /** The result that a cell of a protein column gives. */
  Optional<ProteinResult> protein(ReceptorColumn column, String raw, SourceLocation where) {
    if (isMissing(column, raw)) {
      return Optional.empty();
    }
    ProteinResult.Protein protein = ProteinResult.Protein.valueOf(column.marker());
    Optional<ProteinResult.State> state = status(column, raw).map(ReceptorCells::state);
    if (state.isPresent()) {
      return Optional.of(new ProteinResult(protein, state.get(), Optional.empty(), raw, where));
    }
    Optional<NumberRange> percent =
        column.assay().equals("PROTEIN_PERCENT") || raw.endsWith("%")
            ? NumberText.parse(raw, 0, 100)
            : Optional.empty();
    if (percent.isEmpty()) {
      unknown(column, raw, where);
      return Optional.empty();
    }
    if (isOutside(percent.get(), 0, 100, "percentage", raw, where)) {
      return Optional.empty();
    }
    return Optional.of(
        new ProteinResult(protein, ProteinResult.State.NOT_GIVEN, percent, raw, where));
  }

  /** Reports the counts that were too high to be signals, column by column. */
  void finish() {
    implausible.forEach(
        (column, cells) -> {
          Implausible first = cells.get(0);
          List<String> others =
              cells.stream().map(c -> "'" + c.raw() + "' in line " + c.where().line()).toList();
          problems.warning(
              "VALUE_IMPLAUSIBLE",
              first.where(),
              cells.size()
                  + " values are more than a cell or a ratio can show ("
                  + (int) first.most()
                  + ") and are not used: "
                  + SampleJoin.some(others),
              "check whether they are numbers of cells counted");
        });
  }

  private List<ReceptorResult> hormoneReceptors(
      ReceptorColumn column, String raw, SourceLocation where) {
    if (isMissing(column, raw)) {
      return List.of();
    }
    Optional<Status> status = status(column, raw);
    if (status.isEmpty()) {
      unknown(column, raw, where);
    }
    if (status.filter(s -> s == Status.NEGATIVE).isEmpty()) {
      return List.of();
    }
    List<ReceptorResult> both = new ArrayList<>();
    for (Receptor receptor : List.of(Receptor.ER, Receptor.PR)) {
      both.add(
          new ReceptorResult(
              receptor,
              Assay.IHC_STATUS,
              Status.NEGATIVE,
              Optional.empty(),
              column.basis(),
              raw,
              where));
    }
    return both;
  }

  private Optional<ReceptorResult> result(
      ReceptorColumn column, Receptor receptor, String raw, SourceLocation where) {
    if (isMissing(column, raw)) {
      return Optional.empty();
    }
    Assay assay = Assay.valueOf(column.assay());
    Optional<Status> status = status(column, raw);
    Optional<Double> score = receptor == Receptor.HER2 ? score(assay, raw) : Optional.empty();
    if (score.isPresent() && (status.isEmpty() || assay == Assay.IHC_SCORE)) {
      return number(
          column, receptor, Assay.IHC_SCORE, NumberRange.exactly(score.get()), raw, where);
    }
    if (status.isPresent()) {
      return Optional.of(
          new ReceptorResult(
              receptor,
              categorical(assay),
              status.get(),
              Optional.empty(),
              column.basis(),
              raw,
              where));
    }
    boolean percent = assay == Assay.IHC_STATUS && receptor != Receptor.HER2 && raw.endsWith("%");
    Assay measured = percent ? Assay.IHC_PERCENT : assay;
    if (measured == Assay.IHC_STATUS || measured == Assay.ISH_STATUS) {
      unknown(column, raw, where);
      return Optional.empty();
    }
    double high = measured == Assay.IHC_PERCENT ? 100 : Double.POSITIVE_INFINITY;
    Optional<NumberRange> number = NumberText.parse(raw, 0, high);
    if (number.isEmpty()) {
      unknown(column, raw, where);
      return Optional.empty();
    }
    return number(column, receptor, measured, number.get(), raw, where);
  }

  private Optional<ReceptorResult> number(
      ReceptorColumn column,
      Receptor receptor,
      Assay assay,
      NumberRange number,
      String raw,
      SourceLocation where) {
    boolean outside =
        switch (assay) {
          case IHC_PERCENT -> isOutside(number, 0, 100, "percentage", raw, where);
          case IHC_SCORE -> isOutside(number, 0, 3, "HER2 score", raw, where);
          default -> isOutside(number, 0, Double.POSITIVE_INFINITY, "count", raw, where);
        };
    if (outside || isImplausible(assay, number, raw, where)) {
      return Optional.empty();
    }
    return Optional.of(
        new ReceptorResult(
            receptor, assay, Status.NOT_GIVEN, Optional.of(number), column.basis(), raw, where));
  }

  private boolean isOutside(
      NumberRange number, double low, double high, String what, String raw, SourceLocation where) {
    if (number.low() >= low && number.high() <= high) {
      return false;
    }
    String limits =
        Double.isInfinite(high) ? "at least " + (int) low : (int) low + " to " + (int) high;
    problems.error(
        "VALUE_OUT_OF_RANGE",
        where,
        "'" + raw + "' is no " + what + " (" + limits + ")",
        "correct the cell");
    return true;
  }

  /**
   * Whether a number is too large for a cell or a ratio. TCGA's clinical tables hold numbers of
   * cells counted, or sums over them, in about one of ten filled cells of these columns.
   */
  private boolean isImplausible(Assay assay, NumberRange number, String raw, SourceLocation where) {
    double most =
        switch (assay) {
          case ISH_COPIES -> thresholds.value("her2.ish.max-copies");
          case CEP17_COPIES -> thresholds.value("her2.ish.max-reported-cep17");
          case ISH_RATIO -> thresholds.value("her2.ish.max-ratio");
          default -> Double.POSITIVE_INFINITY;
        };
    if (number.low() <= most) {
      return false;
    }
    implausible
        .computeIfAbsent(where.column(), column -> new ArrayList<>())
        .add(new Implausible(raw, where, most));
    return true;
  }

  /** A score, in a column of scores with or without its plus, elsewhere only with it. */
  private static Optional<Double> score(Assay assay, String raw) {
    String text = raw.strip().replaceFirst("(?i)^(?:her2\\s*)?(?:ihc\\s*)?", "");
    boolean plain = assay == Assay.IHC_SCORE;
    if (assay == Assay.ISH_STATUS || !text.matches(plain ? "[0-3]\\+?" : "[0-3]\\+")) {
      return Optional.empty();
    }
    return Optional.of((double) (text.charAt(0) - '0'));
  }

  private static Assay categorical(Assay assay) {
    return switch (assay) {
      case ISH_STATUS, ISH_RATIO, ISH_COPIES, CEP17_COPIES -> Assay.ISH_STATUS;
      case IHC_STATUS, IHC_PERCENT, IHC_SCORE -> Assay.IHC_STATUS;
    };
  }

  private boolean isMissing(ReceptorColumn column, String raw) {
    String mapped = column.values().get(raw.toLowerCase(Locale.ROOT));
    return mapped != null ? mapped.equals("MISSING") : vocabulary.isMissing(raw);
  }

  private Optional<Status> status(ReceptorColumn column, String raw) {
    String mapped = column.values().get(raw.toLowerCase(Locale.ROOT));
    if (mapped != null) {
      return mapped.equals("MISSING") ? Optional.empty() : Optional.of(Status.valueOf(mapped));
    }
    boolean digit = raw.equals("0") || raw.equals("1");
    if (digit) {
      return column.numericCoding()
          ? Optional.of(raw.equals("1") ? Status.POSITIVE : Status.NEGATIVE)
          : Optional.empty();
    }
    return vocabulary
        .value(column.marker(), column.basis().name(), raw)
        .map(value -> Status.valueOf(value.status()))
        .filter(status -> status != Status.NOT_GIVEN);
  }

  private static ProteinResult.State state(Status status) {
    return switch (status) {
      case POSITIVE -> ProteinResult.State.PRESENT;
      case NEGATIVE -> ProteinResult.State.ABSENT;
      case LOW, EQUIVOCAL, INDETERMINATE -> ProteinResult.State.INDETERMINATE;
      case NOT_GIVEN -> ProteinResult.State.NOT_GIVEN;
    };
  }

  private void unknown(ReceptorColumn column, String raw, SourceLocation where) {
    boolean digit = raw.equals("0") || raw.equals("1");
    String message =
        digit
            ? "'" + raw + "' is not said to mean positive or negative here; it is not used"
            : "'" + raw + "' is no known result of " + column.marker() + "; it is not used";
    problems.warning(
        "RECEPTOR_VALUE_UNKNOWN", where, message, RECEPTOR_FIX + "; known are " + accepted(column));
  }

  private String accepted(ReceptorColumn column) {
    String words =
        vocabulary.values().stream()
            .filter(v -> v.marker().equals(column.marker()) || v.marker().equals("any"))
            .map(ReceptorVocabulary.Value::raw)
            .distinct()
            .limit(8)
            .collect(Collectors.joining(", "));
    boolean number =
        Arrays.stream(Assay.values())
            .anyMatch(
                assay ->
                    assay.name().equals(column.assay())
                        && assay != Assay.IHC_STATUS
                        && assay != Assay.ISH_STATUS);
    return (number ? "numbers, " : "") + words;
  }
}
