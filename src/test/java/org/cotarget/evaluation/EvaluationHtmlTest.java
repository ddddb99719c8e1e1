package org.cotarget.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationHtmlTest {

  private static final String HOSTILE =
      "x</style><script>document.title='taken'</script><img src=x onerror=alert(1)>\"'&amp;";

  @TempDir private Path folder;

  private String page(String label) throws Exception {
    Evaluation evaluation =
        new ResultsBuilder("TNBC_CALL", "MY_Z")
            .patients(8, "TNBC,1.5 : L=yes,S=" + label)
            .patients(3, "TNBC,0.5 : L=no,S=b")
            .patients(9, "NOT_TNBC,-1 : L=no")
            .patients(1, "INDETERMINATE,NA : L=yes")
            .pair("TNBC_CALL", "L")
            .pair("MY_Z", "L")
            .by("S")
            .evaluate(folder)
            .orElseThrow();
    StringWriter out = new StringWriter();
    new EvaluationHtml(evaluation).write(out);
    return out.toString();
  }

  @Test
  void runsNothingAndFetchesNothing() throws Exception {
    String page = page("a");
    Matcher style = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(page);

    assertThat(style.find()).isTrue();
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(style.group(1).getBytes(StandardCharsets.UTF_8));
    assertThat(page)
        .contains("default-src &#39;none&#39;")
        .contains("script-src &#39;none&#39;")
        .contains("sha256-" + Base64.getEncoder().encodeToString(digest))
        .doesNotContain("<script", "unsafe-inline", "http://", "https://")
        .doesNotContainPattern("\\son[a-z]+=")
        .doesNotContainPattern("\\sstyle=")
        .doesNotContainPattern("(src|href)=\"(?!#)");
  }

  @Test
  void showsFiguresPlotsAndDiscordantPatients() throws Exception {
    assertThat(page("a"))
        .contains("TNBC_CALL against L", "MY_Z against L", "8/11", "ROC curve: AUROC")
        .contains("Observed share of truth-positive by TNBC_CALL")
        .contains("<summary>P9 <span")
        .contains("<code>clinical.txt:7</code>")
        .contains("Research use only.");
  }

  @Test
  void hostileTextStaysText() throws Exception {
    assertThat(page(HOSTILE.replace(",", "").replace(":", "")))
        .doesNotContain("<img", "<script", "x</style>")
        .contains("&lt;img src=x onerror=alert(1)&gt;");
  }

  @Test
  void givesTheSameBytesTwice() throws Exception {
    assertThat(page("a")).isEqualTo(page("a"));
  }
}
