package org.cotarget.eligibility;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A call or state is one of some words. A state that missing tests may still turn to a word with
 * another outcome is undetermined; a call says by its own words how sure it is, and counts as the
 * file lists it.
 *
 * @param call the call
 * @param met words that meet the criterion
 * @param undetermined words that leave it open, beside those that say that the state is not known;
 *     all others do not meet it
 * @param note what the file says beside
 */
public record CallIs(CallName call, Set<String> met, Set<String> undetermined, LeafNote note)
    implements Leaf {
  public CallIs {
    met = Set.copyOf(met);
    undetermined = Set.copyOf(undetermined);
  }

  @Override
  public Question question() {
    return Question.of(call);
  }

  @Override
  public Finding find(SampleFacts facts) {
    String word = call.of(facts);
    List<String> missing = call.missing(facts);
    boolean mayChange =
        call.isState()
            && !call.unknownWords().contains(word)
            && !missing.isEmpty()
            && call.settledWords(facts).stream().anyMatch(other -> outcome(other) != outcome(word));
    Outcome outcome = mayChange ? Outcome.UNDETERMINED : outcome(word);
    return new Finding(outcome, call.found(facts), missing, List.of(), call.axis());
  }

  /** The outcome for a word. */
  Outcome outcome(String word) {
    if (met.contains(word)) {
      return Outcome.MET;
    }
    return undetermined.contains(word) || call.unknownWords().contains(word)
        ? Outcome.UNDETERMINED
        : Outcome.NOT_MET;
  }

  @Override
  public Outcome given(Probe answer) {
    return outcome(answer.label());
  }

  @Override
  public Map<String, Object> keys() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("call", call.name());
    keys.put("met", call.words().stream().filter(met::contains).toList());
    if (!undetermined.isEmpty()) {
      keys.put("undetermined", call.words().stream().filter(undetermined::contains).toList());
    }
    return keys;
  }
}
