package org.cotarget.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder for the files of one input, of which a target has one for the whole process. */
final class Scratch {

  /** Starts a line that names the file that follows; without one all is the first file. */
  private static final String NAME = "@@ ";

  private final Path folder;

  private Scratch(Path folder) {
    this.folder = folder;
  }

  static Scratch make() {
    try {
      Path folder = Files.createTempDirectory("cotarget-fuzz");
      folder.toFile().deleteOnExit();
      return new Scratch(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  /** Writes a file over the one of the input before. */
  Path file(String name, byte[] content) {
    Path file = folder.resolve(name);
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    file.toFile().deleteOnExit();
    return file;
  }

  /** Makes an empty folder in place of the one of the input before. */
  Path emptyFolder(String name) {
    Path made = folder.resolve(name);
    try {
      if (Files.exists(made)) {
        try (Stream<Path> all = Files.walk(made)) {
          for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        }
      }
      Files.createDirectory(made);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return made;
  }

  /**
   * Writes the files that an input holds one behind the other, each after a line {@code @@ NAME}.
   * Names that are not made of letters, digits, {@code _} and one dot are left out with their
   * content, so that the input cannot choose where this class writes.
   */
  static List<Path> unpack(byte[] data, Path folder) {
    Map<String, StringBuilder> texts = new LinkedHashMap<>();
    StringBuilder current = new StringBuilder();
    // Latin-1 keeps every byte as it is.
    for (String line : new String(data, StandardCharsets.ISO_8859_1).split("(?<=\n)", -1)) {
      if (line.startsWith(NAME)) {
        String name = line.substring(NAME.length()).strip();
        current = new StringBuilder();
        if (name.matches("[A-Za-z0-9_]{1,40}(\\.[a-z]{1,5})?") && texts.size() < 20) {
          texts.put(name, current);
        }
      } else {
        current.append(line);
      }
    }
    List<Path> files = new ArrayList<>();
    texts.forEach(
        (name, text) -> {
          try {
            Path file = folder.resolve(name);
            Files.write(file, text.toString().getBytes(StandardCharsets.ISO_8859_1));
            files.add(file);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return files;
  }
}
