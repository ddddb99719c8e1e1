package org.cotarget.input.vcf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotarget.annotation.VariantAnnotator;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblems;
import org.cotarget.input.layer.RecurrentChanges;
import org.cotarget.input.layer.VariantFile;
import org.cotarget.input.vcf.scan.ReaderKind;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Broken and odd VCFs, among them the categories of the test files of hts-specs: file format,
 * header, column line, and each column of a record. Each file gives the problems and the variants
 * that stand beside it; nothing ever crashes, and nothing is lost without a word.
 */
class OddVcfTest {

  private static final Reference REFERENCE = ReferenceLoader.bundled();
  private static final String FORMAT = "##fileformat=VCFv4.2\n";
  private static final String CONTIG = "##contig=<ID=chr3,length=198295559>\n";
  private static final String SITE = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO";
  private static final String COLUMNS = SITE + "\tFORMAT\tP1\n";
  private static final String GOOD = "chr3 179218303 . G A 50 PASS . GT:AD:DP 0/1:30,10:40";
  private static final String E545K = "PIK3CA 179218303 G>A 10/40";

  /**
   * One file.
   *
   * @param problems severity, code, line and column of each but notes of a file without normal
   * @param variants gene, position, alleles and reads of each
   */
  private record Case(String name, String text, String problems, String variants) {
    @Override
    public String toString() {
      return name;
    }
  }

  @TempDir Path folder;

  /** A file of the usual header, whose first record is in line 4. */
  private static Case of(String name, String record, String problems, String variants) {
    return file(name, FORMAT + CONTIG + COLUMNS, problems, variants, record);
  }

  private static Case bad(String name, String record, String column) {
    // The sound record behind shows that reading goes on; an error leaves no file all the same.
    return file(
        name, FORMAT + CONTIG + COLUMNS, "ERROR VCF_RECORD 4 " + column, E545K, record, GOOD);
  }

  private static Case file(
      String name, String header, String problems, String variants, String... records) {
    StringBuilder text = new StringBuilder(header);
    for (String record : records) {
      text.append(record.replaceAll(" +", "\t").replace("~", " ")).append('\n');
    }
    return new Case(name, text.toString(), problems, variants);
  }

  static Stream<Case> cases() {
    return Stream.of(whole(), headers(), sites(), samples(), odd()).flatMap(List::stream);
  }

  private static List<Case> whole() {
    return List.of(
        new Case("no byte", "", "ERROR FILE_EMPTY 0 ", ""),
        new Case("no fileformat line", CONTIG + COLUMNS, "ERROR VCF_NOT_VCF 1 ", ""),
        new Case("fileformat misspelt", "##fileformt=VCFv4.2\n", "ERROR VCF_NOT_VCF 1 ", ""),
        new Case("a table", "gene\tS1\nPTEN\t1\n", "ERROR VCF_NOT_VCF 1 ", ""),
        new Case("header alone", FORMAT + CONTIG, "ERROR VCF_HEADER 3 ", ""),
        new Case(
            "records without column line",
            FORMAT + "chr3\t1\t.\tG\tA\n",
            "ERROR VCF_HEADER 2 ",
            ""),
        new Case(
            "column line with blanks", FORMAT + "#CHROM POS ID REF\n", "ERROR VCF_HEADER 2 ", ""),
        new Case("column line cut short", FORMAT + "#CHROM\tPOS\tID\n", "ERROR VCF_HEADER 2 ", ""),
        new Case(
            "columns in another order",
            FORMAT + "#CHROM\tID\tPOS\tREF\tALT\tQUAL\tFILTER\tINFO\n",
            "ERROR VCF_HEADER 2 ",
            ""),
        new Case("samples without FORMAT", FORMAT + SITE + "\tP1\n", "ERROR VCF_HEADER 2 ", ""),
        new Case(
            "two columns of one name",
            FORMAT + SITE + "\tFORMAT\tA\tA\n",
            "ERROR VCF_SAMPLE_DUPLICATE 2 ",
            ""),
        new Case(
            "no sample column", FORMAT + CONTIG + SITE + "\n", "ERROR VCF_TUMOR_UNCLEAR 0 ", ""),
        new Case(
            "FORMAT without sample",
            FORMAT + CONTIG + SITE + "\tFORMAT\n",
            "ERROR VCF_TUMOR_UNCLEAR 0 ",
            ""),
        new Case("no record", FORMAT + CONTIG + COLUMNS, "", ""),
        new Case(
            "CRLF",
            (FORMAT + CONTIG + COLUMNS + GOOD.replace(' ', '\t') + "\n").replace("\n", "\r\n"),
            "",
            E545K),
        new Case(
            "byte order mark",
            "\uFEFF" + FORMAT + CONTIG + COLUMNS + GOOD.replace(' ', '\t') + "\n",
            "",
            E545K),
        new Case(
            "no line end at the end",
            FORMAT + CONTIG + COLUMNS + GOOD.replace(' ', '\t'),
            "",
            E545K),
        file("blank lines between records", FORMAT + CONTIG + COLUMNS, "", E545K, "", GOOD, ""),
        file(
            "trailing blanks in the column line",
            FORMAT + CONTIG + COLUMNS.strip() + "\t\n",
            "",
            E545K,
            GOOD));
  }

  private static List<Case> headers() {
    String meta = FORMAT + CONTIG;
    return List.of(
        file("version of the future", "##fileformat=VCFv4.9\n" + CONTIG + COLUMNS, "", E545K, GOOD),
        file("version 3.3", "##fileformat=VCFv3.3\n" + CONTIG + COLUMNS, "", E545K, GOOD),
        file("no definition at all", FORMAT + COLUMNS, "", E545K, GOOD),
        file(
            "INFO without Description",
            meta + "##INFO=<ID=X,Number=1,Type=String>\n" + COLUMNS,
            "",
            E545K,
            GOOD),
        file(
            "INFO without ID",
            meta + "##INFO=<Number=1,Type=String,Description=\"d\">\n" + COLUMNS,
            "",
            E545K,
            GOOD),
        file(
            "INFO of unknown Number",
            meta + "##INFO=<ID=A,Number=x,Type=String,Description=\"d\">\n" + COLUMNS,
            "ERROR VCF_HEADER 0 ",
            "",
            GOOD),
        file(
            "FORMAT twice",
            meta + "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"d\">\n".repeat(2) + COLUMNS,
            "",
            E545K,
            GOOD),
        file("meta line without value", meta + "##source\n##=\n" + COLUMNS, "", E545K, GOOD),
        file(
            "meta line not closed",
            meta + "##contig=<ID=chr4,length=19\n" + COLUMNS,
            "",
            E545K,
            GOOD),
        file("Latin-1 in the header", meta + "##source=M\u00fcller\n" + COLUMNS, "", E545K, GOOD),
        file("contig without length", FORMAT + "##contig=<ID=chr3>\n" + COLUMNS, "", E545K, GOOD),
        file(
            "contig of endless length",
            FORMAT + CONTIG + "##contig=<ID=HLA-A*01:01,length=99999999999999999999>\n" + COLUMNS,
            "",
            E545K,
            GOOD),
        file(
            "contigs of both assemblies",
            meta + "##contig=<ID=chr10,length=135534747>\n" + COLUMNS,
            "ERROR VCF_BUILD_CONFLICT 0 ",
            "",
            GOOD),
        file(
            "contigs of neither assembly",
            FORMAT + "##contig=<ID=chr3,length=201106605>\n" + COLUMNS,
            "ERROR VCF_BUILD_FOREIGN 0 ",
            "",
            GOOD),
        file(
            "reference of another assembly",
            FORMAT + "##reference=/ref/hg18.fa\n" + COLUMNS,
            "ERROR VCF_BUILD_FOREIGN 0 ",
            "",
            GOOD),
        file(
            "annotation without fields",
            meta
                + "##INFO=<ID=CSQ,Number=.,Type=String,Description=\"Format: Allele|Feature\">\n"
                + COLUMNS,
            "WARNING VCF_ANNOTATION_FIELDS 0 INFO",
            E545K,
            GOOD),
        file(
            "annotation defined, in no record",
            meta + "##INFO=<ID=ANN,Number=.,Type=String,Description=\"d\">\n" + COLUMNS,
            "",
            E545K,
            GOOD));
  }

  private static List<Case> sites() {
    return List.of(
        bad("too few columns", "chr3 179218303 . G", "ALT"),
        bad("no sample", "chr3 179218303 . G A 50 PASS . GT", "P1"),
        bad("too many columns", GOOD + " 0/1", "P1"),
        bad("blanks for tabs", "chr3~179218303~.~G~A~50~PASS~.~GT~0/1", "POS"),
        bad("a header line among the records", "##source=x", "POS"),
        bad("POS is text", "chr3 x . G A 50 PASS . GT 0/1", "POS"),
        bad("POS is empty", "chr3\t\t.\tG\tA\t50\tPASS\t.\tGT\t0/1", "POS"),
        bad("POS is negative", "chr3 -5 . G A 50 PASS . GT 0/1", "POS"),
        bad("POS is fractional", "chr3 179218303.5 . G A 50 PASS . GT 0/1", "POS"),
        bad("POS is too long", "chr3 99999999999999 . G A 50 PASS . GT 0/1", "POS"),
        bad("REF is empty", "chr3\t179218303\t.\t\tA\t50\tPASS\t.\tGT\t0/1", "REF"),
        bad("REF is a dot", "chr3 179218303 . . A 50 PASS . GT 0/1", "REF"),
        bad("REF has digits", "chr3 179218303 . G1 A 50 PASS . GT 0/1", "REF"),
        bad("REF is a list", "chr3 179218303 . G,C A 50 PASS . GT 0/1", "REF"),
        bad("REF is symbolic", "chr3 179218303 . <DEL> A 50 PASS . GT 0/1", "REF"),
        bad("ALT is empty", "chr3\t179218303\t.\tG\t\t50\tPASS\t.\tGT\t0/1", "ALT"),
        bad("ALT has an empty allele", "chr3 179218303 . G A, 50 PASS . GT 0/1", "ALT"),
        bad("ALT has a dot among alleles", "chr3 179218303 . G A,. 50 PASS . GT 0/1", "ALT"),
        bad("ALT has digits", "chr3 179218303 . G A1 50 PASS . GT 0/1", "ALT"),
        bad("ALT is a dash", "chr3 179218303 . G - 50 PASS . GT 0/1", "ALT"),
        bad("symbolic ALT not closed", "chr3 179218303 . G <DEL 50 PASS . GT 0/1", "ALT"),
        bad("breakend without end", "chr3 179218303 . G G]chr2:33 50 PASS . GT 0/1", "ALT"),
        bad("QUAL is text", "chr3 179218303 . G A high PASS . GT 0/1", "QUAL"),
        bad("QUAL is empty", "chr3\t179218303\t.\tG\tA\t\tPASS\t.\tGT\t0/1", "QUAL"),
        bad("FILTER is empty", "chr3\t179218303\t.\tG\tA\t50\t\t.\tGT\t0/1", "FILTER"),
        bad("FILTER has blanks", "chr3 179218303 . G A 50 a~b . GT 0/1", "FILTER"),
        bad("FILTER by commas", "chr3 179218303 . G A 50 q10,s50 . GT 0/1", "FILTER"));
  }

  private static List<Case> samples() {
    String site = "chr3 179218303 . G A 50 PASS . ";
    return List.of(
        bad("FORMAT names a key twice", site + "GT:AD:AD 0/1:1,2:3,4", "FORMAT"),
        bad("FORMAT has an empty key", site + "GT::DP 0/1:1:2", "FORMAT"),
        bad("more values than keys", site + "GT:DP 0/1:40:9", "P1"),
        bad("GT beyond ALT", site + "GT 0/2", "P1"),
        bad("GT beyond ALT, phased", site + "GT 0|7", "P1"),
        bad("GT is text", site + "GT het", "P1"),
        bad("GT by commas", site + "GT 0,1", "P1"),
        bad("GT is negative", site + "GT -1/1", "P1"),
        bad("GT is cut off", site + "GT 0/", "P1"),
        bad("DP is text", site + "GT:DP 0/1:many", "P1"),
        bad("DP is fractional", site + "GT:DP 0/1:4.5", "P1"),
        bad("AD is text", site + "GT:AD 0/1:a,b", "P1"),
        bad("AD is negative", site + "GT:AD 0/1:-3,4", "P1"),
        bad("LAA beyond ALT", site + "GT:LAA:LAD 0/1:2:3,4", "P1"),
        of(
            "AD too long",
            site + "GT:AD:DP 0/1:30,10,5:45",
            "WARNING VCF_VALUE_UNUSED 4 P1",
            "PIK3CA 179218303 G>A -1/45"),
        of(
            "AD too short",
            "chr3 179218303 . G A,C 50 PASS . GT:AD 0/2:30,10",
            "WARNING VCF_VALUE_UNUSED 4 P1",
            "PIK3CA 179218303 G>C -1/-1"),
        of("trailing values left out", site + "GT:AD:DP 0/1", "", "PIK3CA 179218303 G>A -1/-1"),
        of("all values missing", site + "GT:AD:DP .:.:.", "NOTE VCF_NO_CALL 0 ", ""),
        of("GT is not the first key", site + "DP:GT 40:0/1", "", "PIK3CA 179218303 G>A -1/40"),
        of("haploid", site + "GT:DP 1:40", "", "PIK3CA 179218303 G>A -1/40"),
        of("of four copies", site + "GT:DP 0/0/0/1:40", "", "PIK3CA 179218303 G>A -1/40"),
        of("half a genotype", site + "GT:DP ./1:40", "", "PIK3CA 179218303 G>A -1/40"),
        of("leading phase of 4.4", site + "GT:DP |0|1:40", "", "PIK3CA 179218303 G>A -1/40"),
        of("no genotype, but reads", site + "GT:AD ./.:30,10", "", E545K),
        of("not carried", site + "GT:AD 0/0:40,0", "", ""),
        of(
            "local alleles of 4.5",
            "chr3 179218303 . G C,T,A 50 PASS . GT:LAA:LAD:DP 0/3:3:30,10:40",
            "",
            E545K),
        of(
            "local genotype of Hail",
            "chr3 179218303 . G C,T,A 50 PASS . LGT:LA:LAD:DP 0/1:0,3:30,10:40",
            "",
            E545K));
  }

  private static List<Case> odd() {
    String twoRecords = "chr3 179218294 . G A 50 PASS . GT:AD:DP 0/1:30,10:40";
    return List.of(
        of("INFO is empty", "chr3\t179218303\t.\tG\tA\t50\tPASS\t\tGT:AD\t0/1:30,10", "", E545K),
        of("INFO has blanks", "chr3 179218303 . G A 50 PASS X=a~b;Y GT:AD 0/1:30,10", "", E545K),
        of(
            "INFO has empty entries",
            "chr3 179218303 . G A 50 PASS ;;DP=3;; GT:AD 0/1:30,10",
            "",
            E545K),
        of(
            "INFO has a key twice",
            "chr3 179218303 . G A 50 PASS DP=1;DP=2 GT:AD 0/1:30,10",
            "",
            E545K),
        of(
            "INFO is percent encoded",
            "chr3 179218303 . G A 50 PASS X=a%3Bb%25 GT:AD 0/1:30,10",
            "",
            E545K),
        of("QUAL is infinite", "chr3 179218303 . G A Inf PASS . GT:AD 0/1:30,10", "", E545K),
        of("lower-case bases", "chr3 179218303 . g a 50 PASS . GT:AD 0/1:30,10", "", E545K),
        of(
            "ALT is REF",
            "chr3 179218303 . G G 50 PASS . GT:AD 0/1:30,10",
            "WARNING VCF_ALT_IS_REF 4 ALT",
            ""),
        of(
            "one ALT is REF in lower case",
            "chr3 179218303 . G g,A 50 PASS . GT:AD 0/2:30,0,10",
            "WARNING VCF_ALT_IS_REF 4 ALT",
            E545K),
        of(
            "N for REF",
            "chr3 179218303 . N A 50 PASS . GT 0/1",
            "WARNING VCF_BASE_AMBIGUOUS 4 REF",
            ""),
        of(
            "IUPAC letter for REF",
            "chr3 179218303 . R A 50 PASS . GT 0/1",
            "WARNING VCF_BASE_AMBIGUOUS 4 REF",
            ""),
        of(
            "IUPAC letter for ALT",
            "chr3 179218303 . G R 50 PASS . GT 0/1",
            "WARNING VCF_BASE_AMBIGUOUS 4 ALT",
            ""),
        of("gone with a deletion", "chr3 179218303 . G *,A 50 PASS . GT:AD 1/2:0,30,10", "", E545K),
        of(
            "called in a gVCF",
            "chr3 179218303 . G A,<NON_REF> 50 . . GT:AD:DP 0/1:30,10,0:40",
            "",
            E545K),
        of("no alternate", "chr3 179218303 . G . 50 PASS . GT:AD 0/0:40", "", ""),
        of("unspecified alternate", "chr3 179218303 . G <*> 50 PASS . GT:DP 0/0:40", "", ""),
        of(
            "symbolic with SVLEN of 4.4",
            "chr3 179218303 . G <DEL> 50 PASS SVLEN=500;SVCLAIM=D GT 0/1",
            "NOTE VCF_SV_GENOTYPE_COPIES 0 ",
            ""),
        of(
            "ends before it starts",
            "chr3 179218303 . G A 50 PASS END=5 GT:AD 0/1:30,10",
            "",
            E545K),
        of("telomere", "chr3 0 . N <DEL> 50 PASS END=3 GT 0/1", "", ""),
        of(
            "id of several names",
            "chr3 179218303 rs1;rs1 G A 50 PASS . GT:AD 0/1:30,10",
            "",
            E545K),
        file(
            "out of order and repeated",
            FORMAT + CONTIG + COLUMNS,
            "",
            E545K + "; PIK3CA 179218294 G>A 10/40; " + E545K,
            GOOD,
            twoRecords,
            "chr1 5 . G A 50 PASS . GT 0/1",
            GOOD),
        file(
            "broken outside of the panel",
            FORMAT + CONTIG + COLUMNS,
            "",
            E545K,
            "chr1 5 . G? A-- hi a~b . GT 0/9",
            GOOD),
        file(
            "mitochondria, alternate contigs, decoys",
            FORMAT + CONTIG + COLUMNS,
            "",
            E545K,
            "chrM 5 . G A 50 PASS . GT 0/1",
            "chr3_KI270777v1_alt 179218303 . G A 50 PASS . GT 0/1",
            "HLA-A*01:01:01:01 5 . G A 50 PASS . GT 0/1",
            "chrUn_KN707606v1_decoy 5 . G A 50 PASS . GT 0/1",
            GOOD),
        file(
            "contig without chr, header with",
            FORMAT + CONTIG + COLUMNS,
            "",
            E545K,
            GOOD.replace("chr3", "3")),
        file("RefSeq accession", FORMAT + COLUMNS, "", E545K, GOOD.replace("chr3", "NC_000003.12")),
        file("GenBank accession", FORMAT + COLUMNS, "", E545K, GOOD.replace("chr3", "CM000665.2")),
        file(
            "accession of the other assembly",
            FORMAT + CONTIG + COLUMNS,
            "ERROR VCF_BUILD_CONFLICT 0 ",
            "",
            GOOD.replace("chr3", "NC_000003.11")),
        of(
            "several words of FILTER, all passing",
            "chr3 179218303 . G A 50 PASS;. . GT:AD 0/1:30,10",
            "",
            E545K));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void isReadOrReported(Case odd) throws IOException {
    Path file = folder.resolve("odd.vcf");
    Files.write(file, odd.text().getBytes(StandardCharsets.UTF_8));
    InputProblems problems = new InputProblems();
    VcfReader.Options options =
        new VcfReader.Options(Set.of(), Optional.empty(), id -> false, Optional.empty(), Set.of());
    Optional<VariantFile> read =
        new VcfReader(
                REFERENCE,
                new RecurrentChanges(REFERENCE, new VariantAnnotator(REFERENCE)),
                ReaderKind.SCAN)
            .read(file, options, problems);
    List<InputProblem> found =
        problems.sorted().stream().filter(p -> !p.code().equals("VCF_TUMOR_ONLY")).toList();
    assertThat(
            found.stream()
                .map(
                    p ->
                        p.severity()
                            + " "
                            + p.code()
                            + " "
                            + p.where().line()
                            + " "
                            + p.where().column())
                .collect(Collectors.joining("; ")))
        .isEqualTo(odd.problems());
    assertThat(found).allSatisfy(p -> assertThat(p.fix()).isNotBlank());
    String variants =
        read.map(
                layer ->
                    layer.variants().variants().values().stream()
                        .flatMap(List::stream)
                        .map(
                            v ->
                                String.format(
                                    "%s %d %s>%s %d/%d",
                                    v.gene(),
                                    v.position(),
                                    v.ref(),
                                    v.alt(),
                                    v.alternateDepth(),
                                    v.depth()))
                        .collect(Collectors.joining("; ")))
            .orElse("");
    assertThat(variants).isEqualTo(odd.variants());
  }

  @Test
  void thereAreEnoughOfThem() {
    assertThat(cases().map(Case::name).distinct().count()).isEqualTo(cases().count());
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(60);
  }
}
