package org.cotarget.input;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.cotarget.annotation.VariantAnnotator;
import org.cotarget.cohort.AnnotationCheck.Agreement;
import org.cotarget.cohort.Cohort;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.Test;

class MafAgreementTest {
  @Test
  void x() {
    for (Path p :
        List.of(
            Path.of("../shared/data/tcga-brca/firehose_BRCA.maf.gz"),
            Path.of("../shared/data/tcga-brca-study/data_mutations.txt"))) {
      CohortReader.Reading reading =
          new CohortReader(ReferenceLoader.bundled()).read(new Requests().maf(p).build());
      reading.problems().sorted().stream().limit(5).forEach(System.out::println);
      Cohort cohort = reading.cohort().orElseThrow();
      long t = System.nanoTime();
      Cohort a = new VariantAnnotator(ReferenceLoader.bundled()).annotate(cohort);
      System.out.println((System.nanoTime() - t) / 1e6 + " ms");
      TreeMap<String, Integer> counts = new TreeMap<>();
      a.samples()
          .flatMap(s -> s.variants().stream())
          .forEach(
              v -> {
                boolean indel =
                    v.ref().equals("-")
                        || v.alt().equals("-")
                        || v.ref().length() != v.alt().length();
                counts.merge(
                    (indel ? "indel " : v.ref().length() > 1 ? "mnv " : "snv ")
                        + v.consequence()
                        + " "
                        + v.annotation()
                        + " "
                        + v.check().agreement(),
                    1,
                    Integer::sum);
                if (v.check().agreement() == Agreement.DIFFERS)
                  System.out.println(
                      "DIFF\t"
                          + v.gene()
                          + "\t"
                          + v.chrom()
                          + ":"
                          + v.position()
                          + " "
                          + v.ref()
                          + ">"
                          + v.alt()
                          + "\t"
                          + v.consequence()
                          + "\t"
                          + v.hgvsP()
                          + "\t"
                          + v.transcript()
                          + "\t"
                          + v.check().hgvsC()
                          + "\t"
                          + v.check().hgvsP()
                          + "\t"
                          + v.check().reason()
                          + "\t"
                          + v.annotation());
              });
      counts.forEach((k, n) -> System.out.println(k + "\t" + n));
    }
  }
}
