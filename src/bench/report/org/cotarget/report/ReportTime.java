package org.cotarget.report;

import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;

/**
 * Times {@code report.html} of a result folder whose patients are repeated up to a number. See {@code
 * src/bench/report_time.sh}.
 */
final class ReportTime {

  private static final int RUNS = 7;

  private ReportTime() {}

  public static void main(String[] arguments) throws Exception {
    Path results = Path.of(arguments[0]);
    int wanted = Integer.parseInt(arguments[1]);
    Path page = Path.of(arguments[2]);
    ResultsJson.Contents read;
    try (InputStream in = Files.newInputStream(results)) {
      read = new ResultsJson().read(in, id -> true);
    }
    List<PatientResult> patients = repeated(read.patients(), wanted);
    Reference reference = ReferenceLoader.bundled();
    double[] seconds = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      long start = System.nanoTime();
      try (Writer out = Files.newBufferedWriter(page)) {
        new HtmlReport(read.header(), patients::stream, reference).write(out);
      }
      seconds[i] = (System.nanoTime() - start) / 1e9;
    }
    double first = seconds[0];
    Arrays.sort(seconds);
    System.out.printf(
        "%d patients: %.2f MB, first %.2f s, median of %d %.2f s%n",
        patients.size(), Files.size(page) / 1e6, first, RUNS, seconds[RUNS / 2]);
  }

  /** Ids get a suffix from the second round on; places in files stay, as ids of samples do. */
  private static List<PatientResult> repeated(List<PatientResult> patients, int wanted) {
    List<PatientResult> all = new ArrayList<>();
    for (int i = 0; all.size() < wanted; i++) {
      PatientResult patient = patients.get(i % patients.size());
      int round = i / patients.size();
      String id = round == 0 ? patient.id() : patient.id() + "-" + round;
      all.add(new PatientResult(id, patient.decisions(), patient.samples()));
    }
    return all;
  }
}
