package org.cotarget.input.study;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotarget.cohort.AssayCoverage;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputFile;

/**
 * What a study folder offers.
 *
 * @param assembly {@code reference_genome} of the study
 * @param files data files to read, sorted by path
 * @param coverage which genes were sequenced, by sample id as the study spells it
 * @param sequenced samples that a case list names as sequenced; empty where the study has no such
 *     list
 * @param listed whether a case list names the sequenced samples
 * @param panels genes by gene-panel id
 * @param inputs meta files, case lists and panels that were read
 */
public record Study(
    GenomeAssembly assembly,
    List<StudyFile> files,
    Map<String, AssayCoverage.Extent> coverage,
    Set<String> sequenced,
    boolean listed,
    Map<String, Set<String>> panels,
    List<InputFile> inputs) {

  public Study {
    files = List.copyOf(files);
    coverage = Map.copyOf(coverage);
    sequenced = Set.copyOf(sequenced);
    panels = Map.copyOf(panels);
    inputs = List.copyOf(inputs);
  }
}
