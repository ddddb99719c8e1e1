package org.cotarget.planted.second;

import org.cotarget.planted.first.First;

/** The other half of the planted cycle. */
public final class Second {

  private Second() {}

  public static String name() {
    return "second of " + First.class.getSimpleName();
  }
}
