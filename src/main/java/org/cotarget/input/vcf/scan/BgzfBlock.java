package org.cotarget.input.vcf.scan;

import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The layout of a BGZF block: a gzip member of at most 64 KiB of text whose extra field {@code BC}
 * states its size, and whose last eight bytes are the checksum and the size of the text (SAM
 * specification, section 4.1).
 */
final class BgzfBlock {

  /** Fixed part of the header with the first extra field, which in practice is {@code BC}. */
  static final int HEADER = 18;

  static final int MAX_TEXT = 1 << 16;

  /** The empty block that ends a file. */
  static final int MARKER = 28;

  /** Gzip, deflate, with an extra field and nothing else behind the fixed header. */
  private static final byte[] MAGIC = {0x1f, (byte) 0x8b, 8, 4};

  private static final int FIXED = 12;
  private static final int FOOTER = 8;

  private BgzfBlock() {}

  /** Whether a file that begins with these bytes is a BGZF and not a common gzip. */
  static boolean isBlock(byte[] bytes, int length) {
    return length >= HEADER
        && beginsLikeBlock(bytes, 0, length)
        && bytes[12] == 'B'
        && bytes[13] == 'C';
  }

  /** Whether these are the bytes of the empty block that ends a file. */
  static boolean isMarker(byte[] bytes) {
    return isBlock(bytes, bytes.length)
        && unsigned16(bytes, 16) + 1 == MARKER
        && unsigned16(bytes, MARKER - 4) == 0
        && unsigned16(bytes, MARKER - 2) == 0;
  }

  /**
   * Size of a block with header and footer.
   *
   * @param at where it begins; at least {@link #HEADER} bytes follow
   * @param limit end of the bytes that are there
   * @param offset where in the file it begins
   * @throws VcfFormatException where no block begins here
   */
  static int size(byte[] bytes, int at, int limit, long offset) throws VcfFormatException {
    if (!beginsLikeBlock(bytes, at, limit)) {
      throw strayBytes(offset);
    }
    int extra = at + FIXED;
    int end = Math.min(limit, extra + unsigned16(bytes, at + 10));
    while (extra + 6 <= end) {
      int length = unsigned16(bytes, extra + 2);
      if (bytes[extra] == 'B' && bytes[extra + 1] == 'C' && length == 2) {
        int size = unsigned16(bytes, extra + 4) + 1;
        if (size < headerLength(bytes, at) + FOOTER) {
          throw damaged(
              "the BGZF block at byte " + offset + " states a size too small for a block");
        }
        return size;
      }
      extra += 4 + length;
    }
    throw damaged("the gzip member at byte " + offset + " of a BGZF file is no BGZF block");
  }

  /**
   * Bytes of text in a block, as it states.
   *
   * @throws VcfFormatException where it states more than a block can hold
   */
  static int inflatedSize(byte[] bytes, int at, int size, long offset) throws VcfFormatException {
    int footer = at + size - 4;
    long text = unsigned16(bytes, footer) | (long) unsigned16(bytes, footer + 2) << 16;
    if (text > MAX_TEXT) {
      throw damaged("the BGZF block at byte " + offset + " states more text than a block can hold");
    }
    return (int) text;
  }

  /**
   * Inflates a block and checks it.
   *
   * @param text takes the text at {@code to}, where it has room for what the block states
   * @return bytes of text
   * @throws VcfFormatException where the block is damaged
   */
  static int inflate(
      byte[] bytes, int at, int size, long offset, Inflater inflater, byte[] text, int to)
      throws VcfFormatException {
    int stated = inflatedSize(bytes, at, size, offset);
    int header = headerLength(bytes, at);
    int footer = at + size - FOOTER;
    CRC32 checksum = new CRC32();
    long expected = unsigned16(bytes, footer) | (long) unsigned16(bytes, footer + 2) << 16;
    inflater.reset();
    inflater.setInput(bytes, at + header, size - header - FOOTER);
    int length = 0;
    try {
      while (length < stated) {
        int count = inflater.inflate(text, to + length, stated - length);
        if (count == 0) {
          break;
        }
        length += count;
      }
      // The end of the data is reached only by asking for more.
      if (length == stated && !inflater.finished() && inflater.inflate(new byte[1], 0, 1) > 0) {
        length++;
      }
    } catch (DataFormatException e) {
      throw damaged("the BGZF block at byte " + offset + " cannot be inflated: " + e.getMessage());
    }
    if (length != stated || !inflater.finished() || inflater.getRemaining() > 0) {
      throw damaged("the BGZF block at byte " + offset + " does not hold what it states");
    }
    checksum.update(text, to, length);
    if (checksum.getValue() != expected) {
      throw damaged("the checksum of the BGZF block at byte " + offset + " does not match");
    }
    return length;
  }

  static VcfFormatException truncatedAt(long offset) {
    return truncated("the file ends in the middle of the BGZF block at byte " + offset);
  }

  static VcfFormatException truncated(String message) {
    return new VcfFormatException(
        "FILE_TRUNCATED",
        0,
        message,
        "copy or download the file again; bgzip -t shows whether it is whole");
  }

  static VcfFormatException damaged(String message) {
    return new VcfFormatException(
        "FILE_DAMAGED",
        0,
        message,
        "copy or download the file again; bgzip -t shows whether it is whole");
  }

  static VcfFormatException strayBytes(long offset) {
    return damaged("there are other data at byte " + offset + " where a BGZF block should begin");
  }

  /** Whether the bytes are those of a gzip header with an extra field, as far as they go. */
  static boolean beginsLikeBlock(byte[] bytes, int at, int limit) {
    for (int i = 0; i < MAGIC.length && at + i < limit; i++) {
      if (bytes[at + i] != MAGIC[i]) {
        return false;
      }
    }
    return true;
  }

  private static int headerLength(byte[] bytes, int at) {
    return FIXED + unsigned16(bytes, at + 10);
  }

  private static int unsigned16(byte[] bytes, int at) {
    return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
  }
}
