/**
 * Finds the records of a VCF or BCF that may concern the panel, at the speed of the disk. {@link
 * org.cotarget.input.vcf.scan.RecordPasses} opens a file; the {@link
 * org.cotarget.input.vcf.scan.RecordPass} it gives hands on the records of the panel's windows and
 * counts how widely all records spread. A VCF is cut into chunks of a megabyte: BGZF blocks are
 * inflated by whichever thread is free, lines are cut on bytes, CHROM, POS and the end of the
 * record are compared with the windows, and only the lines that touch one become text. Chunks are
 * joined in the order of the file, so that the result does not depend on the number of threads, and
 * only a few of them are in memory at a time. An index is used where it reads less than that.
 */
@NullMarked
package org.cotarget.input.vcf.scan;

import org.jspecify.annotations.NullMarked;
