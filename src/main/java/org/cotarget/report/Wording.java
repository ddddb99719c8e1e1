package org.cotarget.report;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Calls and states in the words of the report; the tables keep the constants. */
final class Wording {

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("TNBC", "TNBC"),
          Map.entry("TNBC_PROBABLE", "Probable TNBC"),
          Map.entry("NOT_TNBC", "Not TNBC"),
          Map.entry("NOT_CANDIDATE", "Not a candidate"),
          Map.entry("ACTIVE_HIGH", "Active, high"),
          Map.entry("ACTIVE_MODERATE", "Active, moderate"),
          Map.entry("INSUFFICIENT", "Insufficient data"),
          Map.entry("PIK3CA_ALPHA", "PI3K-alpha"),
          Map.entry("PTEN_AKT", "PTEN/AKT"),
          Map.entry("NEG", "Negative"),
          Map.entry("POS", "Positive"),
          Map.entry("NA", "Not available"),
          Map.entry("SNV_INDEL", "Small variants"),
          Map.entry("IHC_STATUS", "IHC status"),
          Map.entry("IHC_PERCENT", "IHC, % of cells"),
          Map.entry("IHC_SCORE", "IHC score"),
          Map.entry("ISH_STATUS", "ISH status"),
          Map.entry("ISH_RATIO", "ISH ratio"),
          Map.entry("ISH_COPIES", "ISH copies"),
          Map.entry("CEP17_COPIES", "CEP17 copies"),
          Map.entry("MRNA", "mRNA surrogate"),
          Map.entry("COPY_NUMBER", "Copy number"),
          Map.entry("GISTIC", "GISTIC"),
          Map.entry("LOG2_RATIO", "log2 ratio"),
          Map.entry("ABSOLUTE", "copies"),
          Map.entry("ER", "ER"),
          Map.entry("PR", "PR"),
          Map.entry("HER2", "HER2"),
          Map.entry("PTEN", "PTEN"),
          Map.entry("PSTAT5", "pSTAT5"),
          Map.entry("PJAK2", "pJAK2"),
          Map.entry("PI3K", "PI3K"),
          Map.entry("JAK_STAT5", "JAK2/STAT5"),
          Map.entry("MET", "met"),
          Map.entry("NOT_MET", "not met"),
          Map.entry("UNDETERMINED", "undetermined"));

  private Wording() {}

  /** The words for a constant: its entry, else its name in lower case with a capital. */
  static String of(String constant) {
    String words = WORDS.get(constant);
    if (words != null) {
      return words;
    }
    String lower = constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    return lower.isEmpty()
        ? lower
        : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
  }

  /** The entries that do not follow the rule, sorted, for the script of the page. */
  static Map<String, String> exceptions() {
    return new TreeMap<>(WORDS);
  }
}
