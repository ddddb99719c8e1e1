package org.cotarget.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of short texts. */
final class Sha256 {

  private Sha256() {}

  /** Hex digits of the digest of a text in UTF-8. */
  static String hex(String text) {
    return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Enough of the digest to tell texts apart; empty for an empty text. */
  static String mark(String text) {
    return text.isEmpty() ? "" : hex(text).substring(0, 16);
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
