package org.cotarget.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Single-nucleotide changes that give a recurrent protein change, by genomic position on either
 * assembly.
 */
public final class HotspotPositions {

  /**
   * One substitution on the forward strand.
   *
   * @param assembly {@code GRCh37} or {@code GRCh38}
   * @param chrom chromosome without {@code chr}
   * @param position from 1
   * @param ref reference base(s)
   * @param alt alternate base(s)
   * @param gene HGNC symbol
   * @param proteinChange short form without {@code p.}
   */
  public record Position(
      String assembly,
      String chrom,
      long position,
      String ref,
      String alt,
      String gene,
      String proteinChange) {}

  private record Key(String assembly, String chrom, long position, String ref, String alt) {}

  private final List<Position> all;
  private final Map<Key, Position> byKey;

  public HotspotPositions(List<Position> rows) {
    this.all = List.copyOf(rows);
    this.byKey =
        rows.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    p -> new Key(p.assembly(), p.chrom(), p.position(), p.ref(), p.alt()),
                    Function.identity(),
                    (first, second) -> first));
  }

  public List<Position> all() {
    return all;
  }

  /**
   * The recurrent change that a substitution gives, if any.
   *
   * @param assembly label of the assembly, e.g. {@code GRCh37}
   * @param chrom with or without {@code chr}
   */
  public Optional<Position> find(
      String assembly, String chrom, long position, String ref, String alt) {
    String bare = chrom.regionMatches(true, 0, "chr", 0, 3) ? chrom.substring(3) : chrom;
    return Optional.ofNullable(byKey.get(new Key(assembly, bare, position, ref, alt)));
  }
}
