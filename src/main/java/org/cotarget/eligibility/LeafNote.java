package org.cotarget.eligibility;

/**
 * What a criteria file says about a leaf beside its condition.
 *
 * @param text the criterion as shown to people
 * @param recoverable whether a test can still turn it when it is not met
 * @param test the test that can still be done; empty where the data tell which one is missing
 * @param citation citation keys of the criterion, or empty
 */
public record LeafNote(String text, boolean recoverable, String test, String citation) {

  /** A note without anything but the text. */
  public static LeafNote of(String text) {
    return new LeafNote(text, false, "", "");
  }
}
