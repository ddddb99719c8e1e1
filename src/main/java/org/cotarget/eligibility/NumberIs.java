package org.cotarget.eligibility;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A number lies within limits. A bin that straddles a bound, and several results that disagree,
 * leave it undetermined.
 *
 * @param name the number
 * @param limits its bounds
 * @param note what the file says beside
 */
record NumberIs(NumberName name, Bounds limits, LeafNote note) implements Leaf {

  @Override
  public Optional<Bounds> bounds() {
    return Optional.of(limits);
  }

  @Override
  public Question question() {
    return new Question(Question.Topic.NUMBER, name.name());
  }

  @Override
  public Finding find(SampleFacts facts) {
    NumberName.Values values = name.of(facts);
    List<String> missing = name.missing(facts);
    if (values.ranges().isEmpty()) {
      String found = values.raw().isEmpty() ? " not known" : " '" + values.raw() + "' is none";
      return new Finding(Outcome.UNDETERMINED, name + found, missing, values.where(), name.axis());
    }
    Outcome outcome = limits.ofAll(values.ranges());
    return new Finding(
        outcome,
        name + " " + values.raw(),
        outcome == Outcome.UNDETERMINED ? missing : List.of(),
        values.where(),
        name.axis());
  }

  @Override
  public Outcome given(Probe answer) {
    return limits.of(((Probe.Amount) answer).value());
  }

  @Override
  public Map<String, Object> keys() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("number", name.name());
    keys.putAll(limits.keys());
    return keys;
  }
}
