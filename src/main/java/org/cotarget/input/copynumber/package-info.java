/**
 * Copy numbers of panel genes: gene-by-sample matrices and long tables through {@link
 * org.cotarget.input.copynumber.CopyNumberReader}, segments through {@link
 * org.cotarget.input.copynumber.SegmentReader}. Each value keeps the scale it was reported on. A
 * scale is taken from what declares it or from values that leave no doubt, and asked for otherwise,
 * since a log2 ratio of 2 and two copies are opposite findings.
 */
@NullMarked
package org.cotarget.input.copynumber;

import org.jspecify.annotations.NullMarked;
