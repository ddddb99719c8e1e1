package org.cotarget.fuzz;

/** Copy number: the same bytes as a matrix or long table of genes, and as segments. */
public final class CopyNumberFuzz {

  private static final Scratch SCRATCH = Scratch.make();

  private CopyNumberFuzz() {}

  /** Loads what every input needs, so that the first one is timed alike. */
  public static void fuzzerInitialize() {
    Reads.warmUp();
  }

  /** Reads one input. */
  public static void fuzzerTestOneInput(byte[] data) {
    var file = SCRATCH.file("a.txt", data);
    Reads.read(new Reads.Files().cna(file), data);
    Reads.read(new Reads.Files().seg(file), data);
  }
}
