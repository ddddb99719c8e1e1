package org.cotarget.input.vcf.scan;

import htsjdk.samtools.util.BlockCompressedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblems;
import org.cotarget.input.table.SourceFile;
import org.cotarget.reference.CodingRegions.Interval;
import org.cotarget.reference.GeneSpans;

/** Runs passes in tests and writes their inputs. */
final class Passes {

  static final SpreadLimits LIMITS = new SpreadLimits(10, 5);

  /** What a pass gave: each record with its line, and what it told of the file. */
  record Outcome(List<String> records, RecordPass.Summary summary) {}

  private Passes() {}

  static PanelWindows windows(String... stretches) {
    List<Interval> spans = new ArrayList<>();
    for (String stretch : stretches) {
      String[] parts = stretch.split("[:-]", -1);
      spans.add(
          new Interval(
              "G", "GRCh38", parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2])));
    }
    return new PanelWindows(new GeneSpans(spans), EnumSet.of(GenomeAssembly.GRCH38));
  }

  static Outcome run(RecordPass pass, PanelWindows windows) throws IOException {
    List<String> records = new ArrayList<>();
    int columns = pass.header().get(pass.header().size() - 1).split("\t", -1).length - 9;
    List<Integer> tumours = IntStream.range(0, columns).boxed().toList();
    RecordPass.Summary summary =
        pass.read(
            windows, tumours, Set.of("kept"), (line, record) -> records.add(line + " " + record));
    return new Outcome(records, summary);
  }

  /** Opens a file as the product does. */
  static Outcome read(Path file, ReaderKind kind, PanelWindows windows) throws IOException {
    InputProblems problems = new InputProblems();
    try (SourceFile source = SourceFile.onDisk(file, problems).orElseThrow();
        RecordPass pass = RecordPasses.open(source, file, kind, LIMITS, problems)) {
      return run(pass, windows);
    }
  }

  /** Scans bytes that come in pieces of at most some size. */
  static Outcome scanInPieces(byte[] text, PanelWindows windows, int size) throws IOException {
    int[] at = {0};
    ChunkSource pieces =
        () -> {
          int length = Math.min(size, text.length - at[0]);
          byte[] piece = new byte[length];
          System.arraycopy(text, at[0], piece, 0, length);
          at[0] += length;
          return length == 0 ? null : new Chunk(piece, length, false, 0);
        };
    try (ScanPass pass = new ScanPass(pieces, LIMITS)) {
      return run(pass, windows);
    }
  }

  static Outcome byHtsjdk(byte[] text, PanelWindows windows) throws IOException {
    try (RecordPass pass = HtsjdkPass.of(new ByteArrayInputStream(text), LIMITS)) {
      return run(pass, windows);
    }
  }

  static byte[] bgzf(byte[] text, int... cuts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BlockCompressedOutputStream blocks = new BlockCompressedOutputStream(out, (Path) null)) {
      int from = 0;
      for (int cut : cuts) {
        blocks.write(text, from, cut - from);
        blocks.flush();
        from = cut;
      }
      blocks.write(text, from, text.length - from);
    }
    return out.toByteArray();
  }

  static byte[] gzip(byte[] text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream zipped = new GZIPOutputStream(out)) {
      zipped.write(text);
    }
    return out.toByteArray();
  }

  static Path write(Path file, byte[] bytes) throws IOException {
    return Files.write(file, bytes);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
