package org.cotarget.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotarget.cohort.CohortPart;
import org.cotarget.cohort.InputFile;
import org.cotarget.cohort.InputProblem;
import org.cotarget.expression.ExpressionModel;
import org.cotarget.expression.ExpressionModel.ReceptorMixture;
import org.cotarget.expression.ExpressionReadout;
import org.cotarget.reference.Citation;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ScoreValidity;
import org.cotarget.reference.Signature;

/**
 * What {@code results.json} says of the whole run, before its patients.
 *
 * @param format {@value #FORMAT}
 * @param version version of cotarget
 * @param referenceVersion version of the reference data
 * @param disclaimer the sentence that every report carries
 * @param criteria criteria files in the order given
 * @param settings rule settings in force, sorted by name
 * @param shards which shards of the cohort these are, as {@code I/N} in their order; empty where
 *     nobody was left out
 * @param wholeCohort digest that the shards of one cohort, read alike, share; empty where nobody
 *     was left out
 * @param pseudonymKey tells the key of pseudonyms from others; empty where ids are as supplied
 * @param inputs files read, sorted by path
 * @param expression how expression was scored
 * @param signatures the signatures in the order of the reference
 * @param validity measured validity of scores
 * @param citations literature by key
 * @param warnings of the cohort as a whole
 * @param problems what was wrong with the inputs, sorted
 */
public record ResultsHeader(
    String format,
    String version,
    String referenceVersion,
    String disclaimer,
    List<CriteriaSummary> criteria,
    List<Setting> settings,
    List<String> shards,
    String wholeCohort,
    String pseudonymKey,
    List<InputFile> inputs,
    Expression expression,
    List<SignatureSummary> signatures,
    List<ScoreValidity> validity,
    Map<String, Source> citations,
    List<String> warnings,
    List<InputProblem> problems) {

  /** Changes when a reader of the former form would fail. */
  public static final String FORMAT = "cotarget-results/1";

  /**
   * How expression was scored.
   *
   * @param unit unit of the input; {@code -} without expression
   * @param transform what was done to the values
   * @param model the model that scores refer to
   * @param referenceSamples samples that it was fitted on; 0 without a model
   * @param referenceErPositive ER-positive samples among them
   * @param referenceErNegative ER-negative samples among them
   * @param tnbcSamples triple-negative samples among them
   * @param ptenEstimable whether PTEN mRNA may be called
   * @param percentiles the percents of the quantiles of each scale
   * @param scales the scale of each z-score
   * @param mixtures ER, PR and HER2 from their genes
   * @param notes what was withheld by the model and why
   * @param withheld how many samples could not be compared with it; empty where all could
   */
  public record Expression(
      String unit,
      String transform,
      Model model,
      int referenceSamples,
      int referenceErPositive,
      int referenceErNegative,
      int tnbcSamples,
      boolean ptenEstimable,
      List<Double> percentiles,
      List<Scale> scales,
      List<ReceptorMixture> mixtures,
      List<String> notes,
      String withheld) {

    static Expression of(ExpressionReadout readout, WithheldExpression withheld) {
      Optional<ExpressionModel> model = readout.model();
      Optional<ExpressionModel.FittedOn> cohort = model.map(ExpressionModel::cohort);
      return new Expression(
          readout.unit(),
          readout.transform(),
          Model.of(readout),
          cohort.map(ExpressionModel.FittedOn::samples).orElse(0),
          cohort.map(ExpressionModel.FittedOn::erPositive).orElse(0),
          cohort.map(ExpressionModel.FittedOn::erNegative).orElse(0),
          cohort.map(ExpressionModel.FittedOn::tnbc).orElse(0),
          readout.ptenEstimable(),
          model.map(ExpressionModel::percentiles).orElse(List.of()),
          model.map(ExpressionModel::references).orElse(List.of()).stream()
              .filter(reference -> reference.overall().scale() > 0)
              .map(Scale::of)
              .toList(),
          model.map(ExpressionModel::mixtures).orElse(List.of()),
          readout.notes(),
          model.isPresent() ? withheld.note().orElse("") : "");
    }

    /** Why some scores are withheld, in sentences. */
    public List<String> remarks() {
      return Stream.concat(notes.stream(), Stream.of(withheld).filter(text -> !text.isEmpty()))
          .toList();
    }

    /** The same with another sentence on withheld samples. */
    Expression withheld(String sentence) {
      return new Expression(
          unit,
          transform,
          model,
          referenceSamples,
          referenceErPositive,
          referenceErNegative,
          tnbcSamples,
          ptenEstimable,
          percentiles,
          scales,
          mixtures,
          notes,
          sentence);
    }
  }

  /**
   * The expression model, all empty without one.
   *
   * @param origin how it was chosen
   */
  public record Model(
      String id,
      String version,
      String sha256,
      String title,
      String source,
      String platform,
      String origin) {

    private static final Model NONE = new Model("", "", "", "", "", "", "");

    static Model of(ExpressionReadout readout) {
      return readout
          .model()
          .map(
              m ->
                  new Model(
                      m.id(),
                      m.version(),
                      m.sha256(),
                      m.title(),
                      m.source(),
                      m.platform(),
                      readout.origin().label()))
          .orElse(NONE);
    }

    /** Id and first digits of the digest, as in {@code calls.tsv}; empty where there is none. */
    String name() {
      return present() ? ExpressionModel.name(id, sha256) : "";
    }

    /** Whether there is one. */
    public boolean present() {
      return !id.isEmpty();
    }
  }

  /**
   * The scale that a z-score is taken on.
   *
   * @param id gene symbol or signature id
   * @param method {@code mean/SD} or {@code median/MAD} (the MAD times 1.4826)
   * @param location mean or median of the reference; log2 expression for a gene, raw score for a
   *     signature
   * @param scale standard deviation or scaled MAD, {@code > 0}
   * @param samples samples with a value
   * @param quantiles value at each percent of {@link Expression#percentiles()}, in the unit of
   *     {@code location}
   */
  public record Scale(
      String id,
      String method,
      double location,
      double scale,
      int samples,
      List<Double> quantiles) {

    public Scale {
      location = JsonForm.stored(location);
      scale = JsonForm.stored(scale);
      quantiles = quantiles.stream().map(JsonForm::stored).toList();
    }

    /** The z-score below which a percent of the reference lies; NaN where the scale has none. */
    double z(double percent, List<Double> percentiles) {
      int at = percentiles.indexOf(percent);
      return at < 0 || at >= quantiles.size() ? Double.NaN : (quantiles.get(at) - location) / scale;
    }

    static Scale of(ExpressionModel.ScoreReference reference) {
      return new Scale(
          reference.id(),
          reference.method(),
          reference.overall().location(),
          reference.overall().scale(),
          reference.overall().samples(),
          reference.overall().quantiles());
    }
  }

  /**
   * A signature without its genes.
   *
   * @param id upper-case id
   * @param title name for people
   * @param method how it is scored
   * @param use {@code context} (enters no call), {@code jak_stat5}, {@code immune_gate} or {@code
   *     user}
   * @param genes number of genes
   * @param licence licence of the gene list
   * @param citation citation keys
   * @param validity what was measured of it, one sentence each; {@code not measured} otherwise
   * @param sha256 digest of its genes and weights
   */
  public record SignatureSummary(
      String id,
      String title,
      Signature.Method method,
      String use,
      int genes,
      String licence,
      String citation,
      List<String> validity,
      String sha256) {

    static SignatureSummary of(Signature signature, List<ScoreValidity> validity) {
      List<String> measured =
          validity.stream()
              .filter(v -> CitationKeys.of(v.signatures()).contains(signature.id()))
              .map(ValidityText::of)
              .toList();
      return new SignatureSummary(
          signature.id(),
          signature.title(),
          signature.method(),
          signature.use(),
          signature.weights().size(),
          signature.licence(),
          signature.citation(),
          measured.isEmpty() ? List.of(ValidityText.NOT_MEASURED) : measured,
          Sha256.hex(new TreeMap<>(signature.weights()).toString()));
    }
  }

  /**
   * The literature behind a citation key.
   *
   * @param reference authors, year and journal
   * @param identifier DOI, trial number or other stable identifier; empty when none is known
   * @param verification how the statement was verified
   */
  public record Source(String reference, String identifier, String verification) {}

  public ResultsHeader {
    criteria = List.copyOf(criteria);
    settings = List.copyOf(settings);
    shards = List.copyOf(shards);
    inputs = List.copyOf(inputs);
    signatures = List.copyOf(signatures);
    validity = List.copyOf(validity);
    citations = Collections.unmodifiableMap(new TreeMap<>(citations));
    warnings = List.copyOf(warnings);
    problems = List.copyOf(problems);
  }

  /** The same with what is known when all patients were seen. */
  ResultsHeader with(
      Expression scored, List<String> otherWarnings, List<InputProblem> otherProblems) {
    return new ResultsHeader(
        format,
        version,
        referenceVersion,
        disclaimer,
        criteria,
        settings,
        shards,
        wholeCohort,
        pseudonymKey,
        inputs,
        scored,
        signatures,
        validity,
        citations,
        otherWarnings,
        otherProblems);
  }

  /** The folder that all inputs share, without a final {@code /}; empty when they share none. */
  public String folder() {
    List<String> paths = inputs.stream().map(InputFile::path).toList();
    if (paths.isEmpty()) {
      return "";
    }
    String shared = parent(paths.get(0));
    for (String path : paths) {
      while (!shared.isEmpty() && !path.startsWith(shared + '/')) {
        shared = parent(shared);
      }
    }
    return shared;
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** What was measured of a signature, or of a gene's mRNA as {@code SYMBOL_MRNA}. */
  public List<ScoreValidity> validityOf(String score) {
    return validity.stream()
        .filter(measured -> CitationKeys.of(measured.signatures()).contains(score))
        .toList();
  }

  /**
   * What was measured of the scores of this run. A model may hold other genes or weights under the
   * id of a signature, such as another number of PROGENy genes, and nothing was measured of these.
   *
   * @param scored the signatures as they were scored
   */
  static List<ScoreValidity> validity(List<Signature> scored, Reference reference) {
    Set<String> others =
        scored.stream()
            .filter(signature -> !reference.signatures().contains(signature))
            .map(Signature::id)
            .collect(Collectors.toSet());
    return reference.validity().stream()
        .filter(row -> CitationKeys.of(row.signatures()).stream().noneMatch(others::contains))
        .toList();
  }

  static ResultsHeader of(StratificationReport report, Reference reference) {
    List<ScoreValidity> validity = validity(report.expression().signatures(), reference);
    CohortPart part = report.cohort().part();
    SortedMap<String, Source> citations = new TreeMap<>();
    for (Citation citation : reference.citations().values()) {
      citations.put(
          citation.key(),
          new Source(citation.reference(), citation.identifier(), citation.verification()));
    }
    WithheldExpression withheld = new WithheldExpression();
    report
        .samples()
        .forEach(
            s ->
                withheld.add(s.sample().id(), s.expression().measured(), s.expression().refusal()));
    return new ResultsHeader(
        FORMAT,
        report.version(),
        report.referenceVersion(),
        reference.disclaimer(),
        report.criteria(),
        report.settings(),
        part.shard().isWhole() ? List.of() : List.of(part.shard().toString()),
        part.whole(),
        Sha256.mark(report.cohort().digestSalt()),
        report.cohort().inputs(),
        Expression.of(report.expression(), withheld),
        report.expression().signatures().stream()
            .map(signature -> SignatureSummary.of(signature, validity))
            .toList(),
        validity,
        citations,
        report.warnings(),
        report.problems());
  }
}
