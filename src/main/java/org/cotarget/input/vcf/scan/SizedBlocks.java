package org.cotarget.input.vcf.scan;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a BGZF as they are, after a look at the sizes that its blocks state: htsjdk makes
 * room for whatever a damaged block says that it holds.
 */
final class SizedBlocks extends InputStream {

  private final ChunkSource blocks;
  private @Nullable Chunk chunk;
  private int position;
  private boolean ended;

  /**
   * @param blocks fails where a block states more than it can hold
   */
  SizedBlocks(ChunkSource blocks) {
    this.blocks = blocks;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Chunk current = chunk;
    while (!ended && (current == null || position == current.length())) {
      current = blocks.next();
      position = 0;
      ended = current == null;
    }
    chunk = current;
    if (current == null) {
      return -1;
    }
    int count = Math.min(length, current.length() - position);
    System.arraycopy(current.bytes(), position, target, offset, count);
    position += count;
    return count;
  }
}
