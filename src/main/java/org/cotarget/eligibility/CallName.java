package org.cotarget.eligibility;

import java.util.Arrays;
import java.util.List;
import org.cotarget.assess.MissingTest;
import org.cotarget.assess.jakstat.JakStatCall;
import org.cotarget.assess.pi3k.Pi3kCall;
import org.cotarget.assess.receptor.TnbcCall;

/** A call that a criterion may look at, by its column name. */
public enum CallName {
  TNBC_CALL,
  PI3K_CALL,
  JAK_STAT5_CALL;

  /** How reasons name the question, e.g. {@code PI3K}. */
  public String label() {
    return switch (this) {
      case TNBC_CALL -> "Receptors";
      case PI3K_CALL -> "PI3K";
      case JAK_STAT5_CALL -> "JAK2/STAT5";
    };
  }

  /** The words the call may take. */
  public List<String> words() {
    return switch (this) {
      case TNBC_CALL -> names(TnbcCall.values());
      case PI3K_CALL -> names(Pi3kCall.values());
      case JAK_STAT5_CALL -> names(JakStatCall.values());
    };
  }

  /** The sample's call. */
  public String of(AssessedSample sample) {
    return switch (this) {
      case TNBC_CALL -> sample.receptors().call().name();
      case PI3K_CALL -> sample.pi3k().call().name();
      case JAK_STAT5_CALL -> sample.jakStat().call().name();
    };
  }

  /** What decided the sample's call. */
  public String reason(AssessedSample sample) {
    return switch (this) {
      case TNBC_CALL -> sample.receptors().reason();
      case PI3K_CALL -> sample.pi3k().reason();
      case JAK_STAT5_CALL -> sample.jakStat().reason();
    };
  }

  /** The tests whose absence leaves the sample's call open; empty when it is settled. */
  public List<MissingTest> missing(AssessedSample sample) {
    return switch (this) {
      case TNBC_CALL -> sample.receptors().missing();
      case PI3K_CALL -> sample.pi3k().missing();
      case JAK_STAT5_CALL -> sample.jakStat().missing();
    };
  }

  /**
   * The words that the sample's call may turn to once its missing tests are done, the one for a
   * candidate first. A PI3K call that rests on an event cannot become "not detected", whatever
   * further tests show.
   */
  public List<String> settledWords(AssessedSample sample) {
    return switch (this) {
      case TNBC_CALL -> List.of("TNBC", "NOT_TNBC");
      case PI3K_CALL ->
          List.of(
              "ACTIVE_HIGH",
              sample.pi3k().call() == Pi3kCall.INSUFFICIENT ? "NOT_DETECTED" : of(sample));
      case JAK_STAT5_CALL -> List.of("SUPPORTED", "NOT_SUPPORTED");
    };
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }
}
