package org.cotarget.eligibility;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cotarget.cohort.ProteinChange;
import org.cotarget.reference.Hotspot;
import org.cotarget.reference.Hotspots;

/**
 * What sequencing of a gene may find, as far as some leaves tell variants apart: nothing, or any
 * set of variants. One variant of each kind stands for all that meet the same leaves.
 */
final class VariantAnswers {

  private final List<SmallVariantIs> leaves;
  private final Hotspots hotspots;

  private VariantAnswers(List<SmallVariantIs> leaves, Hotspots hotspots) {
    this.leaves = leaves;
    this.hotspots = hotspots;
  }

  /**
   * The answers, "none" last; empty when there are more than a question may have.
   *
   * @param leaves the leaves about one gene
   */
  static List<Probe> of(List<SmallVariantIs> leaves, Hotspots hotspots) {
    VariantAnswers answers = new VariantAnswers(leaves, hotspots);
    List<Probe> probes = new ArrayList<>();
    for (Set<Leaf> met : unions(answers.single())) {
      String label =
          leaves.stream()
              .filter(met::contains)
              .map(leaf -> label(leaf, leaves))
              .collect(Collectors.joining(" + "));
      probes.add(Probe.Variants.of(met, label));
    }
    if (probes.size() >= Cube.MAX_ANSWERS) {
      return List.of();
    }
    probes.add(Probe.Variants.of(List.of(), "none"));
    return List.copyOf(probes);
  }

  /** The text of a leaf, with its condition where another leaf of the gene has the same text. */
  private static String label(SmallVariantIs leaf, List<SmallVariantIs> leaves) {
    boolean alone = leaves.stream().filter(other -> other.text().equals(leaf.text())).count() == 1;
    return alone
        ? leaf.text()
        : leaf.text()
            + " ("
            + LeafReader.describe(leaf.classes(), leaf.proteins(), leaf.codons())
            + ")";
  }

  /** The different sets of leaves that one variant can meet. */
  private Set<Set<Leaf>> single() {
    Set<Set<Leaf>> sets = new LinkedHashSet<>();
    if (leaves.isEmpty()) {
      return sets;
    }
    String gene = leaves.get(0).gene();
    for (SmallVariantIs leaf : leaves) {
      leaf.proteins().stream().sorted().forEach(change -> addChange(sets, gene, change));
    }
    for (Hotspot row : hotspots.all()) {
      if (row.gene().equals(gene)) {
        addChange(sets, gene, row.proteinChange());
      }
    }
    for (VariantClass variantClass : VariantClass.values()) {
      if (variantClass != VariantClass.ANY && variantClass != VariantClass.HOTSPOT) {
        for (int codon : codons()) {
          add(sets, EnumSet.of(VariantClass.ANY, variantClass), change(variantClass, codon));
        }
      }
    }
    return sets;
  }

  private void addChange(Set<Set<Leaf>> sets, String gene, String text) {
    Optional<ProteinChange> change = ProteinChange.parse(text);
    if (change.isEmpty()) {
      return;
    }
    Set<VariantClass> classes = EnumSet.of(VariantClass.ANY, ofKind(change.get().kind()));
    if (hotspots.find(gene, change.get().shortForm()).isPresent()) {
      classes.add(VariantClass.HOTSPOT);
    }
    add(sets, classes, change);
  }

  private void add(Set<Set<Leaf>> sets, Set<VariantClass> classes, Optional<ProteinChange> change) {
    Set<Leaf> met = new LinkedHashSet<>();
    leaves.stream().filter(leaf -> leaf.matches(classes, change)).forEach(met::add);
    if (!met.isEmpty()) {
      sets.add(met);
    }
  }

  /** A residue in each run that leaves tell apart, and one outside all of them. */
  private Set<Integer> codons() {
    Set<Integer> codons = new TreeSet<>();
    int beyond = 1;
    for (SmallVariantIs leaf : leaves) {
      for (Codons run : leaf.codons()) {
        codons.add(run.first());
        codons.add(run.last());
        beyond = Math.max(beyond, run.last() + 1);
      }
    }
    codons.add(beyond);
    return codons;
  }

  private static Optional<ProteinChange> change(VariantClass variantClass, int codon) {
    ProteinChange.Kind kind =
        switch (variantClass) {
          case TRUNCATING -> ProteinChange.Kind.FRAMESHIFT;
          case SPLICE -> ProteinChange.Kind.SPLICE;
          case START_LOST -> ProteinChange.Kind.START_LOST;
          case STOP_LOST -> ProteinChange.Kind.EXTENSION;
          case IN_FRAME -> ProteinChange.Kind.INFRAME_INDEL;
          default -> ProteinChange.Kind.MISSENSE;
        };
    return variantClass == VariantClass.REARRANGEMENT
        ? Optional.empty()
        : Optional.of(new ProteinChange(kind, codon, codon, "", ""));
  }

  private static VariantClass ofKind(ProteinChange.Kind kind) {
    return switch (kind) {
      case NONSENSE, FRAMESHIFT -> VariantClass.TRUNCATING;
      case INFRAME_INDEL -> VariantClass.IN_FRAME;
      case SPLICE -> VariantClass.SPLICE;
      case EXTENSION -> VariantClass.STOP_LOST;
      case START_LOST -> VariantClass.START_LOST;
      case MISSENSE, SYNONYMOUS -> VariantClass.MISSENSE;
    };
  }

  /** The sets and all their unions, as many as a question may have answers. */
  private static Set<Set<Leaf>> unions(Set<Set<Leaf>> sets) {
    Set<Set<Leaf>> all = new LinkedHashSet<>(sets);
    List<Set<Leaf>> open = new ArrayList<>(sets);
    for (int i = 0; i < open.size() && all.size() <= Cube.MAX_ANSWERS; i++) {
      for (Set<Leaf> other : sets) {
        Set<Leaf> union = new LinkedHashSet<>(open.get(i));
        union.addAll(other);
        if (all.add(union)) {
          open.add(union);
        }
      }
    }
    return all;
  }
}
