package org.cotarget.input.vcf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The alleles that matter to one sample of a record of many: {@code LAA} of VCF 4.5 lists ALT
 * alleles from 1, {@code LA} of Hail all alleles with REF as 0. {@code LAD} and {@code LGT} are in
 * terms of them.
 */
final class LocalAlleles {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

  private final List<Integer> alleles;
  private final int alternates;

  private LocalAlleles(List<Integer> alleles, int alternates) {
    this.alleles = alleles;
    this.alternates = alternates;
  }

  /**
   * Empty where a column has no local alleles, or names one that the record does not have; {@link
   * SampleCheck} reports that.
   */
  static Optional<LocalAlleles> of(FieldValues values, int alternates) {
    boolean spec = values.has("LAA");
    if (!spec && !(values.has("LA") && (values.has("LAD") || values.has("LGT")))) {
      return Optional.empty();
    }
    List<Integer> alleles = new ArrayList<>();
    if (spec) {
      alleles.add(0);
    }
    String text = values.text(spec ? "LAA" : "LA");
    for (String part : text.isEmpty() || text.equals(".") ? new String[0] : text.split(",", -1)) {
      if (!NUMBER.matcher(part).matches() || Integer.parseInt(part) > alternates) {
        return Optional.empty();
      }
      alleles.add(Integer.parseInt(part));
    }
    return Optional.of(new LocalAlleles(alleles, alternates));
  }

  /** Adds AD and GT in terms of all alleles where the column gives them of local ones only. */
  void expand(Map<String, String> values) {
    String depths = values.get("LAD");
    if (depths != null && !values.containsKey("AD")) {
      String[] local = depths.split(",", -1);
      if (local.length == alleles.size()) {
        String[] all = new String[alternates + 1];
        Arrays.fill(all, "0");
        for (int i = 0; i < local.length; i++) {
          all[alleles.get(i)] = local[i];
        }
        values.put("AD", String.join(",", all));
      }
    }
    String genotype = values.get("LGT");
    if (genotype != null && !values.containsKey("GT")) {
      values.put("GT", global(genotype));
    }
  }

  private String global(String genotype) {
    return Arrays.stream(genotype.split("(?<=[/|])|(?=[/|])", -1))
        .map(
            part ->
                NUMBER.matcher(part).matches() && Integer.parseInt(part) < alleles.size()
                    ? String.valueOf(alleles.get(Integer.parseInt(part)))
                    : NUMBER.matcher(part).matches() ? "." : part)
        .collect(Collectors.joining());
  }
}
