/**
 * Variant call files. {@link org.cotarget.input.vcf.VcfReader} goes through a VCF or BCF once,
 * record by record: the header tells the tumour columns, the annotation and mostly the assembly,
 * which the bases of REF confirm or tell; each record tells which allele a tumour carries, how many
 * reads say so, whether FILTER and the normal let it count, and, through the annotation of one
 * chosen transcript or its position alone, which panel gene it concerns. htsjdk reads the header
 * definitions and the site columns; the genotype columns are read as text, because callers write
 * depths in ways that a strict parser drops.
 */
@NullMarked
package org.cotarget.input.vcf;

import org.jspecify.annotations.NullMarked;
