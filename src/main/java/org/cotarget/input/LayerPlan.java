package org.cotarget.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.cotarget.cohort.InputProblems;
import org.cotarget.input.LayerReader.Reading;
import org.cotarget.input.layer.CopyNumberLayer;
import org.cotarget.input.layer.ExpressionLayer;
import org.cotarget.input.layer.VariantFile;
import org.cotarget.input.layer.VariantLayer;
import org.cotarget.input.study.Study;
import org.cotarget.input.study.StudyFile;
import org.cotarget.input.study.StudyFile.Kind;

/** Collects the molecular files of all sources and reads them in parallel. */
final class LayerPlan {

  /**
   * What was read.
   *
   * @param rearrangements rearrangements of a study's own list and of VCFs without small variants
   * @param segments copy numbers from segments, which fill what gene-level files leave open
   */
  record Layers(
      List<VariantLayer> variants,
      List<VariantLayer> rearrangements,
      List<CopyNumberLayer> copyNumbers,
      List<CopyNumberLayer> segments,
      List<ExpressionLayer> expression) {}

  private record Outcome<T>(Optional<T> layer, InputProblems problems) {}

  private final LayerReader reader;
  private final InputProblems problems;
  private final List<Reading<VariantFile>> variants = new ArrayList<>();
  private final List<Reading<VariantLayer>> rearrangements = new ArrayList<>();
  private final List<Reading<CopyNumberLayer>> copyNumbers = new ArrayList<>();
  private final List<Reading<CopyNumberLayer>> segments = new ArrayList<>();
  private final List<Reading<ExpressionLayer>> expression = new ArrayList<>();

  LayerPlan(LayerReader reader, InputProblems problems) {
    this.reader = reader;
    this.problems = problems;
  }

  /** Adds the files of a study: of copy number and of expression those that serve best. */
  void addStudy(Study study) {
    for (StudyFile file : study.files()) {
      switch (file.kind()) {
        case MUTATIONS -> variants.add(reader.maf(file.path(), Optional.empty()));
        case CNA_DISCRETE, CNA_LOG2, CNA_LONG ->
            copyNumbers.add(reader.copyNumber(file.path(), LayerReader.scale(file)));
        case STRUCTURAL_VARIANTS -> rearrangements.add(reader.rearrangements(file.path()));
        case SEGMENTS -> segments.add(reader.segments(file.path()));
        case CNA_LINEAR -> addLinear(study, file);
        default -> {
          // Clinical tables are read before; of expression one profile is chosen below.
        }
      }
    }
    List<StudyFile> profiles = expressionProfiles(study);
    for (int i = 0; i < profiles.size(); i++) {
      StudyFile profile = profiles.get(i);
      if (i == 0) {
        expression.add(reader.expression(profile.path(), LayerReader.unit(profile)));
      } else {
        notUsed(profile, "expression is read from profile " + profiles.get(0).profile());
      }
    }
  }

  /** Adds the files named one by one. */
  void addRequest(InputRequest request) {
    request.maf().forEach(path -> variants.add(reader.maf(path, Optional.empty())));
    for (Path path : request.vcf()) {
      LayerReader.variantFiles(path, problems)
          .forEach(file -> variants.add(reader.vcf(file, Optional.empty())));
    }
    request.cna().forEach(path -> add(SampleSheet.Column.CNA, path, Optional.empty()));
    request.seg().forEach(path -> add(SampleSheet.Column.SEG, path, Optional.empty()));
    request.expression().forEach(path -> expression.add(reader.expression(path, Optional.empty())));
  }

  /**
   * Adds the files of a sample sheet. One that several rows name is read as a file of the cohort,
   * and like those before the files of single samples, so that it does not matter to it whether
   * they are read.
   *
   * @param wanted whether the files that a row alone names are read
   */
  void addSheet(SampleSheet sheet, Predicate<SampleSheet.Row> wanted) {
    Set<Path> ofOneRow = sheet.ofOneRow();
    Set<Path> shared = new HashSet<>();
    for (SampleSheet.Row row : sheet.rows()) {
      for (SampleSheet.Column column : SampleSheet.Column.values()) {
        SampleSheet.Named file = row.files().get(column);
        if (file != null
            && !ofOneRow.contains(file.path())
            && file.isThere(problems)
            && shared.add(file.path())) {
          add(column, file.path(), Optional.empty());
        }
      }
    }
    Map<String, Path> expressionOfSamples = new LinkedHashMap<>();
    for (SampleSheet.Row row : sheet.rows().stream().filter(wanted).toList()) {
      for (SampleSheet.Column column : SampleSheet.Column.values()) {
        SampleSheet.Named file = row.files().get(column);
        if (file == null || !ofOneRow.contains(file.path()) || !file.isThere(problems)) {
          continue;
        }
        if (column == SampleSheet.Column.EXPRESSION) {
          expressionOfSamples.put(row.sample(), file.path());
        } else {
          add(column, file.path(), Optional.of(row.sample()));
        }
      }
    }
    if (!expressionOfSamples.isEmpty()) {
      expression.add(reader.expressionOf(expressionOfSamples));
    }
  }

  /** Reads everything; a file with an error gives no layer. */
  Layers read() {
    List<VariantFile> files = read(variants);
    List<CopyNumberLayer> filling = new ArrayList<>(read(segments));
    // A copy-number VCF holds segments, so like those it fills what gene-level files leave open.
    files.forEach(file -> file.copyNumbers().ifPresent(filling::add));
    List<VariantLayer> broken = new ArrayList<>(read(rearrangements));
    files.stream()
        .filter(file -> !file.smallVariants())
        .forEach(file -> broken.add(file.variants()));
    return new Layers(
        files.stream().filter(VariantFile::smallVariants).map(VariantFile::variants).toList(),
        broken,
        read(copyNumbers),
        filling,
        read(expression));
  }

  private void add(SampleSheet.Column column, Path path, Optional<String> sample) {
    boolean copyNumber = column == SampleSheet.Column.CNA || column == SampleSheet.Column.SEG;
    if (copyNumber && LayerReader.isVcf(path)) {
      // Callers write breakpoints and copies into one file, so all of it is read.
      variants.add(reader.vcf(path, sample));
      return;
    }
    switch (column) {
      case VCF -> variants.add(reader.vcf(path, sample));
      case MAF -> variants.add(reader.maf(path, sample));
      case CNA ->
          copyNumbers.add(
              sample
                  .map(id -> reader.copyNumberOf(id, path))
                  .orElseGet(() -> reader.copyNumber(path, Optional.empty())));
      case SEG ->
          segments.add(
              sample
                  .map(id -> reader.copyNumberOf(id, path))
                  .orElseGet(() -> reader.segments(path)));
      case EXPRESSION -> expression.add(reader.expression(path, Optional.empty()));
    }
  }

  private <T> List<T> read(List<Reading<T>> readings) {
    List<Outcome<T>> outcomes =
        readings.parallelStream()
            .map(
                reading -> {
                  InputProblems own = new InputProblems();
                  Optional<T> layer = reading.read(own);
                  return new Outcome<>(own.hasErrors() ? Optional.<T>empty() : layer, own);
                })
            .toList();
    outcomes.forEach(outcome -> problems.addAll(outcome.problems()));
    return outcomes.stream().flatMap(outcome -> outcome.layer().stream()).toList();
  }

  /**
   * Relative linear values have no agreed zero, so they are read only where nothing else is given.
   */
  private void addLinear(Study study, StudyFile file) {
    boolean better =
        study.files().stream()
            .anyMatch(
                other ->
                    other.kind() == Kind.CNA_DISCRETE
                        || other.kind() == Kind.CNA_LOG2
                        || other.kind() == Kind.CNA_LONG);
    if (better) {
      notUsed(file, "copy number is read from the discrete or log2 profile");
    } else {
      copyNumbers.add(reader.copyNumber(file.path(), Optional.empty()));
    }
  }

  /**
   * Profiles of expression, the one to read first: not standardised, of RNA sequencing, of all
   * samples.
   */
  private static List<StudyFile> expressionProfiles(Study study) {
    return study.files().stream()
        .filter(file -> file.kind() == Kind.EXPRESSION || file.kind() == Kind.EXPRESSION_Z)
        .sorted(
            Comparator.comparing(StudyFile::kind)
                .thenComparing(file -> !text(file).contains("rna_seq"))
                .thenComparing(file -> !text(file).contains("all_sample"))
                .thenComparing(LayerPlan::text))
        .toList();
  }

  private static String text(StudyFile file) {
    return (file.profile() + " " + file.path().getFileName()).toLowerCase(Locale.ROOT);
  }

  private void notUsed(StudyFile file, String why) {
    problems.note(
        "PROFILE_NOT_READ",
        file.meta(),
        "profile " + file.profile() + " is not read: " + why,
        "nothing, or remove the profile that should not be read");
  }
}
