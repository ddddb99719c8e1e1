package org.cotarget.expression;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells two cohorts apart without naming a sample. For each sample the values of the scored genes
 * as they came, in order of the symbols, as big-endian 32-bit floats (missing ones as {@code
 * 7fc00000}), are digested. The digests, taken as whole numbers, are added up, so that parts of a
 * cohort add up to the whole; the sum without what is beyond 256 bits, as 64 hexadecimal digits,
 * together with the symbols and the number of samples, one a line, gives the fingerprint. All
 * digests are SHA-256.
 */
final class Fingerprint {

  private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(256);

  private Fingerprint() {}

  /**
   * Digests of some columns.
   *
   * @param rows rows of the genes in order of their symbols
   */
  static byte[][] digests(LogExpression log, int[] rows, int[] columns) {
    return IntStream.of(columns)
        .parallel()
        .mapToObj(column -> sample(log, rows, column))
        .toArray(byte[][]::new);
  }

  /** What samples add to the fingerprint of the cohort that they belong to. */
  static BigInteger sum(byte[][] digests) {
    BigInteger sum = BigInteger.ZERO;
    for (byte[] digest : digests) {
      sum = sum.add(new BigInteger(1, digest));
    }
    return sum.mod(LIMIT);
  }

  /** The sum of two parts. */
  static BigInteger sum(BigInteger a, BigInteger b) {
    return a.add(b).mod(LIMIT);
  }

  /**
   * The fingerprint of a cohort.
   *
   * @param genes symbols, ascending
   * @param sum over all of its samples
   */
  static String of(List<String> genes, int samples, BigInteger sum) {
    String text = String.join("\n", genes) + "\n" + samples + "\n" + hex(sum) + "\n";
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** A sum as 64 hexadecimal digits. */
  static String hex(BigInteger sum) {
    String digits = sum.toString(16);
    return "0".repeat(Math.max(0, 64 - digits.length())) + digits;
  }

  private static byte[] sample(LogExpression log, int[] rows, int column) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * rows.length);
    for (int row : rows) {
      bytes.putInt(Float.floatToIntBits(log.raw(row, column)));
    }
    return sha256().digest(bytes.array());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
