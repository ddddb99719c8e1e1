package org.cotarget.fuzz;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.cotarget.cohort.InputProblems;
import org.cotarget.input.SignatureReader;
import org.cotarget.input.TruthReader;

/**
 * The small files of a run by their names: sample sheets, signatures (GMT or table), assays (gene
 * lists, panels, BED), mappings of clinical columns, truth tables.
 */
public final class SmallTablesFuzz {

  private static final Scratch SCRATCH = Scratch.make();

  private SmallTablesFuzz() {}

  /** Loads what every input needs, so that the first one is timed alike. */
  public static void fuzzerInitialize() {
    Reads.warmUp();
  }

  /** Reads one input. */
  public static void fuzzerTestOneInput(byte[] data) {
    Path folder = SCRATCH.emptyFolder("files");
    Reads.Files files = new Reads.Files();
    for (Path file : Scratch.unpack(data, folder)) {
      String name = file.getFileName().toString();
      if (name.startsWith("sheet")) {
        files.sheet(file);
      } else if (name.startsWith("clinical")) {
        files.clinical(file);
      } else if (name.startsWith("mapping")) {
        files.mapping(file);
      } else if (name.startsWith("assay")) {
        files.assay("panel=" + file);
      } else if (name.startsWith("signature")) {
        InputProblems problems = new InputProblems();
        new SignatureReader(Reads.REFERENCE.geneNames(), problems).read(file, Optional.empty());
        Reads.check(problems);
      } else if (name.startsWith("truth")) {
        InputProblems problems = new InputProblems();
        new TruthReader(Reads.REFERENCE.vocabulary())
            .read(
                file,
                Optional.empty(),
                Map.of("S1", "P1", "TCGA-A1-A0SK-01", "TCGA-A1-A0SK"),
                problems);
        Reads.check(problems);
      }
    }
    Reads.read(files, data);
  }
}
