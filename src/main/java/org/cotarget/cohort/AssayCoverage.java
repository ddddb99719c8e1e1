package org.cotarget.cohort;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which genes a sample's assays looked at. Outside it a gene is not assessed, never wild type.
 *
 * @param layers coverage of each layer that was assayed; an absent layer was not assayed
 */
public record AssayCoverage(Map<AssayLayer, Extent> layers) {

  /** Nothing is known to have been assayed. */
  public static final AssayCoverage NONE = new AssayCoverage(Map.of());

  /** How the extent is known. */
  public enum Basis {
    ASSAY_FILE,
    /** The one assay of the cohort; no file of variants has a record of the sample. */
    ASSAY_WITHOUT_RECORDS,
    GENE_PANEL_MATRIX,
    /** The reference blocks or sites of a gVCF hold enough reads over the gene. */
    GVCF_DEPTH,
    CASE_LIST,
    SEQUENCED_SAMPLES_HEADER,
    /** The gene has a value in the copy-number input. */
    VALUE_PRESENT,
    /** The sample's own records spread as those of an exome or genome do. */
    INFERRED_FROM_SPREAD
  }

  /**
   * The genes one layer covers.
   *
   * @param basis how it is known
   * @param allGenes whole exome or genome: every gene is covered and {@code genes} is empty
   * @param genes HGNC symbols covered otherwise
   * @param name name of the panel, list or file
   */
  public record Extent(Basis basis, boolean allGenes, Set<String> genes, String name) {
    public Extent {
      genes = Collections.unmodifiableSet(new TreeSet<>(genes));
    }

    public static Extent everyGene(Basis basis, String name) {
      return new Extent(basis, true, Set.of(), name);
    }

    public static Extent of(Basis basis, Set<String> genes, String name) {
      return new Extent(basis, false, genes, name);
    }

    public boolean covers(String gene) {
      return allGenes || genes.contains(gene);
    }
  }

  public AssayCoverage {
    Map<AssayLayer, Extent> ordered = new EnumMap<>(AssayLayer.class);
    ordered.putAll(layers);
    layers = Collections.unmodifiableMap(ordered);
  }

  public boolean covers(AssayLayer layer, String gene) {
    Extent extent = layers.get(layer);
    return extent != null && extent.covers(gene);
  }
}
