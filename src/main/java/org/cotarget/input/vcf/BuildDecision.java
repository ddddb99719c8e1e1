package org.cotarget.input.vcf;

import java.util.Optional;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;

/**
 * Weighs what a file says of its assembly and what its bases say. A contradiction is an error; so
 * is an open assembly where a variant cannot be understood without it.
 */
final class BuildDecision {

  private static final String NAME_IT =
      "name it with --assembly, or keep the ##contig lines of the reference in the header";

  private final AssemblyEvidence evidence;
  private final BuildVote vote;
  private final SourceLocation where;
  private final InputProblems problems;

  BuildDecision(
      AssemblyEvidence evidence, BuildVote vote, SourceLocation where, InputProblems problems) {
    this.evidence = evidence;
    this.vote = vote;
    this.where = where;
    this.problems = problems;
  }

  /** Reports what the header and the names of chromosomes show to be wrong. */
  private void checkEvidence() {
    if (evidence.isConflict()) {
      conflict(evidence.text());
    } else {
      evidence
          .foreign()
          .ifPresent(
              reason ->
                  problems.error(
                      "VCF_BUILD_FOREIGN",
                      where,
                      reason,
                      "call or lift the variants to GRCh37 or GRCh38; positions of other assemblies are not known here"));
    }
  }

  /**
   * The assembly, unknown where it stays open.
   *
   * @param found variants found, of which some may need it
   * @param structuralOnly whether the file holds no small variants, and so none to name
   */
  GenomeAssembly decide(FoundVariants found, boolean structuralOnly) {
    GenomeAssembly stated = evidence.assembly();
    checkEvidence();
    if (evidence.isConflict() || evidence.foreign().isPresent()) {
      return stated;
    }
    if (evidence.isHint()) {
      Optional<GenomeAssembly> voted = vote.decided();
      if (voted.isPresent()) {
        return voted.get();
      }
    }
    if (vote.contradicts(stated)) {
      conflict(evidence.text() + "; " + vote.text());
      return stated;
    }
    if (stated == GenomeAssembly.UNKNOWN && !structuralOnly) {
      open(found);
    }
    return stated;
  }

  /** How the assembly is known, for the provenance of the file. */
  String text(GenomeAssembly decided) {
    return evidence.isHint() && decided != GenomeAssembly.UNKNOWN && vote.decided().isPresent()
        ? decided.label() + " by votes: " + vote.text()
        : evidence.text();
  }

  private void conflict(String finding) {
    problems.error(
        "VCF_BUILD_CONFLICT",
        where,
        "the assembly is contradictory: " + finding,
        "correct the header or the --assembly option, whichever is wrong");
  }

  private void open(FoundVariants found) {
    long needed = found.byPosition();
    if (needed > 0) {
      problems.error(
          "VCF_BUILD_UNDECIDED",
          where,
          "nothing in the header tells the assembly, and neither do the bases: "
              + vote.text()
              + "; without it "
              + needed
              + (needed == 1 ? " variant" : " variants")
              + " of panel genes cannot be named",
          NAME_IT);
    } else {
      problems.warning(
          "VCF_BUILD_UNKNOWN",
          where,
          "nothing in the header tells the assembly"
              + (found.isEmpty()
                  ? ", and no variant lies in an exon of a panel gene; the file shows nothing to be wild type"
                  : ""),
          NAME_IT);
    }
  }
}
