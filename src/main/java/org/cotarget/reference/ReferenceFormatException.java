package org.cotarget.reference;

/** A bundled table that is not as it must be: a fault of the build, never of the user's data. */
public final class ReferenceFormatException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /**
   * @param path file below {@code reference/}
   * @param line line in the file, from 1; 0 where the fault is of the whole file
   */
  public ReferenceFormatException(String path, int line, String message) {
    super("reference/" + path + (line > 0 ? ":" + line : "") + ": " + message);
  }
}
