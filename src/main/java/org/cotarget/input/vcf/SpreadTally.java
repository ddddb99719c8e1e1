package org.cotarget.input.vcf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotarget.input.layer.ChromosomeLengths;
import org.cotarget.input.layer.VariantLayer.RecordSpread;

/**
 * How widely the records of each tumour spread over the genome: distinct megabases and distinct
 * main chromosomes with a record that passes the filters and whose genotype holds an alternate
 * allele. It does not look at annotations, so a file spreads alike before and after annotation.
 * Structural records do not count: whoever looks for those need not see small variants.
 */
final class SpreadTally {

  private static final int MEGABASE = 1_000_000;
  private static final int FORMAT = 8;

  /** From this change of length on an allele is structural, as is commonly held. */
  private static final int STRUCTURAL_LENGTH = 50;

  private final List<Integer> columns;
  private final Set<String> passing;
  private final Map<Integer, Set<String>> loci = new HashMap<>();
  private final Map<Integer, Set<String>> chromosomes = new HashMap<>();
  private final Map<Integer, Long> records = new HashMap<>();

  SpreadTally(List<Integer> columns, Set<String> passing) {
    this.columns = columns;
    this.passing = passing;
  }

  void record(String[] fields, String chrom, long position) {
    if (!passes(fields[6]) || !isSmall(fields[3], fields[4])) {
      return;
    }
    String plain = ChromosomeLengths.plainName(chrom);
    for (int column : columns.isEmpty() ? List.of(-1) : columns) {
      if (column < 0 || carries(fields, FORMAT + 1 + column)) {
        loci.computeIfAbsent(column, unused -> new HashSet<>())
            .add(plain + ":" + position / MEGABASE);
        chromosomes.computeIfAbsent(column, unused -> new HashSet<>()).add(plain);
        records.merge(column, 1L, Long::sum);
      }
    }
  }

  Map<Integer, RecordSpread> result() {
    Map<Integer, RecordSpread> spread = new HashMap<>();
    for (int column : columns.isEmpty() ? List.of(-1) : columns) {
      spread.put(
          column,
          new RecordSpread(
              loci.getOrDefault(column, Set.of()).size(),
              chromosomes.getOrDefault(column, Set.of()).size(),
              records.getOrDefault(column, 0L)));
    }
    return spread;
  }

  private static boolean isSmall(String reference, String alternates) {
    for (String alternate : alternates.split(",", -1)) {
      boolean bases = !alternate.isEmpty() && alternate.chars().allMatch(Character::isLetter);
      if (bases && Math.abs(alternate.length() - reference.length()) < STRUCTURAL_LENGTH) {
        return true;
      }
    }
    return false;
  }

  private boolean passes(String filter) {
    for (String word : filter.split(";", -1)) {
      if (!word.equals("PASS") && !word.equals(".") && !passing.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private boolean carries(String[] fields, int index) {
    if (index >= fields.length) {
      return false;
    }
    List<String> keys = new ArrayList<>(List.of(fields[FORMAT].split(":", -1)));
    int genotype = keys.indexOf("GT");
    if (genotype < 0) {
      return columns.size() == 1;
    }
    String[] values = fields[index].split(":", -1);
    return genotype < values.length && values[genotype].chars().anyMatch(c -> c >= '1' && c <= '9');
  }
}
