package org.cotarget.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.Pseudonyms;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.report.OutputFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Pseudonyms in place of ids, and where the way back is kept. */
final class PseudonymOptions {

  /** A larger file is no key. */
  private static final long MOST_KEY_BYTES = 1 << 20;

  private static final String HEADER = "PSEUDONYM\tKIND\tID";

  @Option(
      names = "--pseudonymize",
      paramLabel = "KEYFILE",
      description =
          "Put pseudonyms in place of the ids of patients and samples in all that is written. The file"
              + " holds a secret of 32 bytes or more, e.g. by 'openssl rand -hex 32'; the same secret gives"
              + " the same pseudonyms.")
  private @Nullable Path keyFile;

  @Option(
      names = "--pseudonym-map",
      paramLabel = "FILE",
      description =
          "Where pseudonyms and their ids are listed. Default: the name of --out with"
              + " .pseudonyms.tsv, beside it. With --force, an earlier list is added to.")
  private @Nullable Path mapFile;

  boolean isWanted() {
    return keyFile != null;
  }

  /** The reason why the options cannot be used, or empty. */
  Optional<String> fault(Path out, boolean force) {
    if (keyFile == null) {
      return mapFile == null
          ? Optional.empty()
          : Optional.of("--pseudonym-map needs --pseudonymize");
    }
    Path map = place(map(out));
    if (isInResults(map, out)) {
      return Optional.of(
          "--pseudonym-map " + map(out) + " is in a result folder, which may be given away");
    }
    if (isInResults(place(keyFile), out) || isInResults(plain(keyFile), out)) {
      return Optional.of(
          "--pseudonymize " + keyFile + " is in a result folder, which may be given away");
    }
    if (!Files.exists(map)) {
      return Optional.empty();
    }
    if (!isMap(map)) {
      return Optional.of(
          map(out) + " is no list of pseudonyms that can be read; name another --pseudonym-map");
    }
    return force
        ? Optional.empty()
        : Optional.of(map(out) + " exists; add to it with --force or name another file");
  }

  /** Reads the key; a fault is told in {@code problems}. */
  Optional<byte[]> key(InputProblems problems) {
    if (keyFile == null) {
      return Optional.empty();
    }
    SourceLocation where = SourceLocation.ofFile(keyFile.toString().replace('\\', '/'));
    String fix = "make one by 'openssl rand -hex 32 > KEYFILE; chmod 600 KEYFILE'";
    try {
      if (Files.size(keyFile) > MOST_KEY_BYTES) {
        problems.error("PSEUDONYM_KEY_UNUSABLE", where, "is too big to be a key", fix);
        return Optional.empty();
      }
      byte[] key = withoutLineEnd(Files.readAllBytes(keyFile));
      if (key.length < Pseudonyms.LEAST_KEY_BYTES) {
        problems.error(
            "PSEUDONYM_KEY_UNUSABLE",
            where,
            "holds " + key.length + " bytes; a key has " + Pseudonyms.LEAST_KEY_BYTES + " or more",
            fix);
        return Optional.empty();
      }
      if (isOpen(keyFile)) {
        problems.warning(
            "PSEUDONYM_KEY_OPEN",
            where,
            "others can read the key, and with it tell whose a pseudonym is",
            "chmod 600 the file");
      }
      return Optional.of(key);
    } catch (IOException e) {
      problems.error("PSEUDONYM_KEY_UNUSABLE", where, "cannot be read: " + describe(e), fix);
      return Optional.empty();
    }
  }

  /**
   * Writes the list, which only the owner may read. Lines of an earlier list stay: it may be the
   * only way back from results that somebody has.
   */
  void writeMap(Path out, List<Pseudonyms.Given> given, boolean force) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Pseudonyms.Given one : given) {
      lines.add(
          one.pseudonym()
              + '\t'
              + one.kind().name().toLowerCase(Locale.ROOT)
              + '\t'
              + one.id().replaceAll("[\\t\\r\\n]", " "));
    }
    OutputFile.write(
        map(out),
        force,
        (earlier, partial) -> {
          Set<String> all = new LinkedHashSet<>(List.of(HEADER));
          if (Files.exists(earlier)) {
            all.addAll(Files.readAllLines(earlier));
          }
          all.addAll(lines);
          Files.createFile(partial, ownerOnly(partial));
          try (BufferedWriter writer = Files.newBufferedWriter(partial)) {
            for (String line : all) {
              writer.append(line).append('\n');
            }
          }
        });
  }

  private static boolean isMap(Path file) {
    byte[] header = (HEADER + "\n").getBytes(StandardCharsets.UTF_8);
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(header.length), header);
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Where the list is written. */
  Path map(Path out) {
    if (mapFile != null) {
      return mapFile;
    }
    // "link/.." is not where the link lies, so only a name that is no name is worked out.
    Path named = out.endsWith("..") || out.endsWith(".") ? out.normalize() : out;
    return named.resolveSibling(named.getFileName() + ".pseudonyms.tsv");
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return isPosix(file)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isOpen(Path file) throws IOException {
    if (!isPosix(file)) {
      return false;
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    return permissions.contains(PosixFilePermission.GROUP_READ)
        || permissions.contains(PosixFilePermission.OTHERS_READ);
  }

  private static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Whether a file is or lies in the result folder, or lies in an earlier one at any depth. */
  private static boolean isInResults(Path file, Path out) {
    Path results = place(out);
    for (Path folder = file; folder != null; folder = folder.getParent()) {
      if (folder.equals(results) || isResults(folder)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isResults(Path folder) {
    return Files.exists(folder.resolve("run.json")) && Files.exists(folder.resolve("results.json"));
  }

  private static Path place(Path file) {
    try {
      return OutputFile.place(file);
    } catch (IOException unreadable) {
      return plain(file);
    }
  }

  private static Path plain(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static byte[] withoutLineEnd(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
      end--;
    }
    return Arrays.copyOf(bytes, end);
  }

  private static String describe(IOException e) {
    return e instanceof FileSystemException failure && failure.getReason() == null
        ? failure.getClass().getSimpleName()
        : String.valueOf(e.getMessage());
  }
}
