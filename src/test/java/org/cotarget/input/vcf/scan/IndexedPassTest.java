package org.cotarget.input.vcf.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import htsjdk.samtools.util.BlockCompressedInputStream;
import htsjdk.tribble.AbstractFeatureReader;
import htsjdk.tribble.index.IndexFactory;
import htsjdk.tribble.index.tabix.TabixFormat;
import htsjdk.variant.vcf.VCFCodec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblems;
import org.cotarget.input.vcf.scan.Passes.Outcome;
import org.cotarget.input.vcf.scan.RegionIndex.Stretch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index made by htsjdk: the records and the spread of a scan, or a scan. */
class IndexedPassTest {

  private static final PanelWindows PANEL =
      Passes.windows("3:100000000-101000000", "7:1-2000000", "22:30000000-30010000");

  @TempDir Path folder;
  private InputProblems problems = new InputProblems();

  @BeforeEach
  void forgetProblems() {
    problems = new InputProblems();
  }

  private static final Map<String, byte[]> MADE = new HashMap<>();

  private Path file(String moreHeader, boolean carried) throws IOException {
    String kind = moreHeader + carried;
    if (!MADE.containsKey(kind)) {
      MADE.put(kind, Passes.bgzf(Passes.bytes(text(moreHeader, carried))));
    }
    Path file = Passes.write(folder.resolve("a.vcf.gz"), MADE.get(kind));
    IndexFactory.createTabixIndex(file.toFile(), new VCFCodec(), TabixFormat.VCF, null)
        .write(folder.resolve("a.vcf.gz.tbi"));
    return file;
  }

  /** 110,000 records on all chromosomes; every tenth tumour column carries. */
  private static String text(String moreHeader, boolean carried) {
    Random random = new Random(3);
    StringBuilder text = new StringBuilder("##fileformat=VCFv4.2\n");
    for (int chrom = 1; chrom <= 22; chrom++) {
      text.append("##contig=<ID=chr").append(chrom).append(">\n");
    }
    text.append(moreHeader);
    text.append("#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tA\tB\tC\n");
    for (int chrom = 1; chrom <= 22; chrom++) {
      int position = 1;
      for (int i = 0; i < 5_000; i++) {
        position += 1 + random.nextInt(40_000);
        text.append("chr")
            .append(chrom)
            .append('\t')
            .append(position)
            .append("\t.\tAC\tA\t.\tPASS\tDP=");
        text.append(random.nextInt(1 << 30)).append("\tGT");
        for (int column = 0; column < 3; column++) {
          boolean carries = random.nextInt(10) == 0 && (carried || column > 0);
          text.append(carries ? "\t0/1" : "\t0/0");
        }
        text.append('\n');
      }
    }
    return text.toString();
  }

  private Outcome byIndex(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      ScanPass scan = new ScanPass(new BgzfChunks(in, 0), Passes.LIMITS);
      try (RecordPass pass =
          IndexedPass.where(file, scan, Passes.LIMITS, problems, 0).orElse(scan)) {
        return Passes.run(pass, PANEL);
      }
    }
  }

  private static List<String> withoutLines(Outcome outcome) {
    return outcome.records().stream().map(record -> record.replaceFirst("^\\d+ ", "")).toList();
  }

  private List<String> codes() {
    return problems.sorted().stream().map(InputProblem::code).toList();
  }

  @Test
  void givesWhatAScanGives() throws IOException {
    Path file = file("", true);
    Outcome scanned = Passes.read(file, ReaderKind.SCAN, PANEL);
    Outcome indexed = byIndex(file);
    assertThat(problems.sorted()).isEmpty();
    assertThat(scanned.records()).hasSizeBetween(100, 500);
    assertThat(withoutLines(indexed)).isEqualTo(withoutLines(scanned));
    assertThat(indexed.records()).allMatch(record -> record.startsWith("0 "));
    assertThat(indexed.summary().spread()).isEqualTo(scanned.summary().spread());
    assertThat(indexed.summary().records()).isEqualTo(-1);
  }

  @Test
  void scansWhereATumourStaysBelowTheLimits() throws IOException {
    Path file = file("", false);
    assertThat(byIndex(file)).isEqualTo(Passes.read(file, ReaderKind.HTSJDK, PANEL));
  }

  @Test
  void scansAFileOfStructuralVariants() throws IOException {
    Path file = file("##INFO=<ID=SVTYPE,Number=1,Type=String,Description=\"type\">\n", true);
    assertThat(byIndex(file)).isEqualTo(Passes.read(file, ReaderKind.HTSJDK, PANEL));
  }

  @Test
  void anOlderIndexIsNotUsed() throws IOException {
    Path file = file("", true);
    Files.setLastModifiedTime(
        folder.resolve("a.vcf.gz.tbi"), FileTime.fromMillis(1_000_000_000_000L));
    assertThat(byIndex(file)).isEqualTo(Passes.read(file, ReaderKind.HTSJDK, PANEL));
    assertThat(codes()).containsExactly("VCF_INDEX_NOT_USED");
  }

  @Test
  void anIndexOfAnotherFileIsNotUsed() throws IOException {
    Path file = file("", true);
    byte[] text;
    try (InputStream in = new BlockCompressedInputStream(file.toFile())) {
      text = in.readAllBytes();
    }
    for (byte[] other :
        List.of(
            Passes.bgzf(java.util.Arrays.copyOf(text, text.length / 2 + 60)),
            Passes.bgzf(text, 1_000),
            Passes.bgzf(text, 1_000, text.length - 1_000))) {
      Passes.write(file, other);
      FileTime later = FileTime.fromMillis(System.currentTimeMillis() + 60_000);
      Files.setLastModifiedTime(folder.resolve("a.vcf.gz.tbi"), later);
      problems = new InputProblems();
      assertThat(byIndex(file)).isEqualTo(Passes.read(file, ReaderKind.HTSJDK, PANEL));
      assertThat(codes()).containsExactly("VCF_INDEX_NOT_USED");
    }
  }

  @Test
  void anIndexThatBreaksOffIsNotUsed() throws IOException {
    Path file = file("", true);
    Path index = folder.resolve("a.vcf.gz.tbi");
    byte[] whole = Files.readAllBytes(index);
    for (int length = 0; length < whole.length; length += whole.length / 5 + 1) {
      Files.write(index, java.util.Arrays.copyOf(whole, length));
      problems = new InputProblems();
      assertThat(byIndex(file)).isEqualTo(Passes.read(file, ReaderKind.SCAN, PANEL));
      assertThat(codes()).containsExactly("VCF_INDEX_NOT_USED");
    }
  }

  /** The stretches that htsjdk's own reader of the index gives hold no record that ours lack. */
  @Test
  void findsTheRecordsThatHtsjdkFindsByTheIndex() throws IOException {
    Path file = file("", true);
    RegionIndex index;
    try (InputStream in =
        new java.util.zip.GZIPInputStream(Files.newInputStream(folder.resolve("a.vcf.gz.tbi")))) {
      index = RegionIndex.read(in);
    }
    Map<String, Long> found = new TreeMap<>();
    try (var reader =
        AbstractFeatureReader.getFeatureReader(file.toString(), new VCFCodec(), true)) {
      for (RegionIndex.Sequence sequence : index.sequences()) {
        for (var record : reader.query(sequence.name(), 5_000_000, 9_000_000)) {
          found.merge(record.getContig(), 1L, Long::sum);
        }
        List<Stretch> stretches = sequence.overlapping(5_000_000, 9_000_000);
        assertThat(stretches).isNotEmpty();
        assertThat(sequence.overlapping(2_000_000_000, 2_000_000_001)).isEmpty();
      }
    }
    assertThat(found).hasSize(22);
  }

  @Test
  void whatIsNoIndexIsRefused() {
    byte[] bytes = Passes.bytes("no index at all");
    assertThatThrownBy(() -> RegionIndex.read(new java.io.ByteArrayInputStream(bytes)))
        .isInstanceOf(IOException.class);
  }
}
