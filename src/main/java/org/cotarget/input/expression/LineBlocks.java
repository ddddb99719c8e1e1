package org.cotarget.input.expression;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.cotarget.input.table.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into blocks of whole lines. One thread takes them; any thread gives a buffer back,
 * so that memory does not grow with the file.
 */
final class LineBlocks {

  /** A line that is longer is left to the table reader, which refuses it. */
  private static final int LONGEST_LINE = SourceFile.LONGEST_LINE;

  /** Bytes of a buffer that are left free behind the lines. */
  private static final int SLACK = DecimalScanner.SLACK + 1;

  /**
   * Whole lines.
   *
   * @param bytes the buffer; a line feed stands at {@code length - 1}, and some bytes without
   *     meaning follow
   * @param length bytes in use
   */
  @SuppressWarnings("ArrayRecordComponent") // a buffer that is handed on, never compared
  record Block(byte[] bytes, int length) {}

  private final InputStream in;
  private final int size;
  private final BlockingQueue<byte[]> free = new LinkedBlockingQueue<>();
  private byte[] carried = new byte[0];
  private int carriedLength;
  private boolean ended;

  /**
   * @param size bytes of a buffer; it grows where a line is longer
   * @param buffers blocks that may be in use at once
   */
  LineBlocks(InputStream in, int size, int buffers) {
    this.in = in;
    this.size = size;
    for (int i = 0; i < buffers; i++) {
      free.add(new byte[0]);
    }
  }

  /** The next block, or null behind the last; waits where all buffers are in use. */
  @Nullable Block next() throws IOException, InterruptedException {
    if (ended) {
      return null;
    }
    byte[] buffer = free.take();
    if (buffer.length < Math.max(size, carriedLength * 2)) {
      buffer = new byte[Math.max(size, carriedLength * 2)];
    }
    System.arraycopy(carried, 0, buffer, 0, carriedLength);
    int end = carriedLength;
    while (true) {
      int count = in.read(buffer, end, buffer.length - SLACK - end);
      if (count < 0) {
        ended = true;
        carriedLength = 0;
        if (end == 0) {
          return null;
        }
        if (buffer[end - 1] != '\n') {
          buffer[end++] = '\n';
        }
        return new Block(buffer, end);
      }
      end += count;
      if (end == buffer.length - SLACK) {
        int cut = lastLineFeed(buffer, end);
        if (cut > 0) {
          carry(buffer, cut, end);
          return new Block(buffer, cut);
        }
        if (buffer.length >= LONGEST_LINE) {
          throw new UnreadableByBytesException("a line is very long");
        }
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
      }
    }
  }

  /** Gives the buffer of a block back. */
  void release(Block block) {
    free.add(block.bytes());
  }

  private void carry(byte[] buffer, int from, int to) {
    carriedLength = to - from;
    if (carried.length < carriedLength) {
      carried = new byte[Math.max(carriedLength, 1 << 16)];
    }
    System.arraycopy(buffer, from, carried, 0, carriedLength);
  }

  /** Index behind the last line feed, or 0. */
  private static int lastLineFeed(byte[] buffer, int end) {
    int at = end;
    while (at > 0 && buffer[at - 1] != '\n') {
      at--;
    }
    return at;
  }
}
