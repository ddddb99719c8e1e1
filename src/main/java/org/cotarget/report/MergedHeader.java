package org.cotarget.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.cotarget.cohort.InputFile;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.Shard;
import org.cotarget.cohort.ShownNames;
import org.cotarget.eligibility.EligibilityScreen;
import org.cotarget.report.ResultFolderException.Reason;

/**
 * Joins what runs say of themselves. Runs go together when one run over all their inputs would have
 * decided each patient alike: same version, reference data, criteria, settings and model.
 */
final class MergedHeader {

  /** What two runs must have in common, and its name for the user. */
  private record Shared(String name, Function<ResultsHeader, Object> value) {}

  private static final List<Shared> SHARED =
      List.of(
          new Shared("format", ResultsHeader::format),
          new Shared("version of cotarget", ResultsHeader::version),
          new Shared("version of the reference data", ResultsHeader::referenceVersion),
          new Shared(
              "key of pseudonyms (empty where ids are as supplied)", ResultsHeader::pseudonymKey),
          new Shared(
              "cohort that they are shards of, or how it was read", ResultsHeader::wholeCohort),
          new Shared("reference data", h -> List.of(h.disclaimer(), h.citations())));

  private final List<PartFolder> parts;

  private MergedHeader(List<PartFolder> parts) {
    this.parts = parts;
  }

  /**
   * The header of all parts, with the problems of reading, without those of the whole cohort.
   *
   * @param incomplete whether shards of the cohort may be missing, to be merged later
   * @throws ResultFolderException when they do not go together; the message names the difference
   */
  static ResultsHeader of(List<PartFolder> parts, boolean incomplete) throws ResultFolderException {
    MergedHeader merged = new MergedHeader(parts);
    List<String> shards = merged.shards(incomplete);
    merged.requireOneKind();
    PartFolder expressed = merged.requireOneModel();
    ResultsHeader first = parts.get(0).header();
    ResultsHeader scored = expressed.header();
    return new ResultsHeader(
        first.format(),
        first.version(),
        first.referenceVersion(),
        first.disclaimer(),
        first.criteria(),
        first.settings(),
        shards,
        shards.isEmpty() ? "" : first.wholeCohort(),
        first.pseudonymKey(),
        merged.inputs(),
        scored.expression(),
        scored.signatures(),
        scored.validity(),
        first.citations(),
        List.of(),
        merged.problems());
  }

  private void requireOneKind() throws ResultFolderException {
    for (Shared shared : SHARED) {
      require(shared);
    }
    for (PartFolder part : parts) {
      requireSame("criteria", part, criteria(parts.get(0).header()), criteria(part.header()));
      requireSame("settings", part, settings(parts.get(0)), settings(part));
    }
  }

  private void require(Shared shared) throws ResultFolderException {
    for (PartFolder part : parts) {
      Object one = shared.value().apply(parts.get(0).header());
      Object other = shared.value().apply(part.header());
      if (!one.equals(other)) {
        throw differ(
            parts.get(0), part, shared.name() + ": " + brief(one) + " and " + brief(other));
      }
    }
  }

  private static String brief(Object value) {
    return value instanceof String text ? text : "they are not the same";
  }

  private static Map<String, String> criteria(ResultsHeader header) {
    Map<String, String> criteria = new LinkedHashMap<>();
    header
        .criteria()
        .forEach(
            file -> criteria.put(file.id(), "version " + file.version() + " " + file.sha256()));
    return criteria;
  }

  private static Map<String, String> settings(PartFolder part) {
    Map<String, String> settings = new LinkedHashMap<>();
    part.header().settings().forEach(setting -> settings.put(setting.name(), setting.value()));
    return settings;
  }

  /** Compares named values and their order. */
  private void requireSame(
      String what, PartFolder part, Map<String, String> one, Map<String, String> other)
      throws ResultFolderException {
    Set<String> names = new LinkedHashSet<>(one.keySet());
    names.addAll(other.keySet());
    for (String name : names) {
      String left = one.get(name);
      String right = other.get(name);
      if (!Objects.equals(left, right)) {
        throw differ(
            parts.get(0),
            part,
            what
                + ": "
                + name
                + (left == null ? " is not in the first" : " " + left)
                + (right == null ? ", is not in the second" : ", " + right));
      }
    }
    if (!List.copyOf(one.keySet()).equals(List.copyOf(other.keySet()))) {
      throw differ(
          parts.get(0), part, what + " in another order: " + one.keySet() + ", " + other.keySet());
    }
  }

  /** The first part with expression, or the first. Parts without expression go with every model. */
  private PartFolder requireOneModel() throws ResultFolderException {
    List<PartFolder> expressed =
        parts.stream().filter(part -> !part.header().expression().unit().equals("-")).toList();
    if (expressed.isEmpty()) {
      requireSameSignatures(parts);
      return parts.get(0);
    }
    PartFolder first = expressed.get(0);
    for (PartFolder part : expressed) {
      ResultsHeader.Expression one = first.header().expression();
      ResultsHeader.Expression other = part.header().expression();
      if (!one.model().equals(other.model())) {
        throw differ(first, part, "expression model: " + named(one) + " and " + named(other));
      }
      if (!one.unit().equals(other.unit())) {
        throw differ(first, part, "unit of expression: " + one.unit() + " and " + other.unit());
      }
      if (!one.withheld("").equals(other.withheld(""))) {
        throw differ(first, part, "how expression was scored: " + difference(one, other));
      }
    }
    requireSameSignatures(expressed);
    return first;
  }

  private static String named(ResultsHeader.Expression expression) {
    ResultsHeader.Model model = expression.model();
    return model.present() ? model.name() + " (" + model.origin() + ")" : "none";
  }

  private static String difference(ResultsHeader.Expression one, ResultsHeader.Expression other) {
    return one.notes().equals(other.notes())
        ? "their references differ"
        : one.notes() + " and " + other.notes();
  }

  private static void requireSameSignatures(List<PartFolder> parts) throws ResultFolderException {
    PartFolder first = parts.get(0);
    for (PartFolder part : parts) {
      if (!part.header().signatures().equals(first.header().signatures())) {
        throw differ(
            first, part, "signatures: " + ids(first.header()) + " and " + ids(part.header()));
      }
    }
  }

  private static List<String> ids(ResultsHeader header) {
    return header.signatures().stream().map(ResultsHeader.SignatureSummary::id).toList();
  }

  /** A shard that is missing would be patients that nobody misses. */
  private List<String> shards(boolean incomplete) throws ResultFolderException {
    SortedMap<Integer, PartFolder> byNumber = new TreeMap<>();
    Shard last = Shard.WHOLE;
    for (PartFolder part : parts) {
      if (part.header().shards().isEmpty() != parts.get(0).header().shards().isEmpty()) {
        throw differ(parts.get(0), part, "shards: only one of them is a part of its cohort");
      }
      for (String text : part.header().shards()) {
        Shard shard = Shard.parse(text).orElse(Shard.WHOLE);
        if (!byNumber.isEmpty() && shard.of() != last.of()) {
          throw differ(parts.get(0), part, "shards: " + last + " and " + shard);
        }
        PartFolder other = byNumber.putIfAbsent(shard.number(), part);
        if (other != null) {
          throw new ResultFolderException(
              Reason.DO_NOT_MERGE,
              other.folder() + " and " + part.folder() + " are both shard " + shard);
        }
        last = shard;
      }
    }
    if (byNumber.isEmpty() || byNumber.size() == last.of()) {
      return List.of();
    }
    int of = last.of();
    List<String> missing =
        IntStream.rangeClosed(1, of)
            .filter(number -> !byNumber.containsKey(number))
            .mapToObj(number -> number + "/" + of)
            .toList();
    if (!incomplete) {
      throw new ResultFolderException(
          Reason.DO_NOT_MERGE,
          "shards are missing, and with them their patients: "
              + ShownNames.some(missing)
              + "; name their folders too, or merge in steps with --incomplete");
    }
    return byNumber.keySet().stream().map(number -> number + "/" + of).toList();
  }

  private List<InputFile> inputs() throws ResultFolderException {
    Map<String, InputFile> byName = new HashMap<>();
    Map<String, PartFolder> readBy = new HashMap<>();
    for (PartFolder part : parts) {
      for (InputFile file : part.header().inputs()) {
        InputFile known = byName.putIfAbsent(file.path() + '\0' + file.kind(), file);
        PartFolder reader = readBy.putIfAbsent(file.path() + '\0' + file.kind(), part);
        if (known != null && reader != null && !known.sha256().equals(file.sha256())) {
          throw new ResultFolderException(
              Reason.DO_NOT_MERGE,
              reader.folder()
                  + " and "
                  + part.folder()
                  + " read other bytes under the name "
                  + file.path()
                  + ", so that evidence could not be traced to a line; if it was changed between the"
                  + " runs, run both again, else name the two files by different paths");
        }
      }
    }
    return parts.stream()
        .flatMap(part -> part.header().inputs().stream())
        .distinct()
        .sorted(InputFile.ORDER)
        .toList();
  }

  /**
   * Problems of reading, each once: parts that read one file tell of it in the same words. That no
   * table has a column which the criteria name holds of all when it holds of each.
   */
  private List<InputProblem> problems() {
    Set<InputProblem> all = new TreeSet<>();
    for (PartFolder part : parts) {
      part.header().problems().stream()
          .filter(problem -> !CohortChecks.CODES.contains(problem.code()))
          .filter(
              problem ->
                  !problem.code().equals(EligibilityScreen.COLUMN_ABSENT)
                      || parts.stream().allMatch(p -> p.header().problems().contains(problem)))
          .forEach(all::add);
    }
    return List.copyOf(all);
  }

  private static ResultFolderException differ(PartFolder one, PartFolder other, String difference) {
    return new ResultFolderException(
        Reason.DO_NOT_MERGE,
        one.folder()
            + " and "
            + other.folder()
            + " cannot be merged, they differ in "
            + difference
            + "; run both with the same version, criteria, settings and --model");
  }
}
