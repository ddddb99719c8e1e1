package org.cotarget.input.vcf.scan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.cotarget.input.vcf.scan.ScannedChunk.Found;

/** Scans the text of a VCF, chunk by chunk on all cores. */
final class ScanPass implements RecordPass {

  private final ChunkSource source;
  private final SpreadLimits limits;
  private final Workspace.Pool workspaces = new Workspace.Pool();
  private final TextHead head;

  /**
   * @throws VcfFormatException when the file is no VCF
   */
  ScanPass(ChunkSource source, SpreadLimits limits) throws IOException {
    this.source = source;
    this.limits = limits;
    Workspace workspace = workspaces.take();
    this.head = TextHead.read(source, workspace);
    workspaces.giveBack(workspace);
  }

  @Override
  public List<String> header() {
    return head.lines();
  }

  @Override
  public Summary read(PanelWindows windows, List<Integer> columns, Set<String> passing, Sink sink)
      throws IOException {
    SpreadTally tally = new SpreadTally(columns, passing, limits);
    Lookahead.Work<ScannedChunk> work =
        chunk -> {
          Workspace workspace = workspaces.take();
          workspace.inflate(chunk);
          SiteScan scan = new SiteScan(windows, tally);
          ScannedChunk scanned = ScannedChunk.of(workspace.text(), 0, workspace.length(), scan);
          workspaces.giveBack(workspace);
          return scanned;
        };
    try (Lookahead<ScannedChunk> chunks = new Lookahead<>(source, work)) {
      Joint joint = new Joint(new SiteScan(windows, tally), head.lines().size(), sink);
      joint.begin(head.rest());
      for (ScannedChunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
        joint.add(chunk);
      }
      joint.end();
      return new Summary(joint.records, tally.result());
    }
  }

  @Override
  public void close() {
    workspaces.close();
  }

  /** Joins chunks in the order of the file and counts lines. */
  private static final class Joint {
    private final SiteScan scan;
    private final Sink sink;
    private final ByteArrayOutputStream carried = new ByteArrayOutputStream();
    private long line;
    private long records;

    /**
     * @param line lines before the first record
     */
    Joint(SiteScan scan, long line, Sink sink) {
      this.scan = scan;
      this.line = line;
      this.sink = sink;
    }

    void begin(byte[] text) throws IOException {
      carried.write(text);
      take(false);
    }

    void add(ScannedChunk chunk) throws IOException {
      carried.write(chunk.head());
      if (carried.size() > TextHead.MOST) {
        throw TextHead.endless(line + 1);
      }
      if (!chunk.ended()) {
        return;
      }
      take(true);
      handOn(chunk);
      carried.write(chunk.tail());
    }

    void end() throws IOException {
      take(true);
    }

    private void take(boolean last) throws IOException {
      byte[] text = carried.toByteArray();
      carried.reset();
      ScannedChunk scanned = ScannedChunk.ofWholeLines(text, 0, text.length, last, scan);
      handOn(scanned);
      carried.write(scanned.tail());
    }

    private void handOn(ScannedChunk chunk) throws IOException {
      for (Found found : chunk.found()) {
        sink.take(line + found.line() + 1, found.text());
      }
      line += chunk.lines();
      records += chunk.records();
    }
  }
}
