package org.cotarget.input.table;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipException;
import org.cotarget.cohort.InputFile;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * An input file opened for reading: its content inflated where it is gzip, and the SHA-256 of its
 * bytes on disk taken in the same pass.
 */
public final class SourceFile implements AutoCloseable {

  /**
   * Bytes of the longest line of a table: a matrix of a million samples has lines of 10 to 20 MB,
   * and a file without line ends must not fill the memory.
   */
  public static final int LONGEST_LINE = 1 << 26;

  private final String shown;
  private final DigestInputStream disk;
  private final InputStream content;

  private SourceFile(String shown, DigestInputStream disk, InputStream content) {
    this.shown = shown;
    this.disk = disk;
    this.content = content;
  }

  /**
   * The path as the user gave it, with {@code /} as separator: how every problem and call names the
   * file.
   */
  public static String shown(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  /**
   * Opens a file.
   *
   * @return empty, with a problem, where the path is no readable file or the file is empty
   */
  public static Optional<SourceFile> open(Path path, InputProblems problems) {
    return open(path, true, problems);
  }

  /**
   * Opens a file whose {@link #content} is to be the bytes on disk, compressed or not.
   *
   * @return empty, with a problem, where the path is no readable file or the file is empty
   */
  public static Optional<SourceFile> onDisk(Path path, InputProblems problems) {
    return open(path, false, problems);
  }

  private static Optional<SourceFile> open(Path path, boolean inflate, InputProblems problems) {
    String shown = shown(path);
    SourceLocation where = SourceLocation.ofFile(shown);
    if (Files.isDirectory(path)) {
      problems.error(
          "FILE_IS_FOLDER", where, "a folder is given where a file is needed", "name a file in it");
      return Optional.empty();
    }
    // A link in a loop is there and cannot be read, so what opening it says is reported.
    if (Files.notExists(path)) {
      problems.error(
          "FILE_MISSING", where, "there is no such file", "check the path; it is taken as given");
      return Optional.empty();
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      problems.error(
          "FILE_NOT_REGULAR",
          where,
          "a pipe or device is given, and inputs are read more than once",
          "write it to a file first");
      return Optional.empty();
    }
    DigestInputStream disk = null;
    try {
      disk = new DigestInputStream(Files.newInputStream(path), sha256());
      PushbackInputStream raw = new PushbackInputStream(disk, 2);
      byte[] magic = raw.readNBytes(2);
      if (magic.length == 0) {
        problems.error(
            "FILE_EMPTY", where, "the file is empty (0 bytes)", "supply the file with its content");
        disk.close();
        return Optional.empty();
      }
      raw.unread(magic);
      boolean gzip = inflate && magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
      return Optional.of(new SourceFile(shown, disk, gzip ? new GzipMembers(raw) : raw));
    } catch (IOException e) {
      report(e, shown, problems);
      close(disk, shown, problems);
      return Optional.empty();
    }
  }

  /** The path as the user gave it, with {@code /} as separator. */
  public String shown() {
    return shown;
  }

  /** The content, inflated unless the file was opened by {@link #onDisk}. */
  public InputStream content() {
    return content;
  }

  /**
   * Inflates the content of a gzip that was opened by {@link #onDisk}.
   *
   * @throws IOException where the file does not begin as a gzip does
   */
  public InputStream inflated() throws IOException {
    return new GzipMembers(content);
  }

  /** Turns a failure while reading {@link #content} into a problem. */
  public void report(IOException failure, InputProblems problems) {
    report(failure, shown, problems);
  }

  /**
   * The provenance of the file; reads what is left of it, so that the digest is that of the whole
   * file.
   *
   * @throws IOException where the rest cannot be read
   */
  public InputFile provenance(String kind, long records, String detail) throws IOException {
    disk.transferTo(OutputStream.nullOutputStream());
    // digest() starts a new digest, so a clone is asked.
    try {
      MessageDigest digest = (MessageDigest) disk.getMessageDigest().clone();
      return new InputFile(shown, kind, HexFormat.of().formatHex(digest.digest()), records, detail);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the SHA-256 of this Java cannot be cloned", e);
    }
  }

  @Override
  public void close() throws IOException {
    content.close();
  }

  private static void close(@Nullable InputStream stream, String shown, InputProblems problems) {
    if (stream != null) {
      try {
        stream.close();
      } catch (IOException e) {
        report(e, shown, problems);
      }
    }
  }

  private static void report(IOException failure, String shown, InputProblems problems) {
    SourceLocation where = SourceLocation.ofFile(shown);
    if (failure instanceof EOFException) {
      problems.error(
          "FILE_TRUNCATED",
          where,
          "the gzip file ends in the middle: it is truncated",
          "copy or download the file again; gzip -t shows whether it is whole");
    } else if (failure instanceof ZipException) {
      problems.error(
          "FILE_DAMAGED",
          where,
          "the gzip file is damaged: " + failure.getMessage(),
          "copy or download the file again; gzip -t shows whether it is whole");
    } else if (failure instanceof LineReader.NoTextException) {
      problems.error(
          "FILE_NOT_TEXT",
          where,
          String.valueOf(failure.getMessage()),
          "save the table as tab-separated text in UTF-8; spreadsheets and archives are not read");
    } else if (failure instanceof RecordSplitter.TooWideException) {
      problems.error(
          "TABLE_TOO_WIDE",
          where,
          String.valueOf(failure.getMessage()),
          "check the delimiter; split the samples of a larger matrix over several files");
    } else if (failure instanceof AccessDeniedException) {
      problems.error(
          "FILE_UNREADABLE",
          where,
          "the file may not be read (permission)",
          "give read permission");
    } else {
      problems.error(
          "FILE_UNREADABLE",
          where,
          "the file cannot be read: " + failure.getMessage(),
          "check the file and the disk it lies on");
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
