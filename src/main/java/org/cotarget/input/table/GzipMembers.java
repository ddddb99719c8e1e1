package org.cotarget.input.table;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Inflates gzip, of one member or many (BGZF, joined files), and accepts no end but the true one.
 * {@link java.util.zip.GZIPInputStream} takes a broken header of a later member for the end of the
 * file, which would turn a truncated cohort into a smaller one.
 *
 * <p>Fails with {@link EOFException} where the file stops early and with {@link ZipException} where
 * it is damaged.
 */
final class GzipMembers extends InputStream {

  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int HEADER_CRC = 2;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] compressed = new byte[1 << 16];
  private int position;
  private int limit;
  private boolean finished;

  GzipMembers(InputStream in) throws IOException {
    this.in = in;
    header(nextByte());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (!finished) {
      int count = inflate(target, offset, length);
      if (count > 0) {
        checksum.update(target, offset, count);
        return count;
      }
      if (inflater.finished()) {
        endOfMember();
      } else if (inflater.needsInput()) {
        fill();
        inflater.setInput(compressed, 0, limit);
        position = limit;
      } else if (inflater.needsDictionary()) {
        throw new ZipException("the compressed data need a dictionary");
      }
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }

  private int inflate(byte[] target, int offset, int length) throws ZipException {
    try {
      return inflater.inflate(target, offset, length);
    } catch (DataFormatException e) {
      throw new ZipException("the compressed data are damaged: " + e.getMessage());
    }
  }

  private void endOfMember() throws IOException {
    position = limit - inflater.getRemaining();
    long expected = littleEndian();
    long size = littleEndian();
    if (expected != checksum.getValue() || size != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw new ZipException("the checksum of the compressed data does not match");
    }
    inflater.reset();
    checksum.reset();
    int next = nextByteOrEnd();
    while (next == 0) {
      next = nextByteOrEnd();
      if (next > 0) {
        throw new ZipException("there are other data behind the compressed ones");
      }
    }
    if (next < 0) {
      finished = true;
    } else {
      header(next);
      inflater.setInput(compressed, position, limit - position);
    }
  }

  private void header(int first) throws IOException {
    if (first != 0x1f || nextByte() != 0x8b || nextByte() != 8) {
      throw new ZipException("there are other data where a gzip header should be");
    }
    int flags = nextByte();
    skip(6);
    if ((flags & EXTRA) != 0) {
      int low = nextByte();
      skip(low | nextByte() << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CRC) != 0) {
      skip(2);
    }
    inflater.setInput(compressed, position, limit - position);
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      nextByte();
    }
  }

  private void skipText() throws IOException {
    int next = nextByte();
    while (next != 0) {
      next = nextByte();
    }
  }

  private long littleEndian() throws IOException {
    long value = nextByte();
    value |= (long) nextByte() << 8;
    value |= (long) nextByte() << 16;
    return value | (long) nextByte() << 24;
  }

  private int nextByte() throws IOException {
    int next = nextByteOrEnd();
    if (next < 0) {
      throw new EOFException("the compressed data end early");
    }
    return next;
  }

  private int nextByteOrEnd() throws IOException {
    if (position == limit) {
      limit = Math.max(0, in.read(compressed, 0, compressed.length));
      position = 0;
      if (limit == 0) {
        return -1;
      }
    }
    return compressed[position++] & 0xff;
  }

  private void fill() throws IOException {
    limit = Math.max(0, in.read(compressed, 0, compressed.length));
    position = 0;
    if (limit == 0) {
      throw new EOFException("the compressed data end early");
    }
  }
}
