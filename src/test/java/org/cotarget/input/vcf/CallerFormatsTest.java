package org.cotarget.input.vcf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cotarget.annotation.VariantAnnotator;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.input.layer.RecurrentChanges;
import org.cotarget.input.layer.VariantFile;
import org.cotarget.input.layer.VariantLayer;
import org.cotarget.input.vcf.scan.ReaderKind;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole records as each caller writes them, by its own documentation and the headers of real files:
 * a substitution, an indel and, where the caller writes such, a record of several alleles.
 */
class CallerFormatsTest {

  private static final Reference REFERENCE = ReferenceLoader.bundled();
  private static final String SNV = "chr3 179218303 . G A 50 ";
  private static final String INDEL = "chr10 87933145 . AG A 50 ";
  private static final String MULTI = "chr3 179218303 . G A,C 50 ";

  @TempDir Path folder;
  private final InputProblems problems = new InputProblems();

  private VariantLayer read(VcfBuilder vcf, String... included) throws IOException {
    VcfReader.Options options =
        new VcfReader.Options(
            Set.of(), Optional.empty(), id -> false, Optional.empty(), Set.of(included));
    return new VcfReader(
            REFERENCE,
            new RecurrentChanges(REFERENCE, new VariantAnnotator(REFERENCE)),
            ReaderKind.SCAN)
        .read(vcf.write(folder.resolve("P1.vcf")), options, problems)
        .map(VariantFile::variants)
        .orElseThrow();
  }

  private static VcfBuilder file(String... columns) {
    return new VcfBuilder().meta("##contig=<ID=chr3,length=198295559>").samples(columns);
  }

  private static String variants(VariantLayer layer) {
    return layer.variants().values().stream()
        .flatMap(List::stream)
        .map(CallerFormatsTest::text)
        .collect(Collectors.joining("; "));
  }

  private static String text(SomaticVariant v) {
    String share =
        Double.isNaN(v.alleleFraction())
            ? "-"
            : String.format(Locale.ROOT, "%.3f", v.alleleFraction());
    return v.ref() + ">" + v.alt() + " " + v.alternateDepth() + "/" + v.depth() + " " + share;
  }

  private List<String> codes() {
    return problems.sorted().stream()
        .map(InputProblem::code)
        .filter(code -> !code.equals("VCF_TUMOR_ONLY"))
        .toList();
  }

  /** Caller; site with FILTER, INFO and FORMAT; normal; tumour; variants. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '!',
      value = {
        "Mutect2 SNV ! S PASS DP=120;GERMQ=93;POPAF=6.00;TLOD=30 GT:AD:AF:DP:F1R2:F2R1:SB ! 0/0:60,0:0.016:60:30,0:30,0:30,30,0,0 ! 0/1:40,20:0.338:60:20,10:20,10:20,20,10,10 ! G>A 20/60 0.338",
        "Mutect2 indel ! I PASS DP=90;TLOD=30 GT:AD:AF:DP:PGT:PID:PS ! 0|0:40,0:0.02:40:0|1:87933145_AG_A:87933145 ! 0|1:30,10:0.25:40:0|1:87933145_AG_A:87933145 ! AG>A 10/40 0.250",
        "Mutect2 alleles ! M PASS DP=90 GT:AD:AF:DP ! 0/0:40,0,0:0.01,0.01:40 ! 0/1/2:30,10,5:0.22,0.11:45 ! G>A 10/45 0.220; G>C 5/45 0.110",
        "Strelka2 SNV ! S PASS SOMATIC;QSS=100;NT=ref;SGT=GG->AG DP:FDP:SDP:SUBDP:AU:CU:GU:TU ! 60:0:0:0:0,0:0,0:60,60:0,0 ! 62:2:0:0:20,21:0,0:40,41:0,0 ! G>A 20/62 0.333",
        "Strelka2 SNV of tier 2 ! S PASS SOMATIC;NT=ref;SGT=GG->AG DP:FDP:SDP:SUBDP:AU:CU:GU:TU ! 60:0:0:0:0,0:0,0:60,60:0,0 ! 40:0:0:0:0,3:0,0:40,41:0,0 ! G>A 0/40 0.000",
        "Strelka2 indel ! I PASS SOMATIC;QSI=60;NT=ref;SGT=ref->het;IC=0;IHP=2 DP:DP2:TAR:TIR:TOR:DP50:FDP50:SUBDP50:BCN50 ! 50:50:50,50:0,0:0,0:50:0:0:0 ! 48:48:30,31:15,16:3,3:48:0:0:0 ! AG>A 15/48 0.333",
        "Strelka germline indel ! I PASS CIGAR=1M1D GT:GQ:GQX:DPI:AD:ADF:ADR:FT ! 0/0:99:30:30:30,0:15,0:15,0:PASS ! 0/1:99:30:40:30,10:15,5:15,5:PASS ! AG>A 10/40 0.250",
        "VarScan2 SNV ! S PASS DP=100;SOMATIC;SS=2;SSC=30;GPV=1E0;SPV=1E-3 GT:GQ:DP:RD:AD:FREQ:DP4 ! 0/0:.:50:50:0:0%:25,25,0,0 ! 0/1:.:50:35:15:30%:18,17,8,7 ! G>A 15/50 0.300",
        "VarScan2 by decimal comma ! S PASS DP=100;SOMATIC;SS=2 GT:GQ:DP:RD:AD:FREQ:DP4 ! 0/0:.:50:50:0:0%:25,25,0,0 ! 0/1:.:50:35:15:30,77%:18,17,8,7 ! G>A 15/50 0.308",
        "VarScan2 indel ! I PASS DP=100;SOMATIC;SS=2;SSC=30 GT:GQ:DP:RD:AD:FREQ:DP4 ! 0/0:.:50:50:0:0%:25,25,0,0 ! 0/1:.:50:35:15:30%:18,17,8,7 ! AG>A 15/50 0.300",
        "VarDict SNV ! S PASS STATUS=StrongSomatic;SAMPLE=T;TYPE=SNV;SSF=0;SOR=5 GT:DP:VD:ALD:RD:AD:AF:BIAS:PMEAN ! 0/0:50:0:0,0:25,25:50,0:0:2,0:30 ! 0/1:40:10:5,5:15,15:30,10:0.25:2,2:30 ! G>A 10/40 0.250",
        "VarDict indel ! I PASS STATUS=LikelySomatic;TYPE=Deletion GT:DP:VD:ALD:RD:AD:AF:BIAS ! 0/0:50:1:1,0:25,24:49,1:0.02:2,0 ! 0/1:40:10:5,5:15,15:30,10:0.25:2,2 ! AG>A 10/40 0.250",
        "FreeBayes SNV ! S . DP=90;DPB=90;AC=1;AN=4;AF=0.25;RO=80;AO=10;NUMALT=1;TYPE=snp GT:DP:AD:RO:QR:AO:QA:GL ! 0/0:50:50,0:50:1800:0:0:0,-15,-160 ! 0/1:40:30,10:30:1100:10:360:-20,0,-80 ! G>A 10/40 0.250",
        "FreeBayes indel ! I . DP=90;NUMALT=1;TYPE=del GT:DP:RO:QR:AO:QA ! 0/0:50:50:1800:0:0 ! 0/1:40:30:1100:10:360 ! AG>A 10/40 0.250",
        "FreeBayes alleles ! M . DP=90;NUMALT=2 GT:DP:AD:RO:QR:AO:QA ! 0/0:50:50,0,0:50:1800:0,0:0,0 ! 1/2:40:0,30,10:0:0:30,10:1100,360 ! G>A 30/40 0.750; G>C 10/40 0.250",
        "MuSE SNV ! S Tier1 SOMATIC GT:DP:AD:BQ:SS ! 0/0:50:50,0:35,0:. ! 0/1:40:30,10:35,34:2 ! G>A 10/40 0.250",
        "MuSE alleles ! M PASS SOMATIC GT:DP:AD:BQ:SS ! 0/0:50:50,0,0:35,0,0:. ! 0/1/2:40:25,10,5:35,34,30:2 ! G>A 10/40 0.250; G>C 5/40 0.125",
        "SomaticSniper SNV ! S . . GT:IGT:DP:DP4:BCOUNT:GQ:JGQ:VAQ:BQ:MQ:AMQ:SS:SSC ! 0/0:0/0:50:25,25,0,0:0,0,50,0:90:.:0:35:60:60:0:. ! 0/1:0/1:40:15,15,5,5:10,0,30,0:90:.:90:35,34:60:60,60:2:80 ! G>A 10/40 0.250",
        "DRAGEN SNV ! S PASS DP=90;MQ=250;FractionInformativeReads=1.0 GT:SQ:AD:AF:F1R2:F2R1:DP:SB:MB ! 0/0:0.0:50,0:0.000:25,0:25,0:50 ! 0/1:30.1:30,10:0.250:15,5:15,5:40:15,15,5,5:15,15,5,5 ! G>A 10/40 0.250",
        "DRAGEN indel ! I PASS DP=90 GT:SQ:AD:AF:F1R2:F2R1:DP ! 0/0:0.0:50,0:0.000:25,0:25,0:50 ! 0/1:30.1:30,10:0.250:15,5:15,5:40 ! AG>A 10/40 0.250",
        "Sentieon TNscope SNV ! S PASS ECNT=1;NLOD=20;TLOD=40 GT:AD:AF:AFDP:ALTHC:ALT_F1R2:ALT_F2R1 ! 0/0:50,0:0.00:50:0:0:0 ! 0/1:30,10:0.25:41:9:5:5 ! G>A 10/41 0.250",
        "Sentieon TNhaplotyper indel ! I PASS ECNT=1;NLOD=20;TLOD=40 GT:AD:AF:ALT_F1R2:ALT_F2R1:FOXOG:QSS ! 0/0:50,0:0.00:0:0:.:1500,0 ! 0/1:30,10:0.25:5:5:0.5:900,300 ! AG>A 10/40 0.250",
        "Pindel indel ! I PASS END=87933146;HOMLEN=0;SVLEN=-1;SVTYPE=DEL GT:AD ! 0/0:50,0 ! 0/1:30,10 ! AG>A 10/40 0.250",
        "Pindel, one number ! I PASS END=87933146;SVLEN=-1;SVTYPE=DEL GT:AD ! 0/0:0 ! 0/1:10 ! AG>A 10/-1 -",
        "Octopus SNV ! S PASS SOMATIC;AC=1;AN=5;DP=90 GT:GQ:DP:MQ:PS:PQ:HSS:AD ! 0|0:90:50:60:179218303:100:0,0:50,0 ! 0|0|1:90:40:60:179218303:100:0,0,1:30,10 ! G>A 10/40 0.250",
        "SAGE and PURPLE SNV ! S PASS TIER=HOTSPOT;LPS=12;PURPLE_AF=0.5;REPORTED GT:ABQ:AD:AF:DP:RABQ:RAD:RC_CNT ! 0/0:0:50,0:0.00:50:1800,0:50,0:0,0,0 ! 0/1:36:30,10:0.25:40:1100,360:30,10:10,0,0 ! G>A 10/40 0.250",
        "DeepSomatic SNV ! S PASS . GT:GQ:DP:AD:VAF:PL ! 0/0:50:50:50,0:0.0:0,50,60 ! 1/1:30:40:30,10:0.25:30,30,0 ! G>A 10/40 0.250",
        "MuTect SNV ! S PASS SOMATIC;VT=SNP GT:AD:BQ:DP:FA:SS ! 0:50,0:.:50:0.00:0 ! 0/1:30,10:35:40:0.250:2 ! G>A 10/40 0.250",
      })
  void readsPairs(String caller, String site, String normal, String tumor, String expected)
      throws IOException {
    String record =
        site.replaceFirst("^S ", SNV).replaceFirst("^I ", INDEL).replaceFirst("^M ", MULTI);
    String inOrder =
        variants(
            read(file("NORMAL", "TUMOR").record(record + " " + normal + " " + tumor), "Tier1"));
    String turned =
        variants(
            read(file("TUMOR", "NORMAL").record(record + " " + tumor + " " + normal), "Tier1"));
    assertThat(inOrder).isEqualTo(expected);
    assertThat(turned).as("columns the other way round").isEqualTo(expected);
    assertThat(codes()).isEmpty();
  }

  /** Callers of one sample; a germline caller keeps everything that it is not told otherwise. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '!',
      value = {
        "HaplotypeCaller SNV ! S . AC=1;AF=0.500;AN=2;DP=40;QD=10 GT:AD:DP:GQ:PL ! 0/1:30,10:40:99:200,0,900 ! G>A 10/40 0.250",
        "HaplotypeCaller indel ! I . AC=1;AF=0.500;AN=2;DP=40 GT:AD:DP:GQ:PGT:PID:PL:PS ! 0|1:30,10:40:99:0|1:87933145_AG_A:200,0,900:87933145 ! AG>A 10/40 0.250",
        "HaplotypeCaller alleles ! M . AC=1,1;AF=0.500,0.500;AN=2;DP=40 GT:AD:DP:GQ:PL ! 1/2:0,30,10:40:99:900,200,100,300,0,250 ! G>A 30/40 0.750; G>C 10/40 0.250",
        "HaplotypeCaller gVCF ! chr3 179218303 . G A,<NON_REF> 50 . DP=40 GT:AD:DP:GQ:PL:SB ! 0/1:30,10,0:40:99:200,0,900,290,930,1220:15,15,5,5 ! G>A 10/40 0.250",
        "bcftools SNV ! S . DP=42;AC=1;AN=2;DP4=15,15,5,5;MQ=60 GT:PL ! 0/1:200,0,255 ! G>A 10/42 0.250",
        "bcftools indel ! I . INDEL;IDV=10;IMF=0.25;DP=40;AC=1;AN=2;DP4=15,15,5,5 GT:PL:DP:AD ! 0/1:200,0,255:40:30,10 ! AG>A 10/40 0.250",
        "bcftools alleles ! M . DP=40;AC=1,1;AN=2 GT:PL:DP:AD ! 1/2:200,100,90,100,0,90:40:0,30,10 ! G>A 30/40 0.750; G>C 10/40 0.250",
        "genotype and depth of INFO ! S PASS DP=40;AF=0.5;AC=1;AN=2 GT ! 0/1 ! G>A -1/40 -",
        "Mutect2 without normal ! S PASS DP=40;GERMQ=20;POPAF=7.30 GT:AD:AF:DP ! 0/1:30,10:0.25:40 ! G>A 10/40 0.250",
        "DRAGEN without normal ! S PASS DP=40 GT:SQ:AD:AF:DP ! 0/1:30:30,10:0.250:40 ! G>A 10/40 0.250",
        "VarDict without normal ! S PASS SAMPLE=T;TYPE=SNV;DP=40;VD=10;AF=0.25 GT:DP:VD:AD:AF:RD:ALD ! 0/1:40:10:30,10:0.25:15,15:5,5 ! G>A 10/40 0.250",
      })
  void readsLoneTumours(String caller, String site, String tumor, String expected)
      throws IOException {
    String record =
        site.replaceFirst("^S ", SNV).replaceFirst("^I ", INDEL).replaceFirst("^M ", MULTI);
    VariantLayer layer = read(file("P1").record(record + " " + tumor));
    assertThat(variants(layer)).isEqualTo(expected);
    assertThat(codes()).isEmpty();
    assertThat(problems.sorted()).extracting(InputProblem::code).containsExactly("VCF_TUMOR_ONLY");
    assertThat(layer.file().detail()).contains("germline variants not excluded");
  }

  /** LoFreq writes no sample columns; all it counts is in INFO. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "S PASS DP=40;AF=0.25;SB=0;DP4=15,15,5,5 ! G>A 10/40 0.250",
        "I PASS DP=41;AF=0.25;SB=0;DP4=15,15,5,5;INDEL;HRUN=1 ! AG>A 10/41 0.250",
      })
  void readsLoFreq(String site, String expected) throws IOException {
    VcfBuilder vcf = file().record(site.replaceFirst("^S ", SNV).replaceFirst("^I ", INDEL));
    VcfReader.Options options =
        new VcfReader.Options(
            Set.of("BC7"), Optional.empty(), id -> false, Optional.empty(), Set.of());
    VariantLayer layer =
        new VcfReader(
                REFERENCE,
                new RecurrentChanges(REFERENCE, new VariantAnnotator(REFERENCE)),
                ReaderKind.SCAN)
            .read(vcf.write(folder.resolve("P1.vcf")), options, problems)
            .map(VariantFile::variants)
            .orElseThrow();
    assertThat(layer.variants()).containsOnlyKeys("BC7");
    assertThat(variants(layer)).isEqualTo(expected);
  }

  /** What callers and the normal say of the origin; K is kept, D dropped, at no hotspot. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "SS=1 GT:AD ! 0/1:20,20 ! 0/1:20,20 ! D",
        "SS=2;SOMATIC GT:AD ! 0/0:40,0 ! 0/1:20,20 ! K",
        "SS=3 GT:AD ! 0/1:20,20 ! 1/1:2,38 ! D",
        "STATUS=Germline GT:AD ! 0/1:20,20 ! 0/1:20,20 ! D",
        "STATUS=StrongLOH GT:AD ! 0/1:20,20 ! 1/1:2,38 ! D",
        "STATUS=StrongSomatic GT:AD ! 0/0:40,0 ! 0/1:20,20 ! K",
        "STATUS=LikelySomatic GT:AD ! 0/1:38,2 ! 0/1:20,20 ! K",
        "GERMLINE GT:AD ! 0/0:40,0 ! 0/1:20,20 ! D",
        ". GT:AD:SS ! 0/1:20,20:. ! 0/1:20,20:1 ! D",
        ". GT:AD:SS ! 0/0:40,0:0 ! 0/1:20,20:2 ! K",
        // FreeBayes, HaplotypeCaller and bcftools on tumour and normal: the normal has it, too
        ". GT:AD ! 0/1:20,20 ! 0/1:20,20 ! D",
        ". GT:AD ! 0/0:40,0 ! 0/1:20,20 ! K",
        // with a normal the population does not decide
        "gnomAD_AF=0.2 GT:AD ! 0/0:40,0 ! 0/1:20,20 ! K",
        "POPAF=0.5 GT:AD ! 0/0:40,0 ! 0/1:20,20 ! K",
      })
  void theOriginIsThatOfCallerAndNormal(String site, String normal, String tumor, String expected)
      throws IOException {
    VariantLayer layer =
        read(
            file("NORMAL", "TUMOR")
                .record("chr3 179218310 . G A 50 PASS " + site + " " + normal + " " + tumor));
    assertThat(layer.variants().get("P1")).hasSize(expected.equals("K") ? 1 : 0);
    assertThat(codes()).isEqualTo(expected.equals("K") ? List.of() : List.of("VCF_GERMLINE"));
  }

  /** Without a normal what is common in a population is dropped, a hotspot never. */
  @ParameterizedTest
  @CsvSource({
    "gnomAD_AF=0.02,            D",
    "gnomad_af=0.02,            D",
    "gnomAD_AF=0.0001,          K",
    "AF_popmax=0.001,           D",
    "AF_grpmax=.,               K",
    "POPAF=2.5,                 D",
    "POPAF=3.5,                 K",
    "POPAF=6.00,                K",
    "dbNSFP_gnomAD_exomes_AF=0.3, D",
    "1000g2015aug_all=0.3,      D",
    "ExAC_ALL=0.3,              D",
    "GNOMAD_FREQ=0.01,          D",
    "AF=0.5;AC=1;AN=2,          K",
    "SOMATIC;gnomAD_AF=0.02,    K",
    "gnomAD_AF=0.02;MAX_AF=x,   D",
    "CSQ=A|missense_variant|PIK3CA|0.02|, D",
    "CSQ=A|missense_variant|PIK3CA||0.01&0.3, D",
    "CSQ=A|missense_variant|PIK3CA|A:0.0004|, K",
  })
  void whatIsCommonIsDroppedWithoutANormal(String info, String expected) throws IOException {
    String csq =
        "##INFO=<ID=CSQ,Number=.,Type=String,Description=\"Format: Allele|Consequence|SYMBOL|gnomADe_AF|MAX_AF\">";
    VariantLayer plain =
        read(
            file("P1")
                .meta(csq)
                .record("chr3 179218310 . G A 50 PASS " + info + " GT:AD 0/1:20,20"));
    assertThat(plain.variants().get("P1")).hasSize(expected.equals("K") ? 1 : 0);
    assertThat(codes()).isEqualTo(expected.equals("K") ? List.of() : List.of("VCF_COMMON"));
    VariantLayer hotspot =
        read(
            file("P1")
                .meta(csq)
                .record("chr3 179218303 . G A 50 PASS " + info + " GT:AD 0/1:20,20"));
    assertThat(hotspot.variants().get("P1")).hasSize(1);
  }

  /** Words of origin never remove a hotspot; words of quality do, with a warning by name. */
  @ParameterizedTest
  @CsvSource({
    "PASS,                          1, 1, ''",
    ".,                             1, 1, ''",
    "germline,                      1, 0, VCF_FILTERED VCF_HOTSPOT_KEPT",
    "Germline_Risk,                 1, 0, VCF_FILTERED VCF_HOTSPOT_KEPT",
    "panel_of_normals,              1, 0, VCF_FILTERED VCF_HOTSPOT_KEPT",
    "PON,                           1, 0, VCF_FILTERED VCF_HOTSPOT_KEPT",
    "common_in_exac,                1, 0, VCF_FILTERED VCF_HOTSPOT_KEPT",
    "common_variant,                1, 0, VCF_FILTERED VCF_HOTSPOT_KEPT",
    "germline;panel_of_normals,     1, 0, VCF_FILTERED VCF_FILTERED VCF_HOTSPOT_KEPT",
    "SnpCluster,                    0, 0, VCF_HOTSPOT_FILTERED VCF_FILTERED",
    "base_qual,                     0, 0, VCF_HOTSPOT_FILTERED VCF_FILTERED",
    "germline;strand_bias,          0, 0, VCF_HOTSPOT_FILTERED VCF_FILTERED VCF_FILTERED",
    "whatever,                      0, 0, VCF_HOTSPOT_FILTERED VCF_FILTERED",
    "kept,                          1, 1, ''",
    "kept;base_qual,                0, 0, VCF_HOTSPOT_FILTERED VCF_FILTERED",
  })
  void filtersOfOriginKeepHotspots(String filter, int hotspots, int others, String expected)
      throws IOException {
    VariantLayer layer =
        read(
            file("NORMAL", "TUMOR")
                .record("chr3 179218303 . G A 50 " + filter + " . GT 0/0 0/1")
                .record("chr3 179218310 . G A 50 " + filter + " . GT 0/0 0/1"),
            "kept");
    List<SomaticVariant> found = layer.variants().get("P1");
    assertThat(found).filteredOn(v -> v.position() == 179218303).hasSize(hotspots);
    assertThat(found).filteredOn(v -> v.position() == 179218310).hasSize(others);
    assertThat(String.join(" ", codes())).isEqualTo(expected);
    problems.sorted().stream()
        .filter(p -> p.code().equals("VCF_HOTSPOT_FILTERED"))
        .forEach(
            p -> {
              assertThat(p.severity()).isEqualTo(InputProblem.Severity.WARNING);
              assertThat(p.message()).contains("PIK3CA E545K", "P1", "FILTER");
              assertThat(p.where().line()).isEqualTo(4);
              assertThat(p.fix()).contains("--include-filter");
            });
  }

  @Test
  void theFilterOfASampleCountsLikeThatOfTheRecord() throws IOException {
    VariantLayer layer =
        read(
            file("NORMAL", "TUMOR")
                .record("chr3 179218303 . G A 50 PASS . GT:FT 0/0:PASS 0/1:LowQual")
                .record("chr3 179218310 . G A 50 PASS . GT:FT 0/0:LowQual 0/1:PASS"));
    assertThat(layer.variants().get("P1"))
        .extracting(SomaticVariant::position)
        .containsExactly(179218310L);
    assertThat(codes()).containsExactly("VCF_HOTSPOT_FILTERED", "VCF_FILTERED");
  }

  /** The key of the haplotype; blank where phase is not told. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "S PASS . GT:PGT:PID ! 0/1:0|1:179218303_G_A ! PID:179218303_G_A:1",
        "S PASS . GT:PGT:PID:PS ! 0|1:1|0:179218303_G_A:179218303 ! PID:179218303_G_A:0",
        "S PASS . GT:PS ! 1|0:77 ! PS:77:0",
        "S PASS . GT:PS ! 0/1:77 ! ''",
        "S PASS . GT ! 0|1 ! GT:3:1",
        "S PASS . GT ! 0/1 ! ''",
        "S PASS . GT:HP ! 0/1:9-1,9-2 ! HP:9-2",
        "S PASS . GT:PSL ! 0|1:.,set7 ! PSL:set7",
        "S PASS LPS=12 GT ! 0/1 ! LPS:12",
        "S PASS . GT:PGT:PID ! 0/1:.:. ! ''",
      })
  void tellsTheHaplotype(String site, String tumor, String expected) throws IOException {
    VariantLayer layer = read(file("P1").record(site.replaceFirst("^S ", SNV) + " " + tumor));
    assertThat(layer.variants().get("P1"))
        .extracting(SomaticVariant::phase)
        .containsExactly(expected);
  }
}
