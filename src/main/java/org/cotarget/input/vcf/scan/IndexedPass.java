package org.cotarget.input.vcf.scan;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.table.SourceFile;
import org.cotarget.input.vcf.scan.RegionIndex.Sequence;
import org.cotarget.input.vcf.scan.RegionIndex.Stretch;
import org.cotarget.input.vcf.scan.ScannedChunk.Found;

/**
 * Reads by an index only the stretches of a file that hold the panel's records, where that gives
 * the same as a scan and reads less. Three things an index does not tell: the line of a record, a
 * mate that lies elsewhere, and the spread of records. So lines are not given, files whose header
 * speaks of structural variants are scanned, and the spread is sampled all over the file until
 * every tumour reaches the limits; where one does not, the file is scanned. What is told of the
 * spread is therefore what a scan would tell.
 */
final class IndexedPass implements RecordPass {

  /** Below this size a scan takes no time. */
  private static final long SMALL = 1L << 22;

  /** Above this size of one stretch memory would grow with the file. */
  private static final long LONGEST = 1L << 25;

  private static final long MTIME_SLACK_MILLIS = 2_000;
  private static final int SHARE = 2;
  private static final int SAMPLED_SHARE = 4;
  private static final int SAMPLED_BLOCKS = 2;
  private static final Pattern STRUCTURAL =
      Pattern.compile(
          "##INFO=<ID=(SVTYPE|SVLEN|CHR2|POS2|MATEID)[,>].*"
              + "|##ALT=<ID=(DEL|DUP|INS|INV|CNV|BND|TRA)[:,>].*");

  private final ScanPass scan;
  private final Path file;
  private final Path indexFile;
  private final SpreadLimits limits;
  private final InputProblems problems;

  private IndexedPass(
      ScanPass scan, Path file, Path indexFile, SpreadLimits limits, InputProblems problems) {
    this.scan = scan;
    this.file = file;
    this.indexFile = indexFile;
    this.limits = limits;
    this.problems = problems;
  }

  /** A pass by the index beside the file; empty where there is none or a scan serves better. */
  static Optional<RecordPass> where(
      Path file, ScanPass scan, SpreadLimits limits, InputProblems problems) throws IOException {
    return where(file, scan, limits, problems, SMALL);
  }

  /**
   * @param small bytes below which a file is scanned
   */
  static Optional<RecordPass> where(
      Path file, ScanPass scan, SpreadLimits limits, InputProblems problems, long small)
      throws IOException {
    if (Files.size(file) < small
        || scan.header().stream().anyMatch(line -> STRUCTURAL.matcher(line).matches())) {
      return Optional.empty();
    }
    for (String suffix : List.of(".csi", ".tbi")) {
      Path index = file.resolveSibling(file.getFileName() + suffix);
      if (Files.isRegularFile(index)) {
        return Optional.of(new IndexedPass(scan, file, index, limits, problems));
      }
    }
    return Optional.empty();
  }

  @Override
  public List<String> header() {
    return scan.header();
  }

  @Override
  public Summary read(PanelWindows windows, List<Integer> columns, Set<String> passing, Sink sink)
      throws IOException {
    try (BlockFile blocks = new BlockFile(file)) {
      Optional<RegionIndex> index = fittingIndex(blocks);
      if (index.isPresent() && !windows.isEverywhere()) {
        Map<Stretch, String> stretches = stretches(index.get(), windows);
        SpreadTally tally = new SpreadTally(columns, passing, limits);
        if (begin(stretches, blocks)
            && readsLess(stretches.keySet(), blocks)
            && sample(index.get(), blocks, new SiteScan(windows, tally), tally)) {
          handOn(stretches.keySet(), blocks, windows, sink);
          return new Summary(index.get().records(), tally.result());
        }
      }
    }
    return scan.read(windows, columns, passing, sink);
  }

  @Override
  public void close() {
    scan.close();
  }

  /** The index, unless it was made of another file than the one beside it. */
  private Optional<RegionIndex> fittingIndex(BlockFile blocks) throws IOException {
    long older =
        Files.getLastModifiedTime(file).toMillis()
            - Files.getLastModifiedTime(indexFile).toMillis();
    if (older > MTIME_SLACK_MILLIS) {
      return notUsed("it is older than the file");
    }
    RegionIndex index;
    try (InputStream in =
        new GZIPInputStream(new BufferedInputStream(Files.newInputStream(indexFile)))) {
      index = RegionIndex.read(in);
    } catch (IOException e) {
      return notUsed(String.valueOf(e.getMessage()));
    }
    long end = index.end() >>> 16;
    long marker = blocks.size() - BgzfBlock.MARKER;
    boolean fits = end == marker || end == blocks.size();
    if (!fits && end > 0 && end < marker) {
      try {
        fits = end + blocks.blockSize(end) == marker;
      } catch (VcfFormatException e) {
        return notUsed("it belongs to another file: " + e.getMessage());
      }
    }
    return fits ? Optional.of(index) : notUsed("it belongs to a file of another size");
  }

  private Optional<RegionIndex> notUsed(String reason) {
    problems.note(
        "VCF_INDEX_NOT_USED",
        SourceLocation.ofFile(SourceFile.shown(indexFile)),
        "the index is not used, the whole file is scanned: " + reason,
        "make the index again (bcftools index -f), or leave it: the result is the same");
    return Optional.empty();
  }

  /** Stretches of the panel in the order of the file, with the sequence that each begins on. */
  private static Map<Stretch, String> stretches(RegionIndex index, PanelWindows windows) {
    Map<Stretch, String> sequences = new HashMap<>();
    for (Sequence sequence : index.sequences()) {
      ChromosomeWindows wanted = windows.stretches(sequence.name());
      for (int i = 0; i < wanted.starts().length; i++) {
        for (Stretch stretch : sequence.overlapping(wanted.starts()[i], wanted.ends()[i])) {
          sequences.put(stretch, sequence.name());
        }
      }
    }
    List<Stretch> sorted = new ArrayList<>(sequences.keySet());
    sorted.sort(Comparator.comparingLong(Stretch::begin).thenComparingLong(Stretch::end));
    Map<Stretch, String> joined = new java.util.LinkedHashMap<>();
    Stretch open = null;
    String name = "";
    for (Stretch next : sorted) {
      if (open != null && next.beginBlock() <= open.endBlock()) {
        open = new Stretch(open.begin(), Math.max(open.end(), next.end()));
        continue;
      }
      if (open != null) {
        joined.put(open, name);
      }
      open = next;
      name = sequences.getOrDefault(next, "");
    }
    if (open != null) {
      joined.put(open, name);
    }
    return joined;
  }

  private static boolean readsLess(Set<Stretch> stretches, BlockFile blocks) throws IOException {
    long bytes = 0;
    for (Stretch stretch : stretches) {
      long last = stretch.endText() > 0 ? blocks.blockSize(stretch.endBlock()) : 0;
      long length = stretch.endBlock() - stretch.beginBlock() + last;
      if (length > LONGEST) {
        return false;
      }
      bytes += length;
    }
    return bytes < blocks.size() / SHARE;
  }

  /** Whether a record of the sequence begins where the index says. */
  private boolean begin(Map<Stretch, String> stretches, BlockFile blocks) throws IOException {
    Workspace workspace = new Workspace();
    for (Map.Entry<Stretch, String> entry : stretches.entrySet()) {
      Stretch stretch = entry.getKey();
      boolean begins;
      try {
        workspace.inflate(blocks.someBlocks(stretch.beginBlock(), 1));
        byte[] start = (entry.getValue() + "\t").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        int at = stretch.beginText();
        begins =
            at + start.length > workspace.length()
                || ((at == 0 || workspace.text()[at - 1] == '\n')
                    && java.util.Arrays.equals(
                        workspace.text(), at, at + start.length, start, 0, start.length));
      } catch (VcfFormatException e) {
        begins = false;
      }
      if (!begins) {
        notUsed("no record begins where it says");
        return false;
      }
    }
    return true;
  }

  /**
   * Looks at records here and there, on each chromosome in turn, first at the quarters of its part
   * of the file, then between them and so on, until every tumour is complete.
   *
   * @return whether they are before a fixed share of the file was read
   */
  private static boolean sample(
      RegionIndex index, BlockFile blocks, SiteScan scan, SpreadTally tally) throws IOException {
    List<List<Stretch>> places = new ArrayList<>();
    for (Sequence sequence : index.sequences()) {
      if (MainChromosomes.index(sequence.name()) >= 0) {
        places.add(sequence.all());
      }
    }
    long most = blocks.size() / SAMPLED_SHARE;
    long read = 0;
    Workspace workspace = new Workspace();
    for (int parts = 4; read < most && parts <= 1 << 16; parts *= 2) {
      for (int part = 1; part < parts; part += parts == 4 ? 1 : 2) {
        for (List<Stretch> list : places) {
          int place = (int) ((long) list.size() * part / parts);
          if (list.isEmpty() || read >= most) {
            continue;
          }
          Stretch stretch = list.get(place);
          Chunk chunk = blocks.someBlocks(stretch.beginBlock(), SAMPLED_BLOCKS);
          read += chunk.length();
          workspace.inflate(chunk);
          ScannedChunk.ofWholeLines(
              workspace.text(),
              Math.min(stretch.beginText(), workspace.length()),
              workspace.length(),
              false,
              scan);
          if (tally.isComplete()) {
            return true;
          }
        }
      }
    }
    return tally.isComplete();
  }

  private void handOn(Set<Stretch> stretches, BlockFile blocks, PanelWindows windows, Sink sink)
      throws IOException {
    Map<Long, Stretch> byBlock = new HashMap<>();
    stretches.forEach(stretch -> byBlock.put(stretch.beginBlock(), stretch));
    Iterator<Stretch> next = stretches.iterator();
    try (Workspace.Pool workspaces = new Workspace.Pool();
        Lookahead<ScannedChunk> chunks =
            new Lookahead<>(
                () -> next.hasNext() ? blocks.blocks(next.next()) : null,
                chunk -> {
                  Stretch stretch = Objects.requireNonNull(byBlock.get(chunk.offset()));
                  Workspace workspace = workspaces.take();
                  workspace.inflate(chunk);
                  int end = textEnd(stretch, chunk, workspace.length());
                  SiteScan site = new SiteScan(windows, SpreadTally.closed());
                  ScannedChunk scanned =
                      ScannedChunk.ofWholeLines(
                          workspace.text(), stretch.beginText(), end, false, site);
                  workspaces.giveBack(workspace);
                  return scanned;
                })) {
      for (ScannedChunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
        if (chunk.tail().length > 0) {
          throw new VcfFormatException(
              "VCF_INDEX_WRONG",
              0,
              "the index " + SourceFile.shown(indexFile) + " says that records end where none does",
              "make the index again (bcftools index -f), or remove it");
        }
        for (Found found : chunk.found()) {
          sink.take(0, found.text());
        }
      }
    }
  }

  /** Where in the text of its blocks a stretch ends. */
  private static int textEnd(Stretch stretch, Chunk chunk, int length) throws VcfFormatException {
    if (stretch.endText() == 0) {
      return length;
    }
    int last = (int) (stretch.endBlock() - stretch.beginBlock());
    int text =
        BgzfBlock.inflatedSize(chunk.bytes(), last, chunk.length() - last, stretch.endBlock());
    return length - text + Math.min(stretch.endText(), text);
  }
}
