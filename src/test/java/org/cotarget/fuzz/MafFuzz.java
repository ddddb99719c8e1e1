package org.cotarget.fuzz;

/** MAF, and the list of rearrangements that is read likewise from a study. */
public final class MafFuzz {

  private static final Scratch SCRATCH = Scratch.make();

  private MafFuzz() {}

  /** Loads what every input needs, so that the first one is timed alike. */
  public static void fuzzerInitialize() {
    Reads.warmUp();
  }

  /** Reads one input. */
  public static void fuzzerTestOneInput(byte[] data) {
    Reads.read(new Reads.Files().maf(SCRATCH.file("a.maf", data)), data);
  }
}
