package org.cotarget.assess.jakstat.planted;

import org.cotarget.assess.pi3k.Pi3kCall;

/** An axis that sees another one, planted for the test of the package flow. */
public final class LooksAtPi3k {

  private LooksAtPi3k() {}

  public static boolean detected(Pi3kCall call) {
    return call != Pi3kCall.NOT_DETECTED;
  }
}
