package org.cotarget.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.cotarget.testing.Browser;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** One headless Chromium for the tests of a class, and the pages that it shows. */
final class ReportBrowser implements AutoCloseable {

  private final Path folder;
  private final ChromeDriver driver;
  private final Map<String, Path> pages = new HashMap<>();

  private ReportBrowser(Path folder, ChromeDriver driver) {
    this.folder = folder;
    this.driver = driver;
  }

  /** Starts the browser; the tests are skipped, and say so, where there is none. */
  static ReportBrowser start(Path folder) throws IOException {
    ReportBrowser browser = new ReportBrowser(folder, Browser.start(folder));
    browser.driver.executeCdpCommand(
        "Browser.setDownloadBehavior",
        Map.of(
            "behavior",
            "allow",
            "downloadPath",
            Files.createDirectory(browser.saved()).toString()));
    return browser;
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Where the browser saves files. */
  Path saved() {
    return folder.resolve("saved");
  }

  /** Opens a page, which is written when its name is new, and waits until it has drawn all. */
  void open(String name, Supplier<StratificationReport> report, String hash) throws IOException {
    Path page = pages.get(name);
    if (page == null) {
      page = folder.resolve(name + ".html");
      Files.writeString(page, ExamplePage.of(report.get()));
      pages.put(name, page);
    }
    driver.get("about:blank");
    driver.get(page.toUri() + hash);
    await(() -> script("return performance.getEntriesByName('figures-shown').length").equals(1L));
  }

  /** Opens the page of this number of made-up patients. */
  void open(int patients, String hash) throws IOException {
    open("patients-" + patients, () -> new ExampleReport().patients(patients).build(), hash);
  }

  void await(Supplier<Boolean> condition) {
    new WebDriverWait(driver, Duration.ofSeconds(20)).until(d -> condition.get());
  }

  Object script(String text, Object... arguments) {
    @Nullable Object result = driver.executeScript(text, arguments);
    return result == null ? "" : result;
  }

  List<String> rows() {
    return driver.findElements(By.cssSelector(".list tbody th")).stream()
        .map(WebElement::getText)
        .toList();
  }

  String text(String selector) {
    return find(selector).getText();
  }

  WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  void choose(String id, String value) {
    new Select(driver.findElement(By.id(id))).selectByValue(value);
  }

  /** The page follows a link when the browser has told it that the address changed. */
  void follow(By link, String title) {
    driver.findElement(link).click();
    new WebDriverWait(driver, Duration.ofSeconds(20))
        .until(ExpectedConditions.titleContains(title));
  }

  /** Shows the page as it prints, or in a colour scheme; empty texts end both. */
  void emulate(String media, String colourScheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            media,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", colourScheme))));
  }

  /** Errors, refusals of the content security policy and failed requests all end in this log. */
  void assertNoComplaint() {
    assertThat(driver.manage().logs().get(LogType.BROWSER).getAll())
        .extracting(LogEntry::getMessage)
        .isEmpty();
    assertThat(script("return performance.getEntriesByType('resource').length")).isEqualTo(0L);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
