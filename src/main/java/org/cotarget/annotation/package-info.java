/**
 * From variants as supplied to variants whose effect on the protein is known.
 *
 * <p>{@link org.cotarget.annotation.VariantAnnotator} is the stage. It joins phased substitutions
 * of one codon, reads each variant on the panel transcript of its gene ({@code
 * reference/transcripts}), and then lets the source stand where it says anything: our reading fills
 * in what the source leaves open, and where both differ the variant carries a note. Recurrent
 * changes by genomic position are the second source, for genes without a coding sequence.
 *
 * <p>Reading an allele takes four steps: {@code GenomicAllele} trims it, {@code TranscriptAllele}
 * turns it to the strand of the transcript, shifts it to the 3' end and names it in c. form, {@code
 * Touched} tells the parts of the transcript concerned, and {@code CodingEffects} what becomes of
 * the protein. Bases of introns and behind the stop codon are not known and never invented.
 */
@NullMarked
package org.cotarget.annotation;

import org.jspecify.annotations.NullMarked;
