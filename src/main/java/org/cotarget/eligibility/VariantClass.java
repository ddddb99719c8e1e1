package org.cotarget.eligibility;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.ProteinChange;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.reference.Hotspots;
import org.jspecify.annotations.Nullable;

/** Classes of small variant that a criterion may name. */
enum VariantClass {
  ANY("any change of the protein or of an essential splice site, and rearrangements"),
  HOTSPOT("a recurrent change of the bundled hotspot table"),
  TRUNCATING("stop gained, frameshift or transcript ablation"),
  MISSENSE("one residue for another"),
  IN_FRAME("residues gained or lost in frame"),
  SPLICE("an essential splice site"),
  START_LOST("the start codon"),
  STOP_LOST("the stop codon"),
  REARRANGEMENT("the gene broken or joined to another");

  private final String meaning;

  VariantClass(String meaning) {
    this.meaning = meaning;
  }

  /** The word of criteria files. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String meaning() {
    return meaning;
  }

  /** All classes a variant is of; empty for a silent one. */
  static Set<VariantClass> of(SomaticVariant variant, Hotspots hotspots) {
    Set<VariantClass> classes = EnumSet.noneOf(VariantClass.class);
    Consequence consequence = variant.consequence();
    Optional<ProteinChange> protein = variant.protein();
    ProteinChange.@Nullable Kind kind = protein.map(ProteinChange::kind).orElse(null);
    boolean missense = kind == ProteinChange.Kind.MISSENSE;
    if (consequence == Consequence.GENE_FUSION) {
      classes.add(REARRANGEMENT);
    } else if (consequence.isTruncating()
        || kind == ProteinChange.Kind.NONSENSE
        || kind == ProteinChange.Kind.FRAMESHIFT) {
      classes.add(TRUNCATING);
    } else if (consequence.isEssentialSplice() && !missense) {
      if (kind != ProteinChange.Kind.SYNONYMOUS) {
        classes.add(SPLICE);
      }
    } else if (consequence == Consequence.START_LOST || kind == ProteinChange.Kind.START_LOST) {
      classes.add(START_LOST);
    } else if (consequence == Consequence.STOP_LOST || kind == ProteinChange.Kind.EXTENSION) {
      classes.add(STOP_LOST);
    } else if (consequence.isInframeIndel()
        || consequence == Consequence.PROTEIN_ALTERING_VARIANT
        || kind == ProteinChange.Kind.INFRAME_INDEL) {
      classes.add(IN_FRAME);
    } else if (missense || (consequence == Consequence.MISSENSE_VARIANT && kind == null)) {
      classes.add(MISSENSE);
    }
    if (protein
        .filter(change -> change.kind() != ProteinChange.Kind.SYNONYMOUS)
        .flatMap(change -> hotspots.find(variant.gene(), change.shortForm()))
        .isPresent()) {
      classes.add(HOTSPOT);
    }
    if (!classes.isEmpty()) {
      classes.add(ANY);
    }
    return classes;
  }

  /** Whether variants of some classes change a residue that a source could name. */
  static boolean changesResidue(Set<VariantClass> classes) {
    return classes.contains(ANY) && !classes.contains(REARRANGEMENT);
  }

  /** Whether the effect of a variant is not told well enough to say that it is of no class. */
  static boolean isUntold(SomaticVariant variant) {
    return variant.protein().isEmpty()
        && (variant.consequence() == Consequence.SEQUENCE_VARIANT
            || variant.consequence() == Consequence.CODING_SEQUENCE_VARIANT
            || variant.consequence() == Consequence.MISSENSE_VARIANT
            || variant.consequence() == Consequence.PROTEIN_ALTERING_VARIANT
            || variant.consequence().isInframeIndel());
  }
}
