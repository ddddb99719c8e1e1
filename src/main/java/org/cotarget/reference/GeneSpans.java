package org.cotarget.reference;

import java.util.List;

/**
 * Where the panel genes lie, introns and untranslated regions included, on both assemblies. What a
 * file holds outside of these spans concerns no panel gene.
 *
 * @param spans one for each gene and assembly, sorted by assembly, chromosome and start
 */
public record GeneSpans(List<CodingRegions.Interval> spans) {

  public GeneSpans {
    spans = List.copyOf(spans);
  }
}
