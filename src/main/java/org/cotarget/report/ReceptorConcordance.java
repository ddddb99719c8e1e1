package org.cotarget.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cotarget.assess.receptor.Her2State;
import org.cotarget.assess.receptor.ReceptorState;
import org.cotarget.cohort.Receptor;
import org.cotarget.expression.ReceptorPosterior;

/**
 * Receptors by pathology beside the same by expression, over the samples that have both. A
 * posterior between 0.1 and 0.9 is told apart, as it is in the calls; the share that agrees is over
 * the rest.
 */
final class ReceptorConcordance {

  /** Rows of the table: what pathology says. */
  private enum Pathology {
    POSITIVE("positive"),
    LOW("low"),
    NEGATIVE("negative"),
    OTHER("equivocal or unknown");

    private final String words;

    Pathology(String words) {
      this.words = words;
    }
  }

  /** Samples of one row: positive, ambiguous and negative by expression. */
  private static final class Row {
    private int positive;
    private int ambiguous;
    private int negative;

    void add(ReceptorPosterior byRna) {
      if (byRna.ambiguous()) {
        ambiguous++;
      } else if (byRna.negative()) {
        negative++;
      } else {
        positive++;
      }
    }

    boolean isEmpty() {
      return positive + ambiguous + negative == 0;
    }
  }

  private final Map<Receptor, Map<Pathology, Row>> rows = new EnumMap<>(Receptor.class);

  void add(SampleResult sample) {
    for (ReceptorPosterior byRna : sample.expression().receptors()) {
      rows.computeIfAbsent(byRna.receptor(), r -> new EnumMap<>(Pathology.class))
          .computeIfAbsent(pathology(sample, byRna.receptor()), p -> new Row())
          .add(byRna);
    }
  }

  /** A line for each receptor and pathology state that occurs. */
  List<HtmlPage.ConcordanceLine> lines() {
    List<HtmlPage.ConcordanceLine> lines = new ArrayList<>();
    rows.forEach(
        (receptor, states) -> {
          String agreement = agreement(states);
          states.forEach(
              (state, row) -> {
                if (!row.isEmpty()) {
                  lines.add(
                      new HtmlPage.ConcordanceLine(
                          receptor.name(),
                          state.words,
                          row.positive,
                          row.ambiguous,
                          row.negative,
                          agreement));
                }
              });
        });
    return lines;
  }

  private static String agreement(Map<Pathology, Row> states) {
    Row positive = states.getOrDefault(Pathology.POSITIVE, new Row());
    Row negative = states.getOrDefault(Pathology.NEGATIVE, new Row());
    Proportion agree =
        new Proportion(
            positive.positive + negative.negative,
            positive.positive + positive.negative + negative.positive + negative.negative);
    return agree.isEstimable()
        ? String.format(
            Locale.ROOT,
            "%d of %d (%.0f%%, 95%% interval %.0f-%.0f%%)",
            agree.part(),
            agree.whole(),
            100 * agree.value(),
            100 * agree.low(),
            100 * agree.high())
        : "not estimable";
  }

  private static Pathology pathology(SampleResult sample, Receptor receptor) {
    return switch (receptor) {
      case ER -> pathology(sample.receptors().er());
      case PR -> pathology(sample.receptors().pr());
      case HER2 -> pathology(sample.receptors().her2());
    };
  }

  private static Pathology pathology(ReceptorState state) {
    return switch (state) {
      case POS -> Pathology.POSITIVE;
      case LOW -> Pathology.LOW;
      case NEG -> Pathology.NEGATIVE;
      default -> Pathology.OTHER;
    };
  }

  private static Pathology pathology(Her2State state) {
    return switch (state) {
      case POSITIVE -> Pathology.POSITIVE;
      case NEGATIVE -> Pathology.NEGATIVE;
      default -> Pathology.OTHER;
    };
  }
}
