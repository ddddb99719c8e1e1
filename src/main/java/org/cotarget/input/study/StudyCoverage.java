package org.cotarget.input.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cotarget.cohort.AssayCoverage.Basis;
import org.cotarget.cohort.AssayCoverage.Extent;
import org.cotarget.cohort.InputFile;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.table.TableFormat;
import org.cotarget.input.table.TableReader;
import org.jspecify.annotations.Nullable;

/**
 * Which genes were sequenced in which sample of a study. The gene-panel matrix speaks first. A
 * sample whose panel is not known gets an extent without genes: that it is on the list of sequenced
 * samples does not make it an exome.
 */
final class StudyCoverage {

  private static final Set<String> NONE = Set.of("", "na", "n/a", "none");
  private static final Set<String> WHOLE =
      Set.of("wes", "wxs", "wgs", "exome", "whole-exome", "whole-genome");

  private final GenePanelFiles panels;
  private final CaseLists lists;
  private final InputProblems problems;
  private final Map<String, Extent> bySample = new TreeMap<>();
  private final List<InputFile> inputs = new ArrayList<>();

  StudyCoverage(GenePanelFiles panels, CaseLists lists, InputProblems problems) {
    this.panels = panels;
    this.lists = lists;
    this.problems = problems;
    for (String sample : lists.sequenced()) {
      bySample.put(sample, Extent.everyGene(Basis.CASE_LIST, "sequenced case list"));
    }
  }

  Map<String, Extent> bySample() {
    return bySample;
  }

  List<InputFile> inputs() {
    return inputs;
  }

  /** Takes a panel that a meta file names for all sequenced samples. */
  void panelOfProfile(String panelId, SourceLocation where) {
    Extent extent = extent(panelId, where);
    bySample.replaceAll((sample, old) -> extent);
  }

  /**
   * Takes a gene-panel matrix: sample ids, and the panel of each profile or NA for the whole exome.
   */
  void matrix(Path path) {
    Optional<TableReader> opened = TableReader.open(path, TableFormat.TABLE, problems);
    if (opened.isEmpty()) {
      return;
    }
    try (TableReader table = opened.get()) {
      OptionalInt sample = table.require("SAMPLE_ID");
      OptionalInt panel = table.find("mutations", "mutations_uncalled");
      if (sample.isEmpty()) {
        return;
      }
      Set<String> listed = new TreeSet<>();
      while (table.next()) {
        String id = table.text(sample);
        listed.add(id);
        String panelId = table.text(panel);
        boolean named = !NONE.contains(panelId.toLowerCase(Locale.ROOT));
        if (named) {
          bySample.put(id, extent(panelId, table.where(panel.orElse(0))));
        } else if (lists.sequenced().contains(id)) {
          bySample.put(id, Extent.everyGene(Basis.GENE_PANEL_MATRIX, "whole exome"));
        }
      }
      withoutPanel(listed, SourceLocation.ofFile(table.path()));
      table.provenance("gene panel matrix", "").ifPresent(inputs::add);
    }
  }

  /** Whether a meta file has named the panel already. */
  private static boolean isKnownOtherwise(@Nullable Extent extent) {
    return extent != null && extent.basis() != Basis.CASE_LIST;
  }

  /** A sequenced sample that the matrix leaves out was sequenced by a panel that nobody knows. */
  private void withoutPanel(Set<String> listed, SourceLocation matrix) {
    Set<String> without = new TreeSet<>(lists.sequenced());
    without.removeAll(listed);
    without.removeIf(id -> isKnownOtherwise(bySample.get(id)));
    if (without.isEmpty()) {
      return;
    }
    without.forEach(
        id -> bySample.put(id, Extent.of(Basis.GENE_PANEL_MATRIX, Set.of(), "not in the matrix")));
    problems.warning(
        "GENE_PANEL_MATRIX_INCOMPLETE",
        matrix,
        without.size()
            + " sequenced samples are not in the matrix, so their genes count as not tested: "
            + without.stream().limit(10).collect(Collectors.joining(", ")),
        "add them to the matrix; NA means the whole exome");
  }

  private Extent extent(String panelId, SourceLocation where) {
    if (WHOLE.contains(panelId.toLowerCase(Locale.ROOT))) {
      return Extent.everyGene(Basis.GENE_PANEL_MATRIX, panelId);
    }
    Set<String> genes = panels.genes().get(panelId);
    if (genes == null) {
      problems.warning(
          "GENE_PANEL_UNKNOWN",
          where,
          "gene panel '"
              + panelId
              + "' is not defined in the folder; its samples count as not tested",
          "add the panel as data_gene_panel_"
              + panelId
              + ".txt, or give it with --assay "
              + panelId
              + "=FILE");
      return Extent.of(Basis.GENE_PANEL_MATRIX, Set.of(), panelId);
    }
    return Extent.of(Basis.GENE_PANEL_MATRIX, genes, panelId);
  }
}
