package org.cotarget.input.vcf.scan;

/**
 * Bytes of a file that one thread works on at a time.
 *
 * @param bytes holds them in {@code [0, length)}
 * @param blocks whether they are whole BGZF blocks, still to be inflated
 * @param offset where in the file the bytes begin; of no meaning for inflated ones
 */
record Chunk(byte[] bytes, int length, boolean blocks, long offset) {}
