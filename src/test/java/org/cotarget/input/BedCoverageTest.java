package org.cotarget.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cotarget.cohort.AssayCoverage.Extent;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblems;
import org.cotarget.reference.CodingRegions;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BedCoverageTest {

  private static final Reference REFERENCE = ReferenceLoader.bundled();

  @TempDir private Path folder;

  private static Optional<Extent> extent(Path bed) {
    InputProblems problems = new InputProblems();
    Optional<Extent> extent =
        new AssayReader(REFERENCE, Optional.of(GenomeAssembly.GRCH38))
            .read(List.of(bed.toString()), problems)
            .unnamed();
    assertThat(problems.sorted()).isEmpty();
    return extent;
  }

  /** The conserved or mappable regions of a genome are a million and more. */
  @Test
  void targetsMayBeAMillion() throws IOException {
    Path bed = folder.resolve("many.bed");
    try (BufferedWriter writer = Files.newBufferedWriter(bed)) {
      writer.write("track name=many\n");
      for (int i = 0; i < 1_000_000; i++) {
        writer.append("chr99\t").append(String.valueOf(i)).append("\t4000000\n");
      }
      for (CodingRegions.Interval interval : REFERENCE.codingRegions().intervals()) {
        if (interval.assembly().equals("GRCh38") && interval.gene().equals("PTEN")) {
          // In two overlapping parts.
          long middle = (interval.start() + interval.end()) / 2;
          String chrom = "chr" + interval.chrom() + "\t";
          writer.append(chrom).append((interval.start() - 5) + "\t" + (middle + 1) + "\n");
          writer.append(chrom).append((middle - 1) + "\t" + (interval.end() + 5) + "\n");
        }
      }
    }
    assertThat(extent(bed).orElseThrow().genes()).containsExactly("PTEN");
  }
}
