package org.cotarget.input.vcf.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import htsjdk.variant.variantcontext.VariantContext;
import htsjdk.variant.variantcontext.writer.Options;
import htsjdk.variant.variantcontext.writer.VariantContextWriter;
import htsjdk.variant.variantcontext.writer.VariantContextWriterBuilder;
import htsjdk.variant.vcf.VCFFileReader;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.cotarget.input.vcf.scan.Passes.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A BCF that htsjdk wrote of a VCF gives the records and the spread of the VCF. */
class BcfPassTest {

  private static final PanelWindows PANEL = Passes.windows("3:1000-90000000", "7:1-2000000");

  @TempDir Path folder;
  private Path vcf;
  private Path bcf;

  @BeforeEach
  void write() throws IOException {
    Random random = new Random(9);
    StringBuilder text = new StringBuilder("##fileformat=VCFv4.2\n");
    for (int chrom = 1; chrom <= 22; chrom++) {
      text.append("##contig=<ID=chr").append(chrom).append(",length=250000000>\n");
    }
    text.append("##INFO=<ID=END,Number=1,Type=Integer,Description=\"e\">\n");
    text.append("##FILTER=<ID=weak,Description=\"w\">\n##FILTER=<ID=kept,Description=\"k\">\n");
    text.append("##FORMAT=<ID=DP,Number=1,Type=Integer,Description=\"d\">\n");
    text.append("##FORMAT=<ID=GT,Number=1,Type=String,Description=\"g\">\n");
    text.append("#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tA\tB\tC\n");
    for (int chrom = 1; chrom <= 22; chrom++) {
      int position = 1;
      for (int i = 0; i < 40; i++) {
        position += random.nextInt(5_000_000);
        text.append("chr").append(chrom).append('\t').append(position).append("\t.\tAC\t");
        boolean symbolic = i % 7 == 0;
        text.append(symbolic ? "<DEL>" : i % 11 == 0 ? "A]chr7:1500]" : "A,ACC").append("\t.\t");
        text.append(i % 3 == 0 ? "PASS" : i % 3 == 1 ? "kept" : "weak").append('\t');
        text.append(symbolic ? "END=" + (position + random.nextInt(3_000_000)) : ".");
        text.append("\tGT:DP\t0/1:3\t")
            .append(i % 5 == 0 ? "0|1:3" : "0/0:3")
            .append("\t0/0:700\n");
      }
    }
    vcf = Passes.write(folder.resolve("a.vcf"), Passes.bytes(text.toString()));
    bcf = folder.resolve("a.bcf");
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
  }

  private static List<String> sites(Outcome outcome) {
    return outcome.records().stream()
        .map(record -> record.replaceFirst("^\\d+ ", "").split("\t", -1))
        .map(cells -> String.join(" ", Arrays.asList(cells).subList(0, 5)))
        .toList();
  }

  @Test
  void givesTheRecordsOfTheVcf() throws IOException {
    byte[] content = Files.readAllBytes(bcf);
    Outcome expected = Passes.read(vcf, ReaderKind.SCAN, PANEL);
    assertThat(expected.records()).hasSizeBetween(20, 300);
    for (byte[] bytes : List.of(content, Passes.gzip(content), Passes.bgzf(content))) {
      Path file = Passes.write(folder.resolve("b.bcf"), bytes);
      Outcome outcome = Passes.read(file, ReaderKind.SCAN, PANEL);
      assertThat(sites(outcome)).isEqualTo(sites(expected));
      assertThat(outcome.summary()).isEqualTo(expected.summary());
    }
  }

  @Test
  void aBcfThatIsCutAnywhereIsAnError() throws IOException {
    byte[] content = Files.readAllBytes(bcf);
    Outcome whole = Passes.read(bcf, ReaderKind.SCAN, PANEL);
    Random random = new Random(2);
    for (int round = 0; round < 200; round++) {
      byte[] cut = Arrays.copyOf(content, 1 + random.nextInt(content.length - 1));
      Path file = Passes.write(folder.resolve("c.bcf"), Passes.bgzf(cut));
      // A cut between two records looks whole: the blocks around it would show it.
      try {
        Outcome outcome = Passes.read(file, ReaderKind.SCAN, PANEL);
        assertThat(outcome.summary().records()).isLessThan(whole.summary().records());
      } catch (IOException e) {
        assertThat(e).isInstanceOfAny(EOFException.class, VcfFormatException.class);
      }
      byte[] blocks = Passes.bgzf(content);
      byte[] broken = Arrays.copyOf(blocks, 1 + random.nextInt(blocks.length - 1));
      Passes.write(file, broken);
      assertThatThrownBy(() -> Passes.read(file, ReaderKind.SCAN, PANEL))
          .isInstanceOf(IOException.class);
    }
  }
}
