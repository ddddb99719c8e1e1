package org.cotarget.input.copynumber;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cotarget.cohort.CopyNumberCall;
import org.cotarget.cohort.CopyNumberCall.Scale;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.layer.ChromosomeLengths;
import org.cotarget.reference.CodingRegions;
import org.cotarget.reference.GenePanel;
import org.cotarget.reference.PanelGene;
import org.cotarget.reference.Thresholds;

/**
 * Gives each panel gene the copy number of the segments that lie over its coding bases; the one
 * rule for segment files and for copy-number VCFs.
 *
 * <p>A gene takes the value of the segment that covers most of its coding bases, of two that cover
 * as many that of the shorter. A tumour suppressor takes the lowest value of any segment that
 * touches a coding base and is a deep loss, since losing a few exons ends the protein and a mean
 * would hide it. A gene of which less than half of the coding bases lies in segments has no value.
 */
public final class GeneSegments {

  private static final double COVERED_SHARE = 0.5;

  private final GenePanel panel;
  private final double deepLossLog2;
  private final double deepLossCopies;
  private final Map<String, Map<String, List<GeneExons>>> exons = new HashMap<>();

  /** Coding intervals of one gene on one assembly. */
  private record GeneExons(String gene, long bases, List<CodingRegions.Interval> intervals) {
    long overlap(long start, long end) {
      long shared = 0;
      for (CodingRegions.Interval interval : intervals) {
        shared +=
            Math.max(0, Math.min(end, interval.end()) - Math.max(start, interval.start()) + 1);
      }
      return shared;
    }
  }

  /** A segment over a gene. */
  private record Piece(
      GeneExons gene, Scale scale, double value, long start, long end, SourceLocation where) {

    long bases() {
      return gene.overlap(start, end);
    }

    long length() {
      return end - start + 1;
    }

    CopyNumberCall call() {
      return new CopyNumberCall(gene.gene(), scale, value, where);
    }

    /** A common measure of pieces on different scales: a log2 ratio of 0 stands for two copies. */
    double copies() {
      return scale == Scale.LOG2_RATIO ? 2 * Math.pow(2, value) : value;
    }
  }

  public GeneSegments(GenePanel panel, CodingRegions regions, Thresholds thresholds) {
    this.panel = panel;
    this.deepLossLog2 = thresholds.value("copy-number.deep-loss.log2");
    this.deepLossCopies = thresholds.value("copy-number.deep-loss.absolute");
    Map<String, Map<String, List<CodingRegions.Interval>>> byGene = new TreeMap<>();
    for (CodingRegions.Interval interval : regions.intervals()) {
      byGene
          .computeIfAbsent(interval.assembly(), unused -> new TreeMap<>())
          .computeIfAbsent(interval.gene(), unused -> new ArrayList<>())
          .add(interval);
    }
    byGene.forEach((assembly, genes) -> exons.put(assembly, byChromosome(genes)));
  }

  /** Starts an empty collection of segments on one assembly. */
  public Placed on(GenomeAssembly assembly) {
    return new Placed(exons.getOrDefault(assembly.label(), Map.of()));
  }

  /** Segments of any number of samples on one assembly. */
  public final class Placed {

    private final Map<String, List<GeneExons>> genes;
    private final Map<String, Map<String, List<Piece>>> bySample = new TreeMap<>();

    private Placed(Map<String, List<GeneExons>> genes) {
      this.genes = genes;
    }

    /**
     * Takes one segment; what touches no coding base of a panel gene is forgotten.
     *
     * @param chrom chromosome, however it is spelled
     * @param start first base, from 1
     * @param end last base, included
     * @param scale {@link Scale#LOG2_RATIO} or {@link Scale#ABSOLUTE}
     */
    public void add(
        String sample,
        String chrom,
        long start,
        long end,
        Scale scale,
        double value,
        SourceLocation where) {
      for (GeneExons gene : genes.getOrDefault(ChromosomeLengths.plainName(chrom), List.of())) {
        if (gene.overlap(start, end) > 0) {
          bySample
              .computeIfAbsent(sample, unused -> new TreeMap<>())
              .computeIfAbsent(gene.gene(), unused -> new ArrayList<>())
              .add(new Piece(gene, scale, value, start, end, where));
        }
      }
    }

    /** The calls of a sample, sorted by gene. */
    public List<CopyNumberCall> calls(String sample) {
      List<CopyNumberCall> calls = new ArrayList<>();
      bySample
          .getOrDefault(sample, Map.of())
          .forEach(
              (gene, pieces) -> choose(gene, pieces).ifPresent(piece -> calls.add(piece.call())));
      return calls;
    }
  }

  private Optional<Piece> choose(String gene, List<Piece> covering) {
    if (panel.gene(gene).map(PanelGene::role).orElse("").equals("TSG")) {
      Optional<Piece> deepest =
          covering.stream().filter(this::isDeepLoss).min(Comparator.comparingDouble(Piece::copies));
      if (deepest.isPresent()) {
        return deepest;
      }
    }
    Piece widest = covering.get(0);
    for (Piece piece : covering) {
      if (piece.bases() > widest.bases()
          || (piece.bases() == widest.bases() && piece.length() < widest.length())) {
        widest = piece;
      }
    }
    return covered(covering) >= COVERED_SHARE * widest.gene().bases()
        ? Optional.of(widest)
        : Optional.empty();
  }

  /** Coding bases under any of the pieces, which may overlap. */
  private static long covered(List<Piece> pieces) {
    List<Piece> sorted = new ArrayList<>(pieces);
    sorted.sort(Comparator.comparingLong(Piece::start));
    long covered = 0;
    long reached = Long.MIN_VALUE;
    for (Piece piece : sorted) {
      covered += piece.gene().overlap(Math.max(piece.start(), reached + 1), piece.end());
      reached = Math.max(reached, piece.end());
    }
    return covered;
  }

  private boolean isDeepLoss(Piece piece) {
    return piece.scale() == Scale.ABSOLUTE
        ? piece.value() < deepLossCopies
        : piece.value() <= deepLossLog2;
  }

  private static Map<String, List<GeneExons>> byChromosome(
      Map<String, List<CodingRegions.Interval>> byGene) {
    Map<String, List<GeneExons>> byChromosome = new HashMap<>();
    byGene.forEach(
        (gene, intervals) -> {
          long bases = intervals.stream().mapToLong(i -> i.end() - i.start() + 1).sum();
          byChromosome
              .computeIfAbsent(intervals.get(0).chrom(), unused -> new ArrayList<>())
              .add(new GeneExons(gene, bases, intervals));
        });
    return byChromosome;
  }
}
