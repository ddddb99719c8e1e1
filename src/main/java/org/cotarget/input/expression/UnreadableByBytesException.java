package org.cotarget.input.expression;

/** A form of text that only the table reader knows, or a fault that it should report. */
final class UnreadableByBytesException extends RuntimeException {
  UnreadableByBytesException(String message) {
    super(message);
  }
}
