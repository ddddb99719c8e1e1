package org.cotarget.input.vcf.structural;

import java.util.List;
import java.util.Optional;
import org.cotarget.cohort.CopyNumberCall.Scale;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.vcf.structural.StructuralAllele.Kind;

/**
 * How many copies of a stretch a sample has. Total copies go before ratios; of the ratios the one
 * is read that the record holds. A genotype counts copies only where it calls a deletion of both,
 * or, in a file without a normal, of one of two chromosomes.
 */
final class Copies {

  /**
   * A copy number.
   *
   * @param scale total copies or log2 ratio
   * @param byGenotype whether no number is given and the genotype was counted
   */
  record Value(Scale scale, double number, boolean byGenotype) {}

  private static final double MOST_COPIES = 1000;

  /** What stands for a ratio of zero, whose logarithm is no number; the least that is read. */
  private static final double LEAST_LOG2 = -40;

  private static final double MOST_LOG2 = 15;

  private final InputProblems problems;

  Copies(InputProblems problems) {
    this.problems = problems;
  }

  /**
   * The copies of a record.
   *
   * @param column sample column, or -1 for INFO
   * @param alone whether INFO is about this one sample
   * @param paired whether the file holds a normal or the record says SOMATIC, so that one deleted
   *     chromosome in the genotype need not be one of two
   */
  Optional<Value> of(
      StructuralRecord record,
      int column,
      boolean alone,
      boolean paired,
      Support support,
      SourceLocation where) {
    Optional<Value> total =
        number(record, "CN", column, alone, where)
            .or(() -> number(record, "TCN_EM", column, alone, where))
            .filter(copies -> copies >= 0)
            .map(copies -> new Value(Scale.ABSOLUTE, copies, false));
    if (total.isPresent()) {
      return total;
    }
    Optional<Value> ratio =
        number(record, "FOLD_CHANGE_LOG", column, alone, where)
            .or(() -> linear(record, "SM", column, alone, where))
            .or(() -> linear(record, "FOLD_CHANGE", column, alone, where))
            .or(() -> linear(record, "FC", column, false, where))
            .map(log2 -> new Value(Scale.LOG2_RATIO, log2, false));
    return ratio.isPresent() ? ratio : byGenotype(record, support, paired);
  }

  private static Optional<Value> byGenotype(
      StructuralRecord record, Support support, boolean paired) {
    List<StructuralAllele> alleles = record.alleles();
    boolean counted =
        alleles.stream().allMatch(allele -> allele.kind() == Kind.COPY_ALLELE)
            && support.genotype().size() == 2
            && support.genotype().stream().allMatch(number -> isAllele(number, alleles.size()));
    if (counted) {
      double copies = 0;
      for (String number : support.genotype()) {
        copies += number.equals("0") ? 1 : alleles.get(Integer.parseInt(number) - 1).copies();
      }
      return Optional.of(new Value(Scale.ABSOLUTE, copies, true));
    }
    if (alleles.size() != 1 || alleles.get(0).kind() != Kind.DELETION || !support.calls(1)) {
      return Optional.empty();
    }
    if (support.isHomozygous(1)) {
      return Optional.of(new Value(Scale.ABSOLUTE, 0, true));
    }
    boolean oneOfTwo = support.genotype().size() == 2 && support.calls(0);
    return oneOfTwo && !paired ? Optional.of(new Value(Scale.ABSOLUTE, 1, true)) : Optional.empty();
  }

  private static boolean isAllele(String number, int count) {
    return number.matches("\\d{1,3}") && Integer.parseInt(number) <= count;
  }

  private Optional<Double> linear(
      StructuralRecord record, String key, int column, boolean alone, SourceLocation where) {
    return number(record, key, column, alone, where)
        .filter(ratio -> ratio >= 0)
        .map(ratio -> Math.max(LEAST_LOG2, Math.log(ratio) / Math.log(2)));
  }

  /** The number of a FORMAT key, or of the INFO key where that is about the sample. */
  private Optional<Double> number(
      StructuralRecord record, String key, int column, boolean alone, SourceLocation where) {
    Optional<String> cell = record.value(key, column);
    Optional<String> text = cell.isPresent() || !alone ? cell : record.value(key);
    if (text.isEmpty() || text.get().matches("(?i)nan?")) {
      return Optional.empty();
    }
    boolean plain = text.get().matches("[+-]?(\\d+(?:\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    double value = plain ? Double.parseDouble(text.get()) : Double.NaN;
    boolean log2 = key.equals("FOLD_CHANGE_LOG");
    if (Double.isNaN(value)
        || value > (log2 ? MOST_LOG2 : MOST_COPIES)
        || (log2 && value < LEAST_LOG2)) {
      problems.error(
          "VCF_SV_COPIES",
          where.atColumn(key),
          "'" + text.get() + "' is no " + (log2 ? "log2 ratio" : "number of copies or ratio"),
          "correct the value, or write . where it is not known");
      return Optional.empty();
    }
    return Optional.of(value);
  }
}
