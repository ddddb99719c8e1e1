package org.cotarget.input.vcf.scan;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.Inflater;

/** What one thread needs to inflate and scan chunks; used by one thread at a time. */
final class Workspace {

  private final Inflater inflater = new Inflater(true);
  private byte[] text = new byte[0];
  private int length;

  /** Makes the text of a chunk ready in {@link #text()}. */
  void inflate(Chunk chunk) throws VcfFormatException {
    if (!chunk.blocks()) {
      text = chunk.bytes();
      length = chunk.length();
      return;
    }
    length = 0;
    int at = 0;
    while (at < chunk.length()) {
      long offset = chunk.offset() + at;
      int size = BgzfBlock.size(chunk.bytes(), at, chunk.length(), offset);
      int needed = length + BgzfBlock.MAX_TEXT;
      if (needed > text.length) {
        text = Arrays.copyOf(text, Math.max(needed, 2 * text.length));
      }
      length += BgzfBlock.inflate(chunk.bytes(), at, size, offset, inflater, text, length);
      at += size;
    }
  }

  byte[] text() {
    return text;
  }

  int length() {
    return length;
  }

  /** A copy of the text that outlives the next chunk. */
  byte[] copy() {
    return Arrays.copyOf(text, length);
  }

  /** The workspaces of one file. */
  static final class Pool implements AutoCloseable {
    private final ConcurrentLinkedQueue<Workspace> idle = new ConcurrentLinkedQueue<>();

    Workspace take() {
      Workspace known = idle.poll();
      return known == null ? new Workspace() : known;
    }

    void giveBack(Workspace workspace) {
      idle.add(workspace);
    }

    @Override
    public void close() {
      for (Workspace next = idle.poll(); next != null; next = idle.poll()) {
        next.inflater.end();
      }
    }
  }
}
