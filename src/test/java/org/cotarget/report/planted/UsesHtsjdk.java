package org.cotarget.report.planted;

import htsjdk.variant.variantcontext.Allele;

/** htsjdk outside the input packages, planted for the test of the package flow. */
public final class UsesHtsjdk {

  private UsesHtsjdk() {}

  public static String bases(Allele allele) {
    return allele.getBaseString();
  }
}
