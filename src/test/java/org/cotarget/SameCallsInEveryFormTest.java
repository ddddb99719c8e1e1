package org.cotarget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cotarget.cli.CommandLineRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same tumours as un-annotated VCFs on either assembly, as one VCF of the cohort whose header
 * does not name the assembly, annotated by VEP, and as MAF: their calls and decisions are the same.
 */
class SameCallsInEveryFormTest {

  private static final List<String> COMPARED =
      List.of(
          "TNBC_CALL",
          "PI3K_CALL",
          "PI3K_GENOMIC_TIER",
          "PI3K_EVENTS",
          "PI3K_ARM",
          "PI3K_SCORE",
          "JAK_STAT5_CALL");

  /**
   * One variant of one patient.
   *
   * @param alleles reference and alternate as a VCF writes them
   * @param classification {@code Variant_Classification}
   * @param term Sequence Ontology term
   */
  private record Case(
      String patient,
      String gene,
      String chrom,
      long position37,
      long position38,
      String alleles,
      String classification,
      String term,
      String transcript,
      String protein,
      String shortProtein) {}

  private static final List<Case> CASES =
      List.of(
          new Case(
              "P1",
              "PIK3CA",
              "3",
              178952085,
              179234297,
              "A>G",
              "Missense_Mutation",
              "missense_variant",
              "ENST00000263967.4",
              "p.His1047Arg",
              "p.H1047R"),
          new Case(
              "P2",
              "PIK3CA",
              "3",
              178936091,
              179218303,
              "G>A",
              "Missense_Mutation",
              "missense_variant",
              "ENST00000263967.4",
              "p.Glu545Lys",
              "p.E545K"),
          new Case(
              "P3",
              "AKT1",
              "14",
              105246551,
              104780214,
              "C>T",
              "Missense_Mutation",
              "missense_variant",
              "ENST00000649815.2",
              "p.Glu17Lys",
              "p.E17K"),
          new Case(
              "P4",
              "PTEN",
              "10",
              89692904,
              87933147,
              "C>T",
              "Nonsense_Mutation",
              "stop_gained",
              "ENST00000371953.8",
              "p.Arg130Ter",
              "p.R130*"),
          new Case(
              "P5",
              "PTEN",
              "10",
              89692905,
              87933148,
              "G>A",
              "Missense_Mutation",
              "missense_variant",
              "ENST00000371953.8",
              "p.Arg130Gln",
              "p.R130Q"),
          new Case(
              "P6",
              "PIK3CA",
              "3",
              178936091,
              179218303,
              "G>T",
              "Nonsense_Mutation",
              "stop_gained",
              "ENST00000263967.4",
              "p.Glu545Ter",
              "p.E545*"),
          new Case(
              "P7",
              "PIK3CA",
              "3",
              178952085,
              179234297,
              "A>T",
              "Missense_Mutation",
              "missense_variant",
              "ENST00000263967.4",
              "p.His1047Leu",
              "p.H1047L"),
          new Case(
              "P8",
              "PTEN",
              "10",
              89692903,
              87933146,
              "A>AT",
              "Frame_Shift_Ins",
              "frameshift_variant",
              "ENST00000371953.8",
              "p.Arg130SerfsTer4",
              "p.R130Sfs*4"));

  @TempDir private Path folder;

  @Test
  void givesTheSameCalls() throws IOException {
    Map<String, Map<String, String>> forms = new TreeMap<>();
    forms.put("MAF", run("maf", List.of("--maf", maf().toString())));
    forms.put("GRCh37", run("v37", vcfs("v37", true, "##reference=GRCh37\n", false)));
    forms.put("GRCh38", run("v38", vcfs("v38", false, "##reference=GRCh38\n", false)));
    forms.put("GRCh37 by bases", run("b37", cohort("b37", true)));
    forms.put("GRCh38 by bases", run("b38", cohort("b38", false)));
    forms.put("VEP", run("vep", vcfs("vep", false, "##reference=GRCh38\n", true)));
    Map<String, String> expected = forms.get("MAF");
    assertThat(expected).hasSize(CASES.size() + 8);
    assertThat(expected.get("P1")).contains("PIK3CA H1047R").contains("ACTIVE_HIGH");
    assertThat(expected.get("decision P4")).isEqualTo("CANDIDATE");
    assertThat(forms).allSatisfy((form, calls) -> assertThat(calls).as(form).isEqualTo(expected));
  }

  private Map<String, String> run(String name, List<String> inputs) throws IOException {
    Path clinical = folder.resolve("clinical.tsv");
    StringBuilder table =
        new StringBuilder("PATIENT_ID\tSAMPLE_ID\tER_STATUS_BY_IHC\tPR_STATUS_BY_IHC\tIHC_HER2\n");
    CASES.forEach(
        c ->
            table
                .append(c.patient())
                .append('\t')
                .append(c.patient())
                .append("\tNegative\tNegative\tNegative\n"));
    Files.writeString(clinical, table);
    Path out = folder.resolve("results-" + name);
    List<String> arguments = new ArrayList<>(List.of("run", "--clinical", clinical.toString()));
    arguments.addAll(List.of("--assay", "WES", "--out", out.toString()));
    arguments.addAll(inputs);
    CommandLineRunner.Result result = CommandLineRunner.run(arguments);
    assertThat(result.code()).as(name + ": " + result.err() + result.out()).isZero();
    Map<String, String> calls = new TreeMap<>();
    rows(out.resolve("calls.tsv"))
        .forEach(
            row ->
                calls.put(
                    row.get("PATIENT_ID"),
                    String.join("|", COMPARED.stream().map(row::get).toList())));
    rows(out.resolve("screening.tsv"))
        .forEach(row -> calls.put("decision " + row.get("PATIENT_ID"), row.get("DECISION")));
    return calls;
  }

  private static List<Map<String, String>> rows(Path file) throws IOException {
    List<String> lines =
        Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList();
    String[] header = lines.get(0).split("\t", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Map<String, String> row = new TreeMap<>();
      for (int i = 0; i < header.length; i++) {
        row.put(header[i], cells[i]);
      }
      assertThat(row).containsKeys("PATIENT_ID");
      rows.add(row);
    }
    return rows;
  }

  private Path maf() throws IOException {
    StringBuilder text =
        new StringBuilder(
            "Hugo_Symbol\tNCBI_Build\tChromosome\tStart_Position\tEnd_Position\tVariant_Classification\tReference_Allele\tTumor_Seq_Allele2\tTumor_Sample_Barcode\tHGVSp_Short\n");
    for (Case c : CASES) {
      String[] alleles = c.alleles().split(">", -1);
      boolean insertion = alleles[1].length() > alleles[0].length();
      text.append(
          String.join(
              "\t",
              c.gene(),
              "GRCh37",
              c.chrom(),
              String.valueOf(c.position37()),
              String.valueOf(c.position37() + (insertion ? 1 : 0)),
              c.classification(),
              insertion ? "-" : alleles[0],
              insertion ? alleles[1].substring(1) : alleles[1],
              c.patient(),
              c.shortProtein()));
      text.append('\n');
    }
    return Files.writeString(folder.resolve("cohort.maf"), text);
  }

  /** One file of all, of which only the bases tell the assembly. */
  private List<String> cohort(String name, boolean old) throws IOException {
    StringBuilder text =
        new StringBuilder(
            "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT");
    CASES.forEach(c -> text.append('\t').append(c.patient()));
    text.append('\n');
    for (Case c : CASES) {
      List<String> cells = new ArrayList<>(site(c, old, "DP=100"));
      CASES.forEach(other -> cells.add(other.equals(c) ? "0/1:60,40" : "0/0:99,0"));
      text.append(String.join("\t", cells)).append('\n');
    }
    return List.of("--vcf", Files.writeString(folder.resolve(name + ".vcf"), text).toString());
  }

  private static List<String> site(Case c, boolean old, String info) {
    String[] alleles = c.alleles().split(">", -1);
    return List.of(
        (old ? "" : "chr") + c.chrom(),
        String.valueOf(old ? c.position37() : c.position38()),
        ".",
        alleles[0],
        alleles[1],
        "50",
        "PASS",
        info,
        "GT:AD");
  }

  private List<String> vcfs(String name, boolean old, String meta, boolean annotated)
      throws IOException {
    Path files = Files.createDirectory(folder.resolve(name));
    for (Case c : CASES) {
      String[] alleles = c.alleles().split(">", -1);
      String header = "##fileformat=VCFv4.2\n" + meta;
      String info = "DP=100";
      if (annotated) {
        header +=
            "##INFO=<ID=CSQ,Number=.,Type=String,Description=\"Consequence annotations from Ensembl VEP. Format: Allele|Consequence|SYMBOL|Feature|HGVSp|MANE_SELECT\">\n";
        String allele = alleles[1].length() > 1 ? alleles[1].substring(1) : alleles[1];
        info =
            "CSQ="
                + String.join(
                    "|",
                    allele,
                    c.term(),
                    c.gene(),
                    c.transcript(),
                    "ENSP0:" + c.protein(),
                    "NM_0");
      }
      String record = String.join("\t", site(c, old, info)) + "\t0/1:60,40";
      Files.writeString(
          files.resolve(c.patient() + ".vcf"),
          header
              + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t"
              + c.patient()
              + "\n"
              + record
              + "\n");
    }
    return List.of("--vcf", files.toString());
  }
}
