package org.cotarget.input;

import java.util.HashSet;
import java.util.Set;
import org.cotarget.input.layer.VariantLayer;

/** Counts over how many genes and chromosomes one sample's rows spread. */
final class SampleSpread {

  private final Set<String> genes = new HashSet<>();
  private final Set<String> chromosomes = new HashSet<>();
  private long records;

  void add(String gene, String chrom) {
    records++;
    if (!gene.isEmpty()) {
      genes.add(gene);
    }
    if (!chrom.isEmpty()) {
      chromosomes.add(chrom);
    }
  }

  VariantLayer.RecordSpread spread() {
    return new VariantLayer.RecordSpread(genes.size(), chromosomes.size(), records);
  }
}
