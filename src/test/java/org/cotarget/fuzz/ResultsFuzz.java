package org.cotarget.fuzz;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import org.cotarget.report.Explanation;
import org.cotarget.report.PatientExplanation;
import org.cotarget.report.ResultFolder;
import org.cotarget.report.ResultFolderException;

/** A result folder as {@code explain} and {@code evaluate} read it back. */
public final class ResultsFuzz {

  private static final Scratch SCRATCH = Scratch.make();

  private ResultsFuzz() {}

  /** Loads what every input needs, so that the first one is timed alike. */
  public static void fuzzerInitialize() {
    Reads.warmUp();
  }

  /** Reads one input. */
  public static void fuzzerTestOneInput(byte[] data) {
    Path folder = SCRATCH.emptyFolder("results");
    Scratch.unpack(data, folder);
    try {
      ResultFolder.read(folder).evidence(Set.of("S1"));
    } catch (ResultFolderException refused) {
      check(refused);
    }
    try {
      Explanation explanation = ResultFolder.explain(folder, "P1");
      PatientExplanation.write(explanation, new StringBuilder());
      explanation.writeJson(new StringWriter());
    } catch (ResultFolderException refused) {
      check(refused);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void check(ResultFolderException refused) {
    String message = refused.getMessage();
    if (message == null || message.isBlank() || Reads.isNull(message)) {
      throw new AssertionError("a refusal that does not tell", refused);
    }
  }
}
