package org.cotarget.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Reads the bundled reference data and refuses it where it contradicts itself: an unknown citation
 * key, two rows for one key, a decision table with a gap, a gene outside the panel. Digests are not
 * compared here, see {@link ReferenceCheck}.
 */
public final class ReferenceLoader {

  static final String MANIFEST = "manifest.tsv";

  private ReferenceLoader() {}

  /**
   * The reference data of this build.
   *
   * @throws ReferenceFormatException when a table is not as it must be
   */
  public static Reference bundled() {
    return load(ReferenceLoader::text);
  }

  /**
   * A bundled file.
   *
   * @param path below {@code reference/}, e.g. {@code criteria/dual-pi3k-jak2.yaml}
   * @throws IllegalArgumentException when there is no such file
   */
  public static String text(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  static byte[] bytes(String path) {
    try (InputStream stream = ReferenceLoader.class.getResourceAsStream("/reference/" + path)) {
      if (stream == null) {
        throw new IllegalArgumentException("there is no reference/" + path);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("reference/" + path, e);
    }
  }

  /**
   * The bundled signatures with other cut-offs, of which {@code progeny.top-genes} says how many
   * genes of a ranked signature are taken.
   */
  public static List<Signature> signatures(Thresholds thresholds) {
    ReferenceSource source = new ReferenceSource(ReferenceLoader::text);
    return new SignatureTables(source, new GeneTables(source).names()).signatures(thresholds);
  }

  /**
   * @param files text of a file by its path below {@code reference/}
   */
  static Reference load(UnaryOperator<String> files) {
    ReferenceSource source = new ReferenceSource(files);
    Table manifest = manifest(source);
    GeneTables genes = new GeneTables(source);
    RuleTables rules = new RuleTables(source);
    GeneNames names = genes.names();
    SignatureTables expression = new SignatureTables(source, names);
    Hotspots hotspots = genes.hotspots();
    Thresholds thresholds = rules.thresholds();
    List<Signature> signatures = expression.signatures(thresholds);
    return new Reference(
        manifest.about("version"),
        source.citations(),
        genes.panel(),
        names,
        hotspots,
        genes.positions(hotspots),
        new TranscriptTables(source, genes.panel()).transcripts(),
        genes.spans(),
        rules.eventRules(genes.panel(), hotspots),
        new VocabularyTables(source).vocabulary(),
        new VariantTables(source).vocabulary(),
        thresholds,
        rules.decisionTables(),
        signatures,
        expression.validity(signatures),
        trials(source),
        disclaimer(source),
        files(source, manifest));
  }

  /** The files that a manifest lists, in its order. */
  static List<ReferenceFile> manifestFiles() {
    ReferenceSource source = new ReferenceSource(ReferenceLoader::text);
    return files(source, manifest(source));
  }

  private static Table manifest(ReferenceSource source) {
    return source
        .table(MANIFEST, "path", "version", "title", "licence", "citation", "sha256")
        .unique("path");
  }

  private static List<ReferenceFile> files(ReferenceSource source, Table manifest) {
    return manifest.map(
        line ->
            new ReferenceFile(
                line.text("path"),
                line.text("version"),
                line.text("title"),
                line.text("licence"),
                source.citation(line),
                line.text("sha256")));
  }

  private static List<Trial> trials(ReferenceSource source) {
    return source
        .table(
            "trials.tsv",
            "name",
            "registration",
            "drugs",
            "population",
            "result",
            "verdict",
            "citation",
            "verification")
        .unique("name")
        .map(
            line ->
                new Trial(
                    line.text("name"),
                    line.optional("registration"),
                    line.text("drugs"),
                    line.optional("population"),
                    line.text("result"),
                    line.text("verdict"),
                    source.citation(line),
                    line.text("verification")));
  }

  /** The text below the comment lines as one paragraph. */
  private static String disclaimer(ReferenceSource source) {
    return source
        .text("disclaimer.txt")
        .lines()
        .filter(line -> !line.startsWith("# "))
        .map(String::strip)
        .collect(Collectors.joining(" "));
  }
}
