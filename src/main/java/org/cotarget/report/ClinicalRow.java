package org.cotarget.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.cotarget.cohort.ClinicalValue;
import org.cotarget.cohort.SourceLocation;

/**
 * The clinical values of a tumour as digests: enough to see that two patients agree in them, also
 * when they come from different runs, without repeating them. Without a salt, whoever tries all
 * values of a column finds the one that was digested.
 *
 * @param where the first line that they were read from
 * @param cells eight bytes for each value, in the order of the columns, in Base64: three by which
 *     columns are told apart and five of the SHA-256 of salt, column's name, a zero byte and value
 */
public record ClinicalRow(SourceLocation where, String cells) {

  private static final int VALUE_BITS = 40;

  /**
   * The digests of a tumour's values; empty where there are none.
   *
   * @param salt goes into each digest of a value
   */
  static Optional<ClinicalRow> of(Map<String, ClinicalValue> clinical, String salt) {
    if (clinical.isEmpty()) {
      return Optional.empty();
    }
    SourceLocation first =
        clinical.values().stream()
            .map(ClinicalValue::where)
            .map(where -> SourceLocation.ofLine(where.path(), where.line()))
            .min(SourceLocation::compareTo)
            .orElseThrow();
    MessageDigest sha = Sha256.digest();
    ByteBuffer digests = ByteBuffer.allocate(Long.BYTES * clinical.size());
    clinical.forEach(
        (column, cell) -> {
          sha.update(salt.getBytes(UTF_8));
          sha.update(column.getBytes(UTF_8));
          sha.update((byte) 0);
          long value = ByteBuffer.wrap(sha.digest(cell.value().getBytes(UTF_8))).getLong();
          digests.putLong(
              ((long) mixed(column) << VALUE_BITS) | (value >>> (Long.SIZE - VALUE_BITS)));
        });
    return Optional.of(
        new ClinicalRow(
            first, Base64.getEncoder().withoutPadding().encodeToString(digests.array())));
  }

  /** One number for each value, of which {@link #column} tells the column. */
  long[] digests() {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(cells));
    long[] digests = new long[bytes.remaining() / Long.BYTES];
    bytes.asLongBuffer().get(digests);
    return digests;
  }

  /** What the values of one column have in common. */
  static int column(long digest) {
    return (int) (digest >>> VALUE_BITS);
  }

  /** Spreads the hash of a name, which the language fixes, over 24 bits. */
  private static int mixed(String column) {
    return (column.hashCode() * 0x9E3779B9) >>> 8;
  }
}
