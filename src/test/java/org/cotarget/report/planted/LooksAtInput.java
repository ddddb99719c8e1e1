package org.cotarget.report.planted;

import org.cotarget.input.InputRequest;

/** A report that reads inputs itself, planted for the test of the package flow. */
public final class LooksAtInput {

  private LooksAtInput() {}

  public static boolean isEmpty(InputRequest request) {
    return request.isEmpty();
  }
}
