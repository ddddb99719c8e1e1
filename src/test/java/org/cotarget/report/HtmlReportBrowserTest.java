package org.cotarget.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.cotarget.reference.Reference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page in a real browser. */
class HtmlReportBrowserTest {

  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome");

  @TempDir Path folder;

  private @Nullable ChromeDriver driver;

  @BeforeEach
  void startBrowser() throws IOException {
    Optional<Path> browser = BROWSERS.stream().flatMap(n -> program(n).stream()).findFirst();
    Optional<Path> control = program("chromedriver");
    assumeTrue(
        browser.isPresent() && control.isPresent(),
        "skipped: needs a Chromium and chromedriver on the PATH");
    Path profile = Files.createDirectory(folder.resolve("profile"));
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.orElseThrow().toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--no-first-run",
        "--window-size=1280,1000",
        "--user-data-dir=" + profile);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(control.orElseThrow().toFile())
            .withSilent(true)
            .build();
    driver = new ChromeDriver(service, options);
  }

  @AfterEach
  void stopBrowser() {
    if (driver != null) {
      driver.quit();
    }
  }

  @Test
  void showsEveryPatientWithoutAnErrorOrARequest() throws IOException {
    open(new ExampleReport().patients(5).build(), "");

    assertThat(rows()).containsExactly("CT-001", "CT-002", "CT-003", "CT-005", "CT-004");
    assertThat(text("#shown")).isEqualTo("5 of 5 patients");
    assertThat(script("return performance.getEntriesByType('resource').length")).isEqualTo(0L);
    assertThat(script("return document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    assertNoComplaint();
  }

  @Test
  void searchAndFiltersNarrowTheTable() throws IOException {
    open(new ExampleReport().patients(10).build(), "");
    WebElement search = driver().findElement(By.id("filter-search"));

    search.sendKeys("her2 ish");
    assertThat(rows()).containsExactly("CT-003", "CT-008");
    search.sendKeys(" ct-008");
    assertThat(rows()).containsExactly("CT-008");
    driver().findElement(By.id("reset")).click();
    assertThat(rows()).hasSize(10);

    choose("decision", "CANDIDATE");
    assertThat(rows()).containsExactly("CT-001", "CT-006");
    choose("decision", "");
    choose("tnbc", "NOT_TNBC");
    assertThat(rows()).containsExactly("CT-004", "CT-009");
    choose("tnbc", "");
    choose("pi3k", "INSUFFICIENT");
    assertThat(text("#shown")).isEqualTo("2 of 10 patients");
    choose("pi3k", "");
    choose("priority", "B");
    assertThat(rows()).containsExactly("CT-002", "CT-007");
    choose("priority", "");
    choose("gene", "TP53");
    assertThat(rows()).hasSize(8);
    assertNoComplaint();
  }

  @Test
  void headersSort() throws IOException {
    open(new ExampleReport().patients(5).build(), "");
    WebElement header = driver().findElement(By.cssSelector(".list thead th"));
    WebElement button = header.findElement(By.tagName("button"));

    assertThat(header.getDomAttribute("aria-sort")).isEqualTo("none");
    button.click();
    assertThat(rows()).containsExactly("CT-001", "CT-002", "CT-003", "CT-004", "CT-005");
    assertThat(header.getDomAttribute("aria-sort")).isEqualTo("ascending");
    button.sendKeys("\n");
    assertThat(rows()).containsExactly("CT-005", "CT-004", "CT-003", "CT-002", "CT-001");
    assertThat(header.getDomAttribute("aria-sort")).isEqualTo("descending");
  }

  @Test
  void rowsArePaged() throws IOException {
    open(new ExampleReport().patients(450).build(), "");

    assertThat(rows()).hasSize(200);
    assertThat(text("#shown")).isEqualTo("450 of 450 patients, the first 200 shown");
    driver().findElement(By.xpath("//button[text()='Show 200 more']")).click();
    assertThat(rows()).hasSize(400);
    driver().findElement(By.xpath("//button[text()='Show all']")).click();
    assertThat(rows()).hasSize(450);
  }

  @Test
  void aPatientHasALinkOfHerOwn() throws IOException {
    open(new ExampleReport().patients(5).build(), "#patient=CT-001");

    assertThat(text("#patient h2")).isEqualTo("CT-001");
    assertThat(text("#patient"))
        .contains("Candidate, priority A by Dual PI3K/JAK2 inhibition")
        .contains("TNBC_CALL is TNBC")
        .contains("data_clinical_sample.txt:6 [ER_PERCENT]")
        .contains("PIK3CA H1047R")
        .contains("3:178952085 A>G (GRCh37)")
        .contains("JAK2 is amplified")
        .contains("AUROC 0.50 [0.37, 0.64] for PTEN 10q loss in ER- (32 of 73)")
        .contains("Chang 2018, Cancer Discov")
        .contains("Sample CT-001-06");
    follow(By.linkText("Next: CT-002"), "CT-002");
    assertThat(text("#patient h2")).isEqualTo("CT-002");
    driver().findElement(By.partialLinkText("All patients")).click();
    new WebDriverWait(driver(), Duration.ofSeconds(10))
        .until(ExpectedConditions.invisibilityOfElementLocated(By.id("patient")));
    assertThat(rows()).hasSize(5);
    follow(By.linkText("CT-004"), "CT-004");
    assertThat(text("#patient h2")).isEqualTo("CT-004");
    assertNoComplaint();
  }

  @Test
  void anUnknownOrMalformedLinkSaysSo() throws IOException {
    open(new ExampleReport().patients(1).build(), "#patient=%E0%A4%A");

    assertThat(text("#patient")).contains("holds no such patient");
    assertNoComplaint();
  }

  @Test
  void criteriaFilesAreChosen() throws IOException {
    open(new ExampleReport().patients(5).withSecondCriteria().build(), "");

    choose("criteria", "1");
    assertThat(rows()).hasSize(5);
    follow(By.linkText("CT-001"), "CT-001");
    assertThat(text("#patient")).contains("by Dual PI3K/JAK2 inhibition").contains("by Trial X");
    assertNoComplaint();
  }

  @Test
  void hostileTextStaysText() throws IOException {
    String id = "P" + HostileText.TEXT;
    open(new ExampleReport().patient(id).patient("CT-002").withText(HostileText.TEXT).build(), "");

    assertThat(driver().getTitle()).isNotEqualTo("taken").endsWith("stratification report");
    follow(By.cssSelector(".list tbody a"), "P</script>");
    assertThat(script("return document.querySelector('#patient h2').textContent"))
        .asString()
        .startsWith("P</script><script>document.title='taken'</script><img src=x");
    assertThat(driver().findElements(By.tagName("img"))).isEmpty();
    assertThat(driver().findElements(By.tagName("script"))).hasSize(2);
    assertNoComplaint();
  }

  @Test
  void withoutScriptsTheTableIsThere() throws IOException {
    open(new ExampleReport().patients(5).build(), "");
    Object table =
        script(
            "return new DOMParser().parseFromString("
                + "document.querySelector('noscript').textContent, 'text/html')"
                + ".querySelectorAll('tbody tr').length");

    assertThat(table).isEqualTo(5L);
  }

  private void open(StratificationReport report, String hash) throws IOException {
    Path page = folder.resolve("report.html");
    try (Writer out = Files.newBufferedWriter(page)) {
      Reference reference = ExampleReport.reference();
      new HtmlReport(
              ResultsHeader.of(report, reference), new PatientResults(report)::stream, reference)
         .write(out);
    }
    driver().get(page.toUri() + hash);
  }

  private ChromeDriver driver() {
    return java.util.Objects.requireNonNull(driver);
  }

  private @Nullable Object script(String text) {
    return ((JavascriptExecutor) driver()).executeScript(text);
  }

  private List<String> rows() {
    return driver().findElements(By.cssSelector(".list tbody th")).stream()
        .map(WebElement::getText)
        .toList();
  }

  private String text(String selector) {
    return driver().findElement(By.cssSelector(selector)).getText();
  }

  /** The page follows a link when the browser has told it that the address changed. */
  private void follow(By link, String title) {
    driver().findElement(link).click();
    new WebDriverWait(driver(), Duration.ofSeconds(10))
        .until(ExpectedConditions.titleContains(title));
  }

  private void choose(String filter, String value) {
    new Select(driver().findElement(By.id("filter-" + filter))).selectByValue(value);
  }

  /** Errors, refusals of the content security policy and failed requests all end in this log. */
  private void assertNoComplaint() {
    assertThat(driver().manage().logs().get(LogType.BROWSER).getAll())
        .extracting(LogEntry::getMessage)
        .isEmpty();
  }

  private static Optional<Path> program(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(java.io.File.pathSeparator))
        .map(entry -> Path.of(entry, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
