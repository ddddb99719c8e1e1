package org.cotarget.cohort;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.cotarget.cohort.KnownIds.Kind;

/**
 * Puts keyed pseudonyms in the place of ids: a letter for the kind, a dash and the first 80 bits of
 * the HMAC-SHA-256 (RFC 2104) of kind and id, in base 32 (RFC 4648). The same key gives the same
 * pseudonym in every run, and without it nobody can tell whose it is. Not safe for use by several
 * threads.
 */
public final class Pseudonyms {

  /** Bytes that a key has at least: as many as the hash. */
  public static final int LEAST_KEY_BYTES = 32;

  private static final String PURPOSE = "cotarget pseudonym 1";
  private static final String DIGESTS = "cotarget digests 1";
  private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int LETTERS = 16;
  private static final String CUT = "...";

  /**
   * A pseudonym that was given.
   *
   * @param pseudonym the pseudonym
   * @param kind what the id names
   * @param id the id
   */
  public record Given(String pseudonym, Kind kind, String id) {}

  private final Mac mac;
  private final KnownIds ids;
  private final SortedMap<String, Given> given = new TreeMap<>();

  /**
   * Sets up the pseudonyms of a cohort.
   *
   * @param key secret of at least {@value #LEAST_KEY_BYTES} bytes
   * @param ids ids to look for in texts
   */
  public Pseudonyms(byte[] key, KnownIds ids) {
    if (key.length < LEAST_KEY_BYTES) {
      throw new IllegalArgumentException("a key of " + key.length + " bytes");
    }
    this.ids = ids;
    try {
      this.mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  /** The cohort with pseudonyms for ids and in every text that may hold one. */
  public Cohort of(Cohort cohort) {
    return new Cohort(
        cohort.patients().stream()
            .map(
                p ->
                    new Patient(
                        pseudonym(Kind.PATIENT, p.id()),
                        p.samples().stream().map(this::of).toList()))
            .toList(),
        cohort.expression().map(this::of),
        cohort.inputs().stream().map(this::of).toList(),
        cohort.clinicalColumns(),
        HexFormat.of().formatHex(mac.doFinal(DIGESTS.getBytes(StandardCharsets.UTF_8))),
        cohort.part());
  }

  /**
   * A problem without ids; of a message that was cut the last word goes, which may be half an id.
   */
  public InputProblem of(InputProblem p) {
    return new InputProblem(
        p.severity(), p.code(), of(p.where()), text(whole(p.message())), text(whole(p.fix())));
  }

  /** A text without ids. */
  public String text(String text) {
    return ids.replace(text, id -> pseudonym(ids.kindOf(id), id));
  }

  /** All pseudonyms that were given, in their order. */
  public List<Given> given() {
    return List.copyOf(given.values());
  }

  private String pseudonym(Kind kind, String id) {
    byte[] hash =
        mac.doFinal(
            String.join("\0", PURPOSE, kind.name().toLowerCase(Locale.ROOT), id)
                .getBytes(StandardCharsets.UTF_8));
    StringBuilder text = new StringBuilder(kind.name().substring(0, 1)).append('-');
    for (int letter = 0; letter < LETTERS; letter++) {
      int bit = 5 * letter;
      int two = (hash[bit / 8] & 0xFF) << 8 | (hash[bit / 8 + 1] & 0xFF);
      text.append(BASE_32.charAt(two >> (11 - bit % 8) & 31));
    }
    Given mine = new Given(text.toString(), kind, id);
    Given known = given.putIfAbsent(mine.pseudonym(), mine);
    if (known != null && !known.equals(mine)) {
      throw new IllegalStateException("two ids have one pseudonym: take another key");
    }
    return mine.pseudonym();
  }

  private TumorSample of(TumorSample s) {
    Map<AssayLayer, AssayCoverage.Extent> layers = new LinkedHashMap<>();
    s.coverage()
        .layers()
        .forEach(
            (layer, e) ->
                layers.put(
                    layer,
                    new AssayCoverage.Extent(e.basis(), e.allGenes(), e.genes(), text(e.name()))));
    Map<String, ClinicalValue> clinical = new LinkedHashMap<>();
    s.clinical()
        .forEach(
            (column, value) ->
                clinical.put(column, new ClinicalValue(cell(value.value()), of(value.where()))));
    return new TumorSample(
        pseudonym(Kind.SAMPLE, s.id()),
        pseudonym(Kind.PATIENT, s.patientId()),
        s.type(),
        s.receptors().stream().map(this::of).toList(),
        s.proteins().stream().map(this::of).toList(),
        s.variants().stream().map(v -> v.at(of(v.where()))).toList(),
        s.copyNumbers().stream()
            .map(c -> new CopyNumberCall(c.gene(), c.scale(), c.value(), of(c.where())))
            .toList(),
        new AssayCoverage(layers),
        clinical);
  }

  private ReceptorResult of(ReceptorResult r) {
    return new ReceptorResult(
        r.receptor(), r.assay(), r.status(), r.number(), r.basis(), cell(r.raw()), of(r.where()));
  }

  private ProteinResult of(ProteinResult r) {
    return new ProteinResult(r.protein(), r.state(), r.percent(), cell(r.raw()), of(r.where()));
  }

  private ExpressionMatrix of(ExpressionMatrix m) {
    return new ExpressionMatrix(
        m.genes(),
        m.samples().stream().map(id -> pseudonym(Kind.SAMPLE, id)).toList(),
        m.values(),
        m.unit(),
        of(m.where()));
  }

  private InputFile of(InputFile file) {
    return new InputFile(
        text(file.path()), file.kind(), file.sha256(), file.records(), text(file.detail()));
  }

  private SourceLocation of(SourceLocation where) {
    return new SourceLocation(text(where.path()), where.line(), text(where.column()));
  }

  /** A number in a cell is a measurement, also where somebody's id is that number. */
  private String cell(String value) {
    return value.matches("[-+<>=~ ]*[0-9.,]+ ?%?") ? value : text(value);
  }

  private static String whole(String text) {
    return text.endsWith(CUT) ? text.substring(0, text.lastIndexOf(' ') + 1) + CUT : text;
  }
}
