package org.cotarget.planted.first;

import org.cotarget.planted.second.Second;

/** Half of a cycle of packages, planted for the test of the package flow. */
public final class First {

  private First() {}

  public static String name() {
    return "first of " + Second.class.getSimpleName();
  }
}
