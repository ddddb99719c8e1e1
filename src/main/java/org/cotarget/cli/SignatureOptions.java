package org.cotarget.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.SignatureReader;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.reference.ScoreValidity;
import org.cotarget.reference.Signature;
import org.cotarget.reference.Signature.Method;
import org.cotarget.reference.Thresholds;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which signatures are scored. */
final class SignatureOptions {

  private static final String TOP = "progeny.top-genes";
  private static final int MOST = 500;

  @Option(
      names = "--signature",
      paramLabel = "[METHOD=]FILE",
      description =
          "Your own signatures: GMT, or a table 'signature gene weight'. METHOD is mean_z (default of"
              + " GMT), weighted_z (default of a table), weighted_sum, singscore or ssgsea. They enter no"
              + " call. Repeatable.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--progeny-top",
      paramLabel = "N",
      description = "Genes of each PROGENy pathway, by ascending p-value, 1 to 500. Default: 100.")
  private @Nullable Integer progenyTop;

  /** Why the options cannot be used, or empty. */
  Optional<String> fault() {
    return progenyTop != null && (progenyTop < 1 || progenyTop > MOST)
        ? Optional.of("--progeny-top " + progenyTop + ": give a number from 1 to " + MOST)
        : Optional.empty();
  }

  /** Whether any of the options is given. */
  boolean given() {
    return progenyTop != null || !files.isEmpty();
  }

  /** The number of PROGENy genes where the user set it. */
  Optional<Integer> progenyTop() {
    return Optional.ofNullable(progenyTop);
  }

  /** The reference data with these signatures; faults of the files are told in {@code problems}. */
  Reference apply(Reference reference, InputProblems problems) {
    Reference changed = reference;
    if (progenyTop != null && progenyTop != changed.thresholds().value(TOP)) {
      Thresholds thresholds = changed.thresholds().with(TOP, progenyTop);
      changed =
          changed
              .withThresholds(thresholds)
              .withSignatures(
                  ReferenceLoader.signatures(thresholds), withoutProgeny(changed.validity()));
    }
    if (files.isEmpty()) {
      return changed;
    }
    List<Signature> all = new ArrayList<>(changed.signatures());
    Set<String> ids = new HashSet<>();
    all.forEach(signature -> ids.add(signature.id()));
    SignatureReader reader = new SignatureReader(reference.geneNames(), problems);
    for (String file : files) {
      for (Signature signature : reader.read(path(file), method(file))) {
        if (ids.add(signature.id())) {
          all.add(signature);
        } else {
          problems.error(
              "SIGNATURE_TWICE",
              SourceLocation.ofFile(path(file).toString().replace('\\', '/')),
              "there is a signature " + signature.id() + " already",
              "give the signature a name of its own");
        }
      }
    }
    return changed.withSignatures(all, changed.validity());
  }

  /** What was measured with the default number of genes says nothing of another number. */
  private static List<ScoreValidity> withoutProgeny(List<ScoreValidity> validity) {
    return validity.stream().filter(v -> !v.signatures().contains("PROGENY")).toList();
  }

  private static Optional<Method> method(String file) {
    int end = file.indexOf('=');
    if (end < 0) {
      return Optional.empty();
    }
    String name = file.substring(0, end).toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(Method.values()).filter(method -> method.name().equals(name)).findFirst();
  }

  /** A name before {@code =} that is no method belongs to the file's name. */
  private static Path path(String file) {
    return Path.of(method(file).isPresent() ? file.substring(file.indexOf('=') + 1) : file);
  }
}
