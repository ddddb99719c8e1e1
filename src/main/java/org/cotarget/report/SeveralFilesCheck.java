package org.cotarget.report;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.ShownNames;
import org.cotarget.cohort.SourceLocation;

/** Tells of tumours whose variants come from several files. */
final class SeveralFilesCheck implements CohortCheck {

  static final String CODE = "SAMPLE_IN_SEVERAL_FILES";

  private final List<String> samples = new ArrayList<>();
  private final TreeSet<String> files = new TreeSet<>();

  @Override
  public void add(PatientResult patient) {
    for (SampleResult sample : patient.samples()) {
      TreeSet<String> own = new TreeSet<>();
      sample.variants().stream()
          .filter(variant -> !variant.consequence().equals(Consequence.GENE_FUSION.term()))
          .forEach(variant -> own.add(variant.where().path()));
      if (own.size() > 1) {
        samples.add(sample.id());
        files.addAll(own);
      }
    }
  }

  @Override
  public void tell(InputProblems problems) {
    if (!samples.isEmpty()) {
      problems.note(
          CODE,
          SourceLocation.ofFile(files.first()),
          samples.size()
              + " samples have variants in panel genes from several files, which are united: "
              + ShownNames.some(samples)
              + "; files: "
              + ShownNames.some(files),
          "nothing, where a caller writes several files for a sample");
    }
  }
}
