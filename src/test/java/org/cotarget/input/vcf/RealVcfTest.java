package org.cotarget.input.vcf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cotarget.annotation.VariantAnnotator;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblems;
import org.cotarget.input.layer.RecurrentChanges;
import org.cotarget.input.layer.VariantFile;
import org.cotarget.input.layer.VariantLayer;
import org.cotarget.input.vcf.scan.ReaderKind;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real, un-annotated files of callers: tumour, assembly, variants in panel exons, depths. */
class RealVcfTest {

  private static final Path DATA = Path.of("../shared/data/vcf/vcf2maf");
  private static final Reference REFERENCE = ReferenceLoader.bundled();

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      nullValues = "NONE",
      value = {
        "test_muse.vcf,    Tier1,  TCGA-BT-A20W-01A-21D-A14W-08, GRCh37 by contig lengths, BRCA1 41244840 C>G 12/117",
        "test_muse.vcf,    none,   TCGA-BT-A20W-01A-21D-A14W-08, GRCh37 by contig lengths, ''",
        "test_mutect.vcf,  REJECT, test_mutect, GRCh37 by contig lengths, ''",
        "test_mutect.vcf,  none,   test_mutect, GRCh37 by contig lengths, ''",
        "test_pindel.vcf,  none,   test_pindel, GRCh37 by ##reference, ''",
        "test_strelka.vcf, none,   test_strelka, assembly unknown, ''",
        "test_varscan.vcf, none,   test_varscan, assembly unknown, ''",
        "test_delly.vcf,   none,   test_delly, GRCh37 by contig lengths, ''",
        "test_b38.vcf,     none,   test_b38, GRCh38 by contig lengths, ''",
      })
  void readsTheFilesOfCallers(
      String name, String included, String tumor, String build, String variants) {
    assumeTrue(Files.exists(DATA), "skipped: no data at " + DATA);
    InputProblems problems = new InputProblems();
    VcfReader.Options options =
        new VcfReader.Options(
            Set.of(), Optional.empty(), id -> false, Optional.empty(), Set.of(included));
    VariantLayer layer =
        new VcfReader(
                REFERENCE,
                new RecurrentChanges(REFERENCE, new VariantAnnotator(REFERENCE)),
                ReaderKind.SCAN)
            .read(DATA.resolve(name), options, problems)
            .map(VariantFile::variants)
            .orElseThrow();
    assertThat(problems.hasErrors()).isFalse();
    assertThat(layer.file().detail()).startsWith(build);
    // Delly writes structural records, which do not show that small variants were sought.
    boolean structural = name.equals("test_delly.vcf");
    assertThat(layer.file().kind()).isEqualTo(structural ? "VCF of structural variants" : "VCF");
    assertThat(layer.declaredSequenced().isEmpty()).isEqualTo(structural);
    assertThat(layer.variants().keySet()).containsExactly(tumor);
    assertThat(
            layer.variants().get(tumor).stream()
                .sorted()
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
        .isEqualTo(variants);
  }

  /** Without a line on the assembly the bases cannot tell it here, so the user has to. */
  @ParameterizedTest
  @CsvSource({"test_strelka.vcf", "test_varscan.vcf", "test_b37.vcf"})
  void theOptionTellsWhatTheFileDoesNot(String name) {
    assumeTrue(Files.exists(DATA), "skipped: no data at " + DATA);
    InputProblems problems = new InputProblems();
    VcfReader.Options options =
        new VcfReader.Options(
            Set.of(), Optional.empty(), id -> false, Optional.of(GenomeAssembly.GRCH37), Set.of());
    VariantLayer layer =
        new VcfReader(
                REFERENCE,
                new RecurrentChanges(REFERENCE, new VariantAnnotator(REFERENCE)),
                ReaderKind.SCAN)
            .read(DATA.resolve(name), options, problems)
            .map(VariantFile::variants)
            .orElseThrow();
    assertThat(problems.hasErrors() || problems.hasWarnings()).isFalse();
    assertThat(layer.file().detail()).startsWith("GRCh37 by the option");
    assertThat(layer.variants().values()).allMatch(List::isEmpty);
  }
}
