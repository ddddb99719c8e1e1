package org.cotarget.assess;

import java.util.List;
import java.util.function.Predicate;
import org.cotarget.cohort.AnnotationCheck;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.TumorSample;

/**
 * Notes on variants whose source and whose reading by cotarget differ. The source stands in the
 * call; the note is for whoever has to decide which of both is right.
 */
public final class AnnotationNotes {

  private AnnotationNotes() {}

  /** A note for each such variant of the genes in question, in the order of the variants. */
  public static List<Evidence> of(TumorSample sample, Axis axis, Predicate<String> genes) {
    return sample.variants().stream()
        .filter(variant -> genes.test(variant.gene()))
        .filter(variant -> variant.check().agreement() == AnnotationCheck.Agreement.DIFFERS)
        .map(
            variant ->
                new Evidence(
                    axis,
                    Source.VARIANT,
                    Strength.DISCORDANT,
                    variant.gene(),
                    variant.label(),
                    statement(variant),
                    "annotation:agreement",
                    "HGVS16;REFSEQ16",
                    variant.where()))
        .toList();
  }

  private static String statement(SomaticVariant variant) {
    AnnotationCheck check = variant.check();
    String change = check.hgvsP().isEmpty() ? check.hgvsC() : check.hgvsP();
    return change.isEmpty()
        ? "cotarget cannot read it on " + check.transcript() + ": " + check.reason()
        : "cotarget reads " + change + " on " + check.transcript() + ": " + check.reason();
  }
}
