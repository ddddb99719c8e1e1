package org.cotarget.cohort;

import java.util.Optional;

/**
 * Names a variant as the rules will see it, by its source or by our own annotation. A reader that
 * spares recurrent changes from a filter asks it, so that an annotated file and one that is not
 * lose the same variants.
 */
@FunctionalInterface
public interface VariantNamer {

  /**
   * The variant with its consequence and changes; empty where it is left out as lying in no exon
   * and no splice site.
   *
   * @param variant one variant by itself
   */
  Optional<SomaticVariant> name(SomaticVariant variant);
}
