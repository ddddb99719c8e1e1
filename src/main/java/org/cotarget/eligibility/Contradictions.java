package org.cotarget.eligibility;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.cotarget.reference.Thresholds;

/**
 * Answers to several questions that no tumour can give together, such as triple-negative with a
 * positive receptor. They matter where one test answers several questions.
 */
final class Contradictions {

  private static final Set<VariantClass> ACTIVATING = Set.of(VariantClass.HOTSPOT);
  private static final Set<VariantClass> INACTIVATING =
      Set.of(VariantClass.HOTSPOT, VariantClass.TRUNCATING, VariantClass.SPLICE);

  private static final Set<CallName> RECEPTOR_CALLS =
      EnumSet.of(CallName.TNBC_CALL, CallName.ER, CallName.PR, CallName.HER2);
  private static final Set<NumberName> RECEPTOR_NUMBERS =
      EnumSet.of(
          NumberName.ER_PERCENT,
          NumberName.PR_PERCENT,
          NumberName.HER2_IHC_SCORE,
          NumberName.HER2_ISH_RATIO,
          NumberName.HER2_ISH_COPIES);

  private final double positiveFrom;
  private final double lowUpTo;

  Contradictions(Thresholds thresholds) {
    this.positiveFrom = thresholds.value("receptor.positive-percent");
    this.lowUpTo = thresholds.value("receptor.low-upper-percent");
  }

  /**
   * Whether the answers may be given together. More answers never make possible what is not.
   *
   * @param fixed words of the receptors that none of the tests looks at again
   */
  boolean possible(Map<Question, Probe> answers, Map<CallName, String> fixed) {
    return receptors(answers, fixed) && pathway(answers);
  }

  private boolean receptors(Map<Question, Probe> answers, Map<CallName, String> fixed) {
    String er = receptor(answers, CallName.ER, fixed);
    String pr = receptor(answers, CallName.PR, fixed);
    String her2 = receptor(answers, CallName.HER2, fixed);
    double erPercent = amount(answers, NumberName.ER_PERCENT);
    double prPercent = amount(answers, NumberName.PR_PERCENT);
    if (!agrees(er, erPercent) || !agrees(pr, prPercent)) {
      return false;
    }
    boolean negative = isNegative(er, erPercent) && isNegative(pr, prPercent);
    String call = word(answers, CallName.TNBC_CALL);
    if (call.equals("TNBC")) {
      return !isPositive(er, erPercent) && !isPositive(pr, prPercent) && !her2.equals("POSITIVE");
    }
    return !(call.equals("NOT_TNBC") && negative && her2.equals("NEGATIVE"));
  }

  /** Whether a question is about ER, PR or HER2, as a call or as a number. */
  static boolean isAboutReceptors(Question question) {
    return switch (question.topic()) {
      case CALL -> RECEPTOR_CALLS.contains(CallName.valueOf(question.subject()));
      case NUMBER -> RECEPTOR_NUMBERS.contains(NumberName.valueOf(question.subject()));
      default -> false;
    };
  }

  /** ALL20: below 1% negative, 1-10% low. */
  private boolean agrees(String state, double percent) {
    if (Double.isNaN(percent)) {
      return true;
    }
    return switch (state) {
      case "NEG" -> percent < positiveFrom;
      case "LOW" -> percent >= positiveFrom && percent <= lowUpTo;
      case "POS" -> percent >= positiveFrom;
      default -> true;
    };
  }

  private boolean isNegative(String state, double percent) {
    return state.equals("NEG") || percent < positiveFrom;
  }

  private boolean isPositive(String state, double percent) {
    return state.equals("LOW") || state.equals("POS") || percent >= positiveFrom;
  }

  private static boolean pathway(Map<Question, Probe> answers) {
    String pi3k = word(answers, CallName.PI3K_CALL);
    boolean weak = Set.of("PROBABLE", "POSSIBLE", "NOT_DETECTED").contains(pi3k);
    boolean lost = word(answers, CallName.PTEN_IHC).equals("LOST");
    if ((lost && (weak || pi3k.equals("ACTIVE_MODERATE")))
        || (weak
            && (copyNumber(answers, "PTEN").equals("deep-loss")
                || answers.values().stream().anyMatch(Contradictions::activates)))) {
      return false;
    }
    String jak = word(answers, CallName.JAK_STAT5_CALL);
    return switch (copyNumber(answers, "JAK2")) {
      case "amplification" -> !Set.of("WEAK", "NOT_SUPPORTED").contains(jak);
      case "gain" -> !jak.equals("NOT_SUPPORTED");
      default -> true;
    };
  }

  /** Whether variants are found that make an active call whatever else is found. */
  private static boolean activates(Probe probe) {
    return probe instanceof Probe.Variants variants
        && variants.met().stream()
            .filter(SmallVariantIs.class::isInstance)
            .map(SmallVariantIs.class::cast)
            .filter(leaf -> !leaf.classes().isEmpty())
            .anyMatch(
                leaf ->
                    switch (leaf.gene()) {
                      case "PIK3CA", "AKT1" -> ACTIVATING.containsAll(leaf.classes());
                      case "PTEN" -> INACTIVATING.containsAll(leaf.classes());
                      default -> false;
                    });
  }

  private static String word(Map<Question, Probe> answers, CallName call) {
    Probe probe = answers.get(Question.of(call));
    return probe == null ? "" : probe.label();
  }

  private static String receptor(
      Map<Question, Probe> answers, CallName receptor, Map<CallName, String> fixed) {
    String answer = word(answers, receptor);
    return answer.isEmpty() ? fixed.getOrDefault(receptor, "") : answer;
  }

  private static double amount(Map<Question, Probe> answers, NumberName number) {
    Probe probe = answers.get(new Question(Question.Topic.NUMBER, number.name()));
    return probe instanceof Probe.Amount amount ? amount.value() : Double.NaN;
  }

  private static String copyNumber(Map<Question, Probe> answers, String gene) {
    Probe probe = answers.get(new Question(Question.Topic.COPY_NUMBER, gene));
    return probe == null ? "" : probe.label();
  }
}
