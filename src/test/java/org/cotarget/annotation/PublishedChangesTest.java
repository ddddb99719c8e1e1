package org.cotarget.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.ProteinChange;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.AnnotationCheck.Agreement;
import org.junit.jupiter.api.Test;

/**
 * Protein changes that others published, by position on either assembly. The tables lie beside the
 * project; without them these tests are skipped.
 */
class PublishedChangesTest {

  private static final Path FACTS = Path.of("../shared/facts");
  private static final SourceComparison COMPARISON =
      new SourceComparison(Alleles.REFERENCE.panel());

  @Test
  void substitutionsOfCohorts() throws IOException {
    Path table = FACTS.resolve("transcripts/regression_variants.tsv");
    assumeThat(table).as("variants of cohorts, without which this is skipped").exists();
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    int codons = 0;
    for (Map<String, String> row : rows(table)) {
      if (!row.get("agrees").equals("yes")) {
        continue;
      }
      for (String assembly : List.of("GRCh37", "GRCh38")) {
        long position = Long.parseLong(row.get("pos_" + assembly.toLowerCase(java.util.Locale.ROOT)));
        PanelAnnotation reading =
            Alleles.reading(
                row.get("symbol"), assembly, row.get("chrom"), position, row.get("ref"), row.get("alt"));
        boolean known =
            Alleles.transcript(row.get("symbol"), assembly).coding().isKnown();
        String codon = row.get("model_codon");
        String text = row + " on " + assembly + " reads " + reading;
        if (!known) {
          codons++;
          if (reading.firstCodon() != Integer.parseInt(codon)
              || reading.consequence() == Consequence.MISSENSE_VARIANT) {
            wrong.add(text);
          }
          continue;
        }
        compared++;
        Optional<ProteinChange> published = ProteinChange.parse(row.get("source_hgvsp"));
        Optional<String> here = reading.change().map(ProteinChange::shortForm);
        boolean same =
            published.isPresent()
                ? here.equals(published.map(ProteinChange::shortForm))
                : reading.firstCodon() == Integer.parseInt(codon);
        boolean coding =
            row.get("source_hgvsc").isEmpty() || row.get("source_hgvsc").equals(reading.hgvsC());
        if (!same || !coding) {
          wrong.add(text);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(compared).isGreaterThan(3000);
    assertThat(codons).isGreaterThan(500);
  }

  private static List<Map<String, String>> rows(Path file) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("#")) {
        continue;
      }
      List<String> cells = List.of(line.split("\t", -1));
      if (header.isEmpty()) {
        header.addAll(cells);
        continue;
      }
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < header.size(); i++) {
        row.put(header.get(i), i < cells.size() ? cells.get(i) : "");
      }
      rows.add(row);
    }
    return rows;
  }
}
