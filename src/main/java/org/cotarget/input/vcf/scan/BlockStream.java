package org.cotarget.input.vcf.scan;

import java.io.IOException;
import java.io.InputStream;

/** The text of a BGZF as a stream; its blocks are inflated ahead on all cores. */
final class BlockStream extends InputStream {

  private final Workspace.Pool workspaces = new Workspace.Pool();
  private final Lookahead<byte[]> chunks;
  private byte[] text = new byte[0];
  private int position;

  BlockStream(ChunkSource source) {
    this.chunks =
        new Lookahead<>(
            source,
            chunk -> {
              Workspace workspace = workspaces.take();
              workspace.inflate(chunk);
              byte[] copy = workspace.copy();
              workspaces.giveBack(workspace);
              return copy;
            });
  }

  @Override
  public int read() throws IOException {
    return fill() ? text[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, text.length - position);
    System.arraycopy(text, position, target, offset, count);
    position += count;
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    if (count <= 0 || !fill()) {
      return 0;
    }
    int skipped = (int) Math.min(count, text.length - position);
    position += skipped;
    return skipped;
  }

  @Override
  public void close() {
    chunks.close();
    workspaces.close();
  }

  private boolean fill() throws IOException {
    while (position == text.length) {
      byte[] next = chunks.next();
      if (next == null) {
        return false;
      }
      text = next;
      position = 0;
    }
    return true;
  }
}
