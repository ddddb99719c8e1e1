package org.cotarget.input.vcf;

import java.util.Map;
import java.util.TreeMap;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;

/** Counts what is left out of a file and says so once for each reason. */
final class DroppedRecords {

  private final Map<String, Long> filtered = new TreeMap<>();
  private long notSmall;
  private long germline;
  private long lostHeterozygosity;
  private long noCall;

  void filtered(String filter) {
    filtered.merge(filter, 1L, Long::sum);
  }

  void notSmall() {
    notSmall++;
  }

  void germline() {
    germline++;
  }

  void lostHeterozygosity() {
    lostHeterozygosity++;
  }

  void noCall() {
    noCall++;
  }

  void report(String path, InputProblems problems) {
    SourceLocation where = SourceLocation.ofFile(path);
    filtered.forEach(
        (filter, count) ->
            problems.note(
                "VCF_FILTERED",
                where.atColumn("FILTER"),
                "left out by FILTER " + filter + ": " + records(count),
                "use --include-filter " + filter + " to keep them"));
    if (notSmall > 0) {
      problems.note(
          "VCF_NOT_SMALL",
          where.atColumn("ALT"),
          "left out as overlapping deletion (*): " + alleles(notSmall),
          "nothing to do; the deletion has a record of its own");
    }
    if (germline > 0) {
      problems.note(
          "VCF_GERMLINE",
          where,
          "left out as germline (SS=1): " + alleles(germline),
          "nothing to do; only somatic variants enter a call");
    }
    if (lostHeterozygosity > 0) {
      problems.note(
          "VCF_GERMLINE",
          where,
          "left out as inherited with loss of the other allele (SS=3): "
              + alleles(lostHeterozygosity),
          "nothing to do; only somatic variants enter a call");
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
