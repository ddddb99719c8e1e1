package org.cotarget.input.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.cotarget.cohort.GenomeAssembly;

/**
 * Lengths of chromosomes 1 to 22, X and Y of both assemblies, by which a file can be told to belong
 * to one of them.
 */
public final class ChromosomeLengths {

  private static final Map<String, Long> GRCH37 =
      Map.ofEntries(
          Map.entry("1", 249250621L),
          Map.entry("2", 243199373L),
          Map.entry("3", 198022430L),
          Map.entry("4", 191154276L),
          Map.entry("5", 180915260L),
          Map.entry("6", 171115067L),
          Map.entry("7", 159138663L),
          Map.entry("8", 146364022L),
          Map.entry("9", 141213431L),
          Map.entry("10", 135534747L),
          Map.entry("11", 135006516L),
          Map.entry("12", 133851895L),
          Map.entry("13", 115169878L),
          Map.entry("14", 107349540L),
          Map.entry("15", 102531392L),
          Map.entry("16", 90354753L),
          Map.entry("17", 81195210L),
          Map.entry("18", 78077248L),
          Map.entry("19", 59128983L),
          Map.entry("20", 63025520L),
          Map.entry("21", 48129895L),
          Map.entry("22", 51304566L),
          Map.entry("X", 155270560L),
          Map.entry("Y", 59373566L));
  private static final Map<String, Long> GRCH38 =
      Map.ofEntries(
          Map.entry("1", 248956422L),
          Map.entry("2", 242193529L),
          Map.entry("3", 198295559L),
          Map.entry("4", 190214555L),
          Map.entry("5", 181538259L),
          Map.entry("6", 170805979L),
          Map.entry("7", 159345973L),
          Map.entry("8", 145138636L),
          Map.entry("9", 138394717L),
          Map.entry("10", 133797422L),
          Map.entry("11", 135086622L),
          Map.entry("12", 133275309L),
          Map.entry("13", 114364328L),
          Map.entry("14", 107043718L),
          Map.entry("15", 101991189L),
          Map.entry("16", 90338345L),
          Map.entry("17", 83257441L),
          Map.entry("18", 80373285L),
          Map.entry("19", 58617616L),
          Map.entry("20", 64444167L),
          Map.entry("21", 46709983L),
          Map.entry("22", 50818468L),
          Map.entry("X", 156040895L),
          Map.entry("Y", 57227415L));

  private ChromosomeLengths() {}

  /**
   * A chromosome without {@code chr}, in upper case, with 23 and 24 as X and Y; of a RefSeq or
   * GenBank accession the chromosome that it names. Any other sequence keeps its name.
   */
  public static String plainName(String chrom) {
    String name = chrom.strip().toUpperCase(Locale.ROOT);
    if (name.startsWith("CHR")) {
      name = name.substring(3);
    } else if (name.startsWith("NC_") || name.startsWith("CM")) {
      return ChromosomeAccessions.chromosome(name).orElse(name);
    }
    return name.equals("23") ? "X" : name.equals("24") ? "Y" : name;
  }

  /** The assembly that the version of an accession tells; unknown for any other name. */
  public static GenomeAssembly assemblyOfName(String chrom) {
    return ChromosomeAccessions.assembly(chrom);
  }

  /** Whether the name is an accession, which says less to a reader than the chromosome. */
  public static boolean isAccession(String chrom) {
    return ChromosomeAccessions.chromosome(chrom.strip().toUpperCase(Locale.ROOT)).isPresent();
  }

  /**
   * Bases of a chromosome as {@link #plainName} gives it; empty for any other sequence or an
   * unknown assembly.
   */
  public static OptionalLong length(GenomeAssembly assembly, String chrom) {
    Long length =
        switch (assembly) {
          case GRCH37 -> GRCH37.get(chrom);
          case GRCH38 -> GRCH38.get(chrom);
          case UNKNOWN -> null;
        };
    return length == null ? OptionalLong.empty() : OptionalLong.of(length);
  }

  /** The assemblies in which the chromosome has exactly this length: one or none. */
  public static List<GenomeAssembly> assembliesWith(String chrom, long length) {
    List<GenomeAssembly> matching = new ArrayList<>();
    for (GenomeAssembly assembly : List.of(GenomeAssembly.GRCH37, GenomeAssembly.GRCH38)) {
      OptionalLong known = length(assembly, chrom);
      if (known.isPresent() && known.getAsLong() == length) {
        matching.add(assembly);
      }
    }
    return matching;
  }
}
