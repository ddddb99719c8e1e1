package org.cotarget.input;

import java.util.Optional;
import java.util.OptionalInt;
import org.cotarget.input.table.TableReader;

/** The columns of a MAF under the names that GDC, TCGA, cBioPortal and slim MAFs use. */
record MafColumns(
    int sample,
    OptionalInt gene,
    OptionalInt entrez,
    OptionalInt ensembl,
    OptionalInt classification,
    OptionalInt consequence,
    OptionalInt build,
    OptionalInt chrom,
    OptionalInt start,
    OptionalInt reference,
    OptionalInt firstAllele,
    OptionalInt secondAllele,
    OptionalInt proteinShort,
    OptionalInt protein,
    OptionalInt coding,
    OptionalInt transcript,
    OptionalInt depth,
    OptionalInt referenceCount,
    OptionalInt alternateCount,
    OptionalInt fraction,
    OptionalInt filter,
    OptionalInt status) {

  /** Finds the columns; empty, with errors, where the file lacks one that is needed. */
  static Optional<MafColumns> of(TableReader table) {
    OptionalInt sample =
        table.require("Tumor_Sample_Barcode", "Tumor_Sample", "Sample_ID", "sampleId");
    OptionalInt entrez = table.find("Entrez_Gene_Id", "entrezGeneId");
    OptionalInt gene = table.find("Hugo_Symbol", "hugoGeneSymbol", "Gene_Symbol");
    if (gene.isEmpty() && entrez.isEmpty()) {
      table.require("Hugo_Symbol", "Entrez_Gene_Id");
    }
    OptionalInt consequence = table.find("Consequence", "One_Consequence");
    OptionalInt classification = table.find("Variant_Classification", "mutationType");
    if (classification.isEmpty() && consequence.isEmpty()) {
      table.require("Variant_Classification", "Consequence");
    }
    boolean whole =
        sample.isPresent()
            && (gene.isPresent() || entrez.isPresent())
            && (classification.isPresent() || consequence.isPresent());
    if (!whole) {
      return Optional.empty();
    }
    return Optional.of(
        new MafColumns(
            sample.getAsInt(),
            gene,
            entrez,
            table.find("Gene"),
            classification,
            consequence,
            table.find("NCBI_Build", "ncbiBuild", "Build"),
            table.find("Chromosome", "chr", "Chrom"),
            table.find("Start_Position", "Start_position", "startPosition"),
            table.find("Reference_Allele", "referenceAllele"),
            table.find("Tumor_Seq_Allele1"),
            table.find("Tumor_Seq_Allele2", "variantAllele"),
            table.find(
                "HGVSp_Short", "Protein_Change", "amino_acid_change", "AAChange", "proteinChange"),
            table.find("HGVSp"),
            table.find("HGVSc", "cDNA_Change", "c_position"),
            table.find("Transcript_ID", "Annotation_Transcript", "Feature", "transcript_name"),
            table.find("t_depth", "TumorDepth", "t_total_count"),
            table.find("t_ref_count", "ref_count"),
            table.find("t_alt_count", "alt_count"),
            table.find("t_vaf", "tumor_f", "VAF", "t_AF", "i_tumor_f", "tumor_vaf", "allele_freq"),
            table.find("FILTER"),
            table.find("Mutation_Status", "mutationStatus")));
  }
}
