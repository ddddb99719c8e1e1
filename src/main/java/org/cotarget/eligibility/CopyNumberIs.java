package org.cotarget.eligibility;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotarget.assess.CopyNumberState;
import org.cotarget.cohort.AssayLayer;
import org.cotarget.cohort.CopyNumberCall;

/**
 * The copy number of a gene is in one of some states; undetermined where it is not known.
 *
 * @param gene HGNC symbol
 * @param states states that meet it
 * @param note what the file says beside
 */
record CopyNumberIs(String gene, Set<CopyNumberState> states, LeafNote note) implements Leaf {
  CopyNumberIs {
    states = Set.copyOf(states);
  }

  @Override
  public Question question() {
    return new Question(Question.Topic.COPY_NUMBER, gene);
  }

  @Override
  public Finding find(SampleFacts facts) {
    Optional<CopyNumberCall> call =
        facts.supplied().copyNumbers().stream().filter(c -> c.gene().equals(gene)).findFirst();
    if (call.isEmpty()) {
      // A file of altered regions that covers the gene and lists none of it says "no change".
      return facts.covers(AssayLayer.COPY_NUMBER, gene)
          ? Finding.read(of(CopyNumberState.NEUTRAL), gene + " covered, no change", List.of())
          : Finding.open(gene + " copy number not known", test(gene), List.of());
    }
    CopyNumberState state = CopyNumberState.of(call.get(), facts.reference().thresholds());
    return Finding.read(
        of(state),
        gene + " " + CopyNumberState.describe(call.get(), facts.reference().thresholds()),
        List.of(call.get().where()));
  }

  private Outcome of(CopyNumberState state) {
    return states.contains(state) ? Outcome.MET : Outcome.NOT_MET;
  }

  static String test(String gene) {
    return gene + " copy number";
  }

  /** The word of criteria files, e.g. {@code deep-loss}. */
  static String word(CopyNumberState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Outcome given(Probe answer) {
    return states.stream().anyMatch(state -> word(state).equals(answer.label()))
        ? Outcome.MET
        : Outcome.NOT_MET;
  }

  @Override
  public Map<String, Object> keys() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("alteration", gene);
    keys.put("copy-number", states.stream().sorted().map(CopyNumberIs::word).toList());
    return keys;
  }
}
