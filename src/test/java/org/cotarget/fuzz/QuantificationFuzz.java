package org.cotarget.fuzz;

import java.nio.charset.StandardCharsets;

/** One file of counts or of transcripts a sample, as a sample sheet names them. */
public final class QuantificationFuzz {

  private static final Scratch SCRATCH = Scratch.make();
  private static final byte[] SHEET =
      "patient,sample,expression\nP1,S1,a.txt\nP2,S2,b.txt\n".getBytes(StandardCharsets.UTF_8);

  private QuantificationFuzz() {}

  /** Loads what every input needs, so that the first one is timed alike. */
  public static void fuzzerInitialize() {
    Reads.warmUp();
  }

  /** Reads one input. */
  public static void fuzzerTestOneInput(byte[] data) {
    SCRATCH.file("a.txt", data);
    SCRATCH.file("b.txt", data);
    Reads.read(new Reads.Files().sheet(SCRATCH.file("sheet.csv", SHEET)), data);
  }
}
