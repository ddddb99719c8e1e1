package org.cotarget.input.vcf;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblems;
import org.cotarget.input.layer.ChromosomeLengths;
import org.cotarget.input.vcf.structural.RecordExtent;

/**
 * What is wrong with the records of a file and which are left out, while its assembly may be open.
 * Records at panel genes of both assemblies are read; those that lie at genes of the other assembly
 * alone are records outside the panel, and nothing is said of them.
 */
final class RecordFindings {

  /** Of the records that lie at panel genes on the same assemblies. */
  record Findings(InputProblems problems, DroppedRecords dropped) {}

  private final GenePositions positions;
  private final Map<Set<GenomeAssembly>, Findings> byAssemblies = new LinkedHashMap<>();

  RecordFindings(GenePositions positions) {
    this.positions = positions;
  }

  /**
   * Where to put what a record shows.
   *
   * @param assemblies assemblies on which the record lies in the span of a panel gene; none where
   *     that cannot be told
   */
  Findings of(Set<GenomeAssembly> assemblies) {
    return byAssemblies.computeIfAbsent(
        Set.copyOf(assemblies),
        unused -> {
          InputProblems problems = new InputProblems();
          return new Findings(problems, new DroppedRecords(problems));
        });
  }

  /** The same for a line of which nothing is known yet, however broken it is. */
  Findings of(String[] fields) {
    Set<GenomeAssembly> assemblies = EnumSet.noneOf(GenomeAssembly.class);
    if (fields.length > 7 && fields[1].matches("\\d{1,10}")) {
      for (RecordExtent.Stretch stretch : RecordExtent.of(fields)) {
        positions
            .spansAt(ChromosomeLengths.plainName(stretch.chrom()), stretch.start(), stretch.end())
            .values()
            .forEach(assemblies::addAll);
      }
    }
    return of(assemblies);
  }

  /** Reports what holds on the assembly of the file; all of it where that stays unknown. */
  void report(GenomeAssembly assembly, String path, InputProblems problems) {
    DroppedRecords dropped = new DroppedRecords(problems);
    byAssemblies.forEach(
        (assemblies, findings) -> {
          if (assemblies.isEmpty()
              || assembly == GenomeAssembly.UNKNOWN
              || assemblies.contains(assembly)) {
            problems.addAll(findings.problems());
            dropped.addAll(findings.dropped());
          }
        });
    dropped.report(path);
  }
}
