package org.cotarget.report;

/**
 * A row of {@code variants.tsv}: one small variant in a panel gene. Rows are sorted by patient id
 * and sample id, then by gene and position.
 *
 * @param patientId patient id as reported
 * @param sampleId sample id as reported
 * @param gene HGNC symbol
 * @param genomeBuild {@code GRCh37}, {@code GRCh38} or {@code unknown}
 * @param chrom chromosome as the input wrote it
 * @param pos position as a VCF gives it, or the start position of a MAF; from 1
 * @param ref reference allele as the input gave it ({@code -} in a MAF insertion)
 * @param alt alternate allele as the input gave it ({@code -} in a MAF deletion)
 * @param start start position of a MAF row; equal to {@code POS} for a VCF
 * @param consequence Sequence Ontology term, e.g. {@code missense_variant}
 * @param hgvsC coding change as the source wrote it, or empty
 * @param hgvsP protein change as the source wrote it, or empty
 * @param proteinChange short protein change as it was read, e.g. {@code H1047R}; empty where the
 *     source names none
 * @param transcript transcript that the source used, or empty
 * @param tier tier of the event: {@code G1}, {@code G2}, {@code G3}, {@code G3p}, {@code G3s},
 *     {@code J1}, {@code context}, or {@code -} where the variant has no role
 * @param depth reads at the position; {@code NA} where not given
 * @param altDepth reads with the alternate allele; {@code NA} where not given
 * @param af share of alternate reads, 0 to 1; {@code NA} where not given
 * @param filter FILTER of the record; {@code PASS} where the source has none
 * @param annotation what named gene and consequence: {@code MAF}, {@code VEP_CSQ}, {@code
 *     SNPEFF_ANN}, {@code BCFTOOLS_BCSQ}, {@code COTARGET} (the panel transcript), {@code
 *     HOTSPOT_POSITION} (the table of recurrent changes) or {@code NONE}
 * @param cotargetHgvsP protein change as cotarget reads it on the panel transcript; empty where it
 *     names none
 * @param agreement whether the source says the same: {@code AGREES}, {@code DIFFERS} or {@code
 *     NOT_COMPARED}
 * @param agreementNote why both differ, or what else a person should know of our reading
 * @param file the file it was read from
 * @param line line number from 1
 */
public record VariantRow(
    String patientId,
    String sampleId,
    String gene,
    String genomeBuild,
    String chrom,
    long pos,
    String ref,
    String alt,
    long start,
    String consequence,
    @Column("HGVSC") String hgvsC,
    @Column("HGVSP") String hgvsP,
    String proteinChange,
    String transcript,
    String tier,
    @WholeNumber String depth,
    @WholeNumber String altDepth,
    double af,
    String filter,
    String annotation,
    @Column("COTARGET_HGVSP") String cotargetHgvsP,
    String agreement,
    String agreementNote,
    String file,
    @WholeNumber String line) {}
