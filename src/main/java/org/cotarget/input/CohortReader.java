package org.cotarget.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.cotarget.cohort.Cohort;
import org.cotarget.cohort.CohortPart;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputFile;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.KnownIds;
import org.cotarget.cohort.Shard;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.cohort.VariantNamer;
import org.cotarget.input.expression.JoinedUnit;
import org.cotarget.input.study.Study;
import org.cotarget.input.study.StudyFile;
import org.cotarget.input.study.StudyFile.Kind;
import org.cotarget.input.study.StudyReader;
import org.cotarget.reference.Reference;

/**
 * Reads everything that a request names and joins it into one cohort. Files are read in parallel,
 * each with its own list of problems; the lists are joined in the order of the request, so that the
 * outcome does not depend on the number of processors.
 */
public final class CohortReader {

  /**
   * The outcome of reading all inputs.
   *
   * @param cohort the cohort; empty where any problem is an error
   * @param expression whether the inputs hold expression, be it of patients of other shards
   * @param ids all ids by which the inputs name patients and samples, of other shards too
   * @param problems everything the user should know
   */
  public record Reading(
      Optional<Cohort> cohort, boolean expression, KnownIds ids, InputProblems problems) {}

  private final Reference reference;
  private final VariantNamer namer;

  /**
   * Makes a reader.
   *
   * @param namer names a variant whose source does not
   */
  public CohortReader(Reference reference, VariantNamer namer) {
    this.reference = reference;
    this.namer = namer;
  }

  /**
   * Reads all inputs, as far as possible in spite of errors, so that all problems are found at
   * once.
   */
  public Reading read(InputRequest request) {
    InputProblems problems = new InputProblems();
    if (request.isEmpty()) {
      problems.error(
          "NOTHING_TO_READ",
          SourceLocation.ofFile("command line"),
          "no input is named",
          "give --study, or files with --clinical, --maf, --vcf, --cna, --expression");
      return new Reading(
          Optional.empty(), false, new KnownIds(Set.of(), Set.of(), Set.of()), problems);
    }
    InputStamps stamps = InputStamps.of(request);
    Optional<Study> study =
        request
            .study()
            .flatMap(
                dir ->
                    new StudyReader(reference.panel())
                        .read(dir, request.linksFollowed(), problems));
    study.ifPresent(s -> s.files().forEach(file -> stamps.add(file.path())));
    Optional<SampleSheet> sheet =
        request.samplesheet().flatMap(path -> SampleSheet.read(path, problems));
    Assays assays = new AssayReader(reference, request.assembly()).read(request.assays(), problems);
    ClinicalMapping mapping =
        request
            .clinicalMapping()
            .map(path -> ClinicalMapping.read(path, problems))
            .orElse(ClinicalMapping.NONE);
    List<ClinicalTable> clinical = clinical(request, study, mapping, problems);

    SampleDirectory known = new SampleDirectory();
    clinical.forEach(table -> known.addClinical(table.records()));
    sheet.ifPresent(s -> s.rows().forEach(row -> known.addListed(row.sample(), row.patient())));
    LayerReader reader =
        new LayerReader(
            reference,
            namer,
            request,
            study.map(Study::assembly).orElse(GenomeAssembly.UNKNOWN),
            id -> known.find(id).isPresent());
    LayerPlan plan = new LayerPlan(reader, problems);
    study.ifPresent(plan::addStudy);
    plan.addRequest(request);
    Shard shard = request.shard();
    Predicate<SampleSheet.Row> isWanted =
        row -> shard.contains(known.patientOfRow(row.sample(), row.patient()));
    sheet.ifPresent(
        s -> {
          s.rows().stream()
              .filter(isWanted)
              .flatMap(row -> row.files().values().stream())
              .forEach(file -> stamps.add(file.path()));
          plan.addSheet(s, isWanted);
        });
    LayerPlan.Layers layers = plan.read();

    List<InputFile> others = new ArrayList<>();
    mapping.file().ifPresent(others::add);
    CohortInputs inputs =
        new CohortInputs(
            clinical,
            sheet,
            layers.variants(),
            layers.rearrangements(),
            layers.copyNumbers(),
            layers.segments(),
            layers.expression(),
            assays,
            study,
            others);
    CohortAssembler assembler = new CohortAssembler(inputs, reference.thresholds(), problems);
    Cohort cohort = assembler.assemble();
    cohort
        .expression()
        .ifPresent(
            joined ->
                new JoinedUnit(reference.thresholds(), problems)
                    .check(joined, inputs.measuredExpression(), shard));
    stamps.check(problems);
    boolean usable = !problems.hasErrors();
    if (usable && cohort.patients().isEmpty()) {
      problems.error(
          "NO_PATIENTS",
          SourceLocation.ofFile("command line"),
          "the inputs hold no patient and no tumour sample",
          "supply a clinical table or a file with tumour samples");
      usable = false;
    }
    // Only now, so that what is told of a file does not depend on whose patients are wanted.
    Cohort wanted =
        shard.isWhole()
            ? cohort
            : cohort.only(new CohortPart(shard, WholeCohort.digest(request, sheet, cohort)));
    boolean expression =
        !layers.expression().isEmpty()
            || sheet.stream()
                .flatMap(s -> s.rows().stream())
                .anyMatch(row -> row.files().containsKey(SampleSheet.Column.EXPRESSION));
    return new Reading(
        usable ? Optional.of(wanted) : Optional.empty(),
        expression,
        assembler.ids(reader.names()),
        problems);
  }

  private List<ClinicalTable> clinical(
      InputRequest request,
      Optional<Study> study,
      ClinicalMapping mapping,
      InputProblems problems) {
    Set<Path> paths = new LinkedHashSet<>();
    study.ifPresent(
        s ->
            s.files().stream()
                .filter(file -> file.kind() == Kind.CLINICAL)
                .map(StudyFile::path)
                .forEach(paths::add));
    paths.addAll(request.clinical());
    ReceptorColumns columns = new ReceptorColumns(reference.vocabulary(), mapping, paths);
    ClinicalReader reader =
        new ClinicalReader(reference.vocabulary(), reference.thresholds(), columns);
    List<ClinicalTable> tables = new ArrayList<>();
    for (Path path : paths) {
      reader.read(path, problems).ifPresent(tables::add);
    }
    mapping.reportUnused(columns.headers(), problems);
    return tables;
  }
}
