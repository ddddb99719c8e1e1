package org.cotarget.input.vcf;

import java.io.IOException;

/**
 * Tells the reader's own caller that a file cannot be read on; {@link VcfReader} turns it into an
 * input problem.
 */
final class VcfFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final long line;
  private final String fix;

  VcfFormatException(String code, long line, String message, String fix) {
    super(message);
    this.code = code;
    this.line = line;
    this.fix = fix;
  }

  String code() {
    return code;
  }

  /** Line from 1, or 0 when the whole file is meant. */
  long line() {
    return line;
  }

  String fix() {
    return fix;
  }
}
