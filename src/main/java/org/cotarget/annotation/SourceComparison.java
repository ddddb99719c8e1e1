package org.cotarget.annotation;

import java.util.Optional;
import org.cotarget.cohort.AnnotationCheck;
import org.cotarget.cohort.AnnotationCheck.Agreement;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.ProteinChange;
import org.cotarget.cohort.ProteinChange.Kind;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.reference.GenePanel;

/**
 * Compares what a source says of a variant with our own reading, by what it means for the protein
 * and not by its spelling.
 */
final class SourceComparison {

  /** Codons that a frameshift commonly leaves as they were: the chance for a third is small. */
  private static final int UNCHANGED_CODONS = 3;

  private final GenePanel panel;

  SourceComparison(GenePanel panel) {
    this.panel = panel;
  }

  /**
   * Compares an annotated variant.
   *
   * @param variant as its source annotates it
   * @param ours our reading
   * @param protein residues of the panel transcript, the stop last; empty where they are not known
   */
  AnnotationCheck compare(SomaticVariant variant, PanelAnnotation ours, String protein) {
    if (ours.contradicted()) {
      return check(Agreement.DIFFERS, ours, ours.note());
    }
    return variant
        .protein()
        .map(change -> compare(variant, change, ours, protein))
        .orElseGet(() -> compareConsequence(variant, ours));
  }

  /** Our reading alone, for a source that says nothing to compare with. */
  static AnnotationCheck alone(PanelAnnotation ours) {
    return check(Agreement.NOT_COMPARED, ours, ours.note());
  }

  private AnnotationCheck compare(
      SomaticVariant variant, ProteinChange theirs, PanelAnnotation ours, String protein) {
    if (ours.change().isPresent()) {
      return same(variant, theirs, ours, ours.change().get(), protein)
          ? check(Agreement.AGREES, ours, "")
          : check(Agreement.DIFFERS, ours, difference(variant, theirs, ours));
    }
    boolean splice = theirs.kind() == Kind.SPLICE || variant.consequence().isEssentialSplice();
    if (splice && ours.consequence().isEssentialSplice()) {
      return check(Agreement.AGREES, ours, "");
    }
    if (sameCodon(theirs, ours)) {
      boolean frameshift = ours.consequence() == Consequence.FRAMESHIFT_VARIANT;
      return check(frameshift ? Agreement.AGREES : Agreement.NOT_COMPARED, ours, ours.note());
    }
    return check(Agreement.DIFFERS, ours, difference(variant, theirs, ours));
  }

  /**
   * Whether both name one codon where no sequence tells our residue. A frameshift may leave the
   * first residues behind the change as they were, and is named by the first that differs.
   */
  private static boolean sameCodon(ProteinChange theirs, PanelAnnotation ours) {
    int codon = ours.firstCodon();
    if (codon == 0) {
      return false;
    }
    boolean frameshift = theirs.kind() == Kind.FRAMESHIFT;
    if (frameshift != (ours.consequence() == Consequence.FRAMESHIFT_VARIANT)) {
      return false;
    }
    return theirs.overlaps(codon, frameshift ? codon + UNCHANGED_CODONS : codon);
  }

  /** A source that names no residue and does not have to: splice sites, untranslated regions. */
  private AnnotationCheck compareConsequence(SomaticVariant variant, PanelAnnotation ours) {
    Consequence theirs = variant.consequence();
    boolean spliceThere = theirs.isEssentialSplice();
    boolean spliceHere = ours.consequence().isEssentialSplice();
    boolean changesProtein = ProteinClass.of(ours.consequence()).changesProtein();
    if ((spliceThere && spliceHere) || !(spliceThere || spliceHere || changesProtein)) {
      return check(Agreement.AGREES, ours, "");
    }
    return check(
        Agreement.DIFFERS,
        ours,
        theirs.term()
            + " there, "
            + ours.consequence().term()
            + " here"
            + transcripts(variant, ours));
  }

  private static boolean same(
      SomaticVariant variant,
      ProteinChange theirs,
      PanelAnnotation reading,
      ProteinChange ours,
      String protein) {
    if (isTruncation(theirs) && isTruncation(ours)) {
      return sameTruncation(theirs, ours, reading);
    }
    if (isInFrame(theirs) && isInFrame(ours) && !protein.isEmpty()) {
      boolean missense = isMissense(theirs) && isMissense(ours);
      return missense
          ? sameResidue(theirs, ours)
          : sameProtein(variant, theirs, reading, ours, protein);
    }
    return theirs.kind() == ours.kind() && theirs.overlaps(ours.firstCodon(), ours.lastCodon());
  }

  /**
   * A frameshift is named by the first residue that changes; some sources name the codon in which
   * the bases change, which lies before it or is the same.
   */
  private static boolean sameTruncation(
      ProteinChange theirs, ProteinChange ours, PanelAnnotation reading) {
    boolean frameshift = theirs.kind() == Kind.FRAMESHIFT;
    int from = frameshift ? Math.min(reading.firstCodon(), ours.firstCodon()) : ours.firstCodon();
    return theirs.overlaps(from, ours.lastCodon());
  }

  private static boolean sameResidue(ProteinChange theirs, ProteinChange ours) {
    boolean reference = theirs.reference().isEmpty() || theirs.reference().equals(ours.reference());
    return reference
        && theirs.firstCodon() == ours.firstCodon()
        && theirs.alternate().equals(ours.alternate());
  }

  private static boolean sameProtein(
      SomaticVariant variant,
      ProteinChange theirs,
      PanelAnnotation reading,
      ProteinChange ours,
      String protein) {
    Optional<String> there =
        ResidueEdit.of(variant.hgvsP(), theirs, protein).map(edit -> edit.apply(protein));
    Optional<String> here =
        ResidueEdit.of(reading.hgvsP(), ours, protein).map(edit -> edit.apply(protein));
    return there.isPresent() && there.equals(here);
  }

  private static boolean isTruncation(ProteinChange change) {
    return change.kind() == Kind.NONSENSE || change.kind() == Kind.FRAMESHIFT;
  }

  private static boolean isMissense(ProteinChange change) {
    return change.kind() == Kind.MISSENSE && change.firstCodon() == change.lastCodon();
  }

  private static boolean isInFrame(ProteinChange change) {
    return change.kind() == Kind.MISSENSE || change.kind() == Kind.INFRAME_INDEL;
  }

  private String difference(SomaticVariant variant, ProteinChange theirs, PanelAnnotation ours) {
    String here =
        ours.change().map(ProteinChange::shortForm).orElseGet(() -> ours.consequence().term());
    boolean otherCodon =
        ours.change()
            .filter(
                change ->
                    change.kind() == theirs.kind() && change.firstCodon() != theirs.firstCodon())
            .isPresent();
    boolean sameResidues =
        otherCodon
            && ours.change()
                .filter(
                    change ->
                        change.reference().equals(theirs.reference())
                            && change.alternate().equals(theirs.alternate()))
                .isPresent();
    return (sameResidues
            ? "same residues at another codon, as on another transcript: "
            : otherCodon ? "other codon: " : "")
        + theirs.shortForm()
        + " there, "
        + here
        + " here"
        + transcripts(variant, ours);
  }

  private String transcripts(SomaticVariant variant, PanelAnnotation ours) {
    String theirs = withoutVersion(variant.transcript());
    boolean same =
        theirs.equals(ours.transcript())
            || panel
                .gene(variant.gene())
                .filter(
                    gene ->
                        theirs.equals(withoutVersion(gene.maneEnsembl()))
                            || theirs.equals(withoutVersion(gene.maneTranscript())))
                .isPresent();
    return theirs.isEmpty() || same ? "" : "; the source used " + variant.transcript();
  }

  private static String withoutVersion(String accession) {
    int dot = accession.indexOf('.');
    return dot < 0 ? accession : accession.substring(0, dot);
  }

  private static AnnotationCheck check(Agreement agreement, PanelAnnotation ours, String reason) {
    return new AnnotationCheck(agreement, ours.hgvsC(), ours.hgvsP(), ours.transcript(), reason);
  }
}
