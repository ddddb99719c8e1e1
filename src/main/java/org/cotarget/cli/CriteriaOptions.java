package org.cotarget.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.cotarget.StratificationOptions.Trial;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.eligibility.CriteriaReader;
import org.cotarget.eligibility.TrialCriteria;
import org.cotarget.input.table.BoundedText;
import org.cotarget.reference.NearMatches;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.report.CriteriaSummary;
import picocli.CommandLine.Option;

/** Which trials' criteria are applied. */
final class CriteriaOptions {

  private static final String DEFAULT = "dual-pi3k-jak2";

  /** Bytes of the largest file that is read. */
  private static final int LARGEST = 8_000_000;

  @Option(
      names = "--criteria",
      paramLabel = "FILE|ID",
      description =
          "Criteria file (YAML), or the id of a bundled one. Repeatable, one row a patient for each."
              + " Default: dual-pi3k-jak2.")
  private List<String> criteria = new ArrayList<>();

  @Option(
      names = "--require-jak",
      description = "Require JAK2/STAT5 support: the same as --criteria dual-pi3k-jak2-required.")
  private boolean requireJak;

  /** Reads the criteria; faults are told in {@code problems}. */
  List<Trial> trials(Reference reference, InputProblems problems) {
    List<String> names = new ArrayList<>(criteria);
    if (requireJak) {
      names.add(DEFAULT + "-required");
    }
    if (names.isEmpty()) {
      names.add(DEFAULT);
    }
    List<Trial> trials = new ArrayList<>();
    for (String name : names) {
      read(name, reference, problems)
          .ifPresent(
              trial -> {
                if (trials.stream()
                    .anyMatch(t -> t.criteria().id().equals(trial.criteria().id()))) {
                  problems.error(
                      "CRITERIA_ID_TWICE",
                      SourceLocation.ofFile(name),
                      "id " + trial.criteria().id() + " is used by two criteria",
                      "give each criteria file an id of its own");
                } else {
                  trials.add(trial);
                }
              });
    }
    return trials;
  }

  /** Criteria of a file, or bundled ones of that id where there is no such file. */
  static Optional<Trial> read(String name, Reference reference, InputProblems problems) {
    String bundled = bundledPath(name);
    if (isBundled(name, reference)) {
      return parse(
          ReferenceLoader.text(bundled),
          "reference/" + bundled,
          CriteriaSummary.BUILT_IN,
          reference,
          problems);
    }
    String shown = name.replace('\\', '/');
    return text(name, reference, problems)
        .flatMap(text -> parse(text, shown, shown, reference, problems));
  }

  private static boolean isBundled(String name, Reference reference) {
    return bundledIds(reference).contains(name) && !Files.exists(Path.of(name));
  }

  private static String bundledPath(String id) {
    return "criteria/" + id + ".yaml";
  }

  /** The text of a file; a file that is far too large is refused unread. */
  static Optional<String> text(String name, Reference reference, InputProblems problems) {
    try {
      Optional<String> text = BoundedText.read(Path.of(name), LARGEST);
      if (text.isEmpty()) {
        problems.error(
            "CRITERIA_TOO_LARGE",
            SourceLocation.ofFile(name),
            "more than " + LARGEST + " bytes are no criteria file",
            "name the file that holds the criteria");
      }
      return text;
    } catch (java.nio.charset.CharacterCodingException notText) {
      problems.error(
          "CRITERIA_NOT_YAML",
          SourceLocation.ofFile(name),
          "not UTF-8 text",
          "save the file as UTF-8");
    } catch (IOException | InvalidPathException unreadable) {
      problems.error(
          "CRITERIA_UNREADABLE",
          SourceLocation.ofFile(name),
          exists(name)
              ? "cannot be read: " + unreadable.getMessage()
              : "no such file, and no bundled criteria of that id",
          near(name, reference) + "bundled criteria: " + String.join(", ", bundledIds(reference)));
    }
    return Optional.empty();
  }

  private static boolean exists(String name) {
    try {
      return Files.exists(Path.of(name));
    } catch (InvalidPathException notPath) {
      return false;
    }
  }

  private static String near(String name, Reference reference) {
    List<String> near = NearMatches.of(name, bundledIds(reference));
    return near.isEmpty() ? "" : "did you mean " + String.join(" or ", near) + "? ";
  }

  private static Optional<Trial> parse(
      String text, String path, String source, Reference reference, InputProblems problems) {
    Optional<TrialCriteria> read = new CriteriaReader(reference).read(text, path, problems);
    return read.map(
        criteria ->
            new Trial(
                criteria,
                new CriteriaSummary(
                    criteria.id(), criteria.title(), criteria.version(), source, sha256(text))));
  }

  /** Ids of the bundled criteria, sorted. */
  static List<String> bundledIds(Reference reference) {
    return reference.files().stream()
        .map(file -> file.path())
        .filter(path -> path.startsWith("criteria/") && path.endsWith(".yaml"))
        .map(path -> path.substring("criteria/".length(), path.length() - ".yaml".length()))
        .sorted()
        .toList();
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
