package org.cotarget.input.vcf.scan;

import java.io.IOException;

/**
 * Tells the reader's own caller that a file cannot be read on; {@link
 * org.cotarget.input.vcf.VcfReader} turns it into an input problem.
 */
public final class VcfFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final long line;
  private final String fix;

  /** A fault under a code of {@code docs/problems.md}; line 0 when the whole file is meant. */
  public VcfFormatException(String code, long line, String message, String fix) {
    super(message);
    this.code = code;
    this.line = line;
    this.fix = fix;
  }

  /** Code of {@code docs/problems.md}. */
  public String code() {
    return code;
  }

  /** Line from 1, or 0 when the whole file is meant. */
  public long line() {
    return line;
  }

  /** What the user can do about it. */
  public String fix() {
    return fix;
  }
}
