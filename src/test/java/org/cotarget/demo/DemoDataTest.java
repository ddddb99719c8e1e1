package org.cotarget.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The demo files agree with each other and with the decision tables, and, where the sequences lie
 * beside the project, with the coding sequences.
 */
class DemoDataTest {

  private static final Path DATA = Path.of("test-data");
  private static final Path STUDY = DATA.resolve("demo");
  private static final Path DECISIONS = Path.of("src/test/resources/facts");
  private static final Path FACTS = Path.of("../shared/facts");

  /** In the MAF alone on purpose: a sample that no clinical table and no case list knows. */
  private static final String MAF_ONLY = "DEMO-029";

  private static final String BASES = "TCAG";
  private static final String AMINO_ACIDS =
      "FFLLSSSSYY**CC*WLLLLPPPPHHQQRRRRIIIMTTTTNNKKSSRRVVVVAAAADDEEGGGG";

  @Test
  void expectedOutcomesCoverEachPatientOnce() throws IOException {
    Map<String, String> patientOfSample = patientOfSample();
    Set<String> patients = new TreeSet<>(patientOfSample.values());
    assertThat(column("data_clinical_patient.txt", "PATIENT_ID"))
        .containsExactlyInAnyOrderElementsOf(patients);
    patients.add(MAF_ONLY);
    patientOfSample.put(MAF_ONLY, MAF_ONLY);

    List<Map<String, String>> expected = table(DATA.resolve("demo-expected.tsv"));

    assertThat(expected)
        .extracting(row -> cell(row, "PATIENT_ID"))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(patients);
    assertThat(expected)
        .allSatisfy(
            row ->
                assertThat(patientOfSample)
                    .containsEntry(cell(row, "SAMPLE_ID"), cell(row, "PATIENT_ID")));
  }

  @Test
  void caseListsNameTheSamplesOfEachLayer() throws IOException {
    Set<String> samples = patientOfSample().keySet();

    assertThat(caseList("all")).containsExactlyInAnyOrderElementsOf(samples);
    assertThat(caseList("cna")).containsExactlyElementsOf(matrixSamples("data_cna.txt", 2));
    assertThat(caseList("rna_seq_mrna"))
        .containsExactlyElementsOf(matrixSamples("data_mrna_seq_tpm.txt", 1));
    assertThat(caseList("sequenced"))
        .containsExactlyElementsOf(column("data_gene_panel_matrix.txt", "SAMPLE_ID"));
    assertThat(samples)
        .containsAll(caseList("cna"))
        .containsAll(caseList("rna_seq_mrna"))
        .containsAll(caseList("sequenced"));

    Set<String> mutated = new TreeSet<>(column("data_mutations.txt", "Tumor_Sample_Barcode"));
    assertThat(mutated).contains(MAF_ONLY);
    mutated.remove(MAF_ONLY);
    assertThat(caseList("sequenced")).containsAll(mutated);
  }

  @Test
  void panelLacksAkt1AndTheMatrixNamesIt() throws IOException {
    List<String> lines = Files.readAllLines(STUDY.resolve("data_gene_panel_demo12.txt"));

    assertThat(lines.get(0)).isEqualTo("stable_id: DEMO12");
    assertThat(lines.get(2).substring("gene_list: ".length()).split("\t", -1))
        .hasSize(12)
        .contains("PIK3CA", "PTEN")
        .doesNotContain("AKT1");
    assertThat(new TreeSet<>(column("data_gene_panel_matrix.txt", "mutations")))
        .containsExactly("DEMO12", "NA");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clinical_patient",
        "clinical_sample",
        "mutations",
        "cna",
        "mrna_seq_tpm",
        "gene_panel_matrix"
      })
  void everyMetaFileNamesItsDataFile(String kind) throws IOException {
    assertThat(Files.readAllLines(STUDY.resolve("meta_" + kind + ".txt")))
        .contains(
            "cancer_study_identifier: brca_cotarget_demo", "data_filename: data_" + kind + ".txt");
    assertThat(STUDY.resolve("data_" + kind + ".txt")).isNotEmptyFile();
  }

  @Test
  void lowPtenMrnaIsFarFromTheCutOff() throws IOException {
    Map<String, String> pten = new HashMap<>();
    for (Map<String, String> row : table(STUDY.resolve("data_mrna_seq_tpm.txt"))) {
      if (cell(row, "Hugo_Symbol").equals("PTEN")) {
        pten.putAll(row);
      }
    }
    pten.remove("Hugo_Symbol");
    double mean = pten.values().stream().mapToDouble(Double::parseDouble).average().orElseThrow();
    double squares =
        pten.values().stream()
            .mapToDouble(Double::parseDouble)
            .map(value -> (value - mean) * (value - mean))
            .sum();
    double deviation = Math.sqrt(squares / (pten.size() - 1));

    int measured = 0;
    for (Map<String, String> row : table(DATA.resolve("demo-expected.tsv"))) {
      String value = pten.get(cell(row, "SAMPLE_ID"));
      String state = cell(row, "PTEN_MRNA");
      if (value == null) {
        assertThat(state).as(cell(row, "SAMPLE_ID")).isEqualTo("NA");
      } else {
        measured++;
        double z = (Double.parseDouble(value) - mean) / deviation;
        boolean setAside = cell(row, "WHY").contains("set aside");
        assertThat(state).as("z %s", z).isEqualTo(z >= -1.5 ? "NOT_LOW" : setAside ? "NA" : "LOW");
        assertThat(z < -1.8 || z > -1.2).as("z %s is far from -1.5", z).isTrue();
      }
    }
    assertThat(measured).isEqualTo(pten.size()).isBetween(25, 49);
  }

  @Test
  void variantsMatchTheCodingSequence() throws IOException {
    assumeTrue(Files.isDirectory(FACTS), "skipped: no coding sequences at " + FACTS);
    Map<String, Gene> genes = genes("exons_grch37.tsv");
    List<Map<String, String>> rows = table(STUDY.resolve("data_mutations.txt"));

    int substitutions = 0;
    for (Map<String, String> row : rows) {
      String name = cell(row, "Hugo_Symbol") + ' ' + cell(row, "HGVSp_Short");
      assertThat(cell(row, "NCBI_Build")).isEqualTo("GRCh37");
      Gene gene = genes.get(cell(row, "Hugo_Symbol"));
      assertThat(gene).as(name).isNotNull();
      assertThat(cell(row, "Transcript_ID")).as(name).isEqualTo(gene.transcript);
      assertThat("chr" + cell(row, "Chromosome")).as(name).isEqualTo(gene.chrom);
      int start = Integer.parseInt(cell(row, "Start_Position"));
      int end = Integer.parseInt(cell(row, "End_Position"));
      String ref = cell(row, "Reference_Allele");
      String alt = cell(row, "Tumor_Seq_Allele2");
      assertThat(end - start + 1).as(name).isEqualTo(ref.equals("-") ? 2 : ref.length());
      if (cell(row, "Variant_Classification").equals("Splice_Site")) {
        assertThat(gene.coding).as(name).doesNotContainKey(start).containsKey(start - 1);
      } else if (cell(row, "Variant_Type").equals("SNP")) {
        substitutions++;
        assertThat(gene.substitute(start, ref, alt))
            .as(name)
            .isEqualTo(cell(row, "HGVSc") + ' ' + cell(row, "HGVSp_Short"));
      } else if (cell(row, "Variant_Type").equals("DEL")) {
        assertThat(gene.bases(start, end)).as(name).isEqualTo(ref);
        assertThat(gene.coding).as(name).containsKeys(start, end);
      } else {
        assertThat(gene.coding).as(name).containsKeys(start, end);
      }
    }
    assertThat(substitutions).isGreaterThan(50);
  }

  @ParameterizedTest
  @CsvSource({
    "vep_mutect2.vcf,    PIK3CA, chr3,  179234297, A, G, c.3140A>G p.H1047R",
    "snpeff_single.vcf,  PTEN,   10,    87933147,  C, T, c.388C>T p.R130*",
    "bcftools_csq.vcf,   AKT1,   chr14, 104780214, C, T, c.49G>A p.E17K",
  })
  void vcfHoldsItsEventAmongAnExome(
      String file, String symbol, String chrom, int pos, String ref, String alt, String change)
      throws IOException {
    List<String[]> records =
        Files.readAllLines(DATA.resolve("demo-vcf").resolve(file)).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\t", -1))
            .toList();

    List<String[]> events =
        records.stream().filter(record -> !record[7].contains("PASSENGER")).toList();
    assertThat(events).hasSize(1);
    assertThat(events.get(0)).startsWith(chrom, String.valueOf(pos), ".", ref, alt);
    assertThat(events.get(0)[7]).contains(symbol);
    assertThat(records.stream().map(record -> record[0]).distinct()).hasSizeGreaterThan(6);
    assertThat(Files.readAllLines(DATA.resolve("demo-vcf/samplesheet.csv")))
        .anyMatch(line -> line.endsWith("," + file));

    assumeTrue(Files.isDirectory(FACTS), "skipped: no coding sequences at " + FACTS);
    Gene gene = Objects.requireNonNull(genes("exons_grch38.tsv").get(symbol));
    assertThat(gene.substitute(pos, ref, alt)).isEqualTo(change);
  }

  @Test
  void expectedOutcomesObeyTheDecisionTables() throws IOException {
    Map<List<String>, List<String>> flags = new HashMap<>();
    for (Map<String, String> row : table(DECISIONS.resolve("final_flag.tsv"))) {
      flags.put(
          List.of(cell(row, "tnbc"), cell(row, "pi3k"), cell(row, "jak2_stat5")),
          List.of(cell(row, "flag_default"), cell(row, "priority")));
    }
    Set<List<String>> calls = new HashSet<>();
    for (Map<String, String> row : table(DECISIONS.resolve("pi3k_decision.tsv"))) {
      calls.add(List.of(cell(row, "genomic"), cell(row, "pten_mrna"), cell(row, "pi3k_call")));
    }
    // PTEN retained by IHC sets a low mRNA aside, outside the table.
    calls.add(List.of("G0", "LOW", "NOT_DETECTED"));

    assertThat(table(DATA.resolve("demo-expected.tsv")))
        .allSatisfy(
            row -> {
              assertThat(flags)
                  .containsEntry(
                      List.of(
                          cell(row, "TNBC_CALL"),
                          cell(row, "PI3K_CALL"),
                          cell(row, "JAK_STAT5_CALL")),
                      List.of(cell(row, "DECISION"), cell(row, "PRIORITY")));
              assertThat(calls)
                  .contains(
                      List.of(
                          cell(row, "PI3K_GENOMIC_TIER"),
                          cell(row, "PTEN_MRNA"),
                          cell(row, "PI3K_CALL")));
            });
  }

  private static Map<String, String> patientOfSample() throws IOException {
    Map<String, String> patients = new LinkedHashMap<>();
    for (Map<String, String> row : table(STUDY.resolve("data_clinical_sample.txt"))) {
      assertThat(patients.put(cell(row, "SAMPLE_ID"), cell(row, "PATIENT_ID"))).isNull();
    }
    return patients;
  }

  private static List<String> caseList(String name) throws IOException {
    String key = "case_list_ids: ";
    return Files.readAllLines(STUDY.resolve("case_lists/cases_" + name + ".txt")).stream()
        .filter(line -> line.startsWith(key))
        .flatMap(line -> Stream.of(line.substring(key.length()).split("\t", -1)))
        .toList();
  }

  private static List<String> matrixSamples(String file, int idColumns) throws IOException {
    List<String> header = List.copyOf(table(STUDY.resolve(file)).get(0).keySet());
    return header.subList(idColumns, header.size());
  }

  private static List<String> column(String file, String name) throws IOException {
    return table(STUDY.resolve(file)).stream().map(row -> cell(row, name)).toList();
  }

  private static String cell(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  /** Rows by header name, comment lines left out; every row must be as wide as the header. */
  private static List<Map<String, String>> table(Path path) throws IOException {
    List<String[]> lines =
        Files.readAllLines(path).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\t", -1))
            .toList();
    String[] header = lines.get(0);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String[] line : lines.subList(1, lines.size())) {
      assertThat(line).as(path + ": " + line[0]).hasSameSizeAs(header);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < header.length; i++) {
        assertThat(row.put(header[i], line[i])).as(header[i]).isNull();
      }
      rows.add(row);
    }
    return rows;
  }

  private static Map<String, Gene> genes(String exonFile) throws IOException {
    Map<String, Gene> genes = new HashMap<>();
    for (Map<String, String> row : table(FACTS.resolve("transcripts/cds.tsv"))) {
      genes.putIfAbsent(
          cell(row, "symbol"), new Gene(cell(row, "transcript"), cell(row, "sequence")));
    }
    for (Map<String, String> row : table(FACTS.resolve("transcripts").resolve(exonFile))) {
      Gene gene = genes.get(cell(row, "symbol"));
      if (gene != null
          && gene.transcript.equals(cell(row, "transcript"))
          && !cell(row, "cds_start").isEmpty()) {
        gene.addExon(row);
      }
    }
    return genes;
  }

  /** A coding sequence with its place on the genome. */
  private static final class Gene {
    private final String transcript;
    private final String sequence;
    private final Map<Integer, Integer> coding = new HashMap<>();
    private String chrom = "";
    private boolean forward = true;

    Gene(String transcript, String sequence) {
      this.transcript = transcript;
      this.sequence = sequence;
    }

    void addExon(Map<String, String> row) {
      chrom = cell(row, "chrom");
      forward = cell(row, "strand").equals("+");
      int start = Integer.parseInt(cell(row, "cds_start"));
      int end = Integer.parseInt(cell(row, "cds_end"));
      int first = Integer.parseInt(cell(row, "cds_offset_c_start"));
      for (int i = 0; i <= end - start; i++) {
        coding.put(forward ? start + i : end - i, first + i);
      }
    }

    /** Reference bases of the forward strand. */
    String bases(int start, int end) {
      StringBuilder bases = new StringBuilder();
      for (int position = start; position <= end; position++) {
        int c = Objects.requireNonNull(coding.get(position), "not coding");
        bases.append(onStrand(sequence.charAt(c - 1)));
      }
      return bases.toString();
    }

    /** The change that a substitution makes, e.g. {@code c.3140A>G p.H1047R}. */
    String substitute(int position, String ref, String alt) {
      int c = Objects.requireNonNull(coding.get(position), "not coding");
      assertThat(bases(position, position)).isEqualTo(ref);
      int codon = (c - 1) / 3;
      String before = sequence.substring(codon * 3, codon * 3 + 3);
      StringBuilder after = new StringBuilder(before);
      char base = onStrand(alt.charAt(0));
      after.setCharAt((c - 1) % 3, base);
      char from = translate(before);
      char to = translate(after.toString());
      return "c."
          + c
          + sequence.charAt(c - 1)
          + '>'
          + base
          + " p."
          + from
          + (codon + 1)
          + (from == to ? '=' : to);
    }

    private char onStrand(char base) {
      return forward ? base : "TGCA".charAt("ACGT".indexOf(base));
    }

    private static char translate(String codon) {
      int index = 0;
      for (int i = 0; i < 3; i++) {
        index = index * 4 + BASES.indexOf(codon.charAt(i));
      }
      return AMINO_ACIDS.charAt(index);
    }
  }
}
