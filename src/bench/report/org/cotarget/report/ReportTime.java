package org.cotarget.report;

import java.io.InputStream;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double[] seconds = new double[RUNS];
    double[] processor = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      long start = System.nanoTime();
      long used = threads.getCurrentThreadCpuTime();
      try (Writer out = Files.newBufferedWriter(page)) {
        new HtmlReport(read.header(), patients::stream, reference).write(out);
      }
      seconds[i] = (System.nanoTime() - start) / 1e9;
      processor[i] = (threads.getCurrentThreadCpuTime() - used) / 1e9;
    }
    System.out.printf(
        "%d patients: %.2f MB; first write %.2f s wall, %.2f s processor; median of %d %.2f, %.2f%n",
        patients.size(),
        Files.size(page) / 1e6,
        seconds[0],
        processor[0],
        RUNS,
        median(seconds),
        median(processor));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
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
