package org.cotarget.input.vcf;

import static org.assertj.core.api.Assertions.assertThat;

import htsjdk.variant.variantcontext.VariantContext;
import htsjdk.variant.variantcontext.writer.Options;
import htsjdk.variant.variantcontext.writer.VariantContextWriter;
import htsjdk.variant.variantcontext.writer.VariantContextWriterBuilder;
import htsjdk.variant.vcf.VCFFileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cotarget.annotation.VariantAnnotator;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.input.layer.RecurrentChanges;
import org.cotarget.input.layer.VariantFile;
import org.cotarget.input.layer.VariantLayer;
import org.cotarget.input.vcf.scan.ReaderKind;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * BCF written by htsjdk, which writes version 2.1; 2.2 differs in what it allows, not in these
 * records.
 */
class BcfRecordsTest {

  @TempDir Path folder;

  private Path bcf() throws IOException {
    String second =
        VcfBuilder.csq("-", "frameshift_variant", "PTEN", "ENST00000371953.8", "p.Lys6fs");
    Path vcf =
        VcfBuilder.vep()
            .meta("##contig=<ID=chr3,length=198295559>")
            .meta("##contig=<ID=chr10,length=133797422>")
            .meta("##FILTER=<ID=weak,Description=\"weak\">")
            .meta("##INFO=<ID=AF,Number=A,Type=Float,Description=\"a\">")
            .meta("##INFO=<ID=SOMATIC,Number=0,Type=Flag,Description=\"s\">")
            .meta("##FORMAT=<ID=GT,Number=1,Type=String,Description=\"g\">")
            .meta("##FORMAT=<ID=AD,Number=R,Type=Integer,Description=\"a\">")
            .meta("##FORMAT=<ID=AF,Number=A,Type=Float,Description=\"f\">")
            .samples("NORMAL", "TUMOR")
            .e545k("PASS", "SOMATIC;AF=0.125;", "GT:AD:AF 0/0:300,0:0 0/1:60,20:0.25")
            .e545k("weak", "", "GT:AD:AF 0/0:300,0:0 0/1:60,20:0.25")
            .record(
                "chr10 87864470 rs1 CT C,CTT 50 . CSQ="
                    + second
                    + " GT:AD 0/0:70000,0,0 0|1:10,5,0")
            .write(folder.resolve("in.vcf"));
    Path bcf = folder.resolve("out.bcf");
    try (VCFFileReader reader = new VCFFileReader(vcf, false);
        VariantContextWriter writer =
            new VariantContextWriterBuilder()
                .setOutputPath(bcf)
                .setOutputFileType(VariantContextWriterBuilder.OutputType.BCF)
                .setReferenceDictionary(reader.getFileHeader().getSequenceDictionary())
                .unsetOption(Options.INDEX_ON_THE_FLY)
                .build()) {
      writer.writeHeader(reader.getFileHeader());
      for (VariantContext variant : reader) {
        writer.add(variant);
      }
    }
    return bcf;
  }

  private Optional<VariantLayer> read(Path file, InputProblems problems) {
    VcfReader.Options options =
        new VcfReader.Options(
            Set.of(), Optional.of("BC7"), id -> false, Optional.empty(), Set.of());
    return new VcfReader(
            ReferenceLoader.bundled(),
            new RecurrentChanges(
                ReferenceLoader.bundled(), new VariantAnnotator(ReferenceLoader.bundled())),
            ReaderKind.SCAN)
        .read(file, options, problems)
        .map(VariantFile::variants);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void readsWhatTheVcfHolds(int minorVersion) throws IOException {
    Path bcf = bcf();
    byte[] bytes = Files.readAllBytes(bcf);
    bytes[4] = (byte) minorVersion;
    Files.write(bcf, bytes);
    InputProblems problems = new InputProblems();
    VariantLayer layer = read(bcf, problems).orElseThrow();
    assertThat(problems.sorted())
        .extracting(InputProblem::code)
        .containsExactly("VCF_HOTSPOT_FILTERED", "VCF_FILTERED");
    List<SomaticVariant> variants = layer.variants().get("BC7");
    assertThat(variants).extracting(SomaticVariant::label).containsExactly("E545K", "K6fs");
    assertThat(variants).extracting(SomaticVariant::alternateDepth).containsExactly(20, 5);
    assertThat(variants.get(0).alleleFraction()).isEqualTo(0.25);
    assertThat(variants.get(0).depth()).isEqualTo(80);
    assertThat(variants.get(1).alt()).isEqualTo("C");
    assertThat(variants.get(1).where().line()).isEqualTo(3);
  }

  @Test
  void aBcfThatBreaksOffIsTruncated() throws IOException {
    Path bcf = bcf();
    byte[] bytes = Files.readAllBytes(bcf);
    Files.write(bcf, Arrays.copyOf(bytes, bytes.length - 7));
    InputProblems problems = new InputProblems();
    assertThat(read(bcf, problems)).isEmpty();
    assertThat(problems.sorted()).extracting(InputProblem::code).contains("FILE_TRUNCATED");
  }

  @Test
  void anotherVersionIsAProblem() throws IOException {
    Path bcf = bcf();
    byte[] bytes = Files.readAllBytes(bcf);
    bytes[4] = 9;
    Files.write(bcf, bytes);
    InputProblems problems = new InputProblems();
    assertThat(read(bcf, problems)).isEmpty();
    assertThat(problems.sorted()).extracting(InputProblem::code).containsExactly("VCF_BCF_VERSION");
  }
}
