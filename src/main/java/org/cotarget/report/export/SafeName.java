package org.cotarget.report.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Names made from ids of the input. An id may hold anything: a path, a device name of Windows, text
 * of any length. Two ids never get one name, also where a file system ignores case.
 */
public final class SafeName {

  private static final int READABLE = 40;

  /** Hex digits of the digest that tells names apart: 64 bits. */
  private static final int DIGEST = 16;

  private static final HexFormat HEX = HexFormat.of();

  private SafeName() {}

  /**
   * A file name without extension: what the id has of letters, digits, {@code _} and {@code -}, 40
   * at most, then {@code -} and 16 hex digits of its SHA-256. The digest also keeps {@code CON} and
   * its like from being a device of Windows.
   */
  public static String file(String id) {
    String readable = id.replaceAll("[^A-Za-z0-9_-]", "");
    return readable.substring(0, Math.min(READABLE, readable.length())) + "-" + digest(id);
  }

  /**
   * The id itself where every character of it is among those allowed and it is short enough, else
   * its allowed characters with a digest behind, e.g. {@code a_b_0011223344556677}. An id that
   * looks like such a name gets a digest too, so that nobody can choose the name of another.
   *
   * @param allowed a character class, e.g. {@code [A-Za-z0-9.-]}
   * @param longest longest name, at least 20 characters
   */
  public static String within(String id, String allowed, int longest) {
    boolean fits = id.matches(allowed + "{1," + longest + "}");
    return fits && !id.matches("(?s).*_[0-9a-f]{16}") ? id : changed(id, allowed, longest);
  }

  /** The allowed characters of an id with a digest behind, whatever the id is. */
  public static String changed(String id, String allowed, int longest) {
    StringBuilder kept = new StringBuilder();
    int room = longest - DIGEST - 1;
    for (int i = 0; i < id.length() && kept.length() < room; i++) {
      String letter = id.substring(i, i + 1);
      kept.append(letter.matches(allowed) ? letter : "_");
    }
    return kept + "_" + digest(id);
  }

  /** A version 8 UUID (RFC 9562) of the parts, the same in every run. */
  public static UUID uuid(String... parts) {
    byte[] hash = sha256("cotarget\0" + lengthPrefixed(parts));
    hash[6] = (byte) ((hash[6] & 0x0f) | 0x80);
    hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
    ByteBuffer bytes = ByteBuffer.wrap(hash);
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  /** Parts cannot run into each other: {@code a, bc} and {@code ab, c} differ. */
  private static String lengthPrefixed(String... parts) {
    StringBuilder all = new StringBuilder();
    for (String part : parts) {
      all.append(part.length()).append(':').append(part);
    }
    return all.toString();
  }

  private static String digest(String id) {
    return HEX.formatHex(sha256(id)).substring(0, DIGEST);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
