package org.cotarget.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.ExpressionMatrix.Unit;
import org.cotarget.expression.ExpressionReadout.Origin;
import org.cotarget.reference.Reference;
import org.cotarget.reference.Signature;

/**
 * Scores a matrix: takes the model that is given, a built-in one or one fitted on the matrix, and
 * scores each sample by it. The way from a model to scores is the same in all three cases.
 *
 * <p>Rules of sample number (science section G; FOR18): a model of fewer than 10 samples gives
 * rank-based scores without z, one of 10 to 24 a z of low confidence that enters no call, one of 25
 * and more a usable one.
 */
public final class ExpressionScorer {

  private final Reference reference;
  private final ModelFitter fitter;
  private final Optional<ExpressionModel> supplied;

  /**
   * A scorer that fits a model where none is given.
   *
   * @param version version of cotarget, which a fitted model tells
   * @param supplied the model to score with, if the user named one
   */
  public ExpressionScorer(Reference reference, String version, Optional<ExpressionModel> supplied) {
    this.reference = reference;
    this.fitter = new ModelFitter(reference, version);
    this.supplied = supplied;
  }

  /**
   * Fits a model on the samples of a matrix.
   *
   * @param groups receptor classes by pathology
   * @return empty where the unit cannot be standardised or no sample can be used
   */
  public Optional<ExpressionModel> fit(
      ExpressionMatrix matrix, ReferenceGroups groups, ModelLabel label) {
    return matrix.unit() == Unit.Z_SCORE
        ? Optional.empty()
        : fitter.fit(LogExpression.of(matrix), groups, label).map(ModelFitter.Fitted::model);
  }

  /**
   * Scores all samples of the matrix; without a matrix no sample has a profile.
   *
   * @param groups receptor classes by pathology
   */
  public ExpressionReadout score(Optional<ExpressionMatrix> matrix, ReferenceGroups groups) {
    List<Signature> signatures = supplied.map(this::signatures).orElseGet(reference::signatures);
    if (matrix.isEmpty()) {
      return ExpressionReadout.none(signatures);
    }
    LogExpression log = LogExpression.of(matrix.get());
    if (supplied.isPresent()) {
      Optional<String> refusal = new ModelMatch(supplied.get()).refusal(log.unit());
      return refusal.isPresent()
          ? refused(log, signatures, s -> refusal.get(), Set.of(refusal.get()))
          : read(log, supplied.get(), Origin.SUPPLIED, groups);
    }
    if (log.unit() == Unit.Z_SCORE) {
      return new ZScores(reference).read(log);
    }
    Optional<ModelFitter.Fitted> fitted = fitter.fit(log, groups, ModelLabel.OF_RUN);
    Optional<ExpressionModel> builtIn = builtIn(log, fitted.map(ModelFitter.Fitted::model));
    if (builtIn.isPresent()) {
      return read(log, builtIn.get(), Origin.BUILT_IN, groups);
    }
    return fitted.isPresent()
        ? read(log, fitted.get().model(), fitted.get().raw(), Origin.FITTED, groups)
        : unfitted(log, signatures);
  }

  /**
   * A built-in model where the cohort is too small to fit one of its own, it holds whole counts,
   * and one of its samples or more match.
   */
  private Optional<ExpressionModel> builtIn(LogExpression log, Optional<ExpressionModel> fitted) {
    int samples = fitted.map(model -> model.cohort().samples()).orElse(0);
    boolean tooFew = samples < reference.thresholds().value("expression.min-reference");
    if (!tooFew || log.unit() != Unit.COUNTS) {
      return Optional.empty();
    }
    double top = reference.thresholds().value("progeny.top-genes");
    return BuiltInModels.all(reference).stream()
        .filter(model -> model.unit() == log.unit())
        .filter(model -> model.threshold("progeny.top-genes") == top)
        .filter(model -> anyMatches(log, model))
        .findFirst();
  }

  private static boolean anyMatches(LogExpression log, ExpressionModel model) {
    RawScores raw = new RawScorer(log, model.genes(), List.of(), 0).score();
    ModelMatch match = new ModelMatch(model);
    for (int s = 0; s < log.samples().size(); s++) {
      if (match.refusal(log, s, raw).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Those of the model, then those of the user that it lacks. */
  private List<Signature> signatures(ExpressionModel model) {
    List<Signature> signatures = new ArrayList<>(ScoredSignatures.of(model));
    for (Signature signature : reference.signatures()) {
      if (signature.isUsers()
          && signatures.stream().noneMatch(known -> known.id().equals(signature.id()))) {
        signatures.add(signature);
      }
    }
    return signatures;
  }

  private ExpressionReadout read(
      LogExpression log, ExpressionModel model, Origin origin, ReferenceGroups groups) {
    RawScores raw =
        new RawScorer(
                log,
                model.genes(),
                signatures(model),
                model.threshold("expression.min-gene-coverage"))
            .score();
    return read(log, model, raw, origin, groups);
  }

  /**
   * @param raw of the model's genes and of {@link #signatures}
   */
  private ExpressionReadout read(
      LogExpression log,
      ExpressionModel model,
      RawScores raw,
      Origin origin,
      ReferenceGroups groups) {
    List<Signature> signatures = signatures(model);
    ModelMatch match = new ModelMatch(model);
    SampleReader reader = new SampleReader(model, signatures);
    Map<String, ExpressionProfile> profiles = new LinkedHashMap<>();
    for (int s = 0; s < log.samples().size(); s++) {
      String id = log.samples().get(s);
      Optional<String> refusal = match.refusal(log, s, raw);
      profiles.put(
          id,
          refusal.isPresent()
              ? ExpressionProfile.refused(refusal.get())
              : reader.profile(raw, s, groups.tnbc().contains(id)));
    }
    return new ExpressionReadout(
        profiles,
        signatures,
        log.unit().label(),
        LogExpression.describe(log.unit()),
        Optional.of(model),
        origin,
        notes(model, origin));
  }

  private List<String> notes(ExpressionModel model, Origin origin) {
    List<String> notes = new ArrayList<>();
    if (origin == Origin.BUILT_IN) {
      notes.add(
          "scored by the built-in model "
              + model.id()
              + " ("
              + model.cohort().samples()
              + " samples): the cohort is too small to fit a model and its counts match; name another"
              + " one with --model");
    }
    int n = model.cohort().samples();
    switch (model.confidence(n)) {
      case NONE ->
          notes.add(
              "z-scores withheld: "
                  + n
                  + " samples in the reference; rank-based scores are printed, uncalled");
      case LOW ->
          notes.add(
              "z-scores of low confidence: " + n + " samples in the reference; they enter no call");
      case NORMAL -> {}
    }
    model.ptenRefusal().ifPresent(notes::add);
    model.mixtures().stream()
        .filter(mixture -> !mixture.estimable())
        .forEach(
            mixture ->
                notes.add(
                    mixture.receptor() + " by " + mixture.gene() + " mRNA " + mixture.reason()));
    for (Signature signature : reference.signatures()) {
      model.signatures().stream()
          .filter(own -> own.id().equals(signature.id()) && !own.equals(signature))
          .forEach(
              own ->
                  notes.add(
                      "signature "
                          + own.id()
                          + " is scored as the model holds it, not as it is now"));
    }
    return notes;
  }

  /** No sample could enter a model; each says why. */
  private ExpressionReadout unfitted(LogExpression log, List<Signature> signatures) {
    String tooFewGenes =
        String.format(
            Locale.ROOT,
            "fewer than %.0f%% of the genes that are scored have a value",
            100 * reference.thresholds().value("model.min-gene-overlap"));
    Set<String> reasons = new LinkedHashSet<>();
    for (int s = 0; s < log.samples().size(); s++) {
      reasons.add(log.refusal(s).orElse(tooFewGenes));
    }
    return refused(log, signatures, s -> log.refusal(s).orElse(tooFewGenes), reasons);
  }

  private static ExpressionReadout refused(
      LogExpression log,
      List<Signature> signatures,
      IntFunction<String> reason,
      Set<String> reasons) {
    Map<String, ExpressionProfile> profiles = new LinkedHashMap<>();
    for (int s = 0; s < log.samples().size(); s++) {
      profiles.put(log.samples().get(s), ExpressionProfile.refused(reason.apply(s)));
    }
    return new ExpressionReadout(
        profiles,
        signatures,
        log.unit().label(),
        "-",
        Optional.empty(),
        Origin.NONE,
        reasons.stream().map(why -> "expression withheld: " + why).toList());
  }
}
