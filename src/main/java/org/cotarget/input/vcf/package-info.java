/**
 * Variant call files. {@link org.cotarget.input.vcf.VcfReader} goes through an annotated VCF or BCF
 * once, record by record: the header tells the assembly, the annotation and the tumour columns;
 * each record tells which allele a tumour carries, how many reads say so, and, through the
 * annotation of one chosen transcript, what it does to a panel gene. Structural and copy-number
 * records need no annotation and go to {@link org.cotarget.input.vcf.structural}. htsjdk reads the
 * header definitions and the site columns; the genotype columns are read as text, because callers
 * write depths in ways that a strict parser drops.
 */
@NullMarked
package org.cotarget.input.vcf;

import org.jspecify.annotations.NullMarked;
