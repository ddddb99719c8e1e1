package org.cotarget.fuzz;

import htsjdk.samtools.util.BlockCompressedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.cotarget.input.vcf.scan.ReaderKind;

/**
 * VCF and BCF in BGZF. Bytes that are no gzip are put into blocks first, of a size that follows
 * from the bytes: else hardly any change would get past the checksums.
 */
public final class VcfBlockFuzz {

  private static final Scratch SCRATCH = Scratch.make();
  private static final int[] BLOCK_SIZES = {7, 100, 1_000, 60_000};

  private VcfBlockFuzz() {}

  /** Loads what every input needs, so that the first one is timed alike. */
  public static void fuzzerInitialize() {
    Reads.warmUp();
  }

  /** Reads one input. */
  public static void fuzzerTestOneInput(byte[] data) {
    boolean gzip = data.length > 1 && data[0] == 0x1f && data[1] == (byte) 0x8b;
    byte[] content = gzip ? data : blocks(data);
    String name = data.length > 0 && data[0] == 'B' ? "a.bcf" : "a.vcf.gz";
    Reads.Files files = new Reads.Files().vcf(SCRATCH.file(name, content));
    VcfAgreement.require(Reads.read(files, data), () -> Reads.read(files, ReaderKind.HTSJDK), data);
  }

  private static byte[] blocks(byte[] data) {
    int size = BLOCK_SIZES[Math.floorMod(Arrays.hashCode(data), BLOCK_SIZES.length)];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BlockCompressedOutputStream blocks = new BlockCompressedOutputStream(out, (Path) null)) {
      for (int from = 0; from < data.length; from += size) {
        blocks.write(data, from, Math.min(size, data.length - from));
        blocks.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
