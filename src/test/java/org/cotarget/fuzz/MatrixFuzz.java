package org.cotarget.fuzz;

import java.nio.file.Path;
import org.cotarget.input.expression.MatrixWays;

/** Expression matrices: TSV, CSV, GCT; from bytes and row by row. */
public final class MatrixFuzz {

  private static final Scratch SCRATCH = Scratch.make();
  private static final MatrixWays WAYS = new MatrixWays(Reads.REFERENCE);

  private MatrixFuzz() {}

  /** Loads what every input needs, so that the first one is timed alike. */
  public static void fuzzerInitialize() {
    Reads.warmUp();
  }

  /** Reads one input. */
  public static void fuzzerTestOneInput(byte[] data) {
    Path file = SCRATCH.file("a.csv", data);
    Reads.read(new Reads.Files().expression(file), data);
    if (Reads.closely(data)) {
      WAYS.requireAgreement(file);
    }
  }
}
