package org.cotarget.input.vcf;

import htsjdk.variant.variantcontext.VariantContext;
import java.util.List;
import java.util.Set;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.SourceLocation;

/**
 * A record in the span of a panel gene.
 *
 * @param chrom chromosome without {@code chr}, also of an accession
 * @param shownChrom chromosome as it is shown: as the file spells it, or {@code chrom} for an
 *     accession
 * @param site site columns as htsjdk decodes them
 * @param alleles position and alleles in upper case
 * @param info values of INFO
 * @param tumors values of each tumour of the file
 * @param normalGenotype genotype of the one normal of the file, or blank
 * @param windows assemblies on which it lies in the span of a panel gene
 * @param where file and line
 */
record PanelRecord(
    String chrom,
    String shownChrom,
    VariantContext site,
    SiteAlleles alleles,
    FieldValues info,
    List<TumorValues> tumors,
    String normalGenotype,
    Set<GenomeAssembly> windows,
    SourceLocation where) {}
