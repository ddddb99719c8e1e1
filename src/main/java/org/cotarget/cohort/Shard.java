package org.cotarget.cohort;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the equal parts that a cohort is divided into. A patient is in the part whose number is
 * one more than the remainder, on division by the number of parts, of the first eight bytes of the
 * SHA-256 of her id in UTF-8, read as an unsigned number. So it depends on nothing but her id.
 *
 * @param number from 1 to {@code of}
 * @param of number of parts, at most {@value #MOST}
 */
public record Shard(int number, int of) {

  /** All patients. */
  public static final Shard WHOLE = new Shard(1, 1);

  private static final int MOST = 1_000_000;
  private static final Pattern TEXT = Pattern.compile("(\\d{1,7})/(\\d{1,7})");

  public Shard {
    if (of < 1 || of > MOST || number < 1 || number > of) {
      throw new IllegalArgumentException(number + "/" + of);
    }
  }

  /** Reads {@code I/N}; empty where the text is no such thing or I is not from 1 to N. */
  public static Optional<Shard> parse(String text) {
    Matcher match = TEXT.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(match.group(1));
    int of = Integer.parseInt(match.group(2));
    return of < 1 || of > MOST || number < 1 || number > of
        ? Optional.empty()
        : Optional.of(new Shard(number, of));
  }

  public boolean isWhole() {
    return of == 1;
  }

  /** Whether a patient is in it. */
  public boolean contains(String patientId) {
    return of == 1 || Long.remainderUnsigned(hash(patientId), of) == number - 1;
  }

  private static long hash(String id) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return number + "/" + of;
  }
}
