package org.cotarget.input.vcf;

import java.util.Optional;
import java.util.Set;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.ProteinChange;
import org.cotarget.reference.HotspotPositions;
import org.cotarget.reference.Hotspots;

/** Names the recurrent change that an allele is, by its protein change or by its place. */
final class HotspotNames {

  private final Hotspots hotspots;
  private final HotspotPositions positions;

  HotspotNames(Hotspots hotspots, HotspotPositions positions) {
    this.hotspots = hotspots;
    this.positions = positions;
  }

  /**
   * The recurrent change, e.g. {@code E545K}, if it is one on any of the assemblies.
   *
   * @param chrom chromosome without {@code chr}
   */
  Optional<String> find(
      String gene,
      Optional<ProteinChange> protein,
      Set<GenomeAssembly> assemblies,
      String chrom,
      SiteAlleles alleles,
      int alternate) {
    Optional<String> byProtein =
        protein
            .map(ProteinChange::shortForm)
            .filter(change -> hotspots.find(gene, change).isPresent());
    if (byProtein.isPresent()) {
      return byProtein;
    }
    Optional<SiteAlleles> base = alleles.singleBase(alternate);
    if (base.isEmpty()) {
      return Optional.empty();
    }
    SiteAlleles single = base.get();
    return assemblies.stream()
        .flatMap(
            assembly ->
                positions
                    .find(
                        assembly.label(),
                        chrom,
                        single.position(),
                        single.reference(),
                        single.alternate(0))
                    .stream())
        .filter(found -> found.gene().equals(gene))
        .map(HotspotPositions.Position::proteinChange)
        .findFirst();
  }
}
