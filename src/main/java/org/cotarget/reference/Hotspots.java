package org.cotarget.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recurrent protein changes, found by exact change or by residue. */
public final class Hotspots {

  private record Residue(String gene, int codon) {}

  private final List<Hotspot> all;
  private final Map<String, Hotspot> byChange = new HashMap<>();
  private final Map<Residue, List<Hotspot>> byResidue = new HashMap<>();

  public Hotspots(List<Hotspot> rows) {
    this.all = List.copyOf(rows);
    for (Hotspot row : rows) {
      byChange.put(row.gene() + ' ' + row.proteinChange(), row);
      byResidue
          .computeIfAbsent(new Residue(row.gene(), row.codon()), key -> new ArrayList<>())
          .add(row);
    }
  }

  public List<Hotspot> all() {
    return all;
  }

  /**
   * The recurrent change, if it is one.
   *
   * @param proteinChange short form without {@code p.}
   */
  public Optional<Hotspot> find(String gene, String proteinChange) {
    return Optional.ofNullable(byChange.get(gene + ' ' + proteinChange));
  }

  /** All recurrent changes of one residue, in table order. */
  public List<Hotspot> atResidue(String gene, int codon) {
    return Collections.unmodifiableList(
        byResidue.getOrDefault(new Residue(gene, codon), List.of()));
  }
}
