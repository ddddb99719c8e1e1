package org.cotarget.report;

/** Text that would break, hide in or take over a table, a page or a terminal that trusted it. */
public final class HostileText {

  public static final String TEXT =
      "</script><script>document.title='taken'</script><img src=x onerror=alert(1)>"
          + "\"'`&amp;${1}\t\n\r\u0000\u0007\u001B[2J\u2028\u2029\uFEFF\u202Eevil\u202C\u200Bz\u2060"
          + " =cmd() \\t <!-- ]]> \u05E9\u05DC\u05D5\u05DD \uD83E\uDDEC";

  private HostileText() {}
}
