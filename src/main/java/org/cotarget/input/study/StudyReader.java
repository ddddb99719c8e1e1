package org.cotarget.input.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputFile;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.study.StudyFile.Kind;
import org.cotarget.input.table.SourceFile;
import org.cotarget.reference.GenePanel;

/** Reads the meta files, case lists and gene panels of a cBioPortal study folder. */
public final class StudyReader {

  private final GenePanel panel;

  public StudyReader(GenePanel panel) {
    this.panel = panel;
  }

  /**
   * Reads a folder.
   *
   * @param linksFollowed whether links in it are taken wherever they point
   * @return empty, with a problem, where it is no study folder
   */
  public Optional<Study> read(Path folder, boolean linksFollowed, InputProblems problems) {
    SourceLocation where = SourceLocation.ofFile(SourceFile.shown(folder));
    if (!Files.isDirectory(folder)) {
      problems.error(
          Files.exists(folder) ? "STUDY_NOT_A_FOLDER" : "FILE_MISSING",
          where,
          Files.exists(folder)
              ? "a file is given where a study folder is needed"
              : "there is no such folder",
          "give the folder that holds meta_study.txt");
      return Optional.empty();
    }
    StudyFolder study = new StudyFolder(folder, linksFollowed);
    List<Path> found = list(folder, "meta", problems);
    List<Path> metas = inside(study, found, problems);
    if (metas.isEmpty() && !found.isEmpty()) {
      return Optional.empty();
    }
    if (metas.isEmpty()) {
      problems.error(
          "STUDY_WITHOUT_META",
          where,
          "the folder has no meta_*.txt file, which says what its data files hold",
          "give a cBioPortal study folder, or name its files one by one with --maf, --cna, --clinical");
      return Optional.empty();
    }
    Meta meta = new Meta(study, problems);
    metas.forEach(meta::read);
    GenePanelFiles panels = GenePanelFiles.read(study, panel, problems);
    CaseLists lists =
        CaseLists.read(
            inside(study, list(folder.resolve("case_lists"), "", problems), problems), problems);
    StudyCoverage coverage = new StudyCoverage(panels, lists, problems);
    meta.panelOfProfile.forEach(coverage::panelOfProfile);
    meta.files.stream()
        .filter(file -> file.kind() == Kind.GENE_PANEL_MATRIX)
        .forEach(file -> coverage.matrix(file.path()));
    List<InputFile> inputs = new ArrayList<>(meta.inputs);
    inputs.addAll(panels.inputs());
    inputs.addAll(lists.inputs());
    inputs.addAll(coverage.inputs());
    List<StudyFile> files =
        meta.files.stream()
            .filter(file -> file.kind() != Kind.GENE_PANEL_MATRIX)
            .sorted(Comparator.comparing(file -> SourceFile.shown(file.path())))
            .toList();
    return Optional.of(
        new Study(
            meta.assembly,
            files,
            coverage.bySample(),
            lists.sequenced(),
            lists.hasSequenced(),
            panels.genes(),
            inputs));
  }

  /** Text files of a folder whose names start as given, sorted; a missing folder has none. */
  private static List<Path> list(Path folder, String start, InputProblems problems) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(path -> name(path).startsWith(start) && name(path).endsWith(".txt"))
          .sorted(Comparator.comparing(StudyReader::name))
          .toList();
    } catch (IOException e) {
      problems.error(
          "FILE_UNREADABLE",
          SourceLocation.ofFile(SourceFile.shown(folder)),
          "the folder cannot be listed: " + e.getMessage(),
          "give read permission");
      return List.of();
    }
  }

  /** Those that may be read; the others are told. */
  private static List<Path> inside(StudyFolder study, List<Path> files, InputProblems problems) {
    return files.stream().filter(path -> study.requireInside(path, problems)).toList();
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  /** What the meta files of one study say. */
  private static final class Meta {
    private final StudyFolder folder;
    private final InputProblems problems;
    private final List<StudyFile> files = new ArrayList<>();
    private final List<InputFile> inputs = new ArrayList<>();
    private final Map<String, SourceLocation> panelOfProfile = new TreeMap<>();
    private GenomeAssembly assembly = GenomeAssembly.UNKNOWN;

    Meta(StudyFolder folder, InputProblems problems) {
      this.folder = folder;
      this.problems = problems;
    }

    void read(Path path) {
      Optional<KeyValueFile> read = KeyValueFile.read(path, "study meta", problems);
      if (read.isEmpty()) {
        return;
      }
      KeyValueFile meta = read.get();
      inputs.add(meta.provenance());
      String type = meta.get("genetic_alteration_type").toUpperCase(Locale.ROOT);
      String datatype = meta.get("datatype").toUpperCase(Locale.ROOT);
      if (!meta.get("reference_genome").isEmpty()) {
        assembly = GenomeAssembly.parse(meta.get("reference_genome"));
      }
      if (type.isEmpty()) {
        if (!meta.get("data_filename").isEmpty()) {
          problems.error(
              "META_INCOMPLETE",
              SourceLocation.ofFile(meta.provenance().path()).atColumn("genetic_alteration_type"),
              "the meta file names a data file and not what it holds",
              "add a line genetic_alteration_type: and a line datatype:");
        }
        return;
      }
      Optional<Kind> kind = kind(type, datatype);
      if (kind.isEmpty()) {
        problems.note(
            "PROFILE_NOT_READ",
            meta.where("genetic_alteration_type"),
            type + " " + datatype + " is not read",
            "nothing: no call needs it");
        return;
      }
      add(meta, kind.get());
    }

    private void add(KeyValueFile meta, Kind kind) {
      String name = meta.get("data_filename");
      if (name.isEmpty()) {
        problems.error(
            "META_INCOMPLETE",
            SourceLocation.ofFile(meta.provenance().path()).atColumn("data_filename"),
            "the meta file names no data file",
            "add a line data_filename: with the name of the file");
        return;
      }
      Optional<Path> data = inside(name, meta.where("data_filename"), kind);
      if (data.isPresent()) {
        String description = meta.get("profile_name") + ". " + meta.get("profile_description");
        String unit = meta.get("unit");
        files.add(
            new StudyFile(
                kind,
                data.get(),
                meta.where("data_filename"),
                meta.get("stable_id"),
                unit.isEmpty() ? description : "Unit: " + unit + ". " + description));
        String panelId = meta.get("gene_panel");
        if (kind == Kind.MUTATIONS && !panelId.isEmpty()) {
          panelOfProfile.put(panelId, meta.where("gene_panel"));
        }
      }
    }

    /**
     * The data file, as long as it lies in the folder; links are followed before that is judged.
     */
    private Optional<Path> inside(String name, SourceLocation where, Kind kind) {
      String outside = "the meta file names '" + name + "', which lies outside the study folder";
      String fix = "put the data file into the study folder and name it without a path";
      Optional<Path> named = folder.named(name);
      if (named.isEmpty()) {
        problems.error("PATH_OUTSIDE_STUDY", where, outside, fix);
        return Optional.empty();
      }
      Path data = named.get();
      if (!Files.exists(data)) {
        boolean optional = kind != Kind.CLINICAL && kind != Kind.MUTATIONS;
        String message = "the data file '" + name + "' does not exist";
        String mend = "supply the file, or remove the meta file";
        if (optional) {
          problems.warning("DATA_FILE_MISSING", where, message + "; it is left out", mend);
        } else {
          problems.error("DATA_FILE_MISSING", where, message, mend);
        }
        return Optional.empty();
      }
      try {
        if (!folder.holds(data)) {
          problems.error("PATH_OUTSIDE_STUDY", where, outside + " through a link", StudyFolder.FIX);
          return Optional.empty();
        }
      } catch (IOException e) {
        problems.error(
            "FILE_UNREADABLE", where, "'" + name + "' cannot be read: " + e.getMessage(), fix);
        return Optional.empty();
      }
      return Optional.of(data);
    }

    private static Optional<Kind> kind(String type, String datatype) {
      return switch (type) {
        case "CLINICAL" ->
            datatype.equals("PATIENT_ATTRIBUTES") || datatype.equals("SAMPLE_ATTRIBUTES")
                ? Optional.of(Kind.CLINICAL)
                : Optional.empty();
        case "MUTATION_EXTENDED" ->
            datatype.equals("MAF") ? Optional.of(Kind.MUTATIONS) : Optional.empty();
        case "STRUCTURAL_VARIANT" -> Optional.of(Kind.STRUCTURAL_VARIANTS);
        case "COPY_NUMBER_ALTERATION" ->
            switch (datatype) {
              case "DISCRETE" -> Optional.of(Kind.CNA_DISCRETE);
              case "LOG2-VALUE" -> Optional.of(Kind.CNA_LOG2);
              case "CONTINUOUS" -> Optional.of(Kind.CNA_LINEAR);
              case "DISCRETE_LONG" -> Optional.of(Kind.CNA_LONG);
              case "SEG" -> Optional.of(Kind.SEGMENTS);
              default -> Optional.empty();
            };
        case "MRNA_EXPRESSION" ->
            switch (datatype) {
              case "CONTINUOUS" -> Optional.of(Kind.EXPRESSION);
              case "Z-SCORE" -> Optional.of(Kind.EXPRESSION_Z);
              default -> Optional.empty();
            };
        case "GENE_PANEL_MATRIX" -> Optional.of(Kind.GENE_PANEL_MATRIX);
        default -> Optional.empty();
      };
    }
  }
}
