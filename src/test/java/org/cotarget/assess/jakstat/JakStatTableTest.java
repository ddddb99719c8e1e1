package org.cotarget.assess.jakstat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cotarget.testing.SampleBuilder.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.assertj.core.api.SoftAssertions;
import org.cotarget.cohort.CopyNumberCall.Scale;
import org.cotarget.cohort.ProteinResult.Protein;
import org.cotarget.cohort.ProteinResult.State;
import org.cotarget.expression.ExpressionProfile;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.testing.Profiles;
import org.cotarget.testing.SampleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every item of evidence that the JAK2/STAT5 table names, alone and under stronger ones. */
class JakStatTableTest {

  private static final List<String> STRONGEST_FIRST = List.of("J1", "J2", "J3", "J0", "JNA");

  private final JakStatAssessor assessor = new JakStatAssessor(ReferenceLoader.bundled());

  /** Something found or not found in a tumour: what it adds to the sample, and its expression. */
  private record Finding(UnaryOperator<SampleBuilder> results, ExpressionProfile expression) {}

  private static Finding found(UnaryOperator<SampleBuilder> results) {
    return new Finding(results, ExpressionProfile.NONE);
  }

  private static Finding expressed(ExpressionProfile profile) {
    return new Finding(sample -> sample, profile);
  }

  private static Map<String, Finding> findings(String level) {
    Map<String, Finding> all = new LinkedHashMap<>();
    switch (level) {
      case "J1" -> {
        all.put("JAK2 amplified, GISTIC", found(s -> s.gistic("JAK2", 2)));
        all.put("JAK2 amplified, log2", found(s -> s.copyNumber("JAK2", Scale.LOG2_RATIO, 1)));
        all.put("JAK2 amplified, copies", found(s -> s.copyNumber("JAK2", Scale.ABSOLUTE, 6)));
        for (String change : List.of("p.V617F", "p.K539L", "p.R683G", "p.R683S", "p.R683K")) {
          all.put("JAK2 " + change, found(s -> s.missense("JAK2", change)));
        }
        all.put("STAT5B N642H", found(s -> s.missense("STAT5B", "p.N642H")));
      }
      case "J2" -> {
        all.put("pSTAT5", found(s -> s.protein(Protein.PSTAT5, State.PRESENT)));
        all.put("pJAK2", found(s -> s.protein(Protein.PJAK2, State.PRESENT)));
      }
      case "J3" -> {
        all.put("JAK2 gained, GISTIC", found(s -> s.gistic("JAK2", 1)));
        all.put("JAK2 gained, log2", found(s -> s.copyNumber("JAK2", Scale.LOG2_RATIO, 0.3)));
        all.put("JAK2 gained, copies", found(s -> s.copyNumber("JAK2", Scale.ABSOLUTE, 3)));
        all.put("JAK2 mRNA", expressed(Profiles.gene("JAK2", 2)));
        for (String gene : List.of("CXCL8", "CXCR1", "CXCR2")) {
          all.put(gene + " mRNA", expressed(Profiles.gene(gene, 1)));
        }
        for (String score : List.of("STAT5_PANEL", "HALLMARK_IL2_STAT5_SIGNALING")) {
          all.put(score, expressed(Profiles.signatures(Map.of(score, 1.0))));
        }
      }
      case "J0" -> {
        all.put("JAK2 neutral", found(s -> s.gistic("JAK2", 0)));
        all.put("JAK2 lost", found(s -> s.gistic("JAK2", -2)));
        all.put("JAK2 mRNA not high", expressed(Profiles.gene("JAK2", 0)));
        all.put("CXCL8 mRNA not high", expressed(Profiles.gene("CXCL8", 0)));
        all.put("STAT5 not high", expressed(Profiles.signatures(Map.of("STAT5_PANEL", 0.0))));
        all.put("no pSTAT5", found(s -> s.protein(Protein.PSTAT5, State.ABSENT)));
      }
      case "JNA" -> {
        all.put("nothing", found(s -> s));
        all.put("sequencing alone", found(SampleBuilder::sequenced));
        all.put("unreadable", found(s -> s.protein(Protein.PSTAT5, State.INDETERMINATE)));
        all.put("PTEN alone", found(s -> s.gistic("PTEN", 0)));
        all.put(
            "interferon score alone",
            expressed(Profiles.signatures(Map.of("PROGENY_JAK_STAT", 5.0))));
      }
      default -> throw new IllegalArgumentException(level);
    }
    return all;
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/facts/jak_stat5_decision.tsv", delimiter = '\t', numLinesToSkip = 1)
  void followsTheTable(String level, String call) {
    SoftAssertions all = new SoftAssertions();
    findings(level)
        .forEach(
            (name, finding) -> {
              JakStatAssessment assessed =
                  assessor.assess(finding.results().apply(sample()).build(), finding.expression());
              all.assertThat(assessed.level()).as(name).isEqualTo(level);
              all.assertThat(assessed.call()).as(name).hasToString(call);
              all.assertThat(assessed.missing().isEmpty())
                  .as("%s names a test only where nothing is assessed", name)
                  .isEqualTo(!call.equals("NOT_ASSESSED"));
            });
    all.assertAll();
  }

  /** Adding weaker evidence, or a finding of nothing, never changes the level. */
  @Test
  void letsTheStrongestLevelStand() {
    SoftAssertions all = new SoftAssertions();
    for (int strong = 0; strong < STRONGEST_FIRST.size(); strong++) {
      String level = Objects.requireNonNull(STRONGEST_FIRST.get(strong));
      for (String weaker : STRONGEST_FIRST.subList(strong + 1, STRONGEST_FIRST.size())) {
        findings(level).forEach((name, finding) -> checkUnder(all, level, name, finding, weaker));
      }
    }
    all.assertAll();
  }

  /** The stronger finding is applied last: a builder keeps one copy number per gene. */
  private void checkUnder(
      SoftAssertions all, String level, String name, Finding finding, String weaker) {
    findings(weaker)
        .forEach(
            (otherName, other) -> {
              ExpressionProfile profile =
                  finding.expression().measured() ? finding.expression() : other.expression();
              SampleBuilder sample = finding.results().apply(other.results().apply(sample()));
              all.assertThat(assessor.assess(sample.build(), profile).level())
                  .as("%s with %s", name, otherName)
                  .isEqualTo(level);
            });
  }

  @Test
  void knowsEveryLevelOfTheTable() {
    assertThat(STRONGEST_FIRST).allSatisfy(level -> assertThat(findings(level)).isNotEmpty());
  }
}
