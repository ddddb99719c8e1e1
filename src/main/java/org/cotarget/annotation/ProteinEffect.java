package org.cotarget.annotation;

import java.util.Optional;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.ProteinChange;

/**
 * What a change of the coding sequence does to the protein.
 *
 * @param consequence Sequence Ontology term
 * @param hgvs HGVS p. form with three-letter residues, e.g. {@code p.Pro248ThrfsTer5}
 * @param change the same for rules, empty where no residue can be named
 */
record ProteinEffect(Consequence consequence, String hgvs, Optional<ProteinChange> change) {

  static ProteinEffect of(Consequence consequence, String hgvs, ProteinChange change) {
    return new ProteinEffect(consequence, hgvs, Optional.of(change));
  }
}
