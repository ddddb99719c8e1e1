package org.cotarget.input;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotarget.cohort.Cohort;
import org.cotarget.cohort.Patient;
import org.cotarget.input.table.SourceFile;

/** Tells shards of one cohort, read alike, from others, so that no two others are merged. */
final class WholeCohort {

  private WholeCohort() {}

  /**
   * A digest of the ids of all patients, of the files that every shard reads, and of how files are
   * read.
   */
  static String digest(InputRequest request, Optional<SampleSheet> sheet, Cohort cohort) {
    Set<String> ofOneSample =
        sheet.stream()
            .flatMap(s -> s.rows().stream())
            .flatMap(row -> row.files().values().stream())
            .map(file -> SourceFile.shown(file.path()))
            .collect(Collectors.toSet());
    Stream<String> how =
        Stream.of(
            request.assays().toString(),
            request.unit().toString(),
            request.assembly().toString(),
            new TreeSet<>(request.tumorSamples()).toString(),
            new TreeSet<>(request.includedFilters()).toString(),
            request.shard().of() + " shards");
    Stream<String> files =
        cohort.inputs().stream()
            .filter(file -> !ofOneSample.contains(file.path()))
            .map(file -> file.kind() + ' ' + file.path() + ' ' + file.sha256());
    Stream<String> patients = cohort.patients().stream().map(Patient::id);
    return sha256(
        Stream.of(how, files, patients).map(part -> part.collect(Collectors.joining("\n"))));
  }

  private static String sha256(Stream<String> parts) {
    try {
      byte[] text = parts.collect(Collectors.joining("\0")).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
