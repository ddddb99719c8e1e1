package org.cotarget.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * Writes characters that hide or move others as <code>&#92;uXXXX</code>: control characters other
 * than tab and line ends, bidirectional controls and zero-width characters. In a page they are then
 * seen. In JSON within a page they mean the same, and {@code elements.js} writes them out again
 * where text enters the page.
 */
final class VisibleWriter extends Writer {

  private final Writer out;

  VisibleWriter(Writer out) {
    this.out = out;
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    int written = offset;
    for (int i = offset; i < offset + length; i++) {
      char c = text[i];
      if (c != '\n'
          && c != '\t'
          && c != '\r'
          && !Character.isSurrogate(c)
          && TableText.isHidden(c)) {
        out.write(text, written, i - written);
        out.write(String.format(Locale.ROOT, "\\u%04X", (int) c));
        written = i + 1;
      }
    }
    out.write(text, written, offset + length - written);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
