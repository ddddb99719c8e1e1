package org.cotarget.fuzz;

/** Clinical tables with receptors and anything else. */
public final class ClinicalFuzz {

  private static final Scratch SCRATCH = Scratch.make();

  private ClinicalFuzz() {}

  /** Loads what every input needs, so that the first one is timed alike. */
  public static void fuzzerInitialize() {
    Reads.warmUp();
  }

  /** Reads one input. */
  public static void fuzzerTestOneInput(byte[] data) {
    Reads.read(new Reads.Files().clinical(SCRATCH.file("a.csv", data)), data);
  }
}
