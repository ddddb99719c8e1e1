package org.cotarget.input.vcf.scan;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a BGZF into runs of whole blocks by the sizes that the blocks state, without inflating them.
 */
final class BgzfChunks implements ChunkSource {

  private static final int READ = 1 << 17;
  private static final int FIRST = 1 << 16;

  private final InputStream in;
  private byte[] buffer = new byte[FIRST];
  private int position;
  private int limit;
  private long offset;
  private int target = FIRST;
  private boolean atMarker;

  /**
   * @param offset where in the file the stream begins, which is where a block begins
   */
  BgzfChunks(InputStream in, long offset) {
    this.in = in;
    this.offset = offset;
  }

  @Override
  public @Nullable Chunk next() throws IOException {
    long start = offset;
    byte[] bytes = new byte[Math.min(target, FIRST)];
    int length = 0;
    int text = 0;
    while (text < target && length < TEXT) {
      int size = nextBlock();
      if (size < 0) {
        if (!atMarker) {
          throw BgzfBlock.truncated("the BGZF end-of-file block is missing: the file is truncated");
        }
        break;
      }
      if (length + size > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(length + size, 2 * bytes.length));
      }
      System.arraycopy(buffer, position, bytes, length, size);
      int inflated = BgzfBlock.inflatedSize(buffer, position, size, offset);
      atMarker = inflated == 0;
      text += inflated;
      length += size;
      position += size;
      offset += size;
    }
    target = Math.min(TEXT, target * 4);
    return length == 0 ? null : new Chunk(bytes, length, true, start);
  }

  /** Makes the next block whole in the buffer; its size, or -1 at the end of the file. */
  private int nextBlock() throws IOException {
    if (!fill(BgzfBlock.HEADER)) {
      if (limit == position) {
        return -1;
      }
      throw BgzfBlock.beginsLikeBlock(buffer, position, limit)
          ? BgzfBlock.truncatedAt(offset)
          : BgzfBlock.strayBytes(offset);
    }
    int size = BgzfBlock.size(buffer, position, limit, offset);
    if (!fill(size)) {
      throw BgzfBlock.truncatedAt(offset);
    }
    return size;
  }

  private boolean fill(int count) throws IOException {
    if (limit - position >= count) {
      return true;
    }
    int left = limit - position;
    if (position + count > buffer.length || position > buffer.length / 2) {
      byte[] into = buffer.length >= READ ? buffer : new byte[READ];
      System.arraycopy(buffer, position, into, 0, left);
      buffer = into;
      position = 0;
      limit = left;
    }
    while (limit - position < count) {
      int read = in.read(buffer, limit, buffer.length - limit);
      if (read < 0) {
        return false;
      }
      limit += read;
    }
    return true;
  }
}
