package org.cotarget.input;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.reference.CodingRegions;
import org.cotarget.reference.GenePanel;
import org.cotarget.reference.Reference;

/**
 * Tells which panel genes a BED file of targets covers: by the share of each gene's coding bases
 * that lie in it. One exon does not make a gene covered, whatever its interval is called; names
 * decide only where the positions meet no coding region at all.
 */
final class BedCoverage {

  /**
   * Share of the coding bases from which a gene counts as covered; targets leave out hard exons and
   * a few bases.
   */
  static final double COVERED_SHARE = 0.95;

  private record Target(long start, long end) {}

  private final GenePanel panel;
  private final CodingRegions regions;
  private final Map<String, NavigableMap<Long, Long>> coding;
  private final Optional<GenomeAssembly> declared;

  BedCoverage(Reference reference, Optional<GenomeAssembly> declared) {
    this.panel = reference.panel();
    this.regions = reference.codingRegions();
    this.coding = stretches(regions);
    this.declared = declared;
  }

  /** Whether a line that is no comment or track line has the three columns of BED. */
  static boolean isBed(String line) {
    String[] f = line.strip().split("\\s+", -1);
    return f.length >= 3 && f[1].matches("-?\\d+") && f[2].matches("-?\\d+");
  }

  /** Begins with a file. */
  Scan scan(SourceLocation file, InputProblems problems) {
    return new Scan(file, problems);
  }

  /** One file, of which only the targets that meet coding bases are kept. */
  final class Scan {
    private final SourceLocation file;
    private final InputProblems problems;
    private final Map<String, List<Target>> targets = new HashMap<>();
    private final Set<String> named = new TreeSet<>();
    private boolean broken;

    private Scan(SourceLocation file, InputProblems problems) {
      this.file = file;
      this.problems = problems;
    }

    /** Takes a line that is no comment. */
    void add(long number, String line) {
      String[] fields = line.strip().split("\\s+", -1);
      if (!isInterval(fields)) {
        broken = true;
        problems.error(
            "BED_INVALID",
            SourceLocation.ofLine(file.path(), number),
            "'" + shortened(line) + "' is no interval: BED has chromosome, start and a larger end",
            "correct the line; starts count from 0 and ends are not included");
        return;
      }
      Target target = new Target(Long.parseLong(fields[1]), Long.parseLong(fields[2]));
      String chrom = bare(fields[0]);
      if (meetsCoding(chrom, target)) {
        targets.computeIfAbsent(chrom, any -> new ArrayList<>()).add(target);
      }
      if (fields.length > 3) {
        named.addAll(genesIn(fields[3]));
      }
    }

    /** The genes covered; empty, with errors, where a line is no interval. */
    Optional<Set<String>> genes() {
      if (broken) {
        return Optional.empty();
      }
      Optional<Set<String>> byPosition = byPosition(targets);
      if (byPosition.isEmpty() && !named.isEmpty()) {
        problems.warning(
            "BED_POSITIONS_UNCHECKED",
            file,
            "no interval meets a coding region of a panel gene on either assembly, so the names decide: "
                + String.join(", ", named),
            "check the assembly and the chromosome names");
        return Optional.of(named);
      }
      return Optional.of(byPosition.orElse(Set.of()));
    }
  }

  /** Disjoint stretches of coding bases of both assemblies: end by start, as BED counts. */
  private static Map<String, NavigableMap<Long, Long>> stretches(CodingRegions regions) {
    Map<String, List<Target>> all = new HashMap<>();
    for (CodingRegions.Interval interval : regions.intervals()) {
      all.computeIfAbsent(interval.chrom(), any -> new ArrayList<>())
          .add(new Target(interval.start() - 1, interval.end()));
    }
    Map<String, NavigableMap<Long, Long>> stretches = new HashMap<>();
    all.forEach(
        (chrom, list) -> {
          TreeMap<Long, Long> ends = new TreeMap<>();
          merged(list).forEach(stretch -> ends.put(stretch.start(), stretch.end()));
          stretches.put(chrom, ends);
        });
    return stretches;
  }

  private boolean meetsCoding(String chrom, Target target) {
    NavigableMap<Long, Long> ends = coding.get(chrom);
    Map.Entry<Long, Long> last = ends == null ? null : ends.lowerEntry(target.end());
    return last != null && last.getValue() > target.start();
  }

  private Set<String> genesIn(String name) {
    Set<String> genes = new HashSet<>();
    for (String word : name.split("[^A-Za-z0-9-]+", -1)) {
      if (panel.contains(word)) {
        genes.add(word);
      }
    }
    return genes;
  }

  /** Genes by coding share; empty where no interval meets any coding region. */
  private Optional<Set<String>> byPosition(Map<String, List<Target>> targets) {
    targets.replaceAll((chrom, list) -> merged(list));
    Set<String> best = Set.of();
    long most = 0;
    boolean meets = false;
    for (GenomeAssembly assembly : List.of(GenomeAssembly.GRCH38, GenomeAssembly.GRCH37)) {
      Map<String, long[]> bases = new HashMap<>();
      for (CodingRegions.Interval interval : regions.intervals()) {
        if (interval.assembly().equals(assembly.label())) {
          long[] counts = bases.computeIfAbsent(interval.gene(), gene -> new long[2]);
          counts[0] += covered(interval, targets.getOrDefault(interval.chrom(), List.of()));
          counts[1] += interval.end() - interval.start() + 1;
        }
      }
      long total = bases.values().stream().mapToLong(counts -> counts[0]).sum();
      meets |= total > 0;
      boolean eligible = declared.isEmpty() || declared.get() == assembly;
      if (eligible && total > most) {
        most = total;
        Set<String> genes = new TreeSet<>();
        bases.forEach(
            (gene, counts) -> {
              if (counts[0] >= COVERED_SHARE * counts[1]) {
                genes.add(gene);
              }
            });
        best = genes;
      }
    }
    return meets ? Optional.of(best) : Optional.empty();
  }

  private static long covered(CodingRegions.Interval interval, List<Target> targets) {
    long bases = 0;
    for (Target target : targets) {
      long start = Math.max(interval.start() - 1, target.start());
      long end = Math.min(interval.end(), target.end());
      bases += Math.max(0, end - start);
    }
    return bases;
  }

  private static List<Target> merged(List<Target> targets) {
    List<Target> sorted = new ArrayList<>(targets);
    sorted.sort(Comparator.comparingLong(Target::start));
    List<Target> merged = new ArrayList<>();
    for (Target next : sorted) {
      Target last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && next.start() <= last.end()) {
        merged.set(merged.size() - 1, new Target(last.start(), Math.max(last.end(), next.end())));
      } else {
        merged.add(next);
      }
    }
    return merged;
  }

  private static boolean isInterval(String[] fields) {
    return fields.length >= 3
        && fields[1].matches("\\d{1,12}")
        && fields[2].matches("\\d{1,12}")
        && Long.parseLong(fields[1]) < Long.parseLong(fields[2]);
  }

  static boolean isComment(String line) {
    return line.isBlank()
        || line.startsWith("#")
        || line.startsWith("track")
        || line.startsWith("browser");
  }

  private static String bare(String chrom) {
    return chrom.regionMatches(true, 0, "chr", 0, 3) ? chrom.substring(3) : chrom;
  }

  private static String shortened(String line) {
    return line.length() <= 60 ? line : line.substring(0, 57) + "...";
  }
}
