package org.cotarget.input.vcf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes small VCFs for tests. */
final class VcfBuilder {

  static final String VEP_FIELDS =
      "Allele|Consequence|IMPACT|SYMBOL|Gene|Feature_type|Feature|HGVSc|HGVSp|Protein_position|Amino_acids|HGNC_ID|CANONICAL|MANE_SELECT|PICK|ALLELE_NUM";

  private String version = "4.2";
  private final List<String> meta = new ArrayList<>();
  private final List<String> samples = new ArrayList<>();
  private final List<String> records = new ArrayList<>();

  static VcfBuilder vep() {
    return vep(248956422);
  }

  /** The same with another length of chromosome 1, which tells the assembly. */
  static VcfBuilder vep(long length) {
    return new VcfBuilder()
        .meta("##contig=<ID=chr1,length=" + length + ">")
        .meta(
            "##INFO=<ID=CSQ,Number=.,Type=String,Description=\"Consequence annotations from Ensembl VEP. Format: "
                + VEP_FIELDS
                + "\">");
  }

  static VcfBuilder bcftools() {
    return new VcfBuilder()
        .meta("##contig=<ID=3,length=198022430>")
        .meta(
            "##INFO=<ID=BCSQ,Number=.,Type=String,Description=\"Haplotype-aware consequence annotation from BCFtools/csq. Format: Consequence|gene|transcript|biotype|strand|amino_acid_change|dna_change\">");
  }

  static VcfBuilder snpEff() {
    return new VcfBuilder()
        .meta("##SnpEffCmd=\"SnpEff  GRCh37.75 in.vcf \"")
        .meta(
            "##INFO=<ID=ANN,Number=.,Type=String,Description=\"Functional annotations: 'Allele | Annotation | Annotation_Impact | Gene_Name | Gene_ID | Feature_Type | Feature_ID | Transcript_BioType | Rank | HGVS.c | HGVS.p | cDNA.pos / cDNA.length | CDS.pos / CDS.length | AA.pos / AA.length | Distance | ERRORS / WARNINGS / INFO' \">");
  }

  VcfBuilder version(String text) {
    version = text;
    return this;
  }

  VcfBuilder meta(String line) {
    meta.add(line);
    return this;
  }

  VcfBuilder samples(String... names) {
    samples.addAll(List.of(names));
    return this;
  }

  /** A record whose cells are separated by blanks. */
  VcfBuilder record(String cells) {
    records.add(cells.replaceAll(" +", "\t"));
    return this;
  }

  /** PIK3CA E545K on the MANE transcript, with the format and sample columns given. */
  VcfBuilder e545k(String filter, String moreInfo, String genotypes) {
    return record(
        "chr3 179218303 . G A 50 "
            + filter
            + " "
            + moreInfo
            + "CSQ="
            + csq("A", "missense_variant", "PIK3CA", "ENST00000263967.4", "p.Glu545Lys")
            + " "
            + genotypes);
  }

  static String csq(String allele, String terms, String symbol, String transcript, String hgvsP) {
    return allele
        + "|"
        + terms
        + "|MODERATE|"
        + symbol
        + "||Transcript|"
        + transcript
        + "|"
        + transcript
        + ":c.1633G>A|"
        + (hgvsP.isEmpty() ? "" : "ENSP00000263967.3:" + hgvsP)
        + "|||||||";
  }

  String text() {
    StringBuilder text = new StringBuilder("##fileformat=VCFv" + version + "\n");
    meta.forEach(line -> text.append(line).append('\n'));
    text.append("#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO");
    if (!samples.isEmpty()) {
      text.append("\tFORMAT\t").append(String.join("\t", samples));
    }
    text.append('\n');
    records.forEach(line -> text.append(line.stripTrailing()).append('\n'));
    return text.toString();
  }

  Path write(Path file) throws IOException {
    return Files.writeString(file, text());
  }

  Path writeGzip(Path file) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text().getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }
}
