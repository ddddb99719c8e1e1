package org.cotarget.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.cotarget.report.ResultFolderException.Reason;

/**
 * A result folder that is to be merged with others.
 *
 * @param folder as the user named it
 * @param header what its run says of itself
 * @param patients number of its patients
 * @param sha256 digest of its {@code results.json}
 */
record PartFolder(Path folder, ResultsHeader header, int patients, String sha256) {

  /** A folder and the ids of its patients. */
  record Opened(PartFolder part, List<String> patientIds) {}

  /**
   * Reads all but the patients.
   *
   * @throws ResultFolderException when it is no complete result folder
   */
  static Opened open(Path folder) throws ResultFolderException {
    Path run = folder.resolve(ResultFolder.RUN);
    if (Files.isDirectory(folder) && !Files.isRegularFile(run)) {
      throw new ResultFolderException(
          Reason.NOT_RESULTS,
          folder + " is no complete result folder: it has no " + ResultFolder.RUN);
    }
    Path file = folder.resolve(ResultFolder.RESULTS);
    ResultsJson.Contents contents = ResultFolder.results(folder, id -> false);
    return new Opened(
        new PartFolder(folder, contents.header(), contents.patientIds().size(), sha256(file)),
        contents.patientIds());
  }

  Path results() {
    return folder.resolve(ResultFolder.RESULTS);
  }

  /** The file of the model that was fitted on its cohort. */
  Optional<String> model() throws ResultFolderException {
    Path file = folder.resolve(ResultFolder.MODEL);
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static String sha256(Path file) throws ResultFolderException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digested = new DigestInputStream(in, Sha256.digest())) {
      digested.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static ResultFolderException unreadable(Path file, IOException e) {
    return new ResultFolderException(
        Reason.NOT_RESULTS, file + " cannot be read: " + e.getMessage(), e);
  }
}
