package org.cotarget.input.vcf;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.reference.HotspotPositions;
import org.cotarget.reference.PanelTranscript;
import org.cotarget.reference.PanelTranscripts;
import org.cotarget.reference.Thresholds;

/**
 * Tells the assembly by the bases of REF: on the right one they are those of the panel's coding
 * sequences, on the wrong one a quarter is by chance, and hardly any record lies in a coding
 * sequence at all. Each position counts once.
 */
final class BuildVote {

  /** Both assemblies that the panel is laid out on. */
  static final List<GenomeAssembly> ASSEMBLIES =
      List.of(GenomeAssembly.GRCH37, GenomeAssembly.GRCH38);

  /** More positions do not tell more. */
  private static final int MOST_POSITIONS = 20_000;

  private static final int MOST_BASES = 10;

  private static final class Count {
    private int fit;
    private int compared;

    double share() {
      return compared == 0 ? 0 : (double) fit / compared;
    }
  }

  private record Position(String chrom, long position, int length) {}

  private final PanelTranscripts transcripts;
  private final HotspotPositions hotspots;
  private final int minVotes;
  private final double minShare;
  private final int namedVotes;
  private final int contradictionVotes;
  private final double contradictionShare;
  private final Map<GenomeAssembly, Count> counts = new EnumMap<>(GenomeAssembly.class);
  private final Set<Position> seen = new HashSet<>();
  private final Set<Position> named = new HashSet<>();

  BuildVote(PanelTranscripts transcripts, HotspotPositions hotspots, Thresholds thresholds) {
    this.transcripts = transcripts;
    this.hotspots = hotspots;
    this.minVotes = (int) thresholds.value("build.min-votes");
    this.minShare = thresholds.value("build.min-share");
    this.namedVotes = (int) thresholds.value("build.named-votes");
    this.contradictionVotes = (int) thresholds.value("build.contradiction-votes");
    this.contradictionShare = thresholds.value("build.contradiction-share");
    ASSEMBLIES.forEach(assembly -> counts.put(assembly, new Count()));
  }

  /**
   * Takes the bases of a record.
   *
   * @param chrom chromosome without {@code chr}
   */
  void record(String chrom, SiteAlleles alleles) {
    String ref = alleles.reference();
    Position place = new Position(chrom, alleles.position(), ref.length());
    if (seen.size() >= MOST_POSITIONS || !seen.add(place)) {
      return;
    }
    for (GenomeAssembly assembly : ASSEMBLIES) {
      Count count = count(assembly);
      for (int i = 0; i < Math.min(ref.length(), MOST_BASES); i++) {
        char base = transcripts.referenceBase(assembly.label(), chrom, alleles.position() + i);
        if (base != PanelTranscript.UNKNOWN_BASE && "ACGT".indexOf(ref.charAt(i)) >= 0) {
          count.compared++;
          count.fit += base == ref.charAt(i) ? 1 : 0;
        }
      }
      for (int alternate = 0; alternate < alleles.count(); alternate++) {
        if (hotspots
            .find(assembly.label(), chrom, alleles.position(), ref, alleles.alternate(alternate))
            .isPresent()) {
          // The base itself is counted above where the coding sequence is known.
          add(assembly, namedVotes - 1);
        }
      }
    }
  }

  /** Takes a record whose annotation names the gene in whose span it lies on an assembly. */
  void named(String chrom, SiteAlleles alleles, Set<GenomeAssembly> assemblies) {
    boolean tells = assemblies.size() == 1 && named.size() < MOST_POSITIONS;
    if (tells && named.add(new Position(chrom, alleles.position(), alleles.reference().length()))) {
      assemblies.forEach(assembly -> add(assembly, namedVotes));
    }
  }

  /**
   * The assembly that enough bases fit, where hardly any fit the other: neighbouring genes and
   * repeats make some do by chance.
   */
  Optional<GenomeAssembly> decided() {
    int all = counts.values().stream().mapToInt(count -> count.fit).sum();
    return ASSEMBLIES.stream()
        .filter(this::fits)
        .filter(assembly -> count(assembly).fit >= minShare * all)
        .findFirst();
  }

  /** Whether the bases speak against an assembly so clearly that it cannot be right. */
  boolean contradicts(GenomeAssembly stated) {
    if (stated == GenomeAssembly.UNKNOWN) {
      return false;
    }
    Count own = count(stated);
    boolean fitsBadly = own.compared >= contradictionVotes && own.share() < contradictionShare;
    return fitsBadly
        || decided()
            .filter(other -> other != stated && count(other).fit >= contradictionVotes)
            .isPresent();
  }

  /** {@code REF bases fit GRCh37 in 12 of 12, GRCh38 in 0 of 3}. */
  String text() {
    return ASSEMBLIES.stream()
        .map(
            assembly ->
                assembly.label() + " in " + count(assembly).fit + " of " + count(assembly).compared)
        .collect(Collectors.joining(", ", "REF bases of coding sequences fit ", ""));
  }

  private boolean fits(GenomeAssembly assembly) {
    Count count = count(assembly);
    return count.fit >= minVotes && count.share() >= minShare;
  }

  private void add(GenomeAssembly assembly, int votes) {
    count(assembly).fit += votes;
    count(assembly).compared += votes;
  }

  private Count count(GenomeAssembly assembly) {
    return counts.computeIfAbsent(assembly, unused -> new Count());
  }
}
