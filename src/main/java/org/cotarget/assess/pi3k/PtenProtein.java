package org.cotarget.assess.pi3k;

import java.util.List;
import org.cotarget.cohort.ProteinResult;
import org.cotarget.cohort.ProteinResult.Protein;
import org.cotarget.cohort.TumorSample;
import org.cotarget.reference.Thresholds;

/**
 * PTEN by immunohistochemistry. Trials cut differently (BELLE-4: at most 10% of cells stained,
 * MAR17), so the cut is a parameter, {@code pten.ihc.low-percent}, and printed.
 *
 * @param state what the results say together
 * @param results the results, readable or not
 */
public record PtenProtein(State state, List<ProteinResult> results) {

  /** What the results say together. */
  public enum State {
    LOST,
    RETAINED,
    /** Results contradict each other. */
    CONFLICT,
    /** Not done, or not readable. */
    UNKNOWN
  }

  /** Reads the results of a sample by the cut-off in force. */
  public static PtenProtein of(TumorSample sample, Thresholds thresholds) {
    List<ProteinResult> results =
        sample.proteins().stream().filter(r -> r.protein() == Protein.PTEN).toList();
    double cut = thresholds.value("pten.ihc.low-percent");
    boolean lost = results.stream().anyMatch(result -> isLost(result, cut));
    boolean retained = results.stream().anyMatch(result -> isRetained(result, cut));
    State state =
        lost && retained
            ? State.CONFLICT
            : lost ? State.LOST : retained ? State.RETAINED : State.UNKNOWN;
    return new PtenProtein(state, results);
  }

  /** Whether the results say one thing. */
  public boolean isInformative() {
    return state == State.LOST || state == State.RETAINED;
  }

  private static boolean isLost(ProteinResult result, double cut) {
    return result.state() == ProteinResult.State.ABSENT
        || result.percent().filter(percent -> percent.isAtMost(cut)).isPresent();
  }

  private static boolean isRetained(ProteinResult result, double cut) {
    return result.state() == ProteinResult.State.PRESENT
        || result.percent().filter(percent -> percent.isAbove(cut)).isPresent();
  }
}
