package org.cotarget.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotarget.expression.ModelFormatException;
import org.cotarget.expression.ShardedFit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Fitting on a cohort that comes in parts. */
final class PartOptions {

  /** A larger file is no partial fit: a sample adds 25 bytes to what the genes take. */
  private static final long MAX_BYTES = 256L << 20;

  @Option(
      names = "--partial",
      description =
          "Write what these samples add to a model of a larger cohort, instead of a model: the moments of"
              + " the genes, or with --moments the distributions of the scores.")
  private boolean partial;

  @Option(
      names = "--moments",
      paramLabel = "FILE",
      description = "With --partial: the moments of all parts, as --combine wrote them.")
  private @Nullable Path moments;

  @Option(
      names = "--combine",
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Put partial fits together: those of the first round to the moments of the cohort, those of the"
              + " second to the model.")
  private List<Path> combine = new ArrayList<>();

  /** Why the options cannot be used together, or empty. */
  Optional<String> fault() {
    if (partial && !combine.isEmpty()) {
      return Optional.of("--partial and --combine exclude each other");
    }
    return moments != null && !partial
        ? Optional.of("--moments is for --partial")
        : Optional.empty();
  }

  boolean isPartial() {
    return partial;
  }

  boolean combines() {
    return !combine.isEmpty();
  }

  /** The moments of all parts, in the second round. */
  Optional<ShardedFit.Part> moments() throws UnreadableException {
    return moments == null ? Optional.empty() : Optional.of(read(moments));
  }

  /** The parts to be put together, by file. */
  Map<String, ShardedFit.Part> parts() throws UnreadableException {
    Map<String, ShardedFit.Part> parts = new LinkedHashMap<>();
    for (Path file : combine) {
      if (parts.put(shown(file), read(file)) != null) {
        throw new UnreadableException(shown(file) + " is given twice; name each part once");
      }
    }
    return parts;
  }

  private static ShardedFit.Part read(Path file) throws UnreadableException {
    try {
      if (Files.isRegularFile(file) && Files.size(file) > MAX_BYTES) {
        throw new UnreadableException(shown(file) + " is too big to be a partial fit");
      }
      return ShardedFit.Part.read(Files.readString(file));
    } catch (IOException e) {
      throw new UnreadableException(
          shown(file)
              + (Files.exists(file) ? " cannot be read: " + e.getMessage() : ": no such file"));
    } catch (ModelFormatException e) {
      throw new UnreadableException(shown(file) + ": " + e.getMessage() + "; " + e.fix());
    }
  }

  private static String shown(Path file) {
    return file.toString().replace('\\', '/');
  }

  /** A file that is no partial fit; the message names it. */
  static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableException(String message) {
      super(message);
    }
  }
}
