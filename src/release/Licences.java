import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Writes docs/licences.md from the bill of materials in the jar, or with {@code --check} tells
 * whether it is out of date. Fails where a licence is new, so that somebody looks at it, and where
 * the jar lacks the text of one.
 *
 * <p>{@code java -cp target/cotarget.jar src/release/Licences.java [--check]}
 */
public final class Licences {

  private static final String JAR = "target/cotarget.jar";
  private static final String BILL = "META-INF/sbom/cotarget.cdx.json";
  private static final Path PAGE = Path.of("docs/licences.md");

  /** Where the jar keeps the text of each licence that is accepted. */
  private static final Map<String, List<String>> TEXTS =
      Map.of(
          "Apache-2.0", List.of("META-INF/LICENSE", "META-INF/NOTICE"),
          "MIT", List.of("META-INF/licences/MIT.txt"),
          "BSD-3-Clause",
              List.of(
                  "META-INF/licences/BSD-3-Clause-jline.txt",
                  "META-INF/licences/BSD-3-Clause-snappy.txt"),
          "EPL-2.0", List.of("META-INF/licences/EPL-2.0.md"),
          "LGPL-2.1-only", List.of("META-INF/licences/LGPL-2.1.txt"));

  /** What the source of a component says where its POM says less or something else. */
  private static final Map<String, Said> SAID =
      Map.of(
          "com.github.samtools:htsjdk",
              new Said(
                  List.of("MIT", "Apache-2.0", "LGPL-2.1-only"),
                  "CRAM is Apache-2.0, the core of tribble LGPL-2.1, the rest MIT"),
          "ch.qos.logback:logback-classic",
              new Said(List.of("EPL-2.0", "LGPL-2.1-only"), "used under EPL-2.0"),
          "ch.qos.logback:logback-core",
              new Said(List.of("EPL-2.0", "LGPL-2.1-only"), "used under EPL-2.0"),
          "org.xerial.snappy:snappy-java",
              new Said(
                  List.of("Apache-2.0", "BSD-3-Clause"),
                  "the native library is BSD-3-Clause (Google)"),
          "org.jline:jline-native",
              new Said(List.of("BSD-3-Clause"), "the POM's \"BSD\" links to the three clauses"),
          "org.jline:jline-terminal",
              new Said(List.of("BSD-3-Clause"), "the POM's \"BSD\" links to the three clauses"));

  private record Said(List<String> licences, String note) {}

  private Licences() {}

  public static void main(String[] args) throws IOException {
    String page;
    try (ZipFile jar = new ZipFile(JAR)) {
      page = page(jar);
    }
    if (args.length > 0 && args[0].equals("--check")) {
      if (!Files.readString(PAGE).equals(page)) {
        throw new IllegalStateException(
            PAGE + " is out of date; run java -cp " + JAR + " src/release/Licences.java");
      }
    } else {
      Files.writeString(PAGE, page);
    }
  }

  private static String page(ZipFile jar) throws IOException {
    ZipEntry entry = jar.getEntry(BILL);
    if (entry == null) {
      throw new IllegalStateException(JAR + " lacks " + BILL + "; an offline build leaves it out");
    }
    JsonNode bill = new ObjectMapper().readTree(jar.getInputStream(entry));
    Map<String, String> rows = new TreeMap<>();
    for (JsonNode component : bill.path("components")) {
      String name = component.path("group").asText() + ":" + component.path("name").asText();
      Said said = SAID.getOrDefault(name, new Said(byPom(component), ""));
      require(jar, name, said.licences());
      rows.put(
          name,
          "| "
              + String.join(
                  " | ",
                  name,
                  component.path("version").asText(),
                  String.join(", ", said.licences()),
                  said.note())
              + " |\n");
    }
    String texts =
        new TreeMap<>(TEXTS)
            .entrySet().stream()
                .map(e -> "- " + e.getKey() + ": `" + String.join("`, `", e.getValue()) + "`\n")
                .collect(Collectors.joining());
    return """
        # Licences of what the jar holds

        Written by `src/release/Licences.java` from the bill of materials; `.ci/run` fails when it is out of date. cotarget itself is
        Apache-2.0; the licences of the reference data are in `cotarget reference list`.

        | component | version | licence | remark |
        |---|---|---|---|
        """
        + String.join("", rows.values())
        + "\nThe texts are in the jar:\n\n"
        + texts;
  }

  private static List<String> byPom(JsonNode component) {
    List<String> ids = new ArrayList<>();
    for (JsonNode entry : component.path("licenses")) {
      JsonNode licence = entry.path("license");
      ids.add(licence.path("id").asText(licence.path("name").asText()));
    }
    return ids;
  }

  private static void require(ZipFile jar, String name, List<String> licences) {
    if (licences.isEmpty() || !TEXTS.keySet().containsAll(licences)) {
      throw new IllegalStateException(
          name + " has licences " + licences + ": look at them, then add them to Licences.java");
    }
    for (String licence : licences) {
      for (String text : TEXTS.get(licence)) {
        if (jar.getEntry(text) == null) {
          throw new IllegalStateException(JAR + " lacks " + text + ", which " + name + " needs");
        }
      }
    }
  }
}
