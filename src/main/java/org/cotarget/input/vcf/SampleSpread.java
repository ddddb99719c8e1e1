package org.cotarget.input.vcf;

import java.util.BitSet;
import org.cotarget.input.layer.VariantLayer;

/** Counts how widely the records of one sample spread. */
final class SampleSpread {

  private final BitSet genes = new BitSet();
  private final BitSet chromosomes = new BitSet();
  private long records;

  void record(int chromosome) {
    records++;
    chromosomes.set(chromosome);
  }

  void gene(int gene) {
    genes.set(gene);
  }

  VariantLayer.RecordSpread toRecord() {
    return new VariantLayer.RecordSpread(genes.cardinality(), chromosomes.cardinality(), records);
  }
}
