package org.cotarget.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cotarget.cohort.CopyNumberCall.Scale;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.ExpressionMatrix.Unit;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.cohort.VariantNamer;
import org.cotarget.input.copynumber.CopyNumberReader;
import org.cotarget.input.copynumber.SegmentReader;
import org.cotarget.input.expression.ExpressionReader;
import org.cotarget.input.expression.SampleQuantifications;
import org.cotarget.input.layer.CopyNumberLayer;
import org.cotarget.input.layer.ExpressionLayer;
import org.cotarget.input.layer.RecurrentChanges;
import org.cotarget.input.layer.VariantFile;
import org.cotarget.input.layer.VariantLayer;
import org.cotarget.input.study.StudyFile;
import org.cotarget.input.table.SourceFile;
import org.cotarget.input.table.TableFormat;
import org.cotarget.input.table.TableReader;
import org.cotarget.input.vcf.VcfReader;
import org.cotarget.reference.Reference;

/**
 * Plans the reading of each molecular file, of a whole cohort or of the one sample that a sample
 * sheet gives it to.
 */
final class LayerReader {

  private final Reference reference;
  private final InputRequest request;
  private final GenomeAssembly fallback;
  private final Predicate<String> knownSample;
  private final ReadFloor floor;
  private final MafReader mafs;
  private final RearrangementReader rearrangements;
  private final VcfReader vcfs;
  private final CopyNumberReader copyNumbers;
  private final SegmentReader segments;
  private final ExpressionReader expression;

  /** What files call their samples; files are read in parallel. */
  private final Set<String> names = ConcurrentHashMap.newKeySet();

  /**
   * Makes a reader.
   *
   * @param namer names a variant whose source does not
   * @param fallback assembly to take where neither a file nor the user names one
   * @param knownSample whether a clinical table or sample sheet names a sample
   */
  LayerReader(
      Reference reference,
      VariantNamer namer,
      InputRequest request,
      GenomeAssembly fallback,
      Predicate<String> knownSample) {
    this.reference = reference;
    this.request = request;
    this.fallback = fallback;
    this.knownSample = knownSample;
    RecurrentChanges recurrent = new RecurrentChanges(reference, namer);
    this.floor = new ReadFloor(reference.thresholds(), recurrent);
    this.mafs = new MafReader(reference, recurrent, request.includedFilters());
    this.rearrangements = new RearrangementReader(reference.panel());
    this.vcfs = new VcfReader(reference, recurrent, request.reader());
    this.copyNumbers = new CopyNumberReader(reference.panel());
    this.segments =
        new SegmentReader(reference.panel(), reference.codingRegions(), reference.thresholds());
    this.expression = new ExpressionReader(reference);
  }

  /** What the files that were read call their samples, where the cohort may call them otherwise. */
  Set<String> names() {
    return Set.copyOf(names);
  }

  Reading<VariantFile> maf(Path path, Optional<String> onlySample) {
    return problems ->
        mafs.read(path, request.assembly(), fallback, onlySample, problems)
            .map(VariantFile::of)
            .map(file -> floor.apply(file, problems));
  }

  Reading<VariantLayer> rearrangements(Path path) {
    return problems -> rearrangements.read(path, request.assembly(), fallback, problems);
  }

  Reading<VariantFile> vcf(Path path, Optional<String> onlySample) {
    VcfReader.Options options =
        new VcfReader.Options(
            request.tumorSamples(),
            onlySample,
            knownSample,
            request.assembly(),
            request.includedFilters());
    return problems ->
        vcfs.read(path, options, problems)
            .map(
                file -> {
                  names.addAll(file.columns());
                  return floor.apply(file, problems);
                });
  }

  Reading<CopyNumberLayer> copyNumber(Path path, Optional<Scale> hint) {
    return problems -> copyNumbers.read(path, hint, problems);
  }

  Reading<CopyNumberLayer> segments(Path path) {
    Optional<GenomeAssembly> assembly =
        request
            .assembly()
            .or(() -> Optional.of(fallback).filter(known -> known != GenomeAssembly.UNKNOWN));
    return problems -> segments.read(path, assembly, problems);
  }

  /** A file of one sample: segments where the header has positions, else a table of genes. */
  Reading<CopyNumberLayer> copyNumberOf(String sample, Path path) {
    Reading<CopyNumberLayer> file =
        problems ->
            (hasPositions(path) ? segments(path) : copyNumber(path, Optional.empty()))
                .read(problems);
    return problems -> file.read(problems).flatMap(layer -> rename(layer, sample, problems));
  }

  Reading<ExpressionLayer> expression(Path path, Optional<Unit> hint) {
    return problems -> expression.read(path, request.unit(), hint, problems);
  }

  /** Files of one sample each, put together. */
  Reading<ExpressionLayer> expressionOf(Map<String, Path> files) {
    SampleQuantifications samples =
        new SampleQuantifications(
            reference,
            (sample, path, problems) ->
                expression
                    .read(path, request.unit(), Optional.empty(), problems)
                    .flatMap(layer -> rename(layer, sample, problems)));
    return problems -> samples.read(files, request.unit(), problems);
  }

  /** Scale of a copy-number profile of a study, as its meta file declares it. */
  static Optional<Scale> scale(StudyFile file) {
    return switch (file.kind()) {
      case CNA_DISCRETE, CNA_LONG -> Optional.of(Scale.GISTIC);
      case CNA_LOG2 -> Optional.of(Scale.LOG2_RATIO);
      default -> Optional.empty();
    };
  }

  /** Unit of an expression profile, as its meta file words it. */
  static Optional<Unit> unit(StudyFile file) {
    String text = (file.profile() + " " + file.description()).toLowerCase(Locale.ROOT);
    if (file.kind() == StudyFile.Kind.EXPRESSION_Z) {
      return Optional.of(Unit.Z_SCORE);
    }
    if (text.contains("count")) {
      return Optional.of(Unit.COUNTS);
    }
    if (text.contains("log2") || text.contains("log transformed") || text.contains("microarray")) {
      return Optional.of(Unit.LOG2);
    }
    boolean linear = List.of("tpm", "fpkm", "rpkm", "rsem").stream().anyMatch(text::contains);
    return linear ? Optional.of(Unit.LINEAR) : Optional.empty();
  }

  private static boolean hasPositions(Path path) {
    // What is wrong with the file is reported when it is read.
    return TableReader.open(path, TableFormat.MATRIX, new InputProblems())
        .map(
            table -> {
              boolean positions =
                  table
                          .find("loc.start", "Start", "Start_Position", "chromStart", "startpos")
                          .isPresent()
                      && table.find("chrom", "Chromosome", "chr", "seqnames").isPresent();
              table.close();
              return positions;
            })
        .orElse(false);
  }

  private Optional<CopyNumberLayer> rename(
      CopyNumberLayer layer, String sample, InputProblems problems) {
    List<String> ids = new ArrayList<>(layer.calls().keySet());
    return only(ids, sample, layer.file().path(), problems)
        .map(
            id ->
                new CopyNumberLayer(
                    Map.of(sample, layer.calls().getOrDefault(id, List.of())), layer.file()));
  }

  private Optional<ExpressionLayer> rename(
      ExpressionLayer layer, String sample, InputProblems problems) {
    ExpressionMatrix matrix = layer.matrix();
    Optional<String> id = only(matrix.samples(), sample, layer.file().path(), problems);
    return id.map(
        found -> {
          int column = matrix.samples().indexOf(found);
          float[][] values = new float[matrix.values().length][1];
          for (int row = 0; row < values.length; row++) {
            values[row][0] = matrix.values()[row][column];
          }
          return ExpressionLayer.of(
              new ExpressionMatrix(
                  matrix.genes(), List.of(sample), values, matrix.unit(), matrix.where()),
              layer.file(),
              layer.unitByValues());
        });
  }

  /** The one sample of a file, or the one of its samples that the sheet names. */
  private Optional<String> only(
      List<String> ids, String sample, String path, InputProblems problems) {
    names.addAll(ids);
    if (ids.size() == 1) {
      return Optional.of(ids.get(0));
    }
    if (ids.contains(sample)) {
      return Optional.of(sample);
    }
    if (!ids.isEmpty()) {
      problems.error(
          "SAMPLESHEET_FILE_OF_SEVERAL",
          SourceLocation.ofFile(path),
          "the file is given for sample " + sample + " and holds " + SampleJoin.some(ids),
          "give a file of several samples with --cna, --seg or --expression, or name the sample as it does");
    }
    return Optional.empty();
  }

  /** A file still to be read. */
  @FunctionalInterface
  interface Reading<T> {
    /** Reads it; empty, with a problem, where nothing of it can be used. */
    Optional<T> read(InputProblems problems);
  }

  /** Whether a file is a VCF or BCF by its name, so that it may hold copy numbers, too. */
  static boolean isVcf(Path path) {
    return path.toString().matches("(?i).*\\.(vcf|bcf)(\\.b?gz)?");
  }

  /** Files under a folder that look like VCF or BCF, by name; a file stands for itself. */
  static List<Path> variantFiles(Path path, InputProblems problems) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    TreeMap<String, Path> found = new TreeMap<>();
    try (Stream<Path> files = Files.list(path)) {
      files.filter(LayerReader::isVcf).forEach(file -> found.put(file.toString(), file));
    } catch (IOException e) {
      problems.error(
          "FILE_UNREADABLE",
          SourceLocation.ofFile(SourceFile.shown(path)),
          "the folder cannot be listed: " + e.getMessage(),
          "give read permission");
    }
    if (found.isEmpty()) {
      problems.error(
          "FOLDER_WITHOUT_VCF",
          SourceLocation.ofFile(SourceFile.shown(path)),
          "the folder holds no .vcf, .vcf.gz or .bcf file",
          "name the folder that holds the files; folders below it are not searched");
    }
    return List.copyOf(found.values());
  }
}
