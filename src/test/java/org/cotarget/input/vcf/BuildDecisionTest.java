package org.cotarget.input.vcf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cotarget.annotation.VariantAnnotator;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.input.layer.RecurrentChanges;
import org.cotarget.input.layer.VariantFile;
import org.cotarget.input.layer.VariantLayer;
import org.cotarget.input.vcf.scan.ReaderKind;
import org.cotarget.reference.HotspotPositions;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The assembly by header, by accession and by the bases of REF, and contradictions of them. */
class BuildDecisionTest {

  private static final Reference REFERENCE = ReferenceLoader.bundled();
  private static final String E545K_37 = "3 178936091 . G A 50 PASS . GT 0/1";
  private static final String E545K_38 = "3 179218303 . G A 50 PASS . GT 0/1";

  @TempDir Path folder;
  private final InputProblems problems = new InputProblems();

  private Optional<VariantLayer> read(VcfBuilder vcf, GenomeAssembly... declared)
      throws IOException {
    VcfReader.Options options =
        new VcfReader.Options(
            Set.of(),
            Optional.empty(),
            id -> false,
            List.of(declared).stream().findFirst(),
            Set.of());
    return new VcfReader(
            REFERENCE,
            new RecurrentChanges(REFERENCE, new VariantAnnotator(REFERENCE)),
            ReaderKind.SCAN)
        .read(vcf.write(folder.resolve("P1.vcf")), options, problems)
        .map(VariantFile::variants);
  }

  private List<String> codes() {
    return problems.sorted().stream()
        .filter(p -> !p.code().equals("VCF_TUMOR_ONLY"))
        .map(p -> p.severity() + " " + p.code())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "##contig=<ID=3,length=198022430> ! 3 ! GRCH37",
        "##contig=<ID=chr3,length=198295559> ! chr3 ! GRCH38",
        "##contig=<length=198022430,ID=3,assembly=b37> ! 3 ! GRCH37",
        "##contig=<ID=NC_000003.11> ! NC_000003.11 ! GRCH37",
        "##contig=<ID=NC_000003.12> ! NC_000003.12 ! GRCH38",
        "##contig=<ID=CM000665.1> ! CM000665.1 ! GRCH37",
        "##contig=<ID=CM000665.2> ! CM000665.2 ! GRCH38",
        "##source=x ! NC_000003.12 ! GRCH38",
        "##reference=file:///ref/hs37d5.fa ! 3 ! GRCH37",
        "##reference=human_g1k_v37.fasta ! 3 ! GRCH37",
        "##reference=GCA_000001405.15_GRCh38_no_alt.fna ! chr3 ! GRCH38",
        "##reference=GCF_000001405.25.fna ! 3 ! GRCH37",
        "##assembly=GRCh38 ! CHR3 ! GRCH38",
        "##GATKCommandLine=<ID=Mutect2,CommandLine=\"Mutect2 --reference /ref/hg38.fa\"> ! chr3 ! GRCH38",
        "##commandline=\"freebayes -f /ref/hg19.fa t.bam\" ! chr3 ! GRCH37",
        "##DRAGENCommandLine=<ID=dragen,CommandLineOptions=\"--ref-dir /staging/hg38/\"> ! chr3 ! GRCH38",
        "##VEP=\"v102\" assembly=\"GRCh37.p13\" ! 3 ! GRCH37",
        "##SnpEffCmd=\"SnpEff GRCh38.99 x\" ! 3 ! GRCH38",
      })
  void theHeaderTells(String meta, String chrom, GenomeAssembly expected) throws IOException {
    String record = expected == GenomeAssembly.GRCH37 ? E545K_37 : E545K_38;
    VariantLayer layer =
        read(new VcfBuilder().meta(meta).samples("P1").record(record.replaceFirst("3", chrom)))
            .orElseThrow();
    assertThat(codes()).isEmpty();
    assertThat(layer.variants().get("P1"))
        .extracting(SomaticVariant::assembly)
        .containsExactly(expected);
    assertThat(layer.file().detail()).contains(expected.label());
  }

  /** Every hotspot substitution of an assembly, without a word in the header. */
  @ParameterizedTest
  @EnumSource(names = {"GRCH37", "GRCH38"})
  void basesTellTheAssembly(GenomeAssembly assembly) throws IOException {
    VcfBuilder vcf = new VcfBuilder().samples("P1");
    List<HotspotPositions.Position> rows =
        REFERENCE.hotspotPositions().all().stream()
            .filter(p -> p.assembly().equals(assembly.label()))
            .toList();
    for (HotspotPositions.Position p : rows) {
      vcf.record(
          p.chrom() + " " + p.position() + " . " + p.ref() + " " + p.alt() + " 50 . . GT 0/1");
    }
    VariantLayer layer = read(vcf).orElseThrow();
    assertThat(codes()).isEmpty();
    assertThat(layer.variants().get("P1")).hasSizeGreaterThanOrEqualTo(rows.size());
    assertThat(layer.variants().get("P1"))
        .extracting(SomaticVariant::assembly)
        .containsOnly(assembly);
    assertThat(layer.file().detail()).contains(assembly.label() + " by votes", "of");
  }

  @ParameterizedTest
  @CsvSource({E545K_37 + ", GRCH37", E545K_38 + ", GRCH38"})
  void oneHotspotIsEnough(String record, GenomeAssembly assembly) throws IOException {
    VariantLayer layer = read(new VcfBuilder().samples("P1").record(record)).orElseThrow();
    assertThat(codes()).isEmpty();
    assertThat(layer.variants().get("P1").get(0).assembly()).isEqualTo(assembly);
  }

  @Test
  void oneBaseIsNot() throws IOException {
    read(new VcfBuilder().samples("P1").record("3 179218310 . T C 50 PASS . GT 0/1"));
    assertThat(codes()).containsExactly("ERROR VCF_BUILD_UNDECIDED");
    assertThat(problems.sorted().get(0).message()).containsPattern("GRCh38 in \\d of 1");
  }

  @Test
  void basesThatFitNoneDecideNothing() throws IOException {
    VcfBuilder vcf = new VcfBuilder().samples("P1");
    for (int i = 0; i < 40; i++) {
      // The same letter everywhere fits about a quarter of the bases.
      vcf.record("3 " + (179218210 + i) + " . A AT 50 PASS . GT 0/1");
    }
    read(vcf);
    assertThat(codes()).containsExactly("ERROR VCF_BUILD_UNDECIDED");
  }

  @Test
  void basesContradictTheHeader() throws IOException {
    VcfBuilder vcf =
        new VcfBuilder().meta("##contig=<ID=3,length=198295559>").samples("P1").record(E545K_37);
    for (HotspotPositions.Position p : REFERENCE.hotspotPositions().all()) {
      if (p.assembly().equals("GRCh37") && p.gene().equals("PIK3CA")) {
        vcf.record("3 " + p.position() + " . " + p.ref() + " " + p.alt() + " 50 . . GT 0/1");
      }
    }
    read(vcf);
    assertThat(codes()).containsExactly("ERROR VCF_BUILD_CONFLICT");
    InputProblem problem = problems.sorted().get(0);
    assertThat(problem.message())
        .contains("GRCh38 by contig lengths")
        .containsPattern("fit GRCh37 in (\\d+) of \\1");
  }

  @Test
  void theOptionMayNotContradictContigLengths() throws IOException {
    read(
        new VcfBuilder().meta("##contig=<ID=3,length=198295559>").samples("P1"),
        GenomeAssembly.GRCH37);
    assertThat(codes()).containsExactly("ERROR VCF_BUILD_CONFLICT");
    assertThat(problems.sorted().get(0).message())
        .contains("GRCh37 by the option", "GRCh38 by contig lengths");
  }

  @Test
  void withoutAVariantAnOpenAssemblyIsAWarningAndNothingIsWildType() throws IOException {
    VcfBuilder vcf = new VcfBuilder().samples("P1");
    for (int i = 1; i <= 22; i++) {
      vcf.record(i + " " + (1_000_000 * i) + " . G A 50 PASS . GT 0/1");
    }
    VariantLayer layer = read(vcf).orElseThrow();
    assertThat(codes()).containsExactly("WARNING VCF_BUILD_UNKNOWN");
    assertThat(layer.spread().get("P1").genes()).isZero();
  }

  /** Records on the other assembly's panel are no variants of the panel. */
  @Test
  void theOtherAssemblysWindowsAreLeftOut() throws IOException {
    VariantLayer layer =
        read(new VcfBuilder()
                .meta("##contig=<ID=3,length=198022430>")
                .samples("P1")
                .record(E545K_37)
                .record(E545K_38))
            .orElseThrow();
    assertThat(layer.variants().get("P1"))
        .extracting(SomaticVariant::position)
        .containsExactly(178936091L);
  }
}
