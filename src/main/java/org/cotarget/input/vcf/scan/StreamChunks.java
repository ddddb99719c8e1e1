package org.cotarget.input.vcf.scan;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Cuts text, plain or inflated by the stream, into chunks. */
final class StreamChunks implements ChunkSource {

  private static final int FIRST = 1 << 16;

  private final InputStream in;
  private int size = FIRST;

  StreamChunks(InputStream in) {
    this.in = in;
  }

  @Override
  public @Nullable Chunk next() throws IOException {
    byte[] bytes = new byte[size];
    int length = in.readNBytes(bytes, 0, size);
    // Most files of a cohort are small; a large buffer for each of them would be for nothing.
    size = Math.min(TEXT, size * 4);
    return length == 0 ? null : new Chunk(bytes, length, false, 0);
  }
}
