package org.cotarget.input.vcf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import htsjdk.samtools.util.BlockCompressedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cotarget.annotation.VariantAnnotator;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputFile;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.ProteinChange;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.input.TestPanel;
import org.cotarget.input.layer.RecurrentChanges;
import org.cotarget.input.layer.VariantFile;
import org.cotarget.input.layer.VariantLayer;
import org.cotarget.input.vcf.scan.ReaderKind;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VcfReaderTest {

  private static final VariantLayer NOTHING =
      new VariantLayer(Map.of(), Map.of(), Set.of(), new InputFile("", "", "", 0, ""));

  @TempDir Path folder;
  private InputProblems problems = new InputProblems();

  @BeforeEach
  void forgetProblems() {
    problems = new InputProblems();
  }

  private static VcfReader.Options options() {
    return new VcfReader.Options(
        Set.of(), Optional.empty(), id -> false, Optional.empty(), Set.of());
  }

  private VariantLayer read(Path file) {
    return read(file, options());
  }

  private VariantLayer read(Path file, VcfReader.Options options) {
    return new VcfReader(
            ReferenceLoader.bundled(),
            new RecurrentChanges(
                ReferenceLoader.bundled(), new VariantAnnotator(ReferenceLoader.bundled())),
            ReaderKind.SCAN)
        .read(file, options, problems)
        .map(VariantFile::variants)
        .orElse(NOTHING);
  }

  private VariantLayer read(VcfBuilder vcf) throws IOException {
    return read(vcf.write(folder.resolve("P1.vcf")));
  }

  private List<String> codes() {
    return reported().stream().map(InputProblem::code).toList();
  }

  /** All problems but the note that files of one column have, which has a test of its own. */
  private List<InputProblem> reported() {
    return problems.sorted().stream()
        .filter(problem -> !problem.code().equals("VCF_TUMOR_ONLY"))
        .toList();
  }

  private static SomaticVariant only(VariantLayer layer, String sample) {
    assertThat(layer.variants().get(sample)).hasSize(1);
    return layer.variants().get(sample).get(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.0", "4.1", "4.2", "4.3", "4.4", "4.5"})
  void readsAnAnnotatedRecordOfEveryVersion(String version) throws IOException {
    VariantLayer layer =
        read(
            VcfBuilder.vep()
                .version(version)
                .samples("NORMAL", "BC7")
                .e545k("PASS", "", "GT:AD:DP 0/0:40,0:40 0/1:60,20:80"));
    assertThat(codes()).isEmpty();
    SomaticVariant variant = only(layer, "BC7");
    assertThat(variant.gene()).isEqualTo("PIK3CA");
    assertThat(variant.protein().map(ProteinChange::shortForm)).contains("E545K");
    assertThat(variant.consequence()).isEqualTo(Consequence.MISSENSE_VARIANT);
    assertThat(variant.assembly()).isEqualTo(GenomeAssembly.GRCH38);
    assertThat(variant.depth()).isEqualTo(80);
    assertThat(variant.alternateDepth()).isEqualTo(20);
    assertThat(variant.alleleFraction()).isEqualTo(0.25);
    assertThat(variant.where().line()).isEqualTo(5);
    assertThat(variant.annotation()).isEqualTo(SomaticVariant.Annotation.VEP_CSQ);
    assertThat(layer.declaredSequenced()).containsExactly("BC7");
    assertThat(layer.file().sha256()).hasSize(64);
    assertThat(layer.spread().get("BC7")).isEqualTo(new VariantLayer.RecordSpread(1, 1, 1));
  }

  @Test
  void readsGzipAndBgzfAlike() throws IOException {
    VcfBuilder vcf = VcfBuilder.vep().samples("P1").e545k("PASS", "", "GT 0/1");
    Path bgzf = folder.resolve("b.vcf.gz");
    try (OutputStream out = new BlockCompressedOutputStream(bgzf.toFile())) {
      out.write(vcf.text().getBytes(StandardCharsets.UTF_8));
    }
    assertThat(only(read(vcf.writeGzip(folder.resolve("g.vcf.gz"))), "P1").label())
        .isEqualTo("E545K");
    assertThat(only(read(bgzf), "P1").label()).isEqualTo("E545K");
    assertThat(codes()).isEmpty();
  }

  @Test
  void aBgzfWithoutItsLastBlockIsTruncated() throws IOException {
    VcfBuilder vcf = VcfBuilder.vep().samples("P1").e545k("PASS", "", "GT 0/1");
    Path bgzf = folder.resolve("b.vcf.gz");
    try (OutputStream out = new BlockCompressedOutputStream(bgzf.toFile())) {
      out.write(vcf.text().getBytes(StandardCharsets.UTF_8));
    }
    byte[] whole = Files.readAllBytes(bgzf);
    Files.write(bgzf, Arrays.copyOf(whole, whole.length - 28));
    assertThat(read(bgzf).variants()).isEmpty();
    assertThat(codes()).containsExactly("FILE_TRUNCATED");
  }

  @Test
  void aGzipThatBreaksOffIsTruncated() throws IOException {
    Path gzip =
        VcfBuilder.vep()
            .samples("P1")
            .e545k("PASS", "", "GT 0/1")
            .writeGzip(folder.resolve("g.vcf.gz"));
    byte[] whole = Files.readAllBytes(gzip);
    Files.write(gzip, Arrays.copyOf(whole, whole.length - 20));
    assertThat(read(gzip).variants()).isEmpty();
    assertThat(codes()).containsExactly("FILE_TRUNCATED");
  }

  @Test
  void withoutAnnotationThePositionTellsTheGene() throws IOException {
    VariantLayer layer =
        read(
            new VcfBuilder()
                .meta("##reference=hg19")
                .samples("P1")
                .record("3 178936091 . G A 50 PASS . GT 0/1")
                .record("3 178940000 . G A 50 PASS . GT 0/1")
                .record("10 89692905 . G A 50 PASS . GT 0/1"));
    assertThat(codes()).isEmpty();
    assertThat(layer.variants().get("P1"))
        .extracting(v -> v.gene() + " " + v.position() + " " + v.annotation())
        .containsExactly("PIK3CA 178936091 NONE", "PTEN 89692905 NONE");
    SomaticVariant variant = layer.variants().get("P1").get(0);
    assertThat(variant.consequence()).isEqualTo(Consequence.SEQUENCE_VARIANT);
    assertThat(variant.protein()).isEmpty();
    assertThat(variant.assembly()).isEqualTo(GenomeAssembly.GRCH37);
    assertThat(layer.file().detail()).contains("no annotation");
  }

  /** The file decides for the genes that it names; of the others the position does. */
  @ParameterizedTest
  @CsvSource({
    "'',                                                          PIK3CA NONE",
    "CSQ=.,                                                       PIK3CA NONE",
    "CSQ=A|missense_variant|M|OTHER||Transcript|T1||||||||,       PIK3CA NONE",
    "CSQ=A|intron_variant|M|PIK3CA||Transcript|T1||||||||,        -",
    "CSQ=A|missense_variant|M|PIK3CA||Transcript|T1||p.Glu545Lys||||||, PIK3CA VEP_CSQ",
    "CSQ=GGG|missense_variant|M|PIK3CA||Transcript|T1||||||||,    PIK3CA VEP_CSQ",
  })
  void whatTheAnnotationLeavesOutIsNotLost(String info, String expected) throws IOException {
    VariantLayer layer =
        read(
            VcfBuilder.vep()
                .samples("P1")
                .record(
                    "chr3 179218303 . G A 50 PASS " + (info.isEmpty() ? "." : info) + " GT 0/1"));
    assertThat(codes()).isEmpty();
    assertThat(layer.variants().get("P1"))
        .extracting(v -> v.gene() + " " + v.annotation())
        .isEqualTo(expected.equals("-") ? List.of() : List.of(expected));
  }

  @Test
  void aCallSetWithoutRecordsIsASequencedSample() throws IOException {
    VariantLayer layer = read(VcfBuilder.vep().samples("P1"));
    assertThat(codes()).isEmpty();
    assertThat(layer.declaredSequenced()).containsExactly("P1");
    assertThat(layer.spread().get("P1").records()).isZero();
  }

  /**
   * MANE goes before canonical, that before picked, that before severity, and that before file
   * order.
   */
  @ParameterizedTest
  @CsvSource({
    "YES,,'1',                  NM_006218.4,,, X|N, N",
    ",NM_1,,                    YES,,,         X|N, X",
    "YES,,,                     ,,1,           X|N, X",
    ",,1,                       ,,,            X|N, X",
    ",,,                        ,,,            X|N, X"
  })
  void choosesOneTranscript(
      String canonicalA,
      String maneA,
      String pickA,
      String b,
      String b2,
      String b3,
      String names,
      String chosen)
      throws IOException {
    String first = entry("missense_variant", "ENST00000000001.1", canonicalA, maneA, pickA);
    String second =
        b != null && b.startsWith("NM")
            ? entry("missense_variant", "ENST00000000002.1", "", b, "")
            : entry("missense_variant", "ENST00000000002.1", b, "", b3);
    VariantLayer layer =
        read(
            VcfBuilder.vep()
                .samples("P1")
                .record("chr3 179218303 . G A 50 PASS CSQ=" + first + "," + second + " GT 0/1"));
    assertThat(only(layer, "P1").transcript())
        .as(names + b2)
        .isEqualTo(chosen.equals("X") ? "ENST00000000001.1" : "ENST00000000002.1");
  }

  private static String entry(
      String terms, String transcript, String canonical, String mane, String pick) {
    return "A|"
        + terms
        + "|M|PIK3CA||Transcript|"
        + transcript
        + "||||||"
        + text(canonical)
        + "|"
        + text(mane)
        + "|"
        + text(pick)
        + "|";
  }

  private static String text(String cell) {
    return cell == null ? "" : cell;
  }

  @Test
  void theTranscriptOfThePanelCountsAsMane() throws IOException {
    String severe = VcfBuilder.csq("A", "stop_gained", "PIK3CA", "ENST00000999999.1", "p.Glu1Ter");
    String mane =
        VcfBuilder.csq("A", "missense_variant", "PIK3CA", "ENST00000263967.3", "p.Glu545Lys");
    VariantLayer layer =
        read(
            VcfBuilder.vep()
                .samples("P1")
                .record("chr3 179218303 . G A 50 PASS CSQ=" + severe + "," + mane + " GT 0/1"));
    assertThat(only(layer, "P1").label()).isEqualTo("E545K");
  }

  @Test
  void findsTheGeneByAliasAndById() throws IOException {
    String alias = "A|missense_variant|M|MMAC1||Transcript|T1||p.Arg130Gln|||||||";
    String ensembl = "T|missense_variant|M||ENSG00000142208.17|Transcript|T2||p.Glu17Lys|||||||";
    String hgnc = "A|missense_variant|M|||Transcript|T3||p.Glu545Lys|||8975||||";
    VariantLayer layer =
        read(
            VcfBuilder.vep()
                .samples("P1")
                .record("chr10 87933148 . G A 50 PASS CSQ=" + alias + " GT 0/1")
                .record("chr14 104780214 . C T 50 PASS CSQ=" + ensembl + " GT 0/1")
                .record("chr3 179218303 . G A 50 PASS CSQ=" + hgnc + " GT 0/1"));
    assertThat(layer.variants().get("P1"))
        .extracting(SomaticVariant::gene)
        .containsExactly("PTEN", "AKT1", "PIK3CA");
  }

  @Test
  void splitsMultiAllelicRecordsByTheAllelesThatVepNames() throws IOException {
    // CT -> C is "-", CT -> CTT is "TT" once the shared first base is off.
    String deletion =
        VcfBuilder.csq("-", "frameshift_variant", "PTEN", "ENST00000371953.8", "p.Lys6fs");
    String insertion =
        VcfBuilder.csq("TT", "frameshift_variant", "PTEN", "ENST00000371953.8", "p.Lys7fs");
    VariantLayer layer =
        read(
            VcfBuilder.vep()
                .samples("A", "B", "C")
                .record(
                    "chr10 87864470 . CT C,CTT 50 PASS CSQ="
                        + insertion
                        + ","
                        + deletion
                        + " GT:AD 0/1:10,5,0 0/2:10,0,6 1|2:0,7,8"));
    assertThat(codes()).isEmpty();
    assertThat(only(layer, "A").label()).isEqualTo("K6fs");
    assertThat(only(layer, "A").alternateDepth()).isEqualTo(5);
    assertThat(only(layer, "B").label()).isEqualTo("K7fs");
    assertThat(only(layer, "B").alt()).isEqualTo("CTT");
    assertThat(layer.variants().get("C"))
        .extracting(SomaticVariant::alternateDepth)
        .containsExactly(7, 8);
  }

  @Test
  void anAlleleWithoutAnnotationIsToldOfWhereThePositionDoesNotHelp() throws IOException {
    String pten = VcfBuilder.csq("GGG", "missense_variant", "PTEN", "T", "");
    String other = VcfBuilder.csq("GGG", "missense_variant", "OTHER", "T", "");
    VariantLayer layer =
        read(
            VcfBuilder.vep()
                .samples("P1")
                .record("chr10 87870000 . C T,A 50 PASS CSQ=" + pten + " GT 0/1")
                .record("chr10 87870001 . C T,A 50 PASS CSQ=" + other + " GT 0/1"));
    assertThat(layer.variants().get("P1")).isEmpty();
    assertThat(reported())
        .extracting(p -> p.code() + " " + p.where().line())
        .containsExactly("VCF_ANNOTATION_ALLELE 5");
  }

  @Test
  void readsStructuralAllelesApartFromSmallOnes() throws IOException {
    String csq = VcfBuilder.csq("deletion", "transcript_ablation", "PTEN", "T", "");
    VariantLayer layer =
        read(
            VcfBuilder.vep()
                .samples("P1")
                .record("chr10 87870000 . C <DEL> 50 PASS END=87870200;CSQ=" + csq + " GT 0/1")
                .record("chr10 87870300 . C ]chr2:33]C 50 PASS CSQ=" + csq + " GT 0/1")
                .record("chr10 87933140 . C *,<NON_REF>,<*> 50 PASS CSQ=" + csq + " GT 0/1"));
    assertThat(only(layer, "P1").label()).isEqualTo("PTEN-chr2:33");
    assertThat(only(layer, "P1").consequence()).isEqualTo(Consequence.GENE_FUSION);
  }

  @Test
  void keepsPassingRecordsAndCountsTheOthersByFilter() throws IOException {
    VcfBuilder vcf =
        VcfBuilder.vep()
            .samples("P1")
            .e545k("PASS", "", "GT 0/1")
            .e545k(".", "", "GT 0/1")
            .e545k("Tier1", "", "GT 0/1")
            .e545k("Tier1;weak", "", "GT 0/1");
    assertThat(read(vcf).variants().get("P1")).hasSize(2);
    assertThat(reported())
        .extracting(p -> p.severity() + " " + p.where().line() + " " + p.message())
        .containsExactly(
            "WARNING 7 PIK3CA E545K of P1 is left out by FILTER Tier1",
            "WARNING 8 PIK3CA E545K of P1 is left out by FILTER Tier1;weak",
            "NOTE 0 left out of panel genes by FILTER Tier1: 2 records",
            "NOTE 0 left out of panel genes by FILTER weak: 1 record");

    problems = new InputProblems();
    VcfReader.Options kept =
        new VcfReader.Options(
            Set.of(), Optional.empty(), id -> false, Optional.empty(), Set.of("Tier1"));
    assertThat(read(folder.resolve("P1.vcf"), kept).variants().get("P1"))
        .extracting(SomaticVariant::filter)
        .containsExactly("PASS", "PASS", "Tier1");
  }

  @Test
  void leavesGermlineOutByTheStatusOfTheCaller() throws IOException {
    VariantLayer layer =
        read(
            VcfBuilder.vep()
                .samples("NORMAL", "P1")
                .e545k("PASS", "SS=1;", "GT 0/1 0/1")
                .e545k("PASS", "SS=2;", "GT 0/0 0/1")
                .e545k("PASS", "SS=3;", "GT 0/1 1/1")
                .e545k("PASS", "", "GT:SS 0/1:. 0/1:1"));
    assertThat(layer.variants().get("P1")).hasSize(1);
    assertThat(reported())
        .extracting(p -> p.severity() + " " + p.code() + " " + p.where().line())
        .containsExactly(
            "WARNING VCF_HOTSPOT_GERMLINE 5",
            "WARNING VCF_HOTSPOT_GERMLINE 7",
            "WARNING VCF_HOTSPOT_GERMLINE 8",
            "NOTE VCF_GERMLINE 0",
            "NOTE VCF_GERMLINE 0");
  }

  @Test
  void aMissingGenotypeIsNotAnAbsentVariant() throws IOException {
    VariantLayer layer =
        read(VcfBuilder.vep().samples("A", "B", "C").e545k("PASS", "", "GT ./. 0/1 0/0"));
    assertThat(layer.variants().get("A")).isEmpty();
    assertThat(layer.variants().get("B")).hasSize(1);
    assertThat(codes()).containsExactly("VCF_NO_CALL");
  }

  @Test
  void buildsTheProteinChangeFromResiduesWithoutHgvs() throws IOException {
    String csq = "T|stop_gained|HIGH|PTEN||Transcript|ENST00000371953.8|||130/403|R/*||||";
    VariantLayer layer =
        read(
            VcfBuilder.vep()
                .samples("P1")
                .record("chr10 87933147 . C T 50 PASS CSQ=" + csq + " GT 0/1"));
    assertThat(only(layer, "P1").label()).isEqualTo("R130*");
  }

  @Test
  void readsSnpEff() throws IOException {
    String ann =
        "A|missense_variant|MODERATE|PIK3CA|ENSG00000121879|transcript|ENST00000263967.3|protein_coding|10/21|c.1633G>A|p.Glu545Lys|||||";
    String down =
        "A|downstream_gene_variant|MODIFIER|ZDHHC1|E|transcript|E.1|protein_coding||||||||";
    VariantLayer layer =
        read(
            VcfBuilder.snpEff()
                .samples("P1")
                .record("3 178936091 . G A 50 PASS ANN=" + down + "," + ann + " GT 0/1"));
    assertThat(codes()).isEmpty();
    SomaticVariant variant = only(layer, "P1");
    assertThat(variant.label()).isEqualTo("E545K");
    assertThat(variant.hgvsC()).isEqualTo("c.1633G>A");
    assertThat(variant.assembly()).isEqualTo(GenomeAssembly.GRCH37);
    assertThat(variant.annotation()).isEqualTo(SomaticVariant.Annotation.SNPEFF_ANN);
    assertThat(layer.spread().get("P1").genes()).isEqualTo(1);
  }

  @Test
  void readsBcftoolsCsqWithReferencesBack() throws IOException {
    VariantLayer layer =
        read(
            VcfBuilder.bcftools()
                .samples("P1")
                .record(
                    "3 178936091 . G A 50 PASS BCSQ=missense|PIK3CA|ENST00000263967|protein_coding|+|545E>545K|178936091G>A+178936093G>A GT 1|1")
                .record("3 178936093 . G A 50 PASS BCSQ=@178936091 GT 1|1")
                .record(
                    "3 178936095 . A C 50 PASS BCSQ=*missense|PIK3CA|ENST00000263967|protein_coding|+|546Q>546P|178936095A>C GT 0|1"));
    assertThat(codes()).isEmpty();
    assertThat(layer.variants().get("P1"))
        .extracting(SomaticVariant::label)
        .containsExactly("E545K", "E545K", "Q546P");
    assertThat(layer.variants().get("P1"))
        .extracting(SomaticVariant::consequence)
        .containsOnly(Consequence.MISSENSE_VARIANT);
  }

  @Test
  void bcftoolsEntriesOfAMultiAllelicRecordFollowTheDnaChange() throws IOException {
    String k = "missense|PIK3CA|ENST00000263967|protein_coding|+|545E>545K|178936091G>A";
    String q = "missense|PIK3CA|ENST00000263967|protein_coding|+|545E>545Q|178936091G>C";
    VariantLayer layer =
        read(
            VcfBuilder.bcftools()
                .samples("P1")
                .record("3 178936091 . G A,C 50 PASS BCSQ=" + k + "," + q + " GT 0/2"));
    assertThat(only(layer, "P1").label()).isEqualTo("E545Q");
  }

  @Test
  void aBuildThatContradictsItselfIsAnError() throws IOException {
    read(VcfBuilder.vep().meta("##reference=file:///ref/hg19.fa").samples("P1"));
    assertThat(codes()).containsExactly("VCF_BUILD_CONFLICT");
  }

  @Test
  void withoutEvidenceTheBuildIsUnknownUnlessDeclared() throws IOException {
    VcfBuilder vcf =
        new VcfBuilder()
            .meta(
                "##INFO=<ID=CSQ,Number=.,Type=String,Description=\"Format: Allele|Consequence|SYMBOL\">")
            .samples("P1");
    read(vcf);
    assertThat(reported())
        .extracting(p -> p.severity() + " " + p.code())
        .containsExactly("WARNING VCF_BUILD_UNKNOWN");
    problems = new InputProblems();
    VariantLayer layer =
        read(
            folder.resolve("P1.vcf"),
            new VcfReader.Options(
                Set.of(),
                Optional.empty(),
                id -> false,
                Optional.of(GenomeAssembly.GRCH37),
                Set.of()));
    assertThat(codes()).isEmpty();
    assertThat(layer.file().detail()).startsWith("GRCh37 by the option");
  }

  @Test
  void sitesOnlyNeedANamedSample() throws IOException {
    VcfBuilder vcf = VcfBuilder.vep().e545k("PASS", "DP=100;AF=0.2;DP4=40,40,10,10;", "");
    read(vcf);
    assertThat(codes()).containsExactly("VCF_TUMOR_UNCLEAR");
    problems = new InputProblems();
    VariantLayer layer =
        read(
            folder.resolve("P1.vcf"),
            new VcfReader.Options(
                Set.of(), Optional.of("BC9"), id -> false, Optional.empty(), Set.of()));
    assertThat(codes()).isEmpty();
    SomaticVariant variant = only(layer, "BC9");
    assertThat(variant.depth()).isEqualTo(100);
    assertThat(variant.alternateDepth()).isEqualTo(20);
    assertThat(variant.alleleFraction()).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void reportsEveryBrokenRecordWithItsLine() throws IOException {
    read(
        VcfBuilder.vep()
            .samples("P1")
            .e545k("PASS", "", "GT 0/1")
            .record("chr3 x . G A 50 PASS . GT 0/1")
            .record("chr3 5 . G")
            .record("chr3 179218303 . G%% A 50 PASS . GT 0/1"));
    assertThat(reported())
        .extracting(p -> p.severity() + " " + p.code() + " " + p.where().line())
        .containsExactly("ERROR VCF_RECORD 6", "ERROR VCF_RECORD 7", "ERROR VCF_RECORD 8");
    assertThat(reported().get(1).message()).contains("it has 4 columns, the header has 10");
  }

  @ParameterizedTest
  @CsvSource({
    "'',                                                     FILE_EMPTY",
    "'gene\tS1\nPTEN\t1\n',                                  VCF_NOT_VCF",
    "'##fileformat=VCFv4.2\n',                               VCF_HEADER",
    "'##fileformat=VCFv4.2\n#CHROM\tPOS\tID\n',              VCF_HEADER",
    "'##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tA\tA\n', VCF_SAMPLE_DUPLICATE",
    "'##fileformat=VCFv4.2\n##INFO=<ID=A,Number=x,Type=String,Description=\"d\">\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n', VCF_HEADER"
  })
  void whatIsNoVcfIsAProblem(String content, String code) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.vcf"), content);
    assertThat(read(file).variants()).isEmpty();
    assertThat(codes()).containsExactly(code);
  }

  @Test
  void aFolderIsAProblem() {
    assertThat(read(folder).variants()).isEmpty();
    assertThat(codes()).containsExactly("FILE_IS_FOLDER");
  }

  @Test
  void intronsAreCountedAndNotKept() throws IOException {
    String intron = VcfBuilder.csq("A", "intron_variant", "PTEN", "ENST00000371953.8", "");
    VariantLayer layer =
        read(
            VcfBuilder.vep()
                .samples("P1")
                .record("chr10 87870000 . G A 50 PASS CSQ=" + intron + " GT 0/1"));
    assertThat(layer.variants().get("P1")).isEmpty();
    assertThat(layer.spread().get("P1")).isEqualTo(new VariantLayer.RecordSpread(1, 1, 1));
  }

  /** The same calls annotated by VEP and by bcftools, as far as both name a residue. */
  @Test
  void theAnnotatorsAgreeOnARealFile() throws IOException {
    Path data = Path.of("../shared/data/vcf/bcftools-csq");
    assumeTrue(Files.exists(data), "skipped: no data at " + data);
    Map<Long, String> vep = labels(data.resolve("split-vep.5.vcf"));
    Map<Long, String> bcftools = labels(data.resolve("split-vep.4.vcf"));
    assertThat(vep)
        .containsEntry(69270L, "S60=")
        .containsEntry(69428L, "F113C")
        .containsEntry(69469L, "T127fs");
    Map<Long, String> both = new TreeMap<>(vep);
    both.keySet().retainAll(bcftools.keySet());
    bcftools.keySet().retainAll(both.keySet());
    assertThat(both).hasSizeGreaterThan(3).isEqualTo(bcftools);
  }

  private static Map<Long, String> labels(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> header = lines.stream().takeWhile(line -> line.startsWith("#")).toList();
    SiteCodec codec = new SiteCodec(header);
    AnnotationFormat format = AnnotationFormat.of(header).orElseThrow();
    TranscriptChoice choice = new TranscriptChoice(TestPanel.with("OR4F5"));
    Map<Long, String> labels = new TreeMap<>();
    for (String line : lines.subList(header.size(), lines.size())) {
      String[] fields = line.split("\t", -1);
      SiteAlleles alleles = SiteCodec.alleles(fields);
      List<String> entries = codec.decode(fields).getAttributeAsStringList(format.key(), "");
      for (int i = 0; i < alleles.count(); i++) {
        choice
            .choose(format.ofAllele(entries, alleles, i))
            .kept()
            .forEach(
                chosen ->
                    chosen
                        .annotation()
                        .protein()
                        .ifPresent(p -> labels.put(alleles.position(), p.shortForm())));
      }
    }
    return labels;
  }
}
