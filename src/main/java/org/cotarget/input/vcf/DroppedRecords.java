package org.cotarget.input.vcf;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;

/**
 * Counts what is left out of the panel genes of a file and says so once for each reason. A hotspot
 * that is left out, or kept in spite of a filter, is named.
 */
final class DroppedRecords {

  private static final String SOMATIC_ONLY = "nothing to do; only somatic variants enter a call";

  private final InputProblems problems;
  private final Map<String, Long> filtered = new TreeMap<>();
  private final Map<String, Long> statuses = new LinkedHashMap<>();
  private long common;
  private long noCall;

  DroppedRecords(InputProblems problems) {
    this.problems = problems;
  }

  void addAll(DroppedRecords others) {
    others.filtered.forEach((filter, count) -> filtered.merge(filter, count, Long::sum));
    others.statuses.forEach((status, count) -> statuses.merge(status, count, Long::sum));
    common += others.common;
    noCall += others.noCall;
  }

  void filtered(String filter) {
    filtered.merge(filter, 1L, Long::sum);
  }

  void common() {
    common++;
  }

  void noCall() {
    noCall++;
  }

  void notSomatic(SomaticStatus status) {
    String reason =
        status == SomaticStatus.LOST_HETEROZYGOSITY
            ? "inherited with loss of the other allele (SS=3, STATUS=LOH)"
            : "germline (SS=1, STATUS=Germline, or the genotype of the normal)";
    statuses.merge(reason, 1L, Long::sum);
  }

  /** Names a hotspot that a filter of quality removes. */
  void hotspotRemoved(String hotspot, String sample, String words, SourceLocation where) {
    problems.warning(
        "VCF_HOTSPOT_FILTERED",
        where.atColumn("FILTER"),
        hotspot + " of " + sample + " is left out by FILTER " + words,
        "look at the reads; --include-filter " + words.replace(';', ',') + " keeps it");
  }

  /** Names a hotspot that is kept though a filter speaks of germline or population. */
  void hotspotKept(String hotspot, String sample, String words, SourceLocation where) {
    problems.note(
        "VCF_HOTSPOT_KEPT",
        where.atColumn("FILTER"),
        hotspot + " of " + sample + " is kept in spite of " + words,
        "nothing; recurrent somatic changes do get into lists of common variants");
  }

  /** Names a hotspot that the matched normal has, too. */
  void hotspotInNormal(String hotspot, String sample, SourceLocation where) {
    problems.warning(
        "VCF_HOTSPOT_GERMLINE",
        where,
        hotspot
            + " of "
            + sample
            + " is left out: the caller or the matched normal says that it is inherited",
        "check that tumour and normal are not swapped or mixed");
  }

  void report(String path) {
    SourceLocation where = SourceLocation.ofFile(path);
    filtered.forEach(
        (filter, count) ->
            problems.note(
                "VCF_FILTERED",
                where.atColumn("FILTER"),
                "left out of panel genes by FILTER " + filter + ": " + records(count),
                "use --include-filter " + filter + " to keep them"));
    statuses.forEach(
        (reason, count) ->
            problems.note(
                "VCF_GERMLINE",
                where,
                "left out as " + reason + ": " + alleles(count),
                SOMATIC_ONLY));
    if (common > 0) {
      problems.note(
          "VCF_COMMON",
          where,
          "left out as common in a population, there being no matched normal: " + alleles(common),
          SOMATIC_ONLY);
    }
    if (noCall > 0) {
      problems.note(
          "VCF_NO_CALL",
          where,
          "without genotype and reads for a tumour, so not used, in panel genes: "
              + alleles(noCall),
          "genotype all samples together where a missing genotype does not mean that the variant is absent");
    }
  }

  private static String records(long count) {
    return count + (count == 1 ? " record" : " records");
  }

  private static String alleles(long count) {
    return count + (count == 1 ? " allele" : " alleles");
  }
}
