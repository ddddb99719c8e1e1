package org.cotarget.input.layer;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.ProteinChange;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.VariantNamer;
import org.cotarget.reference.HotspotPositions;
import org.cotarget.reference.Hotspots;
import org.cotarget.reference.Reference;

/** Tells which variants are recurrent changes, which a filter of origin must not remove. */
public final class RecurrentChanges {

  /** A base of an intron, counted from the coding base beside it: {@code c.802-1G>A}. */
  private static final Pattern INTRON = Pattern.compile("c\\.(\\d+)[+-][12]\\D.*");

  private final Hotspots hotspots;
  private final HotspotPositions positions;
  private final VariantNamer namer;

  public RecurrentChanges(Reference reference, VariantNamer namer) {
    this.hotspots = reference.hotspots();
    this.positions = reference.hotspotPositions();
    this.namer = namer;
  }

  /**
   * The assemblies on which the variant is a recurrent change, each with gene and change, e.g.
   * {@code PIK3CA E545K}. What the source itself names needs no assembly: it is one on all, and on
   * {@link GenomeAssembly#UNKNOWN}.
   *
   * @param variant the variant as its source names it, of whatever assembly
   * @param assemblies assemblies on which the variant lies in its gene
   */
  public Map<GenomeAssembly, String> find(SomaticVariant variant, Set<GenomeAssembly> assemblies) {
    Map<GenomeAssembly, String> found = new EnumMap<>(GenomeAssembly.class);
    Optional<String> named = find(variant.on(GenomeAssembly.UNKNOWN));
    named.ifPresent(change -> found.put(GenomeAssembly.UNKNOWN, change));
    for (GenomeAssembly assembly : assemblies) {
      named.or(() -> find(variant.on(assembly))).ifPresent(change -> found.put(assembly, change));
    }
    return found;
  }

  /** Gene and recurrent change of a variant on the assembly that it states. */
  public Optional<String> find(SomaticVariant variant) {
    return Stream.concat(
            namer.name(variant).stream().flatMap(RecurrentChanges::changes),
            position(variant).stream())
        .filter(change -> hotspots.find(variant.gene(), change).isPresent())
        .map(change -> variant.gene() + " " + change)
        .findFirst();
  }

  private static Stream<String> changes(SomaticVariant named) {
    String coding = named.hgvsC().isEmpty() ? named.check().hgvsC() : named.hgvsC();
    return Stream.concat(
        named.protein().map(ProteinChange::shortForm).stream(),
        named.consequence().isEssentialSplice() ? spliceSite(coding).stream() : Stream.empty());
  }

  /** A splice site is named by the codon of the coding base beside it: {@code X268_splice}. */
  private static Optional<String> spliceSite(String coding) {
    Matcher intron = INTRON.matcher(coding.substring(coding.indexOf(':') + 1));
    return intron.matches() && intron.group(1).length() < 7
        ? Optional.of("X" + (Integer.parseInt(intron.group(1)) + 2) / 3 + "_splice")
        : Optional.empty();
  }

  private Optional<String> position(SomaticVariant variant) {
    String ref = variant.ref();
    String alt = variant.alt();
    if (ref.length() != alt.length()) {
      return Optional.empty();
    }
    int from = 0;
    int to = ref.length();
    while (from < to && ref.charAt(from) == alt.charAt(from)) {
      from++;
    }
    while (to > from && ref.charAt(to - 1) == alt.charAt(to - 1)) {
      to--;
    }
    return positions
        .find(
            variant.assembly().label(),
            ChromosomeLengths.plainName(variant.chrom()),
            variant.position() + from,
            ref.substring(from, to),
            alt.substring(from, to))
        .filter(found -> found.gene().equals(variant.gene()))
        .map(HotspotPositions.Position::proteinChange);
  }
}
