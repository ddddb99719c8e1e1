package org.cotarget.input.vcf.scan;

/** Bytes of a file that one thread works on at a time. */
final class Chunk {
  private final byte[] bytes;
  private final int length;
  private final boolean blocks;
  private final long offset;

  Chunk(byte[] bytes, int length, boolean blocks, long offset) {
    this.bytes = bytes;
    this.length = length;
    this.blocks = blocks;
    this.offset = offset;
  }

  /** Holds them in {@code [0, length)}. */
  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** Whether they are whole BGZF blocks, still to be inflated. */
  boolean blocks() {
    return blocks;
  }

  /** Where in the file the bytes begin; of no meaning for inflated ones. */
  long offset() {
    return offset;
  }
}
