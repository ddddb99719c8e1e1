package org.cotarget.input.table;

import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes that were read ahead, and behind them the stream that they are of. Unlike {@link
 * java.io.SequenceInputStream} it leaves the stream open at its end, where the digest of the file
 * is still asked for.
 */
final class PrefixedStream extends InputStream {

  private final byte[] prefix;
  private int from;
  private final int to;
  private final InputStream in;

  PrefixedStream(byte[] prefix, int from, int to, InputStream in) {
    this.prefix = prefix;
    this.from = from;
    this.to = to;
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    return from < to ? prefix[from++] & 0xff : in.read();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (from == to) {
      return in.read(target, offset, length);
    }
    int count = Math.min(length, to - from);
    System.arraycopy(prefix, from, target, offset, count);
    from += count;
    return count;
  }
}
