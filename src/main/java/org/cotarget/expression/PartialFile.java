package org.cotarget.expression;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;

/** A partial fit as JSON, with a digest as that of a {@link ModelFile}. */
final class PartialFile {

  private static final String FIX = "take an unchanged copy, or make it again with 'fit --partial'";

  private PartialFile() {}

  static PartialFit seal(PartialFit part) {
    return part.withDigest(digest(part));
  }

  static String write(PartialFit part) {
    return ModelFile.text(part);
  }

  /**
   * Reads a partial fit and holds it to its digest.
   *
   * @throws ModelFormatException where the text is none, is of another version, or was changed
   */
  static PartialFit read(String text) throws ModelFormatException {
    PartialFit part = parse(text);
    if (!digest(part).equals(part.sha256())) {
      throw new ModelFormatException("its content was changed after it was written", FIX);
    }
    try {
      check(part);
    } catch (IllegalArgumentException e) {
      throw new ModelFormatException("it cannot be read: " + e.getMessage(), FIX);
    }
    return part;
  }

  private static PartialFit parse(String text) throws ModelFormatException {
    try {
      JsonNode document = ModelFile.MAPPER.readTree(text);
      String format = document.path("format").asText();
      if (!format.equals(PartialFit.FORMAT)) {
        throw new ModelFormatException(
            "it is no partial fit that this version reads: member \"format\" is not "
                + PartialFit.FORMAT,
            "give files that 'fit --partial' of this version wrote");
      }
      ModelFile.requireValues(document);
      return ModelFile.MAPPER.readerFor(PartialFit.class).readValue(text);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new ModelFormatException(
          "it cannot be read: " + ModelFile.firstLine(e), FIX, Math.max(0, line));
    } catch (IllegalArgumentException e) {
      throw new ModelFormatException("it cannot be read: " + e.getMessage(), FIX);
    }
  }

  private static void check(PartialFit part) {
    require(part.cohort().samples() >= 0 && part.cohort().parts() > 0, "it has no parts");
    require(part.cohort().digestSum().matches("[0-9a-f]{64}"), "its digest sum is none");
    require(
        !part.isEmpty()
            || (part.genes().isEmpty()
                && part.profile().isEmpty()
                && part.distributions() == null
                && new BigInteger(part.cohort().digestSum(), 16).signum() == 0),
        "it has values of no sample");
    require(
        part.isEmpty() || part.profile().size() == QuantileProfile.PROBABILITIES.size(),
        "its profile has another number of quantiles than this version reads");
    require(
        part.digests().size() == part.cohort().samples(),
        "it has another number of digests than of samples");
    require(
        part.digests().stream().allMatch(digest -> digest.matches("[0-9a-f]{16}"))
            && part.digests().equals(part.digests().stream().sorted().toList()),
        "its digests are none, or not in order");
    require(
        part.cohort().shards().stream()
            .allMatch(shard -> shard.number() >= 1 && shard.number() <= shard.of()),
        "it is of a shard that cannot be");
    part.genes().forEach(gene -> gene.values().moments());
    part.profile().forEach(PartialFit.Sums::moments);
    PartialFit.Distributions second = part.distributions();
    if (second != null) {
      require(
          second.genes().size() == part.genes().size(),
          "it has another number of distributions than of genes");
      second.distances().moments();
      second.scores().forEach(score -> score.overall().sums().moments());
      second.scores().forEach(score -> score.tnbc().sums().moments());
    }
  }

  private static void require(boolean holds, String fault) {
    if (!holds) {
      throw new IllegalArgumentException(fault);
    }
  }

  private static String digest(PartialFit part) {
    return ModelFile.sha256(part.withDigest(""));
  }
}
