package org.cotarget.fuzz;

import java.util.Optional;
import java.util.function.Supplier;
import org.cotarget.cohort.Cohort;
import org.cotarget.input.CohortReader.Reading;

/** The two ways to read a VCF, held against each other for some of the inputs. */
final class VcfAgreement {

  private VcfAgreement() {}

  static void require(Reading scan, Supplier<Reading> other, byte[] data) {
    if (!Reads.closely(data)) {
      return;
    }
    Reading htsjdk = other.get();
    Optional<?> here = scan.cohort().map(Cohort::patients);
    Optional<?> there = htsjdk.cohort().map(Cohort::patients);
    if (!here.equals(there)) {
      throw new AssertionError(
          "the readers differ:\n"
              + here
              + "\n"
              + scan.problems().sorted()
              + "\n"
              + there
              + "\n"
              + htsjdk.problems().sorted());
    }
  }
}
