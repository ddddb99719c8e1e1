package org.cotarget.report;

/** A result folder could not be written or read; the message tells the user why and what to do. */
public final class ResultFolderException extends Exception {

  private static final long serialVersionUID = 1;

  private final Reason reason;

  /** Why it could not. */
  public enum Reason {
    /** The folder exists and may not be replaced. */
    OCCUPIED,
    /** The file system refused. */
    FILE_SYSTEM,
    /** The folder to be read holds no results of cotarget. */
    NOT_RESULTS,
    /** The results do not hold the patient. */
    NO_SUCH_PATIENT,
    /** The results of several runs do not go together. */
    DO_NOT_MERGE
  }

  ResultFolderException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  ResultFolderException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Why it could not. */
  public Reason reason() {
    return reason;
  }
}
