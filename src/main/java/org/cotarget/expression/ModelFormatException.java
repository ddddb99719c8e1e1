package org.cotarget.expression;

/** A file that is no usable model, with what to do about it. */
public final class ModelFormatException extends Exception {

  private static final long serialVersionUID = 1;

  private final String fix;
  private final int line;

  ModelFormatException(String message, String fix) {
    this(message, fix, 0);
  }

  ModelFormatException(String message, String fix, int line) {
    super(message);
    this.fix = fix;
    this.line = line;
  }

  public String fix() {
    return fix;
  }

  /** Line from 1, or 0 when the whole file is meant. */
  public int line() {
    return line;
  }
}
