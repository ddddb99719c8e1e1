package org.cotarget.eligibility;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A call or state is one of some words.
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
    Outcome outcome = outcome(word);
    // A state that missing tests can still lift is not known not to be there; the three calls say
    // so
    // by their own words.
    boolean mayTurn =
        !call.settledWords(facts).isEmpty()
            && call.settledWords(facts).stream().anyMatch(met::contains);
    boolean absenceOpen = call == CallName.PI3K_ARM && word.equals("NONE");
    if (call.compareTo(CallName.JAK_STAT5_CALL) > 0 && !missing.isEmpty()) {
      if (outcome == Outcome.NOT_MET && mayTurn) {
        outcome = Outcome.UNDETERMINED;
      } else if (absenceOpen) {
        outcome = Outcome.UNDETERMINED;
      }
    }
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
