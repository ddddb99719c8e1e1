package org.cotarget.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cotarget.Stratification;
import org.cotarget.StratificationOptions;
import org.cotarget.annotation.VariantAnnotator;
import org.cotarget.cohort.Cohort;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.Shard;
import org.cotarget.eligibility.CriteriaReader;
import org.cotarget.input.CohortReader;
import org.cotarget.input.InputRequest;
import org.cotarget.input.vcf.scan.ReaderKind;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.report.CriteriaSummary;

/** Reads inputs as {@code run} does and holds what comes of it to what readers promise. */
final class Reads {

  static final Reference REFERENCE = ReferenceLoader.bundled();

  /**
   * Of so many inputs one is also looked at in ways that take longer than reading does. Which one
   * follows from its bytes, so that a finding can be repeated.
   */
  private static final int ONE_IN = Integer.getInteger("cotarget.fuzz.one-in", 1);

  private static final CohortReader READER =
      new CohortReader(REFERENCE, new VariantAnnotator(REFERENCE));
  private static final Stratification PIPELINE =
      new Stratification(
          REFERENCE, new StratificationOptions(false, List.of(trial()), List.of()), "0");

  private Reads() {}

  private static StratificationOptions.Trial trial() {
    String id = "dual-pi3k-jak2";
    var criteria =
        new CriteriaReader(REFERENCE)
            .read(ReferenceLoader.text("criteria/" + id + ".yaml"), id, new InputProblems())
            .orElseThrow();
    return new StratificationOptions.Trial(
        criteria, new CriteriaSummary(id, "", "", CriteriaSummary.BUILT_IN, ""));
  }

  /** Loads the reference data and builds the pipeline. */
  static void warmUp() {
    if (!PIPELINE
        .stratify(new Cohort(List.of(), Optional.empty(), List.of()), List.of())
        .samples()
        .isEmpty()) {
      throw new AssertionError("an empty cohort has no samples");
    }
  }

  /** A request for files of one kind each. */
  static final class Files {
    private Optional<Path> study = Optional.empty();
    private Optional<Path> sheet = Optional.empty();
    private Optional<Path> mapping = Optional.empty();
    private final List<Path> vcf = new ArrayList<>();
    private final List<Path> maf = new ArrayList<>();
    private final List<Path> cna = new ArrayList<>();
    private final List<Path> seg = new ArrayList<>();
    private final List<Path> expression = new ArrayList<>();
    private final List<Path> clinical = new ArrayList<>();
    private final List<String> assays = new ArrayList<>();

    Files study(Path folder) {
      study = Optional.of(folder);
      return this;
    }

    Files sheet(Path file) {
      sheet = Optional.of(file);
      return this;
    }

    Files mapping(Path file) {
      mapping = Optional.of(file);
      return this;
    }

    Files vcf(Path file) {
      vcf.add(file);
      return this;
    }

    Files maf(Path file) {
      maf.add(file);
      return this;
    }

    Files cna(Path file) {
      cna.add(file);
      return this;
    }

    Files seg(Path file) {
      seg.add(file);
      return this;
    }

    Files expression(Path file) {
      expression.add(file);
      return this;
    }

    Files clinical(Path file) {
      clinical.add(file);
      return this;
    }

    Files assay(String argument) {
      assays.add(argument);
      return this;
    }

    InputRequest by(ReaderKind reader) {
      return new InputRequest(
          study,
          false,
          sheet,
          vcf,
          maf,
          cna,
          seg,
          expression,
          clinical,
          mapping,
          assays,
          Optional.empty(),
          Optional.empty(),
          Set.of(),
          Set.of(),
          reader,
          Shard.WHOLE);
    }
  }

  /** Whether an input is one that is looked at more closely. */
  static boolean closely(byte[] data) {
    return Math.floorMod(Arrays.hashCode(data), ONE_IN) == 0;
  }

  /** Reads; some of the cohorts that come of it are stratified. */
  static CohortReader.Reading read(Files files, byte[] data) {
    CohortReader.Reading reading = read(files, ReaderKind.SCAN);
    if (reading.cohort().isPresent() && closely(data)) {
      stratify(reading.cohort().get(), reading.problems());
    }
    return reading;
  }

  static CohortReader.Reading read(Files files, ReaderKind reader) {
    CohortReader.Reading reading = READER.read(files.by(reader));
    check(reading.problems());
    if (reading.cohort().isPresent() == reading.problems().hasErrors()) {
      throw new AssertionError(
          "a cohort comes of a reading without errors and of no other: " + reading);
    }
    return reading;
  }

  static void stratify(Cohort cohort, InputProblems problems) {
    PIPELINE.stratify(cohort, problems.sorted()).problems().forEach(Reads::check);
  }

  /** Every problem says where, what, and what to do. */
  static void check(InputProblems problems) {
    problems.sorted().forEach(Reads::check);
  }

  /** Whether a message passes one on that an exception did not have. */
  static boolean isNull(String message) {
    return message.equals("null") || message.endsWith(" read: null");
  }

  /** Whether the end of a message comes from the input that it quotes. */
  private static boolean isQuoted(InputProblem problem) {
    try {
      byte[] input = java.nio.file.Files.readAllBytes(Path.of(problem.where().path()));
      return new String(input, StandardCharsets.ISO_8859_1).contains("read: null");
    } catch (IOException e) {
      return false;
    }
  }

  private static void check(InputProblem problem) {
    boolean told =
        !problem.where().path().isBlank()
            && problem.where().line() >= 0
            && problem.code().matches("[A-Z][A-Z0-9_]+")
            && !problem.message().isBlank()
            && (!isNull(problem.message()) || isQuoted(problem))
            && !problem.fix().isBlank();
    if (!told) {
      throw new AssertionError("a problem that does not tell: " + problem);
    }
  }
}
