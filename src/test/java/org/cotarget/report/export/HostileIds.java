package org.cotarget.report.export;

import java.util.List;

/** Ids that would break, escape from or take over a file that trusted them. */
final class HostileIds {

  static final List<String> ALL =
      List.of(
          "=cmd|' /C calc'!A0",
          "+SUM(1,2)",
          "-2+3",
          "@SUM(A1)",
          "\t=tab",
          "<script>alert(1)</script>",
          "\"quoted\"",
          "it's \"both\"",
          "two\nlines\r\n",
          "a\tb",
          "\u202Eevil\u202C",
          "nul\u0000byte",
          "esc\u001B[2J",
          "x".repeat(5000),
          "../../etc/passwd",
          "..\\..\\boot.ini",
          "/absolute",
          "CON",
          "nul.txt",
          ".",
          "..",
          "a/b",
          "a b",
          "A-1",
          "a-1",
          "_x0041_",
          "$where",
          "a.b",
          "a,b;c",
          "#comment",
          "NA",
          "MAR-1",
          "0012",
          "1e5",
          "'; DROP TABLE patient; --",
          "{{7*7}}${7*7}<%= 7 %>",
          "\u05E9\u05DC\u05D5\u05DD",
          "e\u0301",
          "\u00E9",
          "\uD83E\uDDEC",
          "x_0123456789abcdef");

  private HostileIds() {}
}
