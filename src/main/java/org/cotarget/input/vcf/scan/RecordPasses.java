package org.cotarget.input.vcf.scan;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cotarget.cohort.InputProblems;
import org.cotarget.input.table.SourceFile;
import org.jspecify.annotations.Nullable;

/** Opens a VCF or BCF by what its first bytes say that it is; its name says nothing. */
public final class RecordPasses {

  private static final int STREAM_BUFFER = 1 << 16;

  private RecordPasses() {}

  /**
   * Opens a file for one pass.
   *
   * @param source the file as it is on disk, see {@link SourceFile#onDisk}
   * @param problems takes a note where an index cannot be used
   * @throws VcfFormatException when the file is no VCF or BCF
   */
  public static RecordPass open(
      SourceFile source, Path path, ReaderKind kind, SpreadLimits limits, InputProblems problems)
      throws IOException {
    byte[] magic = firstBytes(path);
    if (BgzfBlock.isBlock(magic, magic.length)) {
      requireEndMarker(path);
      return kind == ReaderKind.HTSJDK
          ? HtsjdkPass.ofBlocks(source.content(), limits)
          : ofBlocks(source, path, limits, problems);
    }
    boolean gzip = magic.length > 1 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
    InputStream content = gzip ? source.inflated() : source.content();
    if (kind == ReaderKind.HTSJDK) {
      return HtsjdkPass.of(content, limits);
    }
    InputStream buffered = new BufferedInputStream(content, STREAM_BUFFER);
    buffered.mark(3);
    boolean bcf = BcfHeader.isBcf(buffered.readNBytes(3));
    buffered.reset();
    return bcf ? new BcfPass(buffered, limits) : new ScanPass(new StreamChunks(buffered), limits);
  }

  private static RecordPass ofBlocks(
      SourceFile source, Path path, SpreadLimits limits, InputProblems problems)
      throws IOException {
    ChunkSource blocks = new BgzfChunks(source.content(), 0);
    Chunk first = blocks.next();
    ChunkSource all = new Replayed(first, blocks);
    if (first != null && startsBcf(first)) {
      return new BcfPass(new BlockStream(all), limits);
    }
    ScanPass scan = new ScanPass(all, limits);
    return IndexedPass.where(path, scan, limits, problems).orElse(scan);
  }

  private static boolean startsBcf(Chunk chunk) throws IOException {
    try (Workspace.Pool pool = new Workspace.Pool()) {
      Workspace workspace = pool.take();
      workspace.inflate(chunk);
      pool.giveBack(workspace);
      return workspace.length() > 2 && BcfHeader.isBcf(workspace.text());
    }
  }

  private static byte[] firstBytes(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(BgzfBlock.HEADER);
    }
  }

  /** A BGZF that was cut between two blocks looks whole but for its last, empty block. */
  private static void requireEndMarker(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path)) {
      ByteBuffer end = ByteBuffer.allocate(BgzfBlock.MARKER);
      long from = channel.size() - BgzfBlock.MARKER;
      boolean marked = false;
      if (from >= 0) {
        while (end.hasRemaining() && channel.read(end, from + end.position()) > 0) {
          // Reads on until the buffer is full.
        }
        marked = BgzfBlock.isMarker(end.array());
      }
      if (!marked) {
        throw BgzfBlock.truncated(
            "the BGZF end-of-file block is missing: the file is truncated, or other data follow it");
      }
    }
  }

  /** A source of which the first chunk was read already. */
  private static final class Replayed implements ChunkSource {
    private final ChunkSource rest;
    private @Nullable Chunk first;

    Replayed(@Nullable Chunk first, ChunkSource rest) {
      this.first = first;
      this.rest = rest;
    }

    @Override
    public @Nullable Chunk next() throws IOException {
      Chunk chunk = first;
      first = null;
      return chunk == null ? rest.next() : chunk;
    }
  }
}
