package org.cotarget.fuzz;

import org.cotarget.input.vcf.scan.ReaderKind;

/** VCF as text: the scan and htsjdk's reader give the same cohort, or both refuse. */
public final class VcfTextFuzz {

  private static final Scratch SCRATCH = Scratch.make();

  private VcfTextFuzz() {}

  /** Loads what every input needs, so that the first one is timed alike. */
  public static void fuzzerInitialize() {
    Reads.warmUp();
  }

  /** Reads one input. */
  public static void fuzzerTestOneInput(byte[] data) {
    Reads.Files files = new Reads.Files().vcf(SCRATCH.file("a.vcf", data));
    VcfAgreement.require(Reads.read(files, data), () -> Reads.read(files, ReaderKind.HTSJDK), data);
  }
}
