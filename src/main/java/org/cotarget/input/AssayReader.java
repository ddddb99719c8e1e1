package org.cotarget.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cotarget.cohort.AssayCoverage.Basis;
import org.cotarget.cohort.AssayCoverage.Extent;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputFile;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.table.SourceFile;
import org.cotarget.input.table.TextLines;
import org.cotarget.reference.GenePanel;
import org.cotarget.reference.Reference;

/**
 * Reads {@code --assay}: the words WES and WGS, a gene list, a cBioPortal gene panel, or a BED file
 * of targets.
 */
final class AssayReader {

  private final GenePanel panel;
  private final BedCoverage bed;

  AssayReader(Reference reference, Optional<GenomeAssembly> declared) {
    this.panel = reference.panel();
    this.bed = new BedCoverage(reference, declared);
  }

  /** Reads all arguments, each {@code FILE}, {@code NAME=FILE} or a word. */
  Assays read(List<String> arguments, InputProblems problems) {
    Optional<Extent> unnamed = Optional.empty();
    Map<String, Extent> named = new TreeMap<>();
    List<InputFile> inputs = new ArrayList<>();
    for (String argument : arguments) {
      int equals = Files.exists(Path.of(argument)) ? -1 : argument.indexOf('=');
      String name = equals > 0 ? argument.substring(0, equals).strip() : "";
      String target = argument.substring(equals + 1).strip();
      Optional<Extent> extent =
          Assays.whole(target).or(() -> file(Path.of(target), name, inputs, problems));
      if (extent.isEmpty()) {
        continue;
      }
      boolean taken = name.isEmpty() ? unnamed.isPresent() : named.containsKey(name);
      if (taken) {
        problems.error(
            "ASSAY_AMBIGUOUS",
            SourceLocation.ofFile(target),
            name.isEmpty() ? "two assays have no name" : "two assays are named " + name,
            "give each as NAME=FILE and name the assay of each sample in a column ASSAY");
      } else if (name.isEmpty()) {
        unnamed = extent;
      } else {
        named.put(name, extent.get());
      }
    }
    return new Assays(unnamed, named, inputs);
  }

  private Optional<Extent> file(
      Path path, String name, List<InputFile> inputs, InputProblems problems) {
    SourceLocation where = SourceLocation.ofFile(SourceFile.shown(path));
    AssayLines lines = new AssayLines(bed.scan(where, problems));
    Optional<InputFile> read = TextLines.scan(path, "assay", problems, lines);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    boolean isBed = lines.isBed;
    Optional<Set<String>> genes =
        isBed ? lines.targets.genes() : Optional.of(listed(lines.listed.lines()));
    if (genes.isEmpty()) {
      return Optional.empty();
    }
    if (isBed && genes.get().isEmpty()) {
      problems.warning(
          "ASSAY_COVERS_NO_GENE",
          where,
          "the targets hold no gene whole (at least 95% of its coding bases), so none counts as tested; events that are found"
              + " still count",
          "nothing, for a hotspot assay; else check the assembly");
    } else if (genes.get().stream().noneMatch(panel::contains)) {
      problems.error(
          "ASSAY_WITHOUT_GENES",
          where,
          genes.get().isEmpty()
              ? "the assay names no gene"
              : "the assay covers none of the genes that are looked at (such as PIK3CA, PTEN)",
          "give a list of gene symbols, a gene panel file or a BED file of the targets");
      return Optional.empty();
    }
    inputs.add(read.get());
    String shown = name.isEmpty() ? where.path() : name;
    return Optional.of(Extent.of(Basis.ASSAY_FILE, genes.get(), shown));
  }

  /** Lines of a file whose first line that is no comment tells whether it is a BED file. */
  private static final class AssayLines implements TextLines.Visitor {
    private final BedCoverage.Scan targets;
    private final TextLines.Collector listed = new TextLines.Collector("list of genes");
    private boolean begun;
    private boolean isBed;

    AssayLines(BedCoverage.Scan targets) {
      this.targets = targets;
    }

    @Override
    public void line(long number, String line) throws IOException {
      boolean comment = BedCoverage.isComment(line);
      if (!begun && !comment) {
        begun = true;
        isBed = BedCoverage.isBed(line);
      }
      if (!isBed) {
        listed.line(number, line);
      } else if (!comment) {
        targets.add(number, line);
      }
    }
  }

  /** Genes of a list of one a line, or of the {@code gene_list:} of a cBioPortal gene panel. */
  private Set<String> listed(List<String> lines) {
    Set<String> genes = new LinkedHashSet<>();
    boolean panelFile = lines.stream().anyMatch(line -> line.startsWith("gene_list:"));
    for (String line : lines) {
      String text = line.strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      if (!panelFile) {
        genes.add(symbol(text.split("[\\s,;]", 2)[0]));
      } else if (text.startsWith("gene_list:")) {
        for (String word : text.substring("gene_list:".length()).strip().split("[\\s,]+", -1)) {
          genes.add(symbol(word));
        }
      }
    }
    genes.remove("");
    return genes;
  }

  private String symbol(String text) {
    String bare = text.replace("\"", "");
    String symbol = panel.currentSymbol(bare);
    return panel.contains(symbol) ? symbol : panel.symbolOfId(bare).orElse(symbol);
  }
}
