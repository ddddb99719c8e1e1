package org.cotarget.input.vcf.structural;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.input.copynumber.GeneSegments;
import org.cotarget.input.layer.ChromosomeLengths;
import org.cotarget.reference.CodingRegions;
import org.cotarget.reference.CodingRegions.Interval;
import org.cotarget.reference.GenePanel;
import org.cotarget.reference.GeneSpans;
import org.cotarget.reference.PanelGene;
import org.cotarget.reference.Reference;
import org.cotarget.reference.Thresholds;

/** Where the panel genes and their coding exons lie, on both assemblies; shared by all files. */
public final class StructuralGenes {

  private record Key(String assembly, String chrom) {}

  private final Map<Key, List<PlacedGene>> genes = new HashMap<>();
  private final GeneSegments segments;

  public StructuralGenes(
      GenePanel panel, CodingRegions regions, GeneSpans spans, Thresholds thresholds) {
    this.segments = new GeneSegments(panel, regions, thresholds);
    for (Interval span : spans.spans()) {
      List<Interval> coding = new ArrayList<>();
      for (Interval interval : regions.intervals()) {
        if (interval.gene().equals(span.gene()) && interval.assembly().equals(span.assembly())) {
          coding.add(interval);
        }
      }
      coding.sort(Comparator.comparingLong(Interval::start));
      Optional<PanelGene> gene = panel.gene(span.gene());
      // What is not on the panel or has no coding model on this assembly cannot be judged.
      if (gene.isPresent() && !coding.isEmpty()) {
        genes
            .computeIfAbsent(
                new Key(span.assembly(), ChromosomeLengths.plainName(span.chrom())),
                unused -> new ArrayList<>())
            .add(
                new PlacedGene(
                    span.gene(),
                    gene.get().role().equals("TSG"),
                    gene.get().forward(),
                    span,
                    coding));
      }
    }
  }

  /** The genes of the bundled reference data. */
  public static StructuralGenes of(Reference reference) {
    return new StructuralGenes(
        reference.panel(),
        reference.codingRegions(),
        reference.geneSpans(),
        reference.thresholds());
  }

  /** The genes on a chromosome, however it is spelled. */
  List<PlacedGene> on(GenomeAssembly assembly, String chrom) {
    return genes.getOrDefault(
        new Key(assembly.label(), ChromosomeLengths.plainName(chrom)), List.of());
  }

  GeneSegments segments() {
    return segments;
  }
}
