package org.cotarget.eligibility;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cotarget.assess.CopyNumberState;
import org.cotarget.reference.Reference;

/**
 * Words of CTML, MatchMiner's trial language, and what they are here (CTML22: configuration and
 * transformers of matchengine-V2).
 */
final class CtmlWords {

  static final String MUTATION = "Mutation";
  static final String COPY_NUMBER = "Copy Number Variation";
  static final String STRUCTURAL = "Structural Variation";

  static final List<String> DIAGNOSIS =
      List.of("ONCOTREE_PRIMARY_DIAGNOSIS", "CANCER_TYPE_DETAILED");
  static final List<String> GENDER = List.of("SEX", "GENDER");
  static final List<String> AGE = List.of("AGE");

  private static final Map<String, CopyNumberState> STATES = new LinkedHashMap<>();
  private static final Map<VariantClass, List<String>> CLASSIFICATIONS = new LinkedHashMap<>();

  static {
    STATES.put("High Amplification", CopyNumberState.AMPLIFICATION);
    STATES.put("Low Amplification", CopyNumberState.GAIN);
    STATES.put("Homozygous Deletion", CopyNumberState.DEEP_LOSS);
    STATES.put("Heterozygous Deletion", CopyNumberState.SHALLOW_LOSS);
    CLASSIFICATIONS.put(VariantClass.MISSENSE, List.of("Missense_Mutation"));
    CLASSIFICATIONS.put(
        VariantClass.TRUNCATING,
        List.of("Nonsense_Mutation", "Frame_Shift_Del", "Frame_Shift_Ins"));
    CLASSIFICATIONS.put(VariantClass.IN_FRAME, List.of("In_Frame_Del", "In_Frame_Ins"));
    CLASSIFICATIONS.put(VariantClass.SPLICE, List.of("Splice_Site"));
    CLASSIFICATIONS.put(VariantClass.START_LOST, List.of("Translation_Start_Site"));
    CLASSIFICATIONS.put(VariantClass.STOP_LOST, List.of("Nonstop_Mutation"));
  }

  private CtmlWords() {}

  /** Lower-case words of a sex, {@code FEMALE} or {@code MALE}, in clinical tables. */
  static Set<String> gender(Reference reference, String meaning) {
    return reference.table("cohort_words").rows().stream()
        .filter(row -> row.get("topic").equals("SEX") && row.get("meaning").equals(meaning))
        .map(row -> row.get("word").toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The word that excludes a diagnosis. */
  static String denied(String diagnosis) {
    return "not " + diagnosis.toLowerCase(Locale.ROOT);
  }

  static Optional<CopyNumberState> state(String call) {
    return STATES.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(call.strip()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  static Optional<String> call(CopyNumberState state) {
    return STATES.entrySet().stream()
        .filter(entry -> entry.getValue() == state)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The classifications that a class is; none where CTML has no word for it. */
  static List<String> classifications(VariantClass variantClass) {
    return CLASSIFICATIONS.getOrDefault(variantClass, List.of());
  }

  /** The class that classifications are together, where they are one. */
  static Optional<VariantClass> variantClass(Set<String> classifications) {
    return CLASSIFICATIONS.entrySet().stream()
        .filter(entry -> Set.copyOf(entry.getValue()).equals(classifications))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
