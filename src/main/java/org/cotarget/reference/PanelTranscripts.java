package org.cotarget.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The panel transcripts on both assemblies, found by gene or by place. */
public final class PanelTranscripts {

  private record Place(String assembly, String chrom) {}

  private final List<PanelTranscript> all;
  private final Map<Place, List<PanelTranscript>> byChrom = new HashMap<>();

  /** Indexes the transcripts by chromosome; {@code all} has one for each gene and assembly. */
  public PanelTranscripts(List<PanelTranscript> all) {
    this.all = List.copyOf(all);
    for (PanelTranscript transcript : all) {
      byChrom
          .computeIfAbsent(
              new Place(transcript.assembly(), transcript.chrom()), place -> new ArrayList<>())
          .add(transcript);
    }
    byChrom.values().forEach(list -> list.sort(Comparator.comparingLong(PanelTranscript::start)));
  }

  public List<PanelTranscript> all() {
    return all;
  }

  /**
   * The transcript of a gene.
   *
   * @param assembly label, e.g. {@code GRCh37}
   * @param gene HGNC symbol
   */
  public Optional<PanelTranscript> find(String assembly, String gene) {
    return all.stream()
        .filter(transcript -> transcript.assembly().equals(assembly))
        .filter(transcript -> transcript.gene().equals(gene))
        .findFirst();
  }

  /**
   * The transcripts that a stretch of a chromosome touches, introns included, in the order of their
   * start.
   *
   * @param assembly label, e.g. {@code GRCh37}
   * @param chrom chromosome as the tables name it, see {@link ContigName#bare}
   */
  public List<PanelTranscript> overlapping(String assembly, String chrom, long first, long last) {
    List<PanelTranscript> found = new ArrayList<>(1);
    for (PanelTranscript transcript : byChrom.getOrDefault(new Place(assembly, chrom), List.of())) {
      if (transcript.start() <= last && transcript.end() >= first) {
        found.add(transcript);
      }
    }
    return found;
  }

  /**
   * The base of the forward strand wherever a coding sequence tells it, else {@link
   * PanelTranscript#UNKNOWN_BASE}.
   *
   * @param assembly label, e.g. {@code GRCh37}
   * @param chrom chromosome without {@code chr}
   * @param position from 1
   */
  public char referenceBase(String assembly, String chrom, long position) {
    for (PanelTranscript transcript : byChrom.getOrDefault(new Place(assembly, chrom), List.of())) {
      if (transcript.start() <= position && transcript.end() >= position) {
        char base = transcript.base(position);
        if (base != PanelTranscript.UNKNOWN_BASE) {
          return base;
        }
      }
    }
    return PanelTranscript.UNKNOWN_BASE;
  }

  /** The coding intervals of all transcripts, sorted by assembly, chromosome and start. */
  CodingRegions codingRegions() {
    List<CodingRegions.Interval> intervals = new ArrayList<>();
    for (PanelTranscript transcript : all) {
      for (PanelTranscript.Exon exon : transcript.exons()) {
        if (exon.isCoding()) {
          intervals.add(
              new CodingRegions.Interval(
                  transcript.gene(),
                  transcript.assembly(),
                  transcript.chrom(),
                  exon.codingStart(),
                  exon.codingEnd()));
        }
      }
    }
    intervals.sort(
        Comparator.comparing(CodingRegions.Interval::assembly)
            .thenComparing(CodingRegions.Interval::chrom)
            .thenComparingLong(CodingRegions.Interval::start));
    return new CodingRegions(intervals);
  }
}
