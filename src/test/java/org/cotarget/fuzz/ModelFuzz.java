package org.cotarget.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.ExpressionMatrix.Unit;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.expression.ExpressionModel;
import org.cotarget.expression.ExpressionScorer;
import org.cotarget.expression.ModelFile;
import org.cotarget.expression.ModelFormatException;
import org.cotarget.expression.ReferenceGroups;

/**
 * Locked models. A model of another content than its digest says is sealed anew by what the message
 * tells, so that contents that nobody fitted are checked and used, too.
 */
public final class ModelFuzz {

  private static final Pattern DIGEST = Pattern.compile("sha256 is ([0-9a-f]{64})");
  private static final Pattern MEMBER = Pattern.compile("(\"sha256\"\\s*:\\s*)\"[^\"]*\"");

  private ModelFuzz() {}

  /** Loads what every input needs, so that the first one is timed alike. */
  public static void fuzzerInitialize() {
    Reads.warmUp();
  }

  /** Reads one input. */
  public static void fuzzerTestOneInput(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    Optional<ExpressionModel> model = read(text);
    model.ifPresent(ModelFuzz::use);
  }

  private static Optional<ExpressionModel> read(String text) {
    try {
      return Optional.of(ModelFile.read(text));
    } catch (ModelFormatException refused) {
      check(refused);
      Matcher digest = DIGEST.matcher(refused.getMessage());
      return digest.find() ? sealed(text, digest.group(1)) : Optional.empty();
    }
  }

  private static Optional<ExpressionModel> sealed(String text, String digest) {
    try {
      return Optional.of(ModelFile.read(MEMBER.matcher(text).replaceFirst("$1\"" + digest + "\"")));
    } catch (ModelFormatException refused) {
      check(refused);
      return Optional.empty();
    }
  }

  private static void check(ModelFormatException refused) {
    String message = refused.getMessage();
    if (message == null || message.isBlank() || refused.fix().isBlank() || refused.line() < 0) {
      throw new AssertionError("a refusal that does not tell", refused);
    }
  }

  private static void use(ExpressionModel model) {
    List<String> genes = List.of("PTEN", "ESR1", "ERBB2", "SOCS2", "CISH", "BCL6", "PIM1");
    float[][] values = new float[genes.size()][2];
    for (int i = 0; i < values.length; i++) {
      values[i] = new float[] {i, 7 - i};
    }
    ExpressionMatrix matrix =
        new ExpressionMatrix(
            genes, List.of("S1", "S2"), values, Unit.LOG2, SourceLocation.ofFile("made up"));
    new ExpressionScorer(Reads.REFERENCE, "0", Optional.of(model))
        .score(Optional.of(matrix), new ReferenceGroups(Set.of(), Set.of(), Set.of()));
  }
}
