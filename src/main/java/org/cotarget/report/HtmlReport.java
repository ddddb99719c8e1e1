package org.cotarget.report;

import java.io.IOException;
import java.io.Writer;

/** Writes {@code report.html}. */
final class HtmlReport {

  HtmlReport(ResultsHeader header, StratificationReport report) {}

  void write(Writer out) throws IOException {
    out.write("<!doctype html>\n");
  }
}
