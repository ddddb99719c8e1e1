package org.cotarget.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A cohort of twelve patients in files of their own, named by a sample sheet, with files of the
 * cohort beside them and something to report about many of them.
 */
public final class SheetCohort {

  private static final int PATIENTS = 12;
  private static final String VCF =
      """
      ##fileformat=VCFv4.2
      ##reference=GRCh38
      ##contig=<ID=3,length=198295559,assembly=GRCh38>
      ##contig=<ID=10,length=133797422,assembly=GRCh38>
      ##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
      #CHROM	POS	ID	REF	ALT	QUAL	FILTER	INFO	FORMAT	TUMOR
      """;
  private static final String MAF =
      "Hugo_Symbol\tNCBI_Build\tChromosome\tStart_Position\tEnd_Position\tVariant_Classification"
          + "\tReference_Allele\tTumor_Seq_Allele2\tTumor_Sample_Barcode\tHGVSp_Short\n";
  private static final String H1047R =
      "PIK3CA\tGRCh38\t3\t179234297\t179234297\tMissense_Mutation\tA\tG\t%s\tp.H1047R\n";
  private static final String TITIN =
      "TTN\tGRCh38\t2\t178530000\t178530000\tMissense_Mutation\tA\tG\t%s\tp.A1B\n";

  /** What the expression files of the samples are. */
  public enum Expression {
    /** Files of salmon, which a model of logarithms refuses. */
    SALMON,
    /** Matrices of one sample, of logarithms. */
    MATRIX
  }

  private SheetCohort() {}

  /** Writes the files and gives the arguments that name them. */
  public static List<String> write(Path folder, Expression kind) throws IOException {
    Files.createDirectories(folder);
    List<String> expression = Files.readAllLines(Path.of("test-data/demo/data_mrna_seq_tpm.txt"));
    StringBuilder sheet = new StringBuilder("patient,sample,vcf,maf,cna,expression,assay\n");
    StringBuilder clinical =
        new StringBuilder("PATIENT_ID\tER_STATUS_BY_IHC\tPR_STATUS_BY_IHC\tHER2_IHC_SCORE\tAGE\n");
    for (int i = 1; i <= PATIENTS; i++) {
      String patient = patient(i);
      String sample = patient + "-T";
      clinical.append(patient);
      clinical.append(i % 3 == 0 ? "\tPositive\tPositive" : "\tNegative\tNegative");
      clinical.append('\t').append(i % 4).append('\t').append(i == 5 ? "" : 40 + i).append('\n');
      boolean ofRow = i % 4 != 0;
      String vcf = ofRow ? sample + ".vcf" : "";
      if (ofRow) {
        String record = i % 2 == 0 ? "3\t179234297\t.\tA\tG" : "10\t87933147\t.\tC\tT";
        Files.writeString(folder.resolve(vcf), VCF + record + "\t50\tPASS\t.\tGT\t0/1\n");
      }
      String cna = i % 5 == 0 ? "" : sample + ".cna.tsv";
      if (!cna.isEmpty()) {
        Files.writeString(
            folder.resolve(cna),
            "Hugo_Symbol\t" + sample + "\nPTEN\t" + (i % 3 == 1 ? -2 : 0) + "\nJAK2\t0\n");
      }
      String quantified = i % 6 == 0 ? "" : sample + ".sf";
      if (!quantified.isEmpty()) {
        Files.writeString(folder.resolve(quantified), quantified(expression, i, kind));
      }
      String shared = i == 4 || i == 8 ? "shared.maf" : "";
      String assay = i % 2 == 0 ? "panel" : i == 7 ? "unheard" : "";
      sheet.append(String.join(",", patient, sample, vcf, shared, cna, quantified, assay));
      sheet.append('\n');
    }
    sheet.append(String.join(",", patient(2), patient(2) + "-M", "", "", "", "", "panel\n"));
    Files.writeString(folder.resolve("sheet.csv"), sheet);
    Files.writeString(folder.resolve("clinical.tsv"), clinical);
    Files.writeString(
        folder.resolve("shared.maf"),
        MAF
            + H1047R.formatted(patient(4) + "-T")
            + H1047R.formatted("STRANGER-1")
            + TITIN.formatted(patient(8) + "-T"));
    Files.writeString(
        folder.resolve("cohort.maf"),
        MAF
            + TITIN.formatted(patient(1) + "-T")
            + H1047R.formatted(patient(12) + "-T")
            + H1047R.formatted("STRANGER-2"));
    Files.writeString(folder.resolve("panel.txt"), "PIK3CA\nPTEN\nAKT1\nJAK2\n");
    return List.of(
        "--samplesheet",
        folder.resolve("sheet.csv").toString(),
        "--clinical",
        folder.resolve("clinical.tsv").toString(),
        "--maf",
        folder.resolve("cohort.maf").toString(),
        "--assay",
        "panel=" + folder.resolve("panel.txt"));
  }

  /** The patient whose file it is. */
  public static String patientOf(Path file) {
    return String.valueOf(file.getFileName()).substring(0, patient(1).length());
  }

  private static String patient(int number) {
    return String.format(Locale.ROOT, "PT-%02d", number);
  }

  private static String quantified(List<String> matrix, int number, Expression kind) {
    boolean salmon = kind == Expression.SALMON;
    StringBuilder text =
        new StringBuilder(salmon ? "Name\tLength\tEffectiveLength\tTPM\tNumReads\n" : "gene\tx\n");
    for (String line : matrix.subList(1, matrix.size())) {
      String[] fields = line.split("\t", -1);
      text.append(fields[0])
          .append(salmon ? "\t900\t800\t" : "\t")
          .append(fields[number])
          .append(salmon ? "\t9\n" : "\n");
    }
    return text.toString();
  }
}
