package org.cotarget.report.export;

import java.util.List;
import org.cotarget.cohort.ProteinResult.Protein;
import org.cotarget.cohort.ProteinResult.State;
import org.cotarget.report.SampleResult.ProteinValue;
import org.cotarget.report.TableText;

/** Protein results under names of cotarget's own, since they come from IHC and arrays alike. */
public final class ProteinTerms {

  private ProteinTerms() {}

  /** The name of a result, e.g. {@code PTEN_PROTEIN}. */
  public static String column(ProteinValue result) {
    return column(result.protein());
  }

  /** The name of results of a protein. */
  public static String column(Protein protein) {
    return protein.name() + "_PROTEIN";
  }

  /** The protein as events and evidence name it. */
  public static String subject(ProteinValue result) {
    return switch (result.protein()) {
      case PTEN -> "PTEN";
      case PSTAT5 -> "pSTAT5";
      case PJAK2 -> "pJAK2";
    };
  }

  /** Genes of the protein; a result of STAT5 does not tell its two genes apart. */
  public static List<String> genes(ProteinValue result) {
    return switch (result.protein()) {
      case PTEN -> List.of("PTEN");
      case PSTAT5 -> List.of("STAT5A", "STAT5B");
      case PJAK2 -> List.of("JAK2");
    };
  }

  /** Whether the protein was found present or absent in words. */
  public static boolean isRead(ProteinValue result) {
    return result.state() == State.PRESENT || result.state() == State.ABSENT;
  }

  /** Whether a percentage of stained cells is given. */
  public static boolean hasPercent(ProteinValue result) {
    return Double.isFinite(result.low()) && Double.isFinite(result.high());
  }

  /** The state, else the percentage, e.g. {@code ABSENT}, {@code 0%}, {@code 1-10%}. */
  public static String text(ProteinValue result) {
    if (result.state() != State.NOT_GIVEN || !hasPercent(result)) {
      return result.state().name();
    }
    String low = TableText.number(result.low());
    return result.low() == result.high()
        ? low + "%"
        : low + "-" + TableText.number(result.high()) + "%";
  }
}
