package org.cotarget.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblem.Severity;
import org.cotarget.eligibility.EligibilityScreen;
import org.cotarget.reference.Reference;
import org.cotarget.report.ResultFolderException.Reason;

/**
 * The results of several result folders as one run over all their inputs would have given them. The
 * patients stay in their files and are read in turn.
 */
final class MergedResults implements Results {

  private final List<PartFolder> parts;
  private final ResultsHeader header;

  private MergedResults(List<PartFolder> parts, ResultsHeader header) {
    this.parts = parts;
    this.header = header;
  }

  /**
   * Joins folders and looks at the cohort as a whole, as a run does.
   *
   * @param folders one or more result folders
   * @param bundled the reference data of this version
   * @param version the version of cotarget
   * @throws ResultFolderException when one is no result folder, when they do not go together, or
   *     when two of them hold one patient or sample
   */
  static MergedResults of(List<Path> folders, MergeRules rules, Reference bundled, String version)
      throws ResultFolderException {
    List<PartFolder.Opened> opened = new ArrayList<>();
    for (Path folder : folders) {
      opened.add(PartFolder.open(folder));
    }
    List<PartFolder> parts = opened.stream().map(PartFolder.Opened::part).toList();
    ResultsHeader header = MergedHeader.of(parts, rules.incomplete());
    requireEachPatientOnce(opened);
    if (!header.version().equals(version) || !header.referenceVersion().equals(bundled.version())) {
      throw new ResultFolderException(
          Reason.DO_NOT_MERGE,
          "the results were written by cotarget "
              + header.version()
              + " with reference data "
              + header.referenceVersion()
              + ", this is "
              + version
              + " with "
              + bundled.version()
              + "; merge them with the version that wrote them, or run again");
    }
    MergedResults merged = new MergedResults(parts, header);
    return new MergedResults(parts, merged.checked(inForce(bundled, header), rules));
  }

  private static void requireEachPatientOnce(List<PartFolder.Opened> opened)
      throws ResultFolderException {
    Map<String, Path> patients = new HashMap<>();
    for (PartFolder.Opened one : opened) {
      for (String id : one.patientIds()) {
        Path other = patients.putIfAbsent(id, one.part().folder());
        if (other != null) {
          throw twice("patient " + TableText.escape(id), other, one.part().folder());
        }
      }
    }
  }

  /** The reference data with the cut-offs that the runs had. */
  static Reference inForce(Reference bundled, ResultsHeader header) {
    Reference reference = bundled;
    Map<String, String> settings = new HashMap<>();
    header.settings().forEach(setting -> settings.put(setting.name(), setting.value()));
    for (var threshold : bundled.thresholds().all()) {
      String value = settings.get(threshold.id());
      if (value != null && Double.parseDouble(value) != threshold.value()) {
        reference =
            reference.withThresholds(
                reference.thresholds().with(threshold.id(), Double.parseDouble(value)));
      }
    }
    return reference;
  }

  private ResultsHeader checked(Reference reference, MergeRules rules)
      throws ResultFolderException {
    WithheldExpression withheld = new WithheldExpression();
    try {
      List<InputProblem> found =
          new CohortChecks(reference).problems(this, List.of(new SampleOwnerCheck(), withheld));
      return withChecks(found, withheld, rules);
    } catch (UncheckedIOException e) {
      throw new ResultFolderException(Reason.NOT_RESULTS, String.valueOf(e.getMessage()), e);
    }
  }

  private ResultsHeader withChecks(
      List<InputProblem> found, WithheldExpression withheld, MergeRules rules)
      throws ResultFolderException {
    for (InputProblem problem : found) {
      if (problem.severity() == Severity.ERROR
          || (rules.strict() && problem.severity() == Severity.WARNING)) {
        throw new ResultFolderException(
            Reason.DO_NOT_MERGE, problem.message() + "; " + problem.fix());
      }
    }
    List<InputProblem> ofCriteria =
        header.problems().stream()
            .filter(problem -> problem.code().equals(EligibilityScreen.COLUMN_ABSENT))
            .toList();
    List<InputProblem> ofCohort =
        Stream.concat(found.stream(), ofCriteria.stream()).sorted().toList();
    ResultsHeader.Expression expression = header.expression();
    return header.with(
        expression.withheld(expression.model().present() ? withheld.note().orElse("") : ""),
        CohortChecks.sentences(ofCohort),
        Stream.concat(header.problems().stream(), found.stream()).sorted().toList());
  }

  private static ResultFolderException twice(String what, Path one, Path other) {
    return new ResultFolderException(
        Reason.DO_NOT_MERGE,
        what
            + " is in "
            + one
            + " and in "
            + other
            + "; each patient must be in one folder: run her with all her files at once");
  }

  @Override
  public ResultsHeader header() {
    return header;
  }

  @Override
  public int size() {
    return parts.stream().mapToInt(PartFolder::patients).sum();
  }

  List<PartFolder> parts() {
    return parts;
  }

  @Override
  public Stream<PatientResult> patients() {
    Turns turns = new Turns();
    try {
      for (PartFolder part : parts) {
        turns.add(PatientReader.open(part.results()));
      }
    } catch (IOException e) {
      turns.close();
      throw new UncheckedIOException(e.getMessage(), e);
    }
    return StreamSupport.stream(
            Spliterators.spliterator(turns, size(), Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .onClose(turns::close);
  }

  /** The next patient is the least of those who come next in their files. */
  private static final class Turns implements Iterator<PatientResult> {

    private final List<PatientReader> opened = new ArrayList<>();
    private final PriorityQueue<PatientReader> waiting =
        new PriorityQueue<>(Comparator.comparing(reader -> reader.peek().id()));

    void add(PatientReader reader) {
      opened.add(reader);
      if (reader.hasNext()) {
        waiting.add(reader);
      }
    }

    @Override
    public boolean hasNext() {
      return !waiting.isEmpty();
    }

    @Override
    public PatientResult next() {
      PatientReader reader = waiting.remove();
      PatientResult patient = reader.next();
      if (reader.hasNext()) {
        waiting.add(reader);
      }
      return patient;
    }

    void close() {
      UncheckedIOException failure = null;
      for (PatientReader reader : opened) {
        try {
          reader.close();
        } catch (IOException e) {
          failure = new UncheckedIOException(e);
        }
      }
      if (failure != null) {
        throw failure;
      }
    }
  }
}
