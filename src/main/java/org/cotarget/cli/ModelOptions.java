package org.cotarget.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.expression.BuiltInModels;
import org.cotarget.expression.ExpressionModel;
import org.cotarget.expression.ModelFile;
import org.cotarget.expression.ModelFormatException;
import org.cotarget.input.table.BoundedText;
import org.cotarget.reference.Reference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The locked expression model. */
final class ModelOptions {

  /** A larger file is no model: built-in ones take some 200 kB. */
  private static final int MAX_BYTES = 64 << 20;

  @Option(
      names = "--model",
      paramLabel = "FILE|ID",
      description =
          "Locked expression model: a file that 'fit' wrote, or the id of a built-in one. Default: fitted"
              + " on the cohort, and written into the result folder; for fewer than 25 samples whose"
              + " counts match a built-in model, that one.")
  private @Nullable String model;

  /** Reads the model; a fault is told in {@code problems}. */
  Optional<ExpressionModel> read(
      Reference reference, SignatureOptions signatures, InputProblems problems) {
    if (model == null) {
      return Optional.empty();
    }
    Optional<ExpressionModel> read = read(model, reference, problems);
    Optional<Integer> top = signatures.progenyTop();
    if (read.isPresent() && top.isPresent()) {
      double locked = read.get().thresholds().getOrDefault("progeny.top-genes", Double.NaN);
      if (locked != top.get()) {
        problems.error(
            "MODEL_SIGNATURES_LOCKED",
            SourceLocation.ofFile(model),
            "the model was fitted with "
                + Math.round(locked)
                + " genes of each PROGENy pathway, --progeny-top says "
                + top.get(),
            "leave --progeny-top out, or fit a model with it");
      }
    }
    return read;
  }

  private static Optional<ExpressionModel> read(
      String name, Reference reference, InputProblems problems) {
    List<String> ids = BuiltInModels.ids(reference);
    Path file = Path.of(name);
    if (ids.contains(name) && !Files.exists(file)) {
      return BuiltInModels.find(reference, name);
    }
    String path = name.replace('\\', '/');
    String fix =
        "give a file that 'cotarget fit' wrote, or a built-in model: " + String.join(", ", ids);
    try {
      Optional<String> text = BoundedText.read(file, MAX_BYTES);
      if (text.isEmpty()) {
        problems.error(
            "MODEL_UNREADABLE", SourceLocation.ofFile(path), "is too big to be a model", fix);
        return Optional.empty();
      }
      return Optional.of(ModelFile.read(text.get()));
    } catch (CharacterCodingException notText) {
      problems.error("MODEL_UNREADABLE", SourceLocation.ofFile(path), "is not UTF-8 text", fix);
    } catch (IOException unreadable) {
      problems.error(
          "MODEL_UNREADABLE",
          SourceLocation.ofFile(path),
          Files.exists(file)
              ? "cannot be read: " + unreadable.getMessage()
              : "no such file, and no built-in model of that id",
          fix);
    } catch (ModelFormatException refused) {
      problems.error(
          "MODEL_REFUSED",
          SourceLocation.ofLine(path, refused.line()),
          String.valueOf(refused.getMessage()),
          refused.fix());
    }
    return Optional.empty();
  }
}
