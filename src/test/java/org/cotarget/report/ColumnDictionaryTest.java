package org.cotarget.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With {@code -Dcotarget.columns.write=true} the dictionary is rewritten. */
class ColumnDictionaryTest {

  private static final Path RESOURCE =
      Path.of("src/main/resources/org/cotarget/report", ColumnDictionary.RESOURCE);
  private static final Path PAGE = Path.of("docs/columns.md");

  @Test
  void saysWhatTheRowRecordsSay() throws IOException {
    List<ColumnEntry> entries = ColumnDocs.entries();
    if (Boolean.getBoolean("cotarget.columns.write")) {
      Files.writeString(RESOURCE, ColumnDocs.resource(entries));
      Files.writeString(PAGE, ColumnDocs.markdown(entries));
    }
    assertThat(RESOURCE).hasContent(ColumnDocs.resource(entries));
    assertThat(PAGE).hasContent(ColumnDocs.markdown(entries));
  }

  @Test
  void isReadBack() throws IOException {
    assertThat(ColumnDictionary.entries()).isEqualTo(ColumnDocs.entries());
  }

  @Test
  void namesEveryColumnOfEveryTable() throws IOException {
    List<String> named =
        ColumnDictionary.entries().stream()
            .map(entry -> entry.table() + " " + entry.column())
            .toList();
    for (ResultTable<?> table : new Tables(ExamplePage.results(ExampleReport.five())).all()) {
      assertThat(table.header())
          .allSatisfy(
              column ->
                  assertThat(
                          named.contains(table.name() + " " + column)
                              || named.stream()
                                  .anyMatch(
                                      name ->
                                          (table.name() + " " + column)
                                              .matches(name.replaceAll("<\\w+>", ".+"))))
                      .as(table.name() + " " + column)
                      .isTrue());
    }
  }

  @Test
  void theTypesAreThoseOfTheCells() {
    ResultTable<?> variants = new Tables(ExamplePage.results(ExampleReport.five())).all().get(3);
    List<Object> first = variants.rows().findFirst().orElseThrow();
    assertThat(variants.name()).isEqualTo("variants");
    assertThat(first.get(variants.header().indexOf("DEPTH"))).isEqualTo(118L);
    assertThat(first.get(variants.header().indexOf("AF"))).isEqualTo(0.3475);
    assertThat(first.get(variants.header().indexOf("GENE"))).isEqualTo("PIK3CA");
  }
}
