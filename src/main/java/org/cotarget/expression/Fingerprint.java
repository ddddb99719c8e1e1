package org.cotarget.expression;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells two cohorts apart without naming a sample. For each sample the values of the model's genes
 * as they came, in order of the symbols, as big-endian 32-bit floats (missing ones as {@code
 * 7fc00000}), are digested; the digests, sorted, together with the symbols, one a line, give the
 * fingerprint. All digests are SHA-256.
 */
final class Fingerprint {

  private Fingerprint() {}

  /**
   * The fingerprint of some columns.
   *
   * @param genes symbols, ascending; one that the matrix lacks counts as missing
   * @param columns columns of the cohort
   */
  static String of(LogExpression log, List<String> genes, int[] columns) {
    int[] rows = genes.stream().mapToInt(log::row).toArray();
    byte[][] digests =
        IntStream.of(columns)
            .parallel()
            .mapToObj(column -> sample(log, rows, column))
            .toArray(byte[][]::new);
    Arrays.sort(digests, Arrays::compareUnsigned);
    MessageDigest all = sha256();
    all.update((String.join("\n", genes) + "\n").getBytes(StandardCharsets.UTF_8));
    for (byte[] digest : digests) {
      all.update(digest);
    }
    return HexFormat.of().formatHex(all.digest());
  }

  private static byte[] sample(LogExpression log, int[] rows, int column) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * rows.length);
    for (int row : rows) {
      bytes.putInt(Float.floatToIntBits(row < 0 ? Float.NaN : log.raw(row, column)));
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
