package org.cotarget.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.cotarget.cohort.InputProblem.Severity;
import org.cotarget.cohort.KnownIds.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownIdsTest {

  private static final KnownIds IDS =
      new KnownIds(
          Set.of("PT-1", "PT-10", "MRN 77", "(x)"), Set.of("PT-1-T", "PT-1"), Set.of("pt.1.t.dna"));
  private static final byte[] KEY =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @CsvSource({
    "PT-1, #",
    "PT-1-T, #",
    "of PT-1: 3, of #: 3",
    "data/PT-1-T.vcf:7 [PT-10], data/#.vcf:7 [#]",
    "PT-12 XPT-1, PT-12 XPT-1",
    "pt-1_tumour, #_tumour",
    "PT-1PT-1, PT-1PT-1",
    "PT-1-PT-10, #-#",
    "MRN 77's MRN 7, #'s MRN 7",
    "a(x)b, a#b",
    "PT.1.T.DNA, #",
    "nothing, nothing"
  })
  void idsAreFoundAsWholeWords(String text, String expected) {
    assertThat(IDS.replace(text, id -> "#")).isEqualTo(expected);
  }

  @Test
  void theLongestIdOfAPlaceCounts() {
    assertThat(IDS.replace("PT-1-T PT-1", id -> '<' + id + '>')).isEqualTo("<PT-1-T> <PT-1>");
    assertThat(IDS.kindOf("PT-1")).isEqualTo(Kind.PATIENT);
    assertThat(IDS.kindOf("PT-1-T")).isEqualTo(Kind.SAMPLE);
  }

  @Test
  void pseudonymsTellTheKindAndAreOfTheKey() {
    Pseudonyms pseudonyms = new Pseudonyms(KEY, IDS);
    String text = pseudonyms.text("PT-1 PT-1-T pt.1.t.dna");
    assertThat(text).matches("P-[A-Z2-7]{16} S-[A-Z2-7]{16} O-[A-Z2-7]{16}");
    assertThat(new Pseudonyms(KEY, IDS).text("PT-1 PT-1-T pt.1.t.dna")).isEqualTo(text);
    assertThat(pseudonyms.given()).extracting(Pseudonyms.Given::id).hasSize(3).contains("PT-1");
    byte[] other = KEY.clone();
    other[31]++;
    assertThat(new Pseudonyms(other, IDS).text("PT-1")).isNotEqualTo(pseudonyms.text("PT-1"));
  }

  /** openssl dgst -sha256 -mac HMAC over "cotarget pseudonym 1", "patient", "PT-1", NUL between. */
  @Test
  void thePseudonymIsThatOfTheStandards() {
    assertThat(new Pseudonyms(KEY, IDS).text("PT-1")).isEqualTo("P-O5TTPFARDWCMM4ES");
  }

  @Test
  void ofAMessageThatWasCutNoPartOfAnIdIsLeft() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      many.append("PT-1-T, ");
    }
    InputProblem cut =
        new InputProblem(Severity.NOTE, "X", SourceLocation.ofFile("PT-1"), many.toString(), "");
    assertThat(cut.message()).endsWith("...");
    InputProblem named = new Pseudonyms(KEY, IDS).of(cut);
    assertThat(List.of(named.message(), named.where().path())).noneMatch(t -> t.contains("PT"));
  }
}
