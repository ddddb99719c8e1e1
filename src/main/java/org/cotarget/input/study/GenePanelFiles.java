package org.cotarget.input.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cotarget.cohort.InputFile;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.table.SourceFile;
import org.cotarget.reference.GenePanel;

/**
 * The gene panels that a study folder defines, in {@code data_gene_panel_*.txt} or in {@code
 * gene_panels/}.
 *
 * @param genes current symbols by panel id
 * @param inputs the files that were read
 */
record GenePanelFiles(Map<String, Set<String>> genes, List<InputFile> inputs) {

  static GenePanelFiles read(StudyFolder folder, GenePanel panel, InputProblems problems) {
    Map<String, Set<String>> genes = new TreeMap<>();
    List<InputFile> inputs = new ArrayList<>();
    for (Path path : files(folder, problems)) {
      Optional<KeyValueFile> read = KeyValueFile.read(path, "gene panel", problems);
      if (read.isEmpty()) {
        continue;
      }
      KeyValueFile file = read.get();
      String id = file.get("stable_id");
      if (id.isEmpty() || file.words("gene_list").isEmpty()) {
        problems.error(
            "GENE_PANEL_INCOMPLETE",
            file.where(id.isEmpty() ? "stable_id" : "gene_list"),
            "the gene panel lacks its " + (id.isEmpty() ? "stable_id" : "gene_list"),
            "a gene panel file has a line stable_id: and a line gene_list:");
        continue;
      }
      Set<String> symbols = new TreeSet<>();
      file.words("gene_list").forEach(word -> symbols.add(panel.currentSymbol(word)));
      genes.put(id, symbols);
      inputs.add(file.provenance());
    }
    return new GenePanelFiles(genes, inputs);
  }

  private static List<Path> files(StudyFolder study, InputProblems problems) {
    List<Path> files = new ArrayList<>();
    Path folder = study.path();
    Path panels = folder.resolve("gene_panels");
    collect(folder, "data_gene_panel_", "data_gene_panel_matrix", files, problems);
    if (Files.isDirectory(panels)) {
      collect(panels, "", "data_gene_panel_matrix", files, problems);
    }
    files.removeIf(path -> !study.requireInside(path, problems));
    return files;
  }

  private static void collect(
      Path folder, String start, String except, List<Path> files, InputProblems problems) {
    try (Stream<Path> found = Files.list(folder)) {
      found
          .filter(Files::isRegularFile)
          .filter(path -> name(path).startsWith(start) && !name(path).startsWith(except))
          .filter(path -> name(path).endsWith(".txt"))
          .sorted(Comparator.comparing(GenePanelFiles::name))
          .forEach(files::add);
    } catch (IOException e) {
      problems.error(
          "FILE_UNREADABLE",
          SourceLocation.ofFile(SourceFile.shown(folder)),
          "the folder cannot be listed: " + e.getMessage(),
          "give read permission");
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
