package org.cotarget.input.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts bytes into lines at LF, CRLF or CR and decodes each: as UTF-8, or as Latin-1 where a line is
 * no valid UTF-8. Lines are cut before they are decoded, since both encodings leave the line ends
 * alone and most lines are plain ASCII.
 */
final class LineReader {

  /** Bytes that no text has. */
  static final class NoTextException extends IOException {
    NoTextException(String message) {
      super(message);
    }
  }

  /** Bytes. */
  static final int LONGEST_LINE = SourceFile.LONGEST_LINE;

  private final InputStream in;
  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
  private byte[] buffer = new byte[1 << 16];
  private int start;
  private int end;
  private boolean lineFeedMayFollow;
  private long number;
  private long firstLatinLine;

  LineReader(InputStream in) throws IOException {
    this.in = in;
    while (end < 3 && fill()) {
      // A byte-order mark has at most three bytes.
    }
    if (startsWith(0xff, 0xfe) || startsWith(0xfe, 0xff)) {
      throw new NoTextException("the text is encoded as UTF-16");
    }
    if (startsWith(0xef, 0xbb, 0xbf)) {
      start = 3;
    }
  }

  /** Number from 1 of the line returned last. */
  long number() {
    return number;
  }

  /** Number of the first line that is no valid UTF-8, or 0. */
  long firstLatinLine() {
    return firstLatinLine;
  }

  /** The next line without its end, or null behind the last one. */
  @Nullable String next() throws IOException {
    if (lineFeedMayFollow) {
      lineFeedMayFollow = false;
      if ((start < end || fill()) && buffer[start] == '\n') {
        start++;
      }
    }
    int scan = start;
    int bits = 0;
    while (true) {
      while (scan < end) {
        byte b = buffer[scan];
        if (b <= '\r' && b >= 0) {
          if (b == '\n' || b == '\r') {
            lineFeedMayFollow = b == '\r';
            String line = decode(scan, bits);
            start = scan + 1;
            return line;
          }
          if (b == 0) {
            throw new NoTextException("line " + (number + 1) + " holds a NUL byte");
          }
        }
        bits |= b;
        scan++;
      }
      int length = scan - start;
      if (!fill()) {
        if (length == 0) {
          return null;
        }
        String line = decode(start + length, bits);
        start = end;
        return line;
      }
      scan = start + length;
    }
  }

  /** What is left of the text behind the line returned last, undecoded; nothing may follow it. */
  InputStream rest() throws IOException {
    if (lineFeedMayFollow && (start < end || fill()) && buffer[start] == '\n') {
      start++;
    }
    lineFeedMayFollow = false;
    return new PrefixedStream(buffer, start, end, in);
  }

  private String decode(int lineEnd, int bits) {
    number++;
    int length = lineEnd - start;
    if (bits < 0) {
      try {
        return utf8.decode(ByteBuffer.wrap(buffer, start, length)).toString();
      } catch (CharacterCodingException notUtf8) {
        firstLatinLine = firstLatinLine == 0 ? number : firstLatinLine;
      }
    }
    return new String(buffer, start, length, StandardCharsets.ISO_8859_1);
  }

  /**
   * Reads more behind what is buffered; moves it to the front or enlarges the buffer where it is
   * full.
   */
  private boolean fill() throws IOException {
    if (end == buffer.length) {
      if (start > 0) {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
      } else if (buffer.length >= LONGEST_LINE) {
        throw new NoTextException(
            "line " + (number + 1) + " is longer than " + (LONGEST_LINE >> 20) + " MiB");
      } else {
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
      }
    }
    int count = in.read(buffer, end, buffer.length - end);
    end += Math.max(0, count);
    return count > 0;
  }

  private boolean startsWith(int... bytes) {
    if (end < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((buffer[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
