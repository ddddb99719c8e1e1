package org.cotarget.eligibility;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cotarget.expression.ExpressionProfile;
import org.cotarget.expression.Score;

/**
 * The z-score of a signature lies within bounds; undetermined where no z-score may enter a call.
 *
 * @param signature id of the signature
 * @param limits its bounds
 * @param note what the file says beside
 */
record SignatureIs(String signature, Bounds limits, LeafNote note) implements Leaf {

  @Override
  public Optional<Bounds> bounds() {
    return Optional.of(limits);
  }

  @Override
  public Question question() {
    return new Question(Question.Topic.SIGNATURE, signature);
  }

  @Override
  public Finding find(SampleFacts facts) {
    ExpressionProfile expression = facts.sample().expression();
    Optional<Score> score = expression.signature(signature);
    if (score.filter(Score::isUsable).isEmpty()) {
      return Finding.open(
          signature + ": " + whyNot(expression, score),
          "expression with an estimable reference",
          List.of());
    }
    double z = score.get().z();
    return Finding.read(
        limits.of(z), String.format(Locale.ROOT, "%s z %.2f", signature, z), List.of());
  }

  private static String whyNot(ExpressionProfile expression, Optional<Score> score) {
    if (!expression.measured()) {
      return "not measured";
    }
    if (!expression.refusal().isEmpty()) {
      return expression.refusal();
    }
    return score
        .map(Score::note)
        .filter(note -> !note.isEmpty())
        .orElse("not scored by the expression model");
  }

  @Override
  public Outcome given(Probe answer) {
    return limits.of(((Probe.Amount) answer).value());
  }

  @Override
  public Map<String, Object> keys() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("signature", signature);
    keys.putAll(limits.keys());
    return keys;
  }
}
