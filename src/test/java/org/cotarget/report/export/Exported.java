package org.cotarget.report.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cotarget.cli.CommandLineRunner;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.report.Export;
import org.cotarget.report.ExportSource;
import org.cotarget.report.RunResults;
import org.cotarget.report.StratificationReport;

/** Writes exports and reads what they hold. */
final class Exported {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9A-F]{4}|.)");

  private Exported() {}

  /** Writes one export of a report into a folder and returns that. */
  static Path write(Export export, StratificationReport report, Path folder) throws IOException {
    Reference reference = ReferenceLoader.bundled();
    Path own = Files.createDirectories(folder.resolve(export.name()));
    export.write(new ExportSource(new RunResults(report, reference), reference), own);
    return own;
  }

  /** Runs the demo with exports; returns the folder of its exports. */
  static Path demo(Path folder, String... names) {
    Path out = folder.resolve("demo-results");
    List<String> arguments =
        new ArrayList<>(List.of("run", "--study", "test-data/demo", "--out", out.toString()));
    for (String name : names) {
      arguments.addAll(List.of("--export", name));
    }
    CommandLineRunner.Result result = CommandLineRunner.run(arguments);
    if (result.code() != 0) {
      throw new AssertionError(result.err());
    }
    return out.resolve("export");
  }

  /** What {@code TableText.escape} made a text from. */
  static String unescape(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            found -> {
              String code = found.group(1);
              String meant =
                  switch (code.charAt(0)) {
                    case 't' -> "\t";
                    case 'n' -> "\n";
                    case 'r' -> "\r";
                    case 'u' -> String.valueOf((char) Integer.parseInt(code.substring(1), 16));
                    default -> code;
                  };
              return Matcher.quoteReplacement(meant);
            });
  }

  static JsonNode json(Path file) {
    try {
      return MAPPER.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JSON files of a folder by name. */
  static List<JsonNode> documents(Path folder) throws IOException {
    return files(folder).stream()
        .filter(file -> file.toString().endsWith(".json"))
        .map(Exported::json)
        .toList();
  }

  /** All files below a folder, sorted. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Every text of a document, keys included. */
  static Stream<String> texts(JsonNode node) {
    if (node.isTextual()) {
      return Stream.of(node.textValue());
    }
    Stream<String> keys = node.properties().stream().map(java.util.Map.Entry::getKey);
    List<JsonNode> children = new ArrayList<>();
    node.forEach(children::add);
    return Stream.concat(keys, children.stream().flatMap(Exported::texts));
  }

  /** Whether a text holds a character that hides or moves others. */
  static boolean hides(String text) {
    return text.codePoints()
        .anyMatch(
            c ->
                Character.isISOControl(c)
                    || (c >= 0x200B && c <= 0x200F)
                    || (c >= 0x202A && c <= 0x202E)
                    || c == 0x2060
                    || c == 0xFEFF);
  }
}
