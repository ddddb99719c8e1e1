package org.cotarget.eligibility;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotarget.cohort.AssayLayer;

/**
 * An assay looked at a gene. A gene that none looked at leaves it undetermined: it can still be
 * tested.
 *
 * @param gene HGNC symbol
 * @param layer what was looked at
 * @param note what the file says beside
 */
record CoveredIs(String gene, AssayLayer layer, LeafNote note) implements Leaf {

  @Override
  public Question question() {
    return new Question(
        layer == AssayLayer.SNV_INDEL ? Question.Topic.SMALL_VARIANTS : Question.Topic.COPY_NUMBER,
        gene);
  }

  @Override
  public Finding find(SampleFacts facts) {
    if (!facts.covers(layer, gene)) {
      return Finding.open(
          gene + " not assayed",
          layer == AssayLayer.SNV_INDEL ? SmallVariantIs.sequencing(gene) : CopyNumberIs.test(gene),
          List.of());
    }
    return Finding.read(Outcome.MET, gene + " covered", List.of());
  }

  @Override
  public Outcome given(Probe answer) {
    return Outcome.MET;
  }

  @Override
  public Map<String, Object> keys() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("covered", gene);
    keys.put("layer", layer.name());
    return keys;
  }
}
