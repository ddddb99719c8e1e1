package org.cotarget.cohort;

import java.util.Comparator;

/**
 * A file that was read, for provenance.
 *
 * @param path as the user named it, with {@code /} as separator
 * @param kind what it was read as, e.g. {@code MAF}
 * @param sha256 hex digest of the bytes on disk
 * @param records data rows read, or -1 where an index was used that does not tell their number
 * @param detail what the reader decided, e.g. the assembly or unit and on what evidence
 */
public record InputFile(String path, String kind, String sha256, long records, String detail) {

  /** By path, then by what the file was read as. */
  public static final Comparator<InputFile> ORDER =
      Comparator.comparing(InputFile::path).thenComparing(InputFile::kind);

  /** The number of records in words. */
  public String counted() {
    return records < 0 ? "records not counted" : records + " records";
  }
}
