package org.cotarget.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotarget.reference.Reference;

/**
 * The folder {@code export/} of a result folder. Its {@value #LIST} names every file with size and
 * digest, by which a copy can be checked and by which a later run knows the files that it may
 * replace.
 */
final class ExportFolder {

  /** Name of the folder. */
  static final String NAME = "export";

  static final String LIST = "files.tsv";

  private ExportFolder() {}

  /** Writes the exports, each into a folder of its own, and their list. */
  static void write(Results results, Reference reference, List<Export> exports, Path folder)
      throws IOException {
    ExportSource source = new ExportSource(results, reference);
    for (Export export : exports) {
      export.write(source, Files.createDirectory(folder.resolve(export.name())));
    }
    List<String> files = names(folder);
    try (Writer out = Files.newBufferedWriter(folder.resolve(LIST), UTF_8)) {
      out.write("FILE\tBYTES\tSHA256\n");
      for (String file : files) {
        Path path = folder.resolve(file);
        out.write(file + '\t' + Files.size(path) + '\t' + sha256(path) + '\n');
      }
    }
  }

  /** Files below {@code export/} of a result folder that no export wrote, sorted. */
  static List<String> foreign(Path results) throws IOException {
    Path folder = results.resolve(NAME);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    Set<String> own = listed(folder.resolve(LIST));
    List<String> foreign = new ArrayList<>();
    for (String file : names(folder)) {
      if (!file.equals(LIST) && !own.contains(file)) {
        foreign.add(NAME + '/' + file);
      }
    }
    return foreign;
  }

  private static Set<String> listed(Path list) throws IOException {
    if (!Files.isRegularFile(list)) {
      return Set.of();
    }
    return Files.readAllLines(list, UTF_8).stream()
        .skip(1)
        .map(line -> line.substring(0, Math.max(0, line.indexOf('\t'))))
        .collect(Collectors.toSet());
  }

  /** Paths of all files below a folder, with {@code /}, sorted. */
  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> !Files.isDirectory(file))
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digested =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digested.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
