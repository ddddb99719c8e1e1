package org.cotarget.input.vcf.scan;

import htsjdk.samtools.util.BlockCompressedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.reference.ReferenceLoader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a megabyte of VCF costs in each part of the scan, in one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KernelBenchmark {

  @Param({"1", "200"})
  public int samples;

  private byte[] text;
  private Chunk chunk;
  private PanelWindows windows;
  private final Workspace workspace = new Workspace();

  @Setup
  public void write() throws IOException {
    Random random = new Random(1);
    StringBuilder lines = new StringBuilder();
    for (int position = 1; lines.length() < 1 << 20; position += random.nextInt(1_000)) {
      lines.append("chr9\t").append(position).append("\t.\tA\tC\t50\tPASS\tDP=").append(random.nextInt(1_000)).append("\tGT:AD:DP");
      for (int i = 0; i < samples; i++) {
        int depth = 20 + random.nextInt(30);
        lines.append("\t0/0:").append(depth).append(",0:").append(depth);
      }
      lines.append('\n');
    }
    text = lines.toString().getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BlockCompressedOutputStream blocks = new BlockCompressedOutputStream(out, (Path) null)) {
      blocks.write(text);
    }
    byte[] bytes = out.toByteArray();
    chunk = new Chunk(bytes, bytes.length, true, 0);
    windows = new PanelWindows(ReferenceLoader.bundled().geneSpans(), EnumSet.of(GenomeAssembly.GRCH38));
  }

  @Benchmark
  public int newlineSearch() {
    int lines = 0;
    for (int at = 0; at < text.length; at = LineEnds.next(text, at, text.length) + 1) {
      lines++;
    }
    return lines;
  }

  /** The same search a byte at a time, to compare. */
  @Benchmark
  public int newlineLoop() {
    int lines = 0;
    for (byte letter : text) {
      if (letter == '\n' || letter == '\r') {
        lines++;
      }
    }
    return lines;
  }

  @Benchmark
  public Object scan() {
    return ScannedChunk.of(text, 0, text.length, new SiteScan(windows, SpreadTally.closed()));
  }

  /** With genotypes looked at, as before any tumour is complete. */
  @Benchmark
  public Object scanAndSpread() {
    List<Integer> columns = java.util.stream.IntStream.range(0, samples).boxed().toList();
    SpreadTally tally = new SpreadTally(columns, Set.of(), new SpreadLimits(1_000_000, 24));
    return ScannedChunk.of(text, 0, text.length, new SiteScan(windows, tally));
  }

  @Benchmark
  public int inflate() throws IOException {
    workspace.inflate(chunk);
    return workspace.length();
  }

  /** htsjdk's stream on the same blocks. */
  @Benchmark
  public int inflateByHtsjdk() throws IOException {
    try (var in = new htsjdk.samtools.util.BlockCompressedInputStream(new ByteArrayInputStream(chunk.bytes(), 0, chunk.length()), false)) {
      int length = 0;
      byte[] buffer = new byte[1 << 16];
      for (int count = in.read(buffer, 0, buffer.length); count > 0; count = in.read(buffer, 0, buffer.length)) {
        length += count;
      }
      return length;
    }
  }
}
