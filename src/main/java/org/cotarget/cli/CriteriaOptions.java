package org.cotarget.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.report.CriteriaSummary;
import picocli.CommandLine.Option;

/** Which trials' criteria are applied. */
final class CriteriaOptions {

  private static final String DEFAULT = "dual-pi3k-jak2";

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

  private static Optional<Trial> read(String name, Reference reference, InputProblems problems) {
    String bundled = "criteria/" + name + ".yaml";
    boolean isBundled = reference.files().stream().anyMatch(f -> f.path().equals(bundled));
    Path file = Path.of(name);
    if (isBundled && !Files.exists(file)) {
      return parse(
          ReferenceLoader.text(bundled), "reference/" + bundled, "built-in", reference, problems);
    }
    try {
      String text = Files.readString(file);
      String shown = name.replace('\\', '/');
      return parse(text, shown, shown, reference, problems);
    } catch (java.nio.charset.CharacterCodingException notText) {
      problems.error(
          "CRITERIA_NOT_YAML",
          SourceLocation.ofFile(name),
          "not UTF-8 text",
          "save the file as UTF-8");
    } catch (IOException unreadable) {
      problems.error(
          "CRITERIA_UNREADABLE",
          SourceLocation.ofFile(name),
          Files.exists(file)
              ? "cannot be read: " + unreadable.getMessage()
              : "no such file, and no bundled criteria of that id",
          "bundled criteria: " + String.join(", ", bundledIds(reference)));
    }
    return Optional.empty();
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

  private static List<String> bundledIds(Reference reference) {
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
