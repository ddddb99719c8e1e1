package org.cotarget.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.cotarget.testing.Browser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** The page of an evaluation in a real browser. */
class EvaluationBrowserTest {

  @TempDir Path folder;

  private @Nullable ChromeDriver driver;

  @BeforeEach
  void open() throws Exception {
    driver = Browser.start(folder);
    Evaluation evaluation =
        new ResultsBuilder("TNBC_CALL", "MY_Z")
            .patients(8, "TNBC,1.5 : L=yes,S=a")
            .patients(3, "TNBC,0.5 : L=no,S=b")
            .patients(9, "NOT_TNBC,-1 : L=no")
            .patients(1, "INDETERMINATE,NA : L=yes")
            .pair("TNBC_CALL", "L")
            .pair("MY_Z", "L")
            .by("S")
            .evaluate(folder)
            .orElseThrow();
    Path page = folder.resolve("evaluation.html");
    try (Writer out = Files.newBufferedWriter(page)) {
      new EvaluationHtml(evaluation).write(out);
    }
    driver().get(page.toUri().toString());
  }

  @AfterEach
  void stop() {
    if (driver != null) {
      driver.quit();
    }
  }

  private ChromeDriver driver() {
    return Objects.requireNonNull(driver);
  }

  private @Nullable Object script(String text) {
    return driver().executeScript(text);
  }

  @Test
  void showsBothComparisonsWithoutAnErrorOrARequest() {
    assertThat(driver().findElements(By.cssSelector("section.pair h2")))
        .extracting(WebElement::getText)
        .containsExactly("TNBC_CALL against L", "MY_Z against L");
    assertThat(script("return performance.getEntriesByType('resource').length")).isEqualTo(0L);
    assertThat(driver().manage().logs().get(LogType.BROWSER).getAll())
        .extracting(LogEntry::getMessage)
        .isEmpty();
  }

  @Test
  void drawsTheRocCurveWithinItsFrame() {
    assertThat(
            script(
                "const curve = document.querySelector('svg.roc path.curve').getBoundingClientRect();"
                    + "const frame = document.querySelector('svg.roc rect.frame')"
                    + ".getBoundingClientRect();"
                    + "return curve.width > 100 && curve.left >= frame.left - 3"
                    + " && curve.right <= frame.right + 3 && curve.top >= frame.top - 3"
                    + " && curve.bottom <= frame.bottom + 3"))
        .isEqualTo(true);
  }

  @Test
  void opensADiscordantPatient() {
    WebElement patient = driver().findElement(By.cssSelector("details summary"));
    WebElement evidence = patient.findElement(By.xpath("..//code[.='clinical.txt:7']"));
    assertThat(evidence.isDisplayed()).isFalse();
    patient.click();
    assertThat(evidence.isDisplayed()).isTrue();
  }

  @Test
  void fitsANarrowWindow() {
    driver().manage().window().setSize(new Dimension(520, 900));
    assertThat(script("return document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
  }
}
