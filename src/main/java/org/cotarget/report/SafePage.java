package org.cotarget.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * What every HTML page of cotarget shares: its style, and a content security policy that lets it
 * run nothing but its own style and script, which are named by their digests.
 */
public final class SafePage {

  private SafePage() {}

  /**
   * The policy of a page.
   *
   * @param style text of its only style element
   * @param script text of its only script that runs; empty for a page without one
   */
  public static String policy(String style, String script) {
    return "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-"
        + digest(style)
        + "'; script-src "
        + (script.isEmpty() ? "'none'" : "'sha256-" + digest(script) + "'");
  }

  /** The style that all pages begin with. */
  public static String style() throws IOException {
    return resource(SafePage.class, "report.css");
  }

  /** The texts of several resources, one after the other. */
  static String resource(Class<?> beside, List<String> names) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      text.append(resource(beside, name));
    }
    return text.toString();
  }

  /**
   * A text beside a class.
   *
   * @throws IllegalStateException when it is not in the jar: a fault of the build
   */
  public static String resource(Class<?> beside, String name) throws IOException {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the jar");
      }
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static String digest(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
