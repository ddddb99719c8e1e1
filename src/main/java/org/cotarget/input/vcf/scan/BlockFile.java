package org.cotarget.input.vcf.scan;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.cotarget.input.vcf.scan.RegionIndex.Stretch;

/** Reads whole blocks of a BGZF from anywhere in the file. */
final class BlockFile implements Closeable {

  private final FileChannel channel;
  private final long size;

  BlockFile(Path path) throws IOException {
    this.channel = FileChannel.open(path);
    this.size = channel.size();
  }

  long size() {
    return size;
  }

  /**
   * The blocks of a stretch, the one in which it ends included.
   *
   * @throws VcfFormatException where no block begins or the file ends
   */
  Chunk blocks(Stretch stretch) throws IOException {
    long from = stretch.beginBlock();
    int length = (int) (stretch.endBlock() - from);
    if (stretch.endText() > 0) {
      length += blockSize(stretch.endBlock());
    }
    return new Chunk(bytes(from, length), length, true, from);
  }

  /** Some blocks from the one that begins at a place on, as far as a few reach. */
  Chunk someBlocks(long from, int count) throws IOException {
    int length = 0;
    for (int i = 0; i < count && from + length < size; i++) {
      length += blockSize(from + length);
    }
    return new Chunk(bytes(from, length), length, true, from);
  }

  /** Size of the block that begins at a place. */
  int blockSize(long from) throws IOException {
    byte[] header = bytes(from, BgzfBlock.HEADER);
    return BgzfBlock.size(header, 0, header.length, from);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private byte[] bytes(long from, int length) throws IOException {
    if (from < 0 || length < 0 || from + length > size) {
      throw BgzfBlock.truncatedAt(from);
    }
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, from + buffer.position()) < 0) {
        throw BgzfBlock.truncatedAt(from);
      }
    }
    return buffer.array();
  }
}
