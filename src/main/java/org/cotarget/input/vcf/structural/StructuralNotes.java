package org.cotarget.input.vcf.structural;

import java.util.Set;
import java.util.TreeSet;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;

/** Counts what is left out or taken on trust in one file and says so once for each reason. */
final class StructuralNotes {

  private final String path;
  private final InputProblems problems;
  private final Set<String> uncertain = new TreeSet<>();
  private final Set<String> lost = new TreeSet<>();
  private long germline;
  private long unpaired;
  private long byGenotype;
  private long notRead;
  private long unplaced;
  private long firstUnplaced;

  StructuralNotes(String path, InputProblems problems) {
    this.path = path;
    this.problems = problems;
  }

  void germline() {
    germline++;
  }

  /** A rearrangement that is kept although nothing tells it from an inherited one. */
  void unpaired() {
    unpaired++;
  }

  void byGenotype() {
    byGenotype++;
  }

  void notRead() {
    notRead++;
  }

  void unplaced(long line) {
    firstUnplaced = unplaced == 0 ? line : firstUnplaced;
    unplaced++;
  }

  /** An event of which it is not certain that it breaks a suppressor; said once for each. */
  void uncertain(String sample, String gene, String reason, SourceLocation where) {
    if (uncertain.add(String.join("\t", sample, gene, reason))) {
      problems.note(
          "VCF_SV_UNCERTAIN",
          where,
          gene + " of " + sample + " may be broken and is not counted so: " + reason,
          "look at the reads, or ask for PTEN IHC where it is PTEN");
    }
  }

  /** A suppressor within a deletion that does not tell how many copies are left. */
  void lost(String sample, String gene, SourceLocation where) {
    if (lost.add(sample + "\t" + gene)) {
      problems.note(
          "VCF_SV_LOSS",
          where,
          gene
              + " of "
              + sample
              + " lies in a deletion, and nothing tells whether a copy is left; it is not counted as"
              + " deleted",
          "give the copy numbers of the tumour (--cna, --seg or a copy-number VCF)");
    }
  }

  /**
   * Says what was counted.
   *
   * @param only whether the file holds nothing but structural records, which are then all lost
   *     without an assembly
   */
  void report(GenomeAssembly assembly, boolean only) {
    SourceLocation where = SourceLocation.ofFile(path);
    if (unplaced > 0 && assembly == GenomeAssembly.UNKNOWN) {
      SourceLocation first = SourceLocation.ofLine(path, firstUnplaced).atColumn("POS");
      String finding =
          count(unplaced, "structural record") + " cannot be placed, as the assembly is not known";
      String fix = "name the assembly of the coordinates with --assembly";
      if (only) {
        problems.error("VCF_SV_BUILD", first, finding, fix);
      } else {
        problems.warning("VCF_SV_BUILD", first, finding, fix);
      }
    }
    if (germline > 0) {
      problems.note(
          "VCF_SV_GERMLINE",
          where,
          "left out, as the normal carries them, in panel genes: " + count(germline, "event"),
          "nothing to do; only somatic events enter a call");
    }
    if (unpaired > 0) {
      problems.note(
          "VCF_SV_NO_NORMAL",
          where,
          "kept although no normal tells whether they are inherited: "
              + count(unpaired, "rearrangement"),
          "call the tumour against a normal, or filter by a panel of normals");
    }
    if (byGenotype > 0) {
      problems.note(
          "VCF_SV_GENOTYPE_COPIES",
          where,
          "copies counted by the genotype of two chromosomes, whatever the purity and ploidy of the"
              + " tumour: "
              + count(byGenotype, "record"),
          "give the copy numbers of the tumour (--cna, --seg, or CN in the VCF)");
    }
    if (notRead > 0) {
      problems.note(
          "VCF_SV_NOT_READ",
          where,
          "alleles over panel genes that tell neither a junction nor copies: "
              + count(notRead, "allele"),
          "nothing, where no deletion, duplication or break is meant by them");
    }
  }

  private static String count(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
