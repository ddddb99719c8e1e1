package org.cotarget.reference;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Compares the bundled files with the digests of the manifest. Kept apart from loading, which
 * happens in each run and need not pay for it.
 */
public final class ReferenceCheck {

  private ReferenceCheck() {}

  /** A line for each file that is not the one the manifest lists; empty when all are. */
  public static List<String> verify() {
    return verify(ReferenceLoader.manifestFiles());
  }

  static List<String> verify(List<ReferenceFile> files) {
    List<String> mismatches = new ArrayList<>();
    for (ReferenceFile file : files) {
      String path = file.path();
      if (ReferenceCheck.class.getResource("/reference/" + path) == null) {
        mismatches.add("reference/" + path + ": missing");
        continue;
      }
      String found = sha256(ReferenceLoader.bytes(path));
      if (!found.equals(file.sha256())) {
        mismatches.add(
            "reference/" + path + ": sha256 is " + found + ", the manifest says " + file.sha256());
      }
    }
    return List.copyOf(mismatches);
  }

  /** SHA-256 in lower-case hexadecimal. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
