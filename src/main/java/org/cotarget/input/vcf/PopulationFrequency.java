package org.cotarget.input.vcf;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cotarget.reference.VariantVocabulary;
import org.cotarget.reference.VariantVocabulary.FrequencyField;
import org.cotarget.reference.VariantVocabulary.Scale;

/** Finds how common an allele is in a population, wherever a record says so. */
final class PopulationFrequency {

  private final List<FrequencyField> ofInfo = new ArrayList<>();
  private final Set<String> ofEntries = new LinkedHashSet<>();

  PopulationFrequency(VariantVocabulary vocabulary) {
    for (FrequencyField field : vocabulary.frequencies()) {
      if (field.inEntry()) {
        ofEntries.add(field.name());
      } else {
        ofInfo.add(field);
      }
    }
  }

  /** Names of the fields of annotation entries, in upper case. */
  Set<String> entryFields() {
    return ofEntries;
  }

  /**
   * The highest frequency in INFO, or NaN where there is none.
   *
   * @param count number of ALT alleles
   */
  double highest(FieldValues info, int alternate, int count) {
    double highest = Double.NaN;
    for (Map.Entry<String, String> value : info.entries()) {
      for (FrequencyField field : ofInfo) {
        if (field.name().equals(value.getKey().toUpperCase(Locale.ROOT))) {
          highest = max(highest, read(value.getValue(), field.scale(), alternate, count));
        }
      }
    }
    return highest;
  }

  /** The greater of two, of which each may be NaN for none. */
  static double max(double a, double b) {
    return Double.isNaN(a) || b > a ? b : a;
  }

  /**
   * The highest of frequencies written as VEP does: {@code 0.01}, {@code 0.01&0.02}, {@code
   * A:0.01}; NaN for none.
   */
  static double ofEntry(String text) {
    double highest = Double.NaN;
    for (String part : text.split("&", -1)) {
      highest = max(highest, number(part.substring(part.indexOf(':') + 1), Scale.FRACTION));
    }
    return highest;
  }

  private static double read(String text, Scale scale, int alternate, int count) {
    String[] values = text.split(",", -1);
    int index = values.length == count ? alternate : values.length == count + 1 ? alternate + 1 : 0;
    return number(values[index], scale);
  }

  private static double number(String text, Scale scale) {
    if (!text.matches("-?\\d{0,15}\\.?\\d{1,20}([eE][+-]?\\d{1,3})?")) {
      return Double.NaN;
    }
    double value = Double.parseDouble(text);
    double fraction = scale == Scale.MINUS_LOG10 ? Math.pow(10, -value) : value;
    return fraction >= 0 && fraction <= 1 ? fraction : Double.NaN;
  }
}
