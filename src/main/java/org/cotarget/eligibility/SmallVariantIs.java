package org.cotarget.eligibility;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cotarget.cohort.AssayLayer;
import org.cotarget.cohort.ProteinChange;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.reference.Hotspots;

/**
 * A gene has a small variant or rearrangement of some kind. Classes, protein changes and codons
 * narrow each other. Without such a variant it is not met only where an assay covers the gene and
 * no variant leaves open what it does; no layer tells that rearrangements were looked for, so a
 * criterion that asks for nothing else stays undetermined.
 *
 * @param gene HGNC symbol
 * @param classes classes that meet it; empty for any
 * @param proteins protein changes in short form; empty for any
 * @param codons residues; empty for any
 * @param note what the file says beside
 */
record SmallVariantIs(
    String gene,
    Set<VariantClass> classes,
    Set<String> proteins,
    List<Codons> codons,
    LeafNote note)
    implements Leaf {
  SmallVariantIs {
    classes = Set.copyOf(classes);
    proteins = Set.copyOf(proteins);
    codons = List.copyOf(codons);
  }

  @Override
  public Question question() {
    return new Question(Question.Topic.SMALL_VARIANTS, gene);
  }

  @Override
  public Finding find(SampleFacts facts) {
    List<SomaticVariant> ofGene =
        facts.supplied().variants().stream().filter(v -> v.gene().equals(gene)).toList();
    List<SomaticVariant> matching =
        ofGene.stream()
            .filter(v -> matches(VariantClass.of(v, facts.reference().hotspots()), v.protein()))
            .toList();
    if (!matching.isEmpty()) {
      return Finding.read(Outcome.MET, named(matching), where(matching));
    }
    List<SomaticVariant> untold =
        ofGene.stream().filter(v -> isUntold(v, facts.reference().hotspots())).toList();
    if (!untold.isEmpty()) {
      return Finding.open(
          named(untold) + ": protein change not known",
          "protein change of the " + gene + " variant",
          where(untold));
    }
    if (!facts.covers(AssayLayer.SNV_INDEL, gene)) {
      return Finding.open(gene + " not sequenced", sequencing(gene), List.of());
    }
    if (classes.equals(Set.of(VariantClass.REARRANGEMENT))) {
      return Finding.open(
          gene + ": no rearrangement reported, not known whether one was looked for",
          "structural variants of " + gene,
          List.of());
    }
    return Finding.read(
        Outcome.NOT_MET,
        ofGene.isEmpty()
            ? gene + " sequenced, no variant"
            : gene + " sequenced, no such variant (" + named(ofGene) + ")",
        where(ofGene));
  }

  static String sequencing(String gene) {
    return "sequencing of " + gene;
  }

  /** Whether a variant of some classes with a protein change meets it. */
  boolean matches(Set<VariantClass> of, Optional<ProteinChange> protein) {
    if (of.isEmpty()) {
      return false;
    }
    boolean classFits = classes.isEmpty() || classes.stream().anyMatch(of::contains);
    boolean changeFits =
        proteins.isEmpty()
            || protein.map(ProteinChange::shortForm).filter(proteins::contains).isPresent();
    boolean codonFits =
        codons.isEmpty()
            || protein.filter(c -> codons.stream().anyMatch(run -> run.touches(c))).isPresent();
    return classFits && changeFits && codonFits;
  }

  /**
   * Whether a variant could be one, but does not tell enough: its class, or, where the criterion
   * asks which residue changed, the protein change.
   */
  private boolean isUntold(SomaticVariant variant, Hotspots hotspots) {
    if (variant.protein().isPresent()) {
      return false;
    }
    Set<VariantClass> told = VariantClass.of(variant, hotspots);
    boolean classUntold = VariantClass.isUntold(variant);
    boolean residueUntold = asksForResidue() && VariantClass.changesResidue(told);
    Set<VariantClass> could =
        classUntold && told.isEmpty() ? EnumSet.allOf(VariantClass.class) : EnumSet.copyOf(told);
    could.add(VariantClass.HOTSPOT);
    could.add(VariantClass.ANY);
    return (classUntold || residueUntold)
        && (classes.isEmpty() || classes.stream().anyMatch(could::contains));
  }

  private boolean asksForResidue() {
    return !proteins.isEmpty() || !codons.isEmpty() || classes.contains(VariantClass.HOTSPOT);
  }

  private static String named(List<SomaticVariant> variants) {
    return variants.stream()
        .map(v -> v.gene() + " " + v.label())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static List<SourceLocation> where(List<SomaticVariant> variants) {
    return variants.stream().map(SomaticVariant::where).toList();
  }

  @Override
  public Outcome given(Probe answer) {
    return ((Probe.Variants) answer).meets(this) ? Outcome.MET : Outcome.NOT_MET;
  }

  @Override
  public Map<String, Object> keys() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("alteration", gene);
    if (!classes.isEmpty()) {
      keys.put("class", classes.stream().sorted().map(VariantClass::word).toList());
    }
    if (!proteins.isEmpty()) {
      keys.put("protein", List.copyOf(new TreeSet<>(proteins)));
    }
    if (!codons.isEmpty()) {
      keys.put("codons", codons.stream().map(Codons::toString).toList());
    }
    return keys;
  }
}
