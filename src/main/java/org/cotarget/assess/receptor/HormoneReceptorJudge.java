package org.cotarget.assess.receptor;

import static org.cotarget.assess.receptor.ReceptorState.CONFLICT;
import static org.cotarget.assess.receptor.ReceptorState.LOW;
import static org.cotarget.assess.receptor.ReceptorState.NEG;
import static org.cotarget.assess.receptor.ReceptorState.POS;
import static org.cotarget.assess.receptor.ReceptorState.UNKNOWN;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cotarget.cohort.NumberRange;
import org.cotarget.cohort.ReceptorResult;
import org.cotarget.cohort.ReceptorResult.Assay;
import org.cotarget.cohort.ReceptorResult.Basis;
import org.cotarget.reference.Thresholds;

/**
 * Judges ER or PR from its results: below 1% of cells negative, 1-10% low, above positive (ALL20).
 *
 * <p>A percentage says more than a category and refines it; a category that contradicts the
 * percentage is a conflict. A bin such as {@code <10%} straddles the cuts and decides nothing.
 * Curated statuses are used only where no pathology result can be read.
 */
final class HormoneReceptorJudge {

  private final double positiveFrom;
  private final double lowUpTo;

  HormoneReceptorJudge(Thresholds thresholds) {
    this.positiveFrom = thresholds.value("receptor.positive-percent");
    this.lowUpTo = thresholds.value("receptor.low-upper-percent");
  }

  /**
   * The state by pathology, of the results of one receptor; {@link ReceptorState#UNKNOWN} when none
   * can be read.
   */
  ReceptorState state(List<ReceptorResult> results) {
    ReceptorState primary = combine(results, Basis.PRIMARY);
    return primary == UNKNOWN ? combine(results, Basis.CURATED) : primary;
  }

  /** The state by expression, which never stands in for pathology. */
  ReceptorState surrogate(List<ReceptorResult> results) {
    return combine(results, Basis.MRNA);
  }

  /** What one result says on its own; empty when it was not readable or straddles the cuts. */
  Optional<ReceptorState> read(ReceptorResult result) {
    if (result.assay() == Assay.IHC_PERCENT) {
      return result.number().flatMap(this::readPercent);
    }
    return switch (result.status()) {
      case POSITIVE -> Optional.of(POS);
      case NEGATIVE -> Optional.of(NEG);
      case LOW -> Optional.of(LOW);
      case EQUIVOCAL, INDETERMINATE, NOT_GIVEN -> Optional.empty();
    };
  }

  private Optional<ReceptorState> readPercent(NumberRange percent) {
    if (percent.isBelow(positiveFrom)) {
      return Optional.of(NEG);
    }
    if (!percent.isAtLeast(positiveFrom)) {
      return Optional.empty();
    }
    return Optional.of(percent.isAtMost(lowUpTo) ? LOW : POS);
  }

  private ReceptorState combine(List<ReceptorResult> results, Basis basis) {
    Set<ReceptorState> percents = EnumSet.noneOf(ReceptorState.class);
    Set<ReceptorState> statuses = EnumSet.noneOf(ReceptorState.class);
    for (ReceptorResult result : results) {
      if (result.basis() == basis) {
        read(result).ifPresent(result.assay() == Assay.IHC_PERCENT ? percents::add : statuses::add);
      }
    }
    if (percents.isEmpty()) {
      return agree(statuses);
    }
    ReceptorState percent = agree(percents);
    if (statuses.isEmpty() || percent == CONFLICT) {
      return percent;
    }
    ReceptorState status = agree(statuses);
    return switch (percent) {
      case NEG -> status == NEG ? NEG : CONFLICT;
      // Before 2010 laboratories called up to 10% negative: the count decides (HAM10, ALL20).
      case LOW -> status == CONFLICT ? CONFLICT : LOW;
      default -> status == NEG || status == CONFLICT ? CONFLICT : POS;
    };
  }

  private static ReceptorState agree(Set<ReceptorState> states) {
    if (states.isEmpty()) {
      return UNKNOWN;
    }
    if (states.contains(NEG)) {
      return states.size() == 1 ? NEG : CONFLICT;
    }
    return states.contains(POS) ? POS : LOW;
  }
}
