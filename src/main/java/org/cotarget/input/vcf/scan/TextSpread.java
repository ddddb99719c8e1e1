package org.cotarget.input.vcf.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotarget.input.layer.ChromosomeLengths;
import org.cotarget.input.layer.VariantLayer.RecordSpread;

/** The rule of {@link SpreadTally} on fields as text, without its shortcuts, to check it by. */
final class TextSpread {

  private static final int FORMAT = 8;

  private final List<Integer> columns;
  private final Set<String> passing;
  private final SpreadLimits limits;
  private final Map<Integer, Set<String>> megabases = new HashMap<>();
  private final Map<Integer, Set<String>> chromosomes = new HashMap<>();

  TextSpread(List<Integer> columns, Set<String> passing, SpreadLimits limits) {
    this.columns = columns.isEmpty() ? List.of(-1) : columns;
    this.passing = passing;
    this.limits = limits;
  }

  void record(List<String> fields) {
    String chrom = ChromosomeLengths.plainName(fields.get(0));
    boolean main = chrom.matches("[1-9]|1[0-9]|2[0-2]|[XY]");
    if (!main
        || Set.of(".", "<NON_REF>", "<*>").contains(fields.get(4))
        || !passes(fields.get(6))) {
      return;
    }
    for (int column : columns) {
      if (column < 0 || carries(fields, column)) {
        long megabase = Math.min(255, Long.parseLong(fields.get(1)) / 1_000_000);
        megabases.computeIfAbsent(column, unused -> new HashSet<>()).add(chrom + ":" + megabase);
        chromosomes.computeIfAbsent(column, unused -> new HashSet<>()).add(chrom);
      }
    }
  }

  Map<Integer, RecordSpread> result() {
    Map<Integer, RecordSpread> spread = new HashMap<>();
    for (int column : columns) {
      int seen = Math.min(megabases.getOrDefault(column, Set.of()).size(), limits.megabases());
      int on = Math.min(chromosomes.getOrDefault(column, Set.of()).size(), limits.chromosomes());
      spread.put(column, new RecordSpread(seen, on, seen));
    }
    return spread;
  }

  private boolean passes(String filters) {
    for (String word : filters.split(";", -1)) {
      if (!word.equals("PASS") && !word.equals(".") && !passing.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private boolean carries(List<String> fields, int column) {
    int index = FORMAT + 1 + column;
    if (fields.size() <= FORMAT + 1) {
      return false;
    }
    int genotype = new ArrayList<>(List.of(fields.get(FORMAT).split(":", -1))).indexOf("GT");
    if (genotype < 0) {
      return columns.size() == 1;
    }
    if (index >= fields.size()) {
      return false;
    }
    String[] values = fields.get(index).split(":", -1);
    return genotype < values.length && values[genotype].matches(".*[1-9].*");
  }
}
