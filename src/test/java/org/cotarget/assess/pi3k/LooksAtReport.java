package org.cotarget.assess.pi3k;

import org.cotarget.report.Setting;

/** A violation of the package flow, planted so that the test of the flow can be seen to fail. */
public final class LooksAtReport {

  private LooksAtReport() {}

  public static void end(Setting setting) {
    System.exit(setting.name().length());
  }
}
