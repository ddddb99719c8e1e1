package org.cotarget.input.vcf.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cotarget.input.vcf.scan.Passes.windows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.input.vcf.scan.Passes.Outcome;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scan selects the records that a pass of htsjdk selects, with the same lines and spread. */
class ReadersAgreeTest {

  static final String HEADER =
      "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tA\tB\tC\n";

  @TempDir Path folder;

  /** Files of every form, with windows of the panel, windows of their own, and without any. */
  private void compare(byte[] text) throws IOException {
    Path plain = Passes.write(folder.resolve("a.vcf"), text);
    Path gzip = Passes.write(folder.resolve("a.vcf.gz"), Passes.gzip(text));
    Path bgzf = Passes.write(folder.resolve("b.vcf.gz"), Passes.bgzf(text));
    List<PanelWindows> all =
        List.of(
            new PanelWindows(
                ReferenceLoader.bundled().geneSpans(),
                EnumSet.of(GenomeAssembly.GRCH37, GenomeAssembly.GRCH38)),
            middle(text),
            windows(),
            PanelWindows.everywhere());
    for (PanelWindows windows : all) {
      Outcome expected = Passes.read(plain, ReaderKind.HTSJDK, windows);
      for (Path file : List.of(plain, gzip, bgzf)) {
        assertThat(Passes.read(file, ReaderKind.SCAN, windows)).isEqualTo(expected);
        assertThat(Passes.read(file, ReaderKind.HTSJDK, windows)).isEqualTo(expected);
      }
    }
  }

  /** A window from the first third of the records to the second on each sequence. */
  private static PanelWindows middle(byte[] text) {
    List<String> stretches = new ArrayList<>();
    List<String> records =
        new String(text, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("#") && line.matches("[^\t]+\t\\d+\t.*"))
            .toList();
    for (int i = 0; i + 2 < records.size(); i += 3) {
      String[] first = records.get(i).split("\t", -1);
      String chrom = first[0].replaceFirst("(?i)^chr", "").toUpperCase(java.util.Locale.ROOT);
      long position = Long.parseLong(first[1]);
      if (chrom.matches("[0-9XY]+")) {
        stretches.add(chrom + ":" + position + "-" + (position + 20));
      }
    }
    return windows(stretches.toArray(String[]::new));
  }

  private static List<Path> vcfs(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".vcf")).sorted().toList();
    }
  }

  @Test
  void onTheFilesOfTheDemo() throws IOException {
    List<Path> files = vcfs(Path.of("test-data"));
    assertThat(files).hasSizeGreaterThan(2);
    for (Path file : files) {
      compare(Files.readAllBytes(file));
    }
  }

  @Test
  void onFilesOfEveryCaller() throws IOException {
    Path data = Path.of("../shared/data/vcf");
    assumeTrue(Files.exists(data), "skipped: no data at " + data);
    List<Path> files = vcfs(data);
    assertThat(files).hasSizeGreaterThan(15);
    for (Path file : files) {
      compare(Files.readAllBytes(file));
    }
  }

  /** Window 3:1000-2000 and 10:500-600; whether the record is handed on. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '"',
      value = {
        "3 1000 A C . true",
        "chr3 2000 A C . true",
        "CHR3 2001 A C . false",
        "3 999 A C . false",
        "3 999 AC A . true",
        "3 990 ACGTACGTACG A . true",
        "3 990 ACGTACGTAC A . false",
        "4 1500 A C . false",
        "MT 1500 A C . false",
        "3 1500 A * . true",
        "3 10 A C END=1500 false",
        "3 10 A <DEL> END=1500 true",
        "3 10 A <DEL> SVTYPE=DEL;END=999 false",
        "3 10 A <DEL> SVTYPE=DEL;SVLEN=-989 false",
        "3 10 A <DEL> SVTYPE=DEL;SVLEN=-990 true",
        "3 10 A <DUP> SVLEN=.,1500 true",
        "3 10 A <DEL> END=x true",
        "4 10 A <DEL> END=x true",
        "3 10 A <DEL> END=. false",
        "4 10 A [3:1000[A . true",
        "4 10 A A]chr10:600] . true",
        "4 10 A A]chr10:601] . false",
        "4 10 A C,]3:1500]A . true",
        "4 10 A <TRA> CHR2=3;END=1500 true",
        "4 10 A <TRA> CHR2=3;END=15 false",
        "4 10 A <BND> CHR2=chr3;POS2=1500;END=11 true",
        "3 10 A <TRA> CHR2=4;END=1500 false",
        "3 10 A <INV> CHR2=3;END=1500 true",
        "3 10 A <INV> CHR2=.;END=1500 true",
        "3 10 A <NON_REF> END=1500 true",
        "3 10 A <NON_REF> END=999 false",
        "3 10 A <*> DP=3;END=1500 true",
        "3 10 A . END=1500 true",
        "3 10 A C,<NON_REF> END=1500 true",
        "4 10 A <NON_REF> END=1500 false",
        "3 10 A . . false",
        "3 1500 A . . true",
        "3 x A C . true",
        "4 -5 A C . true",
        "4 12345678901 A C . true",
        "3 9999999999 A C . false",
        "3 0 A C . false"
      })
  void onEachKindOfRecord(
      String chrom, String position, String ref, String alt, String info, boolean selected)
      throws IOException {
    String record =
        String.join(
            "\t", chrom, position, ".", ref, alt, ".", "PASS", info, "GT", "0/1", "0/0", ".");
    byte[] text = Passes.bytes(HEADER + record + "\n");
    PanelWindows windows = windows("3:1000-2000", "10:500-600");
    Outcome scanned = Passes.scanInPieces(text, windows, 1 << 16);
    assertThat(scanned).isEqualTo(Passes.byHtsjdk(text, windows));
    assertThat(scanned.records()).isEqualTo(selected ? List.of("3 " + record) : List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3\t10\t.\tA",
        "3",
        "3\t10\t.\tA\tC\t.\tPASS",
        "#3\t1\t.\tA\tC\t.\tPASS\t.",
        "\t1\t.\tA\tC\t.\tPASS\t."
      })
  void whatDoesNotTellWhereItLiesIsHandedOn(String record) throws IOException {
    byte[] text = Passes.bytes(HEADER + "4\t1\t.\tA\tC\t.\t.\t.\n" + record + "\n\n");
    Outcome scanned = Passes.scanInPieces(text, windows("3:1000-2000"), 1 << 16);
    assertThat(scanned.records()).containsExactly("4 " + record);
    assertThat(scanned).isEqualTo(Passes.byHtsjdk(text, windows("3:1000-2000")));
  }

  /** Random records with every line end, cut into pieces of every size. */
  @Test
  void howeverTheTextIsCut() throws IOException {
    Random random = new Random(11);
    String[] ends = {"\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\n  \n", "\r\r"};
    String[] alternates = {"C", "<DEL>", "A]3:1500]", ".", "<NON_REF>", "G,T", "*"};
    PanelWindows windows = windows("3:1000-2000", "7:1-900");
    for (int round = 0; round < 60; round++) {
      StringBuilder text = new StringBuilder(round % 3 == 0 ? "\uFEFF" : "").append(HEADER);
      for (int i = 0; i < 40; i++) {
        text.append(random.nextBoolean() ? "chr3" : 1 + random.nextInt(22)).append('\t');
        text.append(random.nextInt(3_000) * (random.nextInt(3) == 0 ? 10_000 : 1))
            .append("\tä\tAC\t");
        text.append(alternates[random.nextInt(alternates.length)]).append("\t.\t");
        text.append(random.nextBoolean() ? "PASS" : random.nextBoolean() ? "kept" : "weak");
        text.append("\tEND=").append(random.nextInt(3_000)).append("\tGT:DP\t0/1:3\t");
        text.append(random.nextBoolean() ? "0/0\t" : "1|0:4\t").append("./.");
        text.append(
            i == 39 && random.nextBoolean() ? "" : ends[random.nextInt(round % 2 == 0 ? 2 : 7)]);
      }
      byte[] bytes = Passes.bytes(text.toString());
      Outcome expected = Passes.byHtsjdk(bytes, windows);
      for (int size : new int[] {1, 2, 3, 7, 64, 257, 1000, 1 << 16}) {
        assertThat(Passes.scanInPieces(bytes, windows, size)).isEqualTo(expected);
      }
    }
  }
}
