package org.cotarget.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.print.PrintOptions;

/** The figures, paper, and what people need who see little or use no pointer. */
class HtmlReportFiguresTest {

  private static final int A4_WIDTH = 794;

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
  void theOncoprintIsOrderedByDecisionAndOpensPatients() throws IOException {
    browser.open(10, "");
    WebElement print = browser.find("#oncoprint svg.print");

    assertThat(print.getDomAttribute("aria-label"))
        .startsWith("Oncoprint of 8 patients ordered by decision.")
        .contains("PIK3CA");
    assertThat(browser.driver().findElements(By.cssSelector("#oncoprint path.cell.hotspot")))
        .hasSize(1);
    browser.choose("print-scope", "all");
    assertThat(browser.text("#print-width")).startsWith("10 patients");
    double width = width("#oncoprint svg.print");
    browser.find("#print-out").click();
    assertThat(width("#oncoprint svg.print")).isLessThanOrEqualTo(width);

    browser.find("#oncoprint svg.print").sendKeys(Keys.ARROW_RIGHT);
    assertThat(browser.text("#oncoprint .readout")).startsWith("CT-001: candidate, priority A");
    browser.find("#oncoprint svg.print").sendKeys(Keys.END);
    assertThat(browser.text("#oncoprint .readout")).startsWith("CT-009: not a candidate");
    browser.find("#oncoprint svg.print").sendKeys(Keys.ENTER);
    browser.await(() -> browser.driver().getTitle().startsWith("CT-009"));
    browser.assertNoComplaint();
  }

  @Test
  void theOncoprintFollowsTheTableAndThePointer() throws IOException {
    browser.open(10, "");
    browser.choose("print-scope", "view");
    browser.choose("filter-decision", "CANDIDATE");

    assertThat(browser.text("#print-width")).startsWith("2 patients");
    new Actions(browser.driver())
        .moveToElement(browser.find("#oncoprint svg.print"), -8, 0)
        .perform();
    assertThat(browser.text(".hint")).startsWith("CT-001: candidate, priority A");
  }

  @Test
  void whatWasAssessedInPartLooksAndCountsLikeIt() throws IOException {
    browser.open(10, "");
    browser.choose("print-scope", "all");

    assertThat(browser.find("#oncoprint svg.print").getDomAttribute("aria-label"))
        .contains("PIK3CA \u226550%, AKT1 \u22650%, PTEN 0%");
    assertThat(browser.driver().findElements(By.cssSelector("#oncoprint path.cell.partly")))
        .hasSize(1);
    assertThat(browser.text(".legend")).contains("Partly assessed");
    assertThat(
            browser.script(
                "return geneRow('AKT1').describe(view.rows.find(r => r.id === 'CT-004'))"))
        .isEqualTo("nothing found in small variants; copy number not assessed");
    assertThat(
            browser.script(
                "return ['CT-001', 'CT-004', 'CT-005'].map(id =>"
                    + " geneRow('PIK3CA').cells(view.rows.find(r => r.id === id))"
                    + ".map(cell => cell[0]).join('+')).join()"))
        .isEqualTo("partly+hotspot,partly,open");
  }

  @Test
  void conflictsAndEveryKindOfEvidenceHaveTheirGlyph() throws IOException {
    browser.open(10, "");

    assertThat(
            browser.script(
                "const r = { sample: { receptors: { ER: 'CONFLICT' } } };"
                    + "const er = printRows(view.rows).find(row => row.label === 'ER');"
                    + "return er.cells(r)[0][0] + ' ' + er.describe(r)"))
        .isEqualTo("low conflict");
    assertThat(browser.text(".legend"))
        .contains("Low, equivocal, conflicting or probable")
        .contains("Protein lost")
        .contains("Phospho-protein present")
        .contains("RNA high");
    assertThat(
            browser.script(
                "const sample = { covers: () => true, reported: [], scores: [], evidence:"
                    + " ['COPY_NUMBER', 'VARIANT', 'PROTEIN', 'EXPRESSION'].map(source =>"
                    + " ({ axis: 'JAK_STAT5', source: source, strength: 'SUPPORTING' })) };"
                    + "return printRows(view.rows).filter(row => row.group === 2)"
                    + ".map(row => row.cells({ sample: sample }).at(-1)[0]).join()"))
        .isEqualTo("gain,other-variant,phospho,rna-high");
    assertThat(
            browser.script(
                "const fill = kind => { const cell = svg('path', { class: 'cell ' + kind });"
                    + "document.querySelector('svg.print').append(cell);"
                    + "return getComputedStyle(cell).fill.match(/\\d+/g)[1] | 0 };"
                    + "return fill('none') - fill('positive')"))
        .asInstanceOf(InstanceOfAssertFactories.LONG)
        .isGreaterThan(40);
  }

  @Test
  void genesWithoutRoomAreNamed() throws IOException {
    browser.open(10, "");
    assertThat(browser.text("#print-rest")).isEmpty();

    assertThat(
            browser.script(
                "return genesLeftOut([...Array(15).keys()].map(i =>"
                    + " ({ events: [...Array(i + 1).keys()].map(j => ({ gene: 'GENE' + (10 + j) }))"
                    + " })))"))
        .isEqualTo("2 more genes with events are not drawn: GENE23 (2), GENE24 (1).");
  }

  @Test
  void dotsStayAtTheirValue() throws IOException {
    browser.open(10, "");

    assertThat(
            browser.script(
                "const placed = apart([...Array(197).keys()].map(i => ({ value: 0.95, i: i })),"
                    + " v => 1000 * v, 52);"
                    + "return placed.length === 197 && placed.every(p =>"
                    + " Math.abs(p.x - 950) < STRIP.radius + 0.01 && Math.abs(p.dy) <= 26)"))
        .isEqualTo(true);
  }

  @Test
  void scoresOfTheLastPatientsAreOffered() throws IOException {
    browser.open(10, "");

    assertThat(
            browser.script(
                "const last = view.rows[0].sample.scores.concat({ id: 'LATE', z: 1 });"
                    + "view.rows = [...Array(600).fill(view.rows[1]),"
                    + " { ...view.rows[1], sample: { ...view.rows[1].sample, scores: last } }];"
                    + "buildScores(document.getElementById('scores'));"
                    + "return document.getElementById('scores-measure').textContent"))
        .asString()
        .contains("LATE mRNA (z)");
  }

  @Test
  void onlyWhatCutsTheProteinShortLooksLikeIt() throws IOException {
    browser.open(10, "");

    assertThat(
            browser.script(
                "return ['stop_gained', 'splice_donor_variant', 'frameshift_variant',"
                    + " 'missense_variant', 'inframe_deletion', 'stop_retained_variant',"
                    + " 'splice_region_variant', 'non_coding_transcript_exon_variant',"
                    + " 'transcript_amplification'].map(variantKind).join()"))
        .isEqualTo("truncating,truncating,truncating,missense,missense,other,other,other,other");
  }

  @Test
  void zoomWidensALargeOncoprint() throws IOException {
    browser.open(450, "");
    double fitted = width("#oncoprint svg.print");
    browser.find("#print-in").click();

    assertThat(width("#oncoprint svg.print")).isGreaterThan(1.5 * fitted);
    assertThat(browser.script("return document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
  }

  @Test
  void everyPatientIsFoundInTheScores() throws IOException {
    browser.open(10, "");
    assertThat(browser.find("#scores svg.strips").getDomAttribute("aria-label"))
        .startsWith("PI3K activation score of 8 patients in 3 groups.");

    browser.find("#scores-find").sendKeys("ct-006");
    assertThat(browser.text("#scores .readout")).isEqualTo("1 of 8 patients found");
    assertThat(browser.text("#scores .found")).isEqualTo("CT-006");
    browser.choose("scores-measure", "1");
    assertThat(browser.text("#scores")).contains("PTEN mRNA").contains("4 of 6, median -0.80");
    assertThat(browser.driver().findElements(By.cssSelector("#scores .reference"))).hasSize(2);
    browser.find("#scores svg.strips").sendKeys(Keys.END, Keys.ENTER);
    browser.await(() -> browser.driver().getTitle().startsWith("CT-"));
    browser.assertNoComplaint();
  }

  @Test
  void receptorsAndPrevalenceAreShown() throws IOException {
    browser.open(10, "");

    assertThat(browser.text(".concordance")).contains("ER negative 0 0 6").contains("6 of 8 (75%");
    assertThat(browser.text(".prevalence")).contains("triple-negative among patients");
    assertThat(browser.find("#receptors svg.strips").getDomAttribute("aria-label"))
        .startsWith("Probability that RNA is ER-positive of 8 patients in 2 groups.");
  }

  @Test
  void aPatientHasHerFigures() throws IOException {
    browser.open(5, "#patient=CT-001");

    assertThat(browser.find(".lollipop svg").getDomAttribute("aria-label"))
        .isEqualTo("PIK3CA, 1068 residues: H1047R (G1)");
    assertThat(browser.driver().findElements(By.cssSelector(".lollipop .hotspot")))
        .hasSizeGreaterThan(30);
    assertThat(browser.driver().findElements(By.cssSelector(".copy-number svg")))
        .extracting(svg -> svg.getDomAttribute("aria-label"))
        .contains("GISTIC level: JAK2 2", "log2 ratio: PTEN -0.51");
    assertThat(browser.find(".zplot").getDomAttribute("aria-label"))
        .isEqualTo("z 0.20, reference 5 to 95 percent -1.7 to 1.7");
    browser.assertNoComplaint();
  }

  @ParameterizedTest
  @CsvSource({"light,''", "dark,''", "light,#patient=CT-001", "dark,#patient=CT-002"})
  void nothingIsUnnamedOrFaint(String scheme, String hash) throws IOException {
    browser.emulate("", scheme);
    browser.open(10, hash);
    browser.script("document.querySelectorAll('details').forEach(part => { part.open = true; })");

    assertThat(browser.script(SafePage.resource(HtmlReportFiguresTest.class, "accessibility.js")))
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .isEmpty();
    browser.emulate("", "");
  }

  @Test
  void theCheckComplainsOfWhatIsUnnamedOrFaint() throws IOException {
    browser.open(5, "");
    browser.script(
        "const faint = el('p', null, 'faint'); faint.style.color = '#bbbbbb';"
            + "document.querySelector('main').append(el('button'), el('select'), svg('svg', {}),"
            + " el('div', { id: 'data' }), el('h5', null, 'deep'), faint)");

    assertThat(browser.script(SafePage.resource(HtmlReportFiguresTest.class, "accessibility.js")))
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .satisfiesExactly(
            c -> assertThat(c).startsWith("no name: button"),
            c -> assertThat(c).startsWith("no name: select"),
            c -> assertThat(c).startsWith("drawing without a role"),
            c -> assertThat(c).isEqualTo("id twice: data"),
            c -> assertThat(c).startsWith("heading skips a level: h5"),
            c -> assertThat(c).startsWith("contrast 1.9"));
  }

  @Test
  void theKeyboardGoesThroughThePageInReadingOrder() throws IOException {
    browser.open(5, "");
    List<String> reached = new ArrayList<>();
    List<Double> places = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
      reached.add(
          browser
              .script("return document.activeElement.id || document.activeElement.textContent")
              .toString());
      places.add(
          ((Number)
                  browser.script(
                      "const all = [...document.querySelectorAll('*')];"
                          + "return all.indexOf(document.activeElement)"))
              .doubleValue());
      assertThat(browser.script("return getComputedStyle(document.activeElement).outlineStyle"))
          .as(reached.get(i))
          .isEqualTo("solid");
    }

    assertThat(reached.get(0)).isEqualTo("Skip to the patients");
    assertThat(reached).contains("Oncoprint", "print-scope", "print-in", "scores-measure");
    assertThat(places).isSorted();
  }

  @Test
  void aPatientPrintsOnPaperWithEverythingUnfolded() throws IOException {
    browser.open(5, "#patient=CT-001");
    PrintOptions a4 = new PrintOptions();

    String pdf = browser.driver().print(a4).getContent();
    assertThat(pdf).startsWith("JVBERi0");
    browser.script("window.dispatchEvent(new Event('beforeprint'))");
    assertThat(browser.driver().findElements(By.cssSelector("#patient details:not([open])")))
        .isEmpty();
    browser.emulate("print", "light");
    assertThat(browser.find(".crumbs").isDisplayed()).isFalse();
    assertThat(browser.find(".banner").isDisplayed()).isTrue();
    assertThat(
            ((Number)
                    browser.script(
                        "document.body.style.width = arguments[0] + 'px';"
                            + "return document.body.scrollWidth",
                        A4_WIDTH))
                .intValue())
        .isLessThanOrEqualTo(A4_WIDTH);
    browser.script("window.dispatchEvent(new Event('afterprint'))");
    assertThat(browser.driver().findElements(By.cssSelector("#patient details[open]"))).isEmpty();
    browser.emulate("", "");
    browser.assertNoComplaint();
  }

  private static double width(String selector) {
    return ((Number)
            browser.script(
                "return document.querySelector(arguments[0]).getBoundingClientRect().width",
                selector))
        .doubleValue();
  }
}
