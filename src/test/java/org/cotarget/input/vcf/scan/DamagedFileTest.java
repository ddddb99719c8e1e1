package org.cotarget.input.vcf.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.cotarget.annotation.VariantAnnotator;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblems;
import org.cotarget.input.layer.RecurrentChanges;
import org.cotarget.input.layer.VariantFile;
import org.cotarget.input.vcf.VcfReader;
import org.cotarget.input.vcf.scan.Passes.Outcome;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that was cut or damaged is never read as a shorter or another one. */
class DamagedFileTest {

  private static final PanelWindows ALL = PanelWindows.everywhere();

  @TempDir Path folder;

  private static byte[] text() {
    StringBuilder text = new StringBuilder(ReadersAgreeTest.HEADER);
    for (int i = 0; i < 30; i++) {
      text.append("3\t").append(i * 977).append("\t.\tA\tC\t.\tPASS\tDP=").append(i * i);
      text.append("\tGT\t0/1\t0/0\t./.\n");
    }
    return Passes.bytes(text.toString());
  }

  private static byte[] blocks() throws IOException {
    byte[] text = text();
    return Passes.bgzf(text, 50, text.length / 2, text.length - 20);
  }

  private Outcome read(byte[] bytes) throws IOException {
    return Passes.read(Passes.write(folder.resolve("x.vcf.gz"), bytes), ReaderKind.SCAN, ALL);
  }

  private String code(byte[] bytes) throws IOException {
    try {
      read(bytes);
      return "";
    } catch (VcfFormatException e) {
      return e.code();
    }
  }

  @Test
  void aBgzfThatIsCutAnywhereIsAnError() throws IOException {
    byte[] whole = blocks();
    assertThat(read(whole)).isEqualTo(Passes.byHtsjdk(text(), ALL));
    for (int length = 1; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(cut)).as("cut at %d", length).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aGzipThatIsCutAnywhereIsAnError() throws IOException {
    byte[] whole = Passes.gzip(text());
    for (int length = 1; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(cut)).as("cut at %d", length).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aBgzfWithoutOneOfItsBlocksInPartIsAnError() throws IOException {
    byte[] whole = blocks();
    for (int from = 1; from < whole.length - BgzfBlock.MARKER - 1; from += 3) {
      byte[] gap = new byte[whole.length - 1];
      System.arraycopy(whole, 0, gap, 0, from);
      System.arraycopy(whole, from + 1, gap, from, whole.length - from - 1);
      assertThatThrownBy(() -> read(gap)).isInstanceOf(IOException.class);
    }
  }

  /** Only bytes that say nothing of the content (time, system) may change without an error. */
  @Test
  void damageNeverChangesWhatIsRead() throws IOException {
    byte[] whole = blocks();
    Outcome expected = read(whole);
    Random random = new Random(5);
    int refused = 0;
    for (int round = 0; round < 2_000; round++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      Outcome outcome;
      try {
        outcome = read(damaged);
      } catch (IOException e) {
        refused++;
        continue;
      }
      assertThat(outcome).isEqualTo(expected);
    }
    assertThat(refused).isGreaterThan(1_500);
  }

  @Test
  void otherBytesBetweenBlocksAreNamed() throws IOException {
    byte[] text = text();
    byte[] first = Passes.bgzf(Arrays.copyOf(text, 300));
    byte[] second = Passes.bgzf(Arrays.copyOfRange(text, 300, text.length));
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.write(first);
    joined.write(second);
    assertThat(read(joined.toByteArray())).isEqualTo(Passes.byHtsjdk(text, ALL));
    ByteArrayOutputStream apart = new ByteArrayOutputStream();
    apart.write(first);
    apart.write("garbage".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    apart.write(second);
    assertThat(code(apart.toByteArray())).isEqualTo("FILE_DAMAGED");
  }

  @Test
  void eachFaultHasItsCode() throws IOException {
    byte[] whole = blocks();
    assertThat(code(Arrays.copyOf(whole, whole.length - BgzfBlock.MARKER)))
        .isEqualTo("FILE_TRUNCATED");
    byte[] trailing = Arrays.copyOf(whole, whole.length + 5);
    assertThat(code(trailing)).isEqualTo("FILE_TRUNCATED");
    int size = BgzfBlock.size(whole, 0, whole.length, 0);
    byte[] checksum = whole.clone();
    checksum[size - 8] ^= 1;
    assertThat(code(checksum)).isEqualTo("FILE_DAMAGED");
    byte[] length = whole.clone();
    length[size - 4] ^= 1;
    assertThat(code(length)).isEqualTo("FILE_DAMAGED");
    byte[] bomb = whole.clone();
    bomb[size - 1] = 0x7f;
    assertThat(code(bomb)).isEqualTo("FILE_DAMAGED");
  }

  /** A line that never ends is refused before it fills the memory. */
  @Test
  void anEndlessLineIsRefused() {
    byte[] head = Passes.bytes(ReadersAgreeTest.HEADER + "3\t1\t.\tA\tC\t.\t.\t");
    byte[] filler = new byte[1 << 20];
    Arrays.fill(filler, (byte) 'x');
    int[] given = {0};
    ChunkSource endless =
        () ->
            given[0]++ == 0
                ? new Chunk(head, head.length, false, 0)
                : new Chunk(filler, filler.length, false, 0);
    assertThatThrownBy(() -> Passes.run(new ScanPass(endless, Passes.LIMITS), ALL))
        .isInstanceOf(VcfFormatException.class)
        .hasMessageContaining("longer than");
    assertThat(given[0]).isLessThan(200);
  }

  @Test
  void theReaderNamesTheFault() throws IOException {
    byte[] whole = blocks();
    Path file = Passes.write(folder.resolve("cut.vcf.gz"), Arrays.copyOf(whole, whole.length / 2));
    InputProblems problems = new InputProblems();
    VcfReader.Options options =
        new VcfReader.Options(
            java.util.Set.of(),
            Optional.of("A"),
            id -> false,
            Optional.empty(),
            java.util.Set.of());
    Optional<VariantFile> read =
        new VcfReader(
                ReferenceLoader.bundled(),
                new RecurrentChanges(
                    ReferenceLoader.bundled(), new VariantAnnotator(ReferenceLoader.bundled())),
                ReaderKind.SCAN)
            .read(file, options, problems);
    assertThat(read).isEmpty();
    assertThat(problems.sorted()).extracting(InputProblem::code).containsExactly("FILE_TRUNCATED");
  }
}
