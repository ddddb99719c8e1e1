/**
 * From a finished stratification to files: one writer for each format over one {@link
 * org.cotarget.report.StratificationReport}, and the reading back of a result folder. Writers sort,
 * never format by locale, and take no clock, so that the same inputs give the same bytes; only
 * {@code run.json} tells time.
 */
@NullMarked
package org.cotarget.report;

import org.jspecify.annotations.NullMarked;
