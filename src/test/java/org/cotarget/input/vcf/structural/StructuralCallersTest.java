package org.cotarget.input.vcf.structural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cotarget.input.vcf.structural.StructuralFile.paired;
import static org.cotarget.input.vcf.structural.StructuralFile.tumorOnly;

import org.cotarget.cohort.GenomeAssembly;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The forms in which callers write structural and copy-number records, each on both assemblies.
 * PTEN has nine coding exons of 1212 bases; 4 and 5 lie between 87930000 and 87940000 of GRCh38,
 * intron 2 holds 87900000 to 87905000.
 */
class StructuralCallersTest {

  private static void tells(boolean paired, String records, String expected) {
    for (GenomeAssembly assembly :
        new GenomeAssembly[] {GenomeAssembly.GRCH37, GenomeAssembly.GRCH38}) {
      StructuralFile file = paired ? paired(assembly) : tumorOnly(assembly);
      assertThat(file.record(records).tells()).as(assembly.label()).isEqualTo(expected);
    }
  }

  /** Manta: no genotype in somatic calls, reads as PR and SR, the normal first. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "exons 4-5|chr10 P+87930000 MantaDEL:1 T <DEL> . PASS END=P+87940000;SVTYPE=DEL;SVLEN=-10000;SOMATIC PR:SR 20,0:30,0 15,9:20,11|PTEN:deletion of 23% of the coding sequence (coding exons 4-5) 20/55",
        "pairs only|chr10 P+87930000 MantaDEL:1 T <DEL> . PASS END=P+87940000;SVTYPE=DEL;IMPRECISE;CIPOS=-40,40;CIEND=-60,60;SOMATIC PR 20,0 15,9|PTEN:deletion of 23% of the coding sequence (coding exons 4-5) 9/24",
        "not in the tumour|chr10 P+87930000 MantaDEL:1 T <DEL> . PASS END=P+87940000;SVTYPE=DEL;SOMATIC PR 20,3 15,0|nothing",
        "from outside the gene|chr10 P+87000000 MantaDEL:1 T <DEL> . PASS END=P+87940000;SVTYPE=DEL;SOMATIC PR 20,0 15,9|PTEN:deletion of 41% of the coding sequence (coding exons 1-5) 9/24",
        "whole gene|chr10 P+87000000 MantaDEL:1 T <DEL> . PASS END=P+88500000;SVTYPE=DEL;SOMATIC PR 20,0 15,9|VCF_SV_LOSS",
        "intron|chr10 P+87900000 MantaDEL:1 T <DEL> . PASS END=P+87905000;SVTYPE=DEL;SOMATIC PR 20,0 15,9|nothing",
        "far away|chr10 1000000 MantaDEL:1 T <DEL> . PASS END=1005000;SVTYPE=DEL;SOMATIC PR 20,0 15,9|nothing",
        "over the last codon|chr10 P+87965400 MantaDEL:1 T <DEL> . PASS END=P+87990000;SVTYPE=DEL;IMPRECISE;CIPOS=-200,200;SOMATIC PR 20,0 15,9|VCF_SV_UNCERTAIN",
        "duplication within|chr10 P+87930000 MantaDUP:TANDEM:1 T <DUP:TANDEM> . PASS END=P+87940000;SVTYPE=DUP;SOMATIC PR 20,0 15,9|VCF_SV_UNCERTAIN",
        "duplication with one end within|chr10 P+87930000 MantaDUP:TANDEM:1 T <DUP:TANDEM> . PASS END=P+88500000;SVTYPE=DUP;SOMATIC PR 20,0 15,9|nothing",
        "duplication of the gene|chr10 P+87000000 MantaDUP:TANDEM:1 T <DUP:TANDEM> . PASS END=P+88500000;SVTYPE=DUP;SOMATIC PR 20,0 15,9|nothing",
        "inversion with one end within|chr10 P+87900000 MantaINV:1 T <INV> . PASS END=P+99000000;SVTYPE=INV;INV3;SOMATIC PR 20,0 15,9|PTEN:inversion that parts the coding sequence 9/24",
        "inversion within|chr10 P+87930000 MantaINV:1 T <INV> . PASS END=P+87940000;SVTYPE=INV;SOMATIC PR 20,0 15,9|PTEN:inversion of 23% of the coding sequence 9/24",
        "inversion in an intron|chr10 P+87900000 MantaINV:1 T <INV> . PASS END=P+87905000;SVTYPE=INV;SOMATIC PR 20,0 15,9|nothing",
        "inversion around the gene|chr10 P+87000000 MantaINV:1 T <INV> . PASS END=P+88500000;SVTYPE=INV;SOMATIC PR 20,0 15,9|nothing",
        "insertion in an exon|chr10 P+87933100 MantaINS:1 T <INS> . PASS END=P+87933100;SVTYPE=INS;LEFT_SVINSSEQ=ACG;SOMATIC PR 20,0 15,9|PTEN:insertion in coding exon 5 9/24",
        "insertion in an intron|chr10 P+87900000 MantaINS:1 T <INS> . PASS END=P+87900000;SVTYPE=INS;SOMATIC PR 20,0 15,9|nothing",
        "pair of breakends|chr10 P+87930000 MantaBND:1:0 T T[chr9:5060000[ . PASS SVTYPE=BND;MATEID=MantaBND:1:1;SOMATIC PR:SR 9,0:9,0 10,5:10,6//chr9 5060000 MantaBND:1:1 T ]chr10:P+87930000]T . PASS SVTYPE=BND;MATEID=MantaBND:1:0;SOMATIC PR:SR 9,0:9,0 10,5:10,6|JAK2:JAK2-PTEN 11/31; PTEN:PTEN-JAK2 11/31",
        "pair with intervals of each end|chr10 P+87930000 MantaBND:1:0 T T[chr9:5060000[ . PASS SVTYPE=BND;MATEID=MantaBND:1:1;CIPOS=0,3;SOMATIC PR:SR 9,0:9,0 10,5:10,6//chr9 5060000 MantaBND:1:1 T ]chr10:P+87930000]T . PASS SVTYPE=BND;MATEID=MantaBND:1:0;CIPOS=0,5;SOMATIC PR:SR 9,0:9,0 10,5:10,6|JAK2:JAK2-PTEN 11/31; PTEN:PTEN-JAK2 11/31",
        "only the mate's record|chr2 5000 MantaBND:1:1 T ]chr10:P+87930000]T . PASS SVTYPE=BND;MATEID=MantaBND:1:0;SOMATIC PR 9,0 10,5|PTEN:PTEN-chr2:5000 5/15",
        "event of two pairs|chr10 P+87930000 a T T]chr2:500] . PASS SVTYPE=BND;MATEID=b;EVENT=e;SOMATIC PR 9,0 10,5//chr10 P+87930005 c T [chr2:504[T . PASS SVTYPE=BND;MATEID=d;EVENT=e;SOMATIC PR 9,0 10,5|PTEN:PTEN-chr2:500 5/15",
        "an oncogene is named, no more|chr9 5060000 a T T[chr2:500[ . PASS SVTYPE=BND;SOMATIC PR 9,0 10,5|JAK2:JAK2-chr2:500 5/15"
      })
  void manta(String what, String records, String expected) {
    tells(true, records, expected);
  }

  /** Delly: genotypes, DV of pairs or RV of precise junctions, CN by depth, old TRA with CHR2. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "precise|chr10 P+87930000 DEL1 T <DEL> . PASS PRECISE;SVTYPE=DEL;CHR2=chr10;END=P+87940000;CT=3to5;CIPOS=-2,2;CIEND=-2,2;SOMATIC GT:CN:DR:DV:RR:RV 0/0:2:9:0:30:0 0/1:-1:9:1:30:12|PTEN:deletion of 23% of the coding sequence (coding exons 4-5) 12/42",
        "pairs|chr10 P+87930000 DEL1 T <DEL> . PASS IMPRECISE;SVTYPE=DEL;CHR2=chr10;END=P+87940000;CT=3to5;CIPOS=-50,50;CIEND=-50,50;SOMATIC GT:DR:DV:RR:RV 0/0:9:0:0:0 0/1:9:3:0:0|PTEN:deletion of 23% of the coding sequence (coding exons 4-5) 3/12",
        "homozygous by depth|chr10 P+87000000 DEL1 T <DEL> . PASS PRECISE;SVTYPE=DEL;CHR2=chr10;END=P+88500000;SOMATIC GT:CN:DR:DV:RR:RV 0/0:2:9:0:30:0 1/1:0:0:5:0:12|PTEN=0.00 ABSOLUTE",
        "homozygous by genotype|chr10 P+87000000 DEL1 T <DEL> . PASS PRECISE;SVTYPE=DEL;END=P+88500000;SOMATIC GT:CN:DR:DV:RR:RV 0/0:-1:9:0:30:0 1/1:-1:0:5:0:12|PTEN=0.00 ABSOLUTE; VCF_SV_GENOTYPE_COPIES",
        "one copy of a pair is not counted|chr10 P+87000000 DEL1 T <DEL> . PASS PRECISE;SVTYPE=DEL;END=P+88500000;SOMATIC GT:DR:DV:RR:RV 0/0:9:0:30:0 0/1:9:5:9:12|VCF_SV_LOSS",
        "inherited|chr10 P+87930000 DEL1 T <DEL> . PASS PRECISE;SVTYPE=DEL;END=P+87940000 GT:DR:DV:RR:RV 0/1:9:5:30:9 0/1:9:5:30:12|VCF_SV_GERMLINE",
        "translocation of old|chr10 P+87930000 TRA1 N <TRA> . PASS IMPRECISE;SVTYPE=TRA;SVMETHOD=EMBL.DELLYv0.7.3;CHR2=chr1;END=33010827;PE=7;CT=5to3;CIPOS=-100,100;CIEND=-100,100 GT:DR:DV:RR:RV 0/0:5:0:0:0 0/1:1:7:0:0|PTEN:PTEN-chr1:33010827 7/8",
        "partner of an old translocation|chr1 33010827 TRA1 N <TRA> . PASS IMPRECISE;SVTYPE=TRA;CHR2=chr10;END=P+87930000;PE=7;CT=5to3;CIPOS=-100,100;CIEND=-100,100 GT:DR:DV 0/0:5:0 0/1:1:7|PTEN:PTEN-chr1:33010827 7/8",
        "new breakends|chr10 P+87930000 BND1 C ]chr15:80623247]C . PASS PRECISE;SVTYPE=BND;CHR2=chr15;POS2=80623247;END=P+87930001;CT=5to3;CIPOS=-5,5;CIEND=-5,5 GT:DR:DV:RR:RV 0/0:0:0:263:0 0/1:0:184:289:172|PTEN:PTEN-chr15:80623247 172/461",
        "copies of an inversion are not read|chr10 P+87000000 INV1 A <INV> . PASS PRECISE;SVTYPE=INV;END=P+88500000;CT=3to3 GT:CN:DR:DV:RR:RV 0/0:18:0:0:32:0 0/1:19:0:23:42:30|nothing",
        "duplication of known copies|9 4000000 DUP1 A <DUP> . PASS PRECISE;SVTYPE=DUP;END=6000000;CT=5to3;SOMATIC GT:CN:DR:DV:RR:RV 0/0:2:9:0:9:0 0/1:8:9:9:9:9|JAK2=8.00 ABSOLUTE",
        "duplication of unknown copies|9 4000000 DUP1 A <DUP> . PASS PRECISE;SVTYPE=DUP;END=6000000;CT=5to3;SOMATIC GT:DR:DV:RR:RV 0/0:9:0:9:0 1/1:9:9:9:9|nothing"
      })
  void delly(String what, String records, String expected) {
    tells(true, records, expected);
  }

  /** GRIDSS: everything in breakends, fragments as VF and BVF, single breakends. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "deletion as a pair|chr10 P+87930000 g1o T T[chr10:P+87940001[ 900 PASS SVTYPE=BND;MATEID=g1h;EVENT=g1;CIPOS=0,4;CIRPOS=0,4 GT:REF:REFPAIR:VF .:30:10:0 .:20:10:10//chr10 P+87940001 g1h T ]chr10:P+87930000]T 900 PASS SVTYPE=BND;MATEID=g1o;EVENT=g1;CIPOS=0,4;CIRPOS=0,4 GT:REF:REFPAIR:VF .:30:10:0 .:20:10:10|PTEN:deletion of 23% of the coding sequence (coding exons 4-5) 10/40",
        "single breakend in an exon|chr10 P+87933100 g2b T TACG. 900 PASS SVTYPE=BND;EVENT=g2 GT:BVF:REF:REFPAIR:VF .:0:30:10:0 .:9:20:10:0|PTEN:break in coding exon 5 9/39",
        "single breakend from the right|chr10 P+87933100 g2b T .ACGT 900 PASS SVTYPE=BND GT:BVF:REF:REFPAIR:VF .:0:30:10:0 .:9:20:10:0|PTEN:break in coding exon 5 9/39",
        "single breakend in an intron|chr10 P+87900000 g2b T TACG. 900 PASS SVTYPE=BND GT:BVF:REF:REFPAIR:VF .:0:30:10:0 .:9:20:10:0|VCF_SV_UNCERTAIN",
        "only in the normal|chr10 P+87930000 g1o T T[chr2:500[ 900 PASS SVTYPE=BND GT:REF:REFPAIR:VF .:30:10:9 .:20:10:0|nothing"
      })
  void gridss(String what, String records, String expected) {
    tells(true, records, expected);
  }

  /** PURPLE: breakends of GRIDSS with the copies on the kept side and their change. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "both copies|chr10 P+87000000 g1o T T[chr10:P+88500001[ 900 PASS SVTYPE=BND;EVENT=g1;PURPLE_CN=1.05;PURPLE_CN_CHANGE=1.02;PURPLE_AF=1 GT:REF:REFPAIR:VF .:30:10:0 .:20:10:10//chr10 P+88500001 g1h T ]chr10:P+87000000]T 900 PASS SVTYPE=BND;EVENT=g1;PURPLE_CN=1.10;PURPLE_CN_CHANGE=1.00;PURPLE_AF=1 GT:REF:REFPAIR:VF .:30:10:0 .:20:10:10|PTEN=0.10 ABSOLUTE",
        "one of two copies|chr10 P+87000000 g1o T T[chr10:P+88500001[ 900 PASS SVTYPE=BND;EVENT=g1;PURPLE_CN=2.05;PURPLE_CN_CHANGE=1.02 GT:VF .:0 .:10//chr10 P+88500001 g1h T ]chr10:P+87000000]T 900 PASS SVTYPE=BND;EVENT=g1;PURPLE_CN=2.10;PURPLE_CN_CHANGE=1.10 GT:VF .:0 .:10|PTEN=1.03 ABSOLUTE",
        "one end alone does not tell|chr10 P+87000000 g1o T T[chr10:P+88500001[ 900 PASS SVTYPE=BND;EVENT=g1;PURPLE_CN=1.05;PURPLE_CN_CHANGE=1.02 GT:VF .:0 .:10|nothing",
        "translocation|chr10 P+87930000 g1o T T[chr2:500[ 900 PASS SVTYPE=BND;EVENT=g1;PURPLE_CN=1.05;PURPLE_CN_CHANGE=1.02 GT:VF .:0 .:10|PTEN:PTEN-chr2:500 10/-1"
      })
  void purple(String what, String records, String expected) {
    tells(true, records, expected);
  }

  /** GATK gCNV segments: DEL and DUP in each record, GT their index, copies in FORMAT. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "no copy|chr10 P+87000001 CNV_1 N <DEL>,<DUP> . . END=P+88500000 GT:CN:NP:QA:QS:QSE:QSS 1:0:208:94:3077:98:136|PTEN=0.00 ABSOLUTE",
        "two copies|chr10 P+87000001 CNV_1 N <DEL>,<DUP> . . END=P+88500000 GT:CN:NP:QA:QS:QSE:QSS 0:2:208:94:3077:98:136|PTEN=2.00 ABSOLUTE",
        "unchanged without an allele|chr10 P+87000001 CNV_1 N . . . END=P+88500000 GT:CN:NP:QA:QS:QSE:QSS 0:2:208:94:3077:98:136|PTEN=2.00 ABSOLUTE",
        "less than half|chr10 P+87000001 CNV_1 N <DEL>,<DUP> . . END=P+87940000 GT:CN:NP:QA:QS:QSE:QSS 1:1:208:94:3077:98:136|nothing",
        "a few exons of a suppressor|chr10 P+87930001 CNV_1 N <DEL>,<DUP> . . END=P+87940000 GT:CN:NP:QA:QS:QSE:QSS 1:0:208:94:3077:98:136//chr10 P+87000001 CNV_1 N <DEL>,<DUP> . . END=P+87930000 GT:CN:NP:QA:QS:QSE:QSS 0:2:208:94:3077:98:136|PTEN=0.00 ABSOLUTE"
      })
  void gcnv(String what, String records, String expected) {
    tells(false, records, expected);
  }

  /** CNVkit: log2 in INFO, copies for gains alone or for both, neutral segments left out. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "loss without copies|chr10 P+87000000 . N <DEL> . . IMPRECISE;SVTYPE=DEL;END=P+88500000;SVLEN=-1500000;FOLD_CHANGE=0.354;FOLD_CHANGE_LOG=-1.498;PROBES=50 GT:GQ 1/1:50|PTEN=-1.50 LOG2_RATIO",
        "loss by fold change|chr10 P+87000000 . N <DEL> . . IMPRECISE;SVTYPE=DEL;END=P+88500000;FOLD_CHANGE=0.25;PROBES=50 GT:GQ 0/1:50|PTEN=-2.00 LOG2_RATIO",
        "part of the gene is no break|chr10 P+87930000 . N <DEL> . . IMPRECISE;SVTYPE=DEL;END=P+88500000;FOLD_CHANGE_LOG=-0.5;PROBES=50 GT:GQ 0/1:50|PTEN=-0.50 LOG2_RATIO",
        "gain|9 4000000 . N <DUP> . . IMPRECISE;SVTYPE=DUP;END=5200000;SVLEN=1200000;FOLD_CHANGE=4;FOLD_CHANGE_LOG=2;PROBES=50 GT:GQ:CN:CNQ 0/1:0:8:50|JAK2=8.00 ABSOLUTE",
        "intervals in brackets|chr10 P+87000000 . N <DEL> . . IMPRECISE;SVTYPE=DEL;END=P+88500000;FOLD_CHANGE_LOG=-1.5;CIPOS=(-10,10);CIEND=(-9,9);PROBES=50 GT:GQ:CN:CNQ 1/1:0:0:50|PTEN=0.00 ABSOLUTE"
      })
  void cnvkit(String what, String records, String expected) {
    tells(false, records, expected);
  }

  /** DRAGEN CNV: copies and linear ratio SM, unchanged segments with ALT ".", LOH. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "loss|chr10 P+87000000 DRAGEN:LOSS:chr10:1-2 N <DEL> 99 PASS SVLEN=-1500000;SVTYPE=CNV;END=P+88500000;REFLEN=1500000 GT:SM:CN:BC:PE 1/1:0.058:0:1000:3,4|PTEN=0.00 ABSOLUTE",
        "gain|9 4000000 DRAGEN:GAIN:9:1-2 N <DUP> 88 PASS SVLEN=1200000;SVTYPE=CNV;END=5200000;REFLEN=1200000 GT:SM:CN:BC:PE ./1:3.18:6:100:1,2|JAK2=6.00 ABSOLUTE",
        "unchanged|chr10 P+87000000 DRAGEN:REF:chr10:1-2 N . 81 PASS END=P+88500000;REFLEN=1500000 GT:SM:CN:BC:PE ./.:0.98:2:1434:7,138|PTEN=2.00 ABSOLUTE",
        "ratio alone|chr10 P+87000000 DRAGEN:LOSS:chr10:1-2 N <DEL> 99 PASS SVTYPE=CNV;END=P+88500000 GT:SM:BC:PE 0/1:0.5:1000:3,4|PTEN=-1.00 LOG2_RATIO",
        "ratio of zero|chr10 P+87000000 DRAGEN:LOSS:chr10:1-2 N <DEL> 99 PASS SVTYPE=CNV;END=P+88500000 GT:SM:BC:PE 1/1:0:1000:3,4|PTEN=-40.00 LOG2_RATIO",
        "loss of heterozygosity, 4.2|chr10 P+87000000 DRAGEN:CNLOH:chr10:1-2 N <DEL>,<DUP> 99 PASS SVTYPE=CNV;END=P+88500000 GT:CN:MCN:CNQ:CNF:SD:BC 1/2:2:0:99:2.01:80:1000|PTEN=2.00 ABSOLUTE",
        "loss of heterozygosity, 4.4|chr10 P+87000000 DRAGEN:CNLOH:chr10:1-2 N <LOH> 99 PASS SVCLAIM=D;SVLEN=1500000 GT:CN:MCN:CNQ:CNF:SD:BC 1/1:2:0:99:2.01:80:1000|PTEN=2.00 ABSOLUTE",
        "length alone, 4.4|chr10 P+87000000 DRAGEN:LOSS:chr10:1-2 N <DEL> 99 PASS SVCLAIM=D;SVLEN=1500000 GT:CN:MCN:BC 1/1:0:0:1000|PTEN=0.00 ABSOLUTE"
      })
  void dragen(String what, String records, String expected) {
    tells(false, records, expected);
  }

  /** Canvas, FACETS, TitanCNA by bcbio, 1000 Genomes alleles. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Canvas|chr10 P+87000000 Canvas:LOSS:chr10:1-2 N <CNV> 36 PASS SVTYPE=CNV;END=P+88500000 RC:BC:CN:MCC 12:108:0:0|PTEN=0.00 ABSOLUTE",
        "FACETS|chr10 P+87000000 . N <CNV> . PASS SVTYPE=DEL;SVLEN=1500000;END=P+88500000;NUM_MARK=90;CNLR_MEDIAN=-1.2;TCN_EM=0;LCN_EM=0 GT .|PTEN=0.00 ABSOLUTE",
        "FACETS, neutral|chr10 P+87000000 . N <CNV> . neutral SVTYPE=NEUTR;SVLEN=1500000;END=P+88500000;CNLR_MEDIAN=0;TCN_EM=2;LCN_EM=. GT .|PTEN=2.00 ABSOLUTE",
        "copies in INFO|chr10 P+87000000 . N <DEL> . . SVTYPE=DEL;END=P+88500000;CN=0;MajorCN=0;MinorCN=0;FOLD_CHANGE_LOG=-1.1 GT 0/1|PTEN=0.00 ABSOLUTE"
      })
  void others(String what, String records, String expected) {
    tells(false, records, expected);
  }

  /** The alleles of 1000 Genomes are copies on one haplotype, the reference has one. */
  @ParameterizedTest
  @CsvSource({"0/1, 1", "1/1, 0", "0/2, 4", "1|2, 3", "2/2, 6", "0|0, 2"})
  void countsTheCopiesOfHaplotypes(String genotype, String copies) {
    tells(
        false,
        "chr10 P+87000000 . N <CN0>,<CN3> . . SVTYPE=CNV;END=P+88500000 GT " + genotype,
        "PTEN=" + copies + ".00 ABSOLUTE; VCF_SV_GENOTYPE_COPIES");
  }

  /** Lumpy with SVTyper, Sniffles, and a caller that names nothing but the genotype. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Lumpy|SVTYPE=DEL;SVLEN=-10000;END=P+87940000;STRANDS=+-:12;CIPOS=-9,9;CIEND=-9,9;SU=12;PE=6;SR=6 GT:SU:PE:SR:DP:RO:AO 0/1:12:6:6:40:28:12|12/40",
        "Lumpy alone|SVTYPE=DEL;END=P+87940000;STRANDS=+-:12;SU=12;PE=6;SR=6 GT:SU:PE:SR ./.:12:6:6|12/-1",
        "Sniffles|PRECISE;SVTYPE=DEL;SVLEN=-10000;END=P+87940000;SUPPORT=9 GT:GQ:DR:DV 0/1:60:11:9|9/20"
      })
  void genotyped(String what, String cells, String reads) {
    tells(
        false,
        "chr10 P+87930000 1 N <DEL> . . " + cells,
        "PTEN:deletion of 23% of the coding sequence (coding exons 4-5) "
            + reads
            + (cells.contains("0/1") ? "; VCF_SV_GENOTYPE_COPIES" : "")
            + "; VCF_SV_NO_NORMAL");
  }

  /** A deletion without copies: the genotype of two chromosomes counts, a half-called one not. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "0/1, PTEN=1.00 ABSOLUTE; VCF_SV_GENOTYPE_COPIES",
    "0|1, PTEN=1.00 ABSOLUTE; VCF_SV_GENOTYPE_COPIES",
    "1/1, PTEN=0.00 ABSOLUTE; VCF_SV_GENOTYPE_COPIES",
    "./1, VCF_SV_LOSS",
    "1, VCF_SV_LOSS",
    "0/0, nothing",
    "./., nothing"
  })
  void countsTheCopiesOfAGenotype(String genotype, String expected) {
    tells(
        false, "chr10 P+87000000 1 N <DEL> . . SVTYPE=DEL;END=P+88500000 GT " + genotype, expected);
  }

  /**
   * The four breakends of VCF 4.5, section 5.4, between 87930000 and 87940000: t[p[ keeps the left
   * and goes on to the right of p.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "chr10 P+87930000 a N N[chr10:P+87940000[, deletion of 23% of the coding sequence (coding exons 4-5)",
    "chr10 P+87940000 a N ]chr10:P+87930000]N, deletion of 23% of the coding sequence (coding exons 4-5)",
    "chr10 P+87930000 a N N]chr10:P+87940000], inversion of 23% of the coding sequence",
    "chr10 P+87940000 a N N]chr10:P+87930000], inversion of 23% of the coding sequence",
    "chr10 P+87930000 a N [chr10:P+87940000[N, inversion of 23% of the coding sequence",
    "chr10 P+87930000 a N ]chr10:P+87940000]N, -",
    "chr10 P+87940000 a N N[chr10:P+87930000[, -",
    "chr10 P+87930000 a N N[chr17:500[, PTEN-chr17:500",
    "chr10 P+87930000 a N N]chr17:500], PTEN-chr17:500",
    "chr10 P+87930000 a N ]chr17:500]N, PTEN-chr17:500",
    "chr10 P+87930000 a N [chr17:500[N, PTEN-chr17:500",
    "chr10 P+87930000 a N NACGT[chr17:500[, PTEN-chr17:500",
    "chr10 P+87930000 a N [<ctg1>:5[N, PTEN-<ctg1>:5",
    "10 P+87930000 a N N[chrUn_KN707606v1_decoy:5[, PTEN-chrUn_KN707606v1_decoy:5"
  })
  void readsEveryFormOfBreakend(String site, String label) {
    tells(
        true,
        site + " . PASS SVTYPE=BND;SOMATIC PR 9,0 9,5",
        label.equals("-") ? "VCF_SV_UNCERTAIN" : "PTEN:" + label + " 5/14");
  }
}
