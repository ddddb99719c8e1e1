/**
 * From variants as supplied to variants whose effect on the protein is known. Where a file names no
 * protein change, the table of recurrent changes by genomic position fills it in; what a file does
 * say is never overwritten.
 */
@NullMarked
package org.cotarget.annotation;

import org.jspecify.annotations.NullMarked;
