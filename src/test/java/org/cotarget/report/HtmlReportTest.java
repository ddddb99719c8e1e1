package org.cotarget.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.reference.Reference;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

  @Test
  void givesTheSameBytesTwice() throws IOException {
    assertThat(page(ExampleReport.five())).isEqualTo(page(ExampleReport.five()));
  }

  @Test
  void resultsReadBackGiveTheSamePage() throws IOException {
    StratificationReport report = new ExampleReport().patients(12).withSecondCriteria().build();
    Reference reference = ExampleReport.reference();
    StringWriter json = new StringWriter();
    new ResultsJson()
        .write(
            json,
            ResultsHeader.of(report, reference),
            ExamplePage.results(report).patients().iterator());
    ResultsJson.Contents read =
        new ResultsJson()
            .read(
                new ByteArrayInputStream(json.toString().getBytes(StandardCharsets.UTF_8)),
                id -> true);

    assertThat(ExamplePage.of(read.header(), read.patients())).isEqualTo(page(report));
  }

  @Test
  void explainsEveryColumn() throws IOException {
    String page = page(ExampleReport.five());
    assertThat(ColumnDictionary.entries())
        .hasSizeGreaterThan(100)
        .allSatisfy(
            entry ->
                assertThat(page)
                    .contains("<code>" + entry.column().replace("<", "&lt;").replace(">", "&gt;")));
  }

  @Test
  void thePolicyNamesTheStyleAndTheScriptAndNothingElse() throws Exception {
    String page = page(ExampleReport.five());

    assertThat(page).contains(digest(element(page, "<style>", "</style>")));
    assertThat(page).contains(digest(element(page, "<script>", "</script>")));
    assertThat(page)
        .contains("default-src &#39;none&#39;")
        .doesNotContain("unsafe-inline")
        .doesNotContain("http://localhost")
        .doesNotContainPattern("\\son[a-z]+=")
        .doesNotContainPattern("\\sstyle=")
        .doesNotContainPattern("(src|href)=\"(?!#)");
  }

  @Test
  void hostileTextCannotEndTheData() throws IOException {
    String page = page(new ExampleReport().patients(5).withText(HostileText.TEXT).build());
    String data = element(page, "<script type=\"application/json\" id=\"data\">", "</script>");
    JsonNode read = new ObjectMapper().readTree(data);

    assertThat(data).doesNotContain("<", ">", "&", "\u2028", "\u2029");
    assertThat(read.get("patients")).hasSize(5);
    assertThat(page).doesNotContain("<img");
    assertThat(Pattern.compile("<script").matcher(page).results()).hasSize(2);
  }

  @Test
  void everyTextIsKeptOnce() throws IOException {
    String page = page(new ExampleReport().patients(500).build());
    JsonNode data =
        new ObjectMapper()
            .readTree(element(page, "<script type=\"application/json\" id=\"data\">", "</script>"));

    assertThat(data.get("strings")).doesNotHaveDuplicates();
    assertThat(data.toString().length()).isLessThan(500 * 2000);
  }

  @Test
  void countsAgreeWithTheDecisions() throws IOException {
    String page = page(new ExampleReport().patients(12).build());

    assertThat(page)
        .contains("<span class=\"count\">12</span><span class=\"label\">Patients</span>")
        .contains("<span class=\"count\">3</span><span class=\"label\">Candidate</span>")
        .contains("<span class=\"count\">3</span><span class=\"label\">Possible candidate</span>")
        .contains("<span class=\"count\">4</span><span class=\"label\">Indeterminate</span>")
        .contains("<title>All patients to TNBC, candidate: 3</title>");
  }

  @Test
  void aVeryLargeCohortEmbedsThoseThatAreNotExcluded() throws IOException {
    int count = HtmlReport.EMBEDDED_PATIENTS + 5;
    String page = page(new ExampleReport().patients(count).build());

    assertThat(page)
        .contains(count / 5 + " patients who are not candidates are left out")
        .contains("\"leftOut\":" + count / 5 + ",", "'Everyone on this page'");
    assertThat(
            Pattern.compile("Shown are the (patients|dots) of this page only")
                .matcher(page)
                .results())
        .hasSize(3);
    assertThat(element(page, "<noscript>", "</noscript>")).doesNotContain("Not a candidate");
  }

  @Test
  void receptorsThatDisagreeByRankAreNamedWhereNoModelReadsThem() throws IOException {
    StratificationReport report =
        new ExampleReport()
            .patients(5)
            .withProblem(
                new InputProblem(
                    InputProblem.Severity.WARNING,
                    "RECEPTOR_RNA_DISCORDANT",
                    SourceLocation.ofFile("demo/data_mrna.txt"),
                    "ER of CT-005 is negative by pathology",
                    "look at the report"))
            .build();
    Results results = ExamplePage.results(report);
    String page =
        ExamplePage.of(
            results.header(), results.patients().filter(p -> p.id().equals("CT-005")).toList());

    assertThat(page.replaceAll("\\s+", " "))
        .contains("No receptor could be read from RNA by a model in this run.")
        .contains(
            "Comparison by rank within the cohort found 1 discordant: <a href=\"#problems\">");
  }

  @Test
  void nothingIsEmbeddedThatTheScriptDoesNotRead() throws IOException {
    JsonNode data =
        new ObjectMapper()
            .readTree(
                element(
                    page(ExampleReport.five()),
                    "<script type=\"application/json\" id=\"data\">",
                    "</script>"));
    String script = SafePage.resource(HtmlReport.class, HtmlReport.SCRIPTS);

    assertThat(data.fieldNames())
        .toIterable()
        .allSatisfy(name -> assertThat(script).contains("data." + name));
  }

  private static String page(StratificationReport report) throws IOException {
    return ExamplePage.of(report);
  }

  private static String element(String page, String open, String close) {
    Matcher found =
        Pattern.compile(Pattern.quote(open) + "(.*?)" + Pattern.quote(close), Pattern.DOTALL)
            .matcher(page);
    assertThat(found.find()).as(open).isTrue();
    return found.group(1);
  }

  private static String digest(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }
}
