package org.cotarget.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The table of patients, its filters and links in a real browser. */
class HtmlReportBrowserTest {

  private static final int MANY = HtmlReport.EMBEDDED_PATIENTS;

  @TempDir static Path folder;

  private static ReportBrowser browser;

  @BeforeAll
  static void start() throws IOException {
    browser = ReportBrowser.start(folder);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void showsEveryPatientWithoutAnErrorOrARequest() throws IOException {
    browser.open(5, "");

    assertThat(browser.rows()).containsExactly("CT-001", "CT-002", "CT-003", "CT-005", "CT-004");
    assertThat(browser.text("#shown")).isEqualTo("5 of 5 patients");
    assertThat(browser.script("return document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
    browser.assertNoComplaint();
  }

  @Test
  void searchAndFiltersNarrowTheTable() throws IOException {
    browser.open(10, "");
    WebElement search = browser.find("#filter-search");

    search.sendKeys("her2 ish");
    assertThat(browser.rows()).containsExactly("CT-003", "CT-008");
    search.sendKeys(" ct-008");
    assertThat(browser.rows()).containsExactly("CT-008");
    browser.find("#reset").click();
    assertThat(browser.rows()).hasSize(10);

    browser.choose("filter-decision", "CANDIDATE");
    assertThat(browser.rows()).containsExactly("CT-001", "CT-006");
    browser.choose("filter-decision", "");
    browser.choose("filter-tnbc", "NOT_TNBC");
    assertThat(browser.rows()).containsExactly("CT-004", "CT-009");
    browser.choose("filter-tnbc", "");
    browser.choose("filter-pi3k", "INSUFFICIENT");
    assertThat(browser.text("#shown")).isEqualTo("2 of 10 patients");
    browser.choose("filter-pi3k", "");
    browser.choose("filter-priority", "B");
    assertThat(browser.rows()).containsExactly("CT-002", "CT-007");
    browser.choose("filter-priority", "");
    browser.choose("filter-gene", "TP53");
    assertThat(browser.rows()).hasSize(8);
    browser.assertNoComplaint();
  }

  @Test
  void headersSort() throws IOException {
    browser.open(5, "");
    WebElement header = browser.find(".list thead th");
    WebElement button = header.findElement(By.tagName("button"));

    assertThat(header.getDomAttribute("aria-sort")).isEqualTo("none");
    button.click();
    assertThat(browser.rows()).containsExactly("CT-001", "CT-002", "CT-003", "CT-004", "CT-005");
    assertThat(header.getDomAttribute("aria-sort")).isEqualTo("ascending");
    button.sendKeys("\n");
    assertThat(browser.rows()).containsExactly("CT-005", "CT-004", "CT-003", "CT-002", "CT-001");
    assertThat(header.getDomAttribute("aria-sort")).isEqualTo("descending");
  }

  @Test
  void rowsArePaged() throws IOException {
    browser.open(450, "");

    assertThat(browser.rows()).hasSize(100);
    assertThat(browser.text("#shown")).isEqualTo("450 of 450 patients, the first 100 shown");
    browser.driver().findElement(By.xpath("//button[text()='Show 100 more']")).click();
    assertThat(browser.rows()).hasSize(200);
    browser.driver().findElement(By.xpath("//button[text()='Show all']")).click();
    assertThat(browser.rows()).hasSize(450);
  }

  /** The limits are those that the report promises its readers; each is the best of a few tries. */
  @Test
  void fiveThousandPatientsStayFluid() throws IOException {
    long first = Long.MAX_VALUE;
    for (int i = 0; i < 2; i++) {
      browser.open(MANY, "");
      first =
          Math.min(
              first,
              number("return performance.getEntriesByName('patients-shown')[0].startTime | 0"));
    }
    long filter = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      filter = Math.min(filter, Math.max(filtering("pik3ca"), filtering("her2 ish")));
    }

    assertThat(first).as("milliseconds to the first view").isLessThan(2000);
    assertThat(filter).as("milliseconds of the slower of two filters").isLessThan(200);
    assertThat(browser.text("#shown")).startsWith("1000 of 5000 patients");
    browser.assertNoComplaint();
  }

  @Test
  void copiesAndSavesTheCurrentView() throws IOException {
    browser.open(10, "");
    browser.choose("filter-decision", "CANDIDATE");

    browser.find("#copy").click();
    browser.await(() -> browser.text("#copied").equals("2 rows copied"));
    browser.find("#save").click();
    Path file = browser.saved().resolve("patients.csv");
    browser.await(() -> Files.isRegularFile(file));

    try (Stream<String> lines = Files.lines(file)) {
      assertThat(lines)
          .satisfiesExactly(
              head -> assertThat(head).startsWith("\uFEFF\"PATIENT_ID\",\"DECISION\",\"PRIORITY\""),
              row -> assertThat(row).startsWith("\"CT-001\",\"CANDIDATE\",\"A\",\"TNBC\""),
              row -> assertThat(row).startsWith("\"CT-006\",\"CANDIDATE\",\"A\",\"TNBC\""));
    }
    browser.assertNoComplaint();
  }

  @Test
  void whatIsSavedRunsNoFormula() throws IOException {
    browser.open(5, "");

    for (String formula :
        new String[] {
          "=cmd()", "+1+cmd()", "-1+cmd()", "@SUM(A1)", "\t=1", "\r=1", " =1", "\uFEFF=1", "\uFF1D1"
        }) {
      assertThat(browser.script("return harmless(arguments[0])", formula))
          .as(formula)
          .isEqualTo("'" + formula);
    }
    for (String value : new String[] {"-0.25", "12", "+1", "PIK3CA E545K", "", "-", "a=b"}) {
      assertThat(browser.script("return harmless(arguments[0])", value))
          .isEqualTo(value.equals("-") ? "'-" : value);
    }
    assertThat(
            browser.script(
                "return \"'\" + csvText(['A'], [[arguments[0]]])"
                    + ".replaceAll('\\r\\n', '|').replaceAll('\\n', '/') + \"'\"",
                "say \"=1\",\n=2\u0000"))
        .isEqualTo("'\"A\"|\"say \"\"=1\"\",/=2\"|'");
    assertThat(browser.script("return tsvText(['A', 'B'], [['x\\ty\\nz', '=1']])"))
        .isEqualTo("A\tB\nx y z\t'=1\n");
  }

  @Test
  void aPatientHasALinkOfHerOwn() throws IOException {
    browser.open(5, "#patient=CT-001");

    assertThat(browser.text("#patient h2")).isEqualTo("CT-001");
    assertThat(browser.text("#patient .says"))
        .isEqualTo(
            "CT-001 is a candidate, priority A, for Dual PI3K/JAK2 inhibition:"
                + " TNBC_CALL is TNBC; PI3K_CALL is active, high.");
    assertThat(browser.text("#patient"))
        .contains("What would change the answer")
        .contains("A result against \u201cTriple-negative by pathology\u201d would end it")
        .contains("value of ECOG would settle \u201cECOG 0 or 1\u201d")
        .contains("What was not tested")
        .contains("data_clinical_sample.txt:6 [ER_PERCENT]")
        .contains("PIK3CA H1047R")
        .contains("3:178952085 A>G (GRCh37)")
        .contains("JAK2 is amplified")
        .contains("AUROC 0.50 [0.37, 0.64] for PTEN 10q loss in ER- (32 of 73)")
        .contains("Chang 2018, Cancer Discov")
        .contains("Sample CT-001-06");
    browser.follow(By.linkText("Next: CT-002"), "CT-002");
    assertThat(browser.text("#patient h2")).isEqualTo("CT-002");
    browser.driver().findElement(By.partialLinkText("All patients")).click();
    new WebDriverWait(browser.driver(), Duration.ofSeconds(10))
        .until(ExpectedConditions.invisibilityOfElementLocated(By.id("patient")));
    assertThat(browser.rows()).hasSize(5);
    browser.follow(By.linkText("CT-004"), "CT-004");
    assertThat(browser.text("#patient h2")).isEqualTo("CT-004");
    browser.assertNoComplaint();
  }

  @Test
  void anUnknownOrMalformedLinkSaysSo() throws IOException {
    browser.open(5, "#patient=%E0%A4%A");

    assertThat(browser.text("#patient")).contains("holds no such patient");
    browser.assertNoComplaint();
  }

  @Test
  void criteriaFilesAreChosen() throws IOException {
    browser.open(
        "second-criteria", () -> new ExampleReport().patients(5).withSecondCriteria().build(), "");

    assertThat(browser.driver().findElements(By.cssSelector(".by-criteria")))
        .hasSize(3)
        .allSatisfy(part -> assertThat(part.getText()).startsWith("By Dual PI3K/JAK2 inhibition"));
    browser.script(
        "patients[1].decisions[1][2] = data.strings.push('SECOND') - 1;"
            + "patients[2].decisions[1][1] = data.strings.indexOf('NOT_CANDIDATE')");
    browser.choose("filter-tnbc", "TNBC");
    browser.choose("filter-priority", "B");
    browser.choose("filter-criteria", "1");
    assertThat(browser.text("#filter-priority")).contains("A", "SECOND").doesNotContain("B");
    assertThat(browser.find("#filter-priority").getDomProperty("value")).isEmpty();
    assertThat(browser.find("#filter-tnbc").getDomProperty("value")).isEqualTo("TNBC");
    browser.find("#reset").click();
    assertThat(browser.rows()).hasSize(5);
    assertThat(browser.driver().findElements(By.cssSelector("#receptors .receptor"))).hasSize(1);
    assertThat(browser.driver().findElements(By.cssSelector("#receptors path.dot.indeterminate")))
        .isEmpty();
    browser.follow(By.linkText("CT-001"), "CT-001");
    assertThat(browser.text("#patient"))
        .contains("for Dual PI3K/JAK2 inhibition")
        .contains("for Trial X");
    browser.assertNoComplaint();
  }

  @Test
  void hostileTextStaysText() throws IOException {
    String id = "P" + HostileText.TEXT;
    browser.open(
        "hostile",
        () -> new ExampleReport().patient(id).patient("CT-002").withText(HostileText.TEXT).build(),
        "");

    assertThat(browser.driver().getTitle()).isNotEqualTo("taken").endsWith("stratification report");
    browser.follow(By.cssSelector(".list tbody a"), "P</script>");
    assertThat(browser.script("return document.querySelector('#patient h2').textContent"))
        .asString()
        .startsWith("P</script><script>document.title='taken'</script><img src=x")
        .contains("\\u202Eevil\\u202C", "\\uFEFF", "\\u0007");
    assertThat(browser.script("return document.body.innerText + document.title"))
        .asString()
        .contains("\\u202Eevil")
        .doesNotContainPattern(
            "[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{200B}-\\x{200F}\\x{2060}\\x{FEFF}\\x07]");
    assertThat(browser.script("return el('p', { title: 'a\\u200Bb' }, 'c\\u2060d').outerHTML"))
        .isEqualTo("<p title=\"a\\u200Bb\">c\\u2060d</p>");
    browser.script("showHint('a\\u202Eb', 0, 0)");
    assertThat(browser.script("return hint.textContent")).isEqualTo("a\\u202Eb");
    assertThat(browser.script("return patientById.has(arguments[0])", id)).isEqualTo(true);
    assertThat(browser.driver().findElements(By.tagName("img"))).isEmpty();
    assertThat(browser.driver().findElements(By.tagName("script"))).hasSize(2);
    assertThat(browser.script("return csvText(viewHeads(), viewRows()).split('\\r\\n').length"))
        .isEqualTo(4L);
    browser.assertNoComplaint();
  }

  @Test
  void withoutScriptsTheTableIsThere() throws IOException {
    browser.open(5, "");

    assertThat(
            browser.script(
                "return new DOMParser().parseFromString("
                    + "document.querySelector('#patients ~ noscript').textContent, 'text/html')"
                    + ".querySelectorAll('tbody tr').length"))
        .isEqualTo(5L);
  }

  /** Milliseconds from a word in the search to the page laid out again. */
  private static long filtering(String word) {
    return number(
        "const start = performance.now();"
            + "filters.search.value = arguments[0];"
            + "filters.search.dispatchEvent(new Event('input'));"
            + "document.body.getBoundingClientRect();"
            + "return (performance.now() - start) | 0",
        word);
  }

  private static long number(String script, Object... arguments) {
    return ((Number) browser.script(script, arguments)).longValue();
  }
}
