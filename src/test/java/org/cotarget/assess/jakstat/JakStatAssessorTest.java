package org.cotarget.assess.jakstat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cotarget.testing.SampleBuilder.sample;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotarget.cohort.AssayCoverage;
import org.cotarget.cohort.CopyNumberCall.Scale;
import org.cotarget.cohort.NumberRange;
import org.cotarget.cohort.ProteinResult;
import org.cotarget.cohort.ProteinResult.Protein;
import org.cotarget.cohort.ProteinResult.State;
import org.cotarget.cohort.SampleType;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.cohort.TumorSample;
import org.cotarget.expression.ExpressionProfile;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.testing.Profiles;
import org.cotarget.testing.SampleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JakStatAssessorTest {

  private final JakStatAssessor assessor = new JakStatAssessor(ReferenceLoader.bundled());

  @ParameterizedTest
  @CsvSource({
    // scale, JAK2 value, level, call (BAR15: log2 >= 1; GISTIC +2; six copies)
    "GISTIC, 2, J1, SUPPORTED",
    "GISTIC, 1, J3, WEAK",
    "GISTIC, 0, J0, NOT_SUPPORTED",
    "GISTIC, -1, J0, NOT_SUPPORTED",
    "LOG2_RATIO, 1.0, J1, SUPPORTED",
    "LOG2_RATIO, 0.99, J3, WEAK",
    "LOG2_RATIO, 0.29, J0, NOT_SUPPORTED",
    "ABSOLUTE, 6, J1, SUPPORTED",
    "ABSOLUTE, 3, J3, WEAK"
  })
  void readsJak2CopyNumber(Scale scale, double value, String level, JakStatCall call) {
    check(sample().copyNumber("JAK2", scale, value), ExpressionProfile.NONE, level, call);
  }

  @ParameterizedTest
  @CsvSource({
    "JAK2, p.V617F, J1",
    "JAK2, p.K539L, J1",
    "JAK2, p.R683G, J1",
    "JAK2, p.R683S, J1",
    "JAK2, p.V615L, JNA",
    "STAT5B, p.N642H, J1",
    "STAT3, p.D661Y, JNA"
  })
  void readsHotspots(String gene, String protein, String level) {
    JakStatAssessment assessed =
        assessor.assess(sample().missense(gene, protein).build(), ExpressionProfile.NONE);
    assertThat(assessed.level()).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({
    "PSTAT5, PRESENT, J2, SUPPORTED",
    "PJAK2, PRESENT, J2, SUPPORTED",
    "PSTAT5, ABSENT, J0, NOT_SUPPORTED",
    "PSTAT5, INDETERMINATE, JNA, NOT_ASSESSED",
    "PTEN, PRESENT, JNA, NOT_ASSESSED"
  })
  void readsPhosphoProtein(Protein protein, State state, String level, JakStatCall call) {
    check(sample().protein(protein, state), ExpressionProfile.NONE, level, call);
  }

  @ParameterizedTest
  @CsvSource({
    "JAK2, 2.0, J3, WEAK",
    "JAK2, 1.99, J0, NOT_SUPPORTED",
    "CXCL8, 1.0, J3, WEAK",
    "CXCR1, 1.0, J3, WEAK",
    "CXCR2, 0.99, J0, NOT_SUPPORTED"
  })
  void neverTakesRnaForMoreThanWeak(String gene, double z, String level, JakStatCall call) {
    check(sample(), Profiles.gene(gene, z), level, call);
  }

  @Test
  void marksStat5SignaturesAsImmuneConfounded() {
    ExpressionProfile infiltrated =
        Profiles.signatures(Map.of("STAT5_PANEL", 1.2, "IMMUNE_GATE", 1.0));
    ExpressionProfile not = Profiles.signatures(Map.of("STAT5_PANEL", 1.2, "IMMUNE_GATE", 0.9));
    assertThat(assessor.assess(sample().build(), infiltrated).immuneConfounded()).isTrue();
    assertThat(assessor.assess(sample().build(), infiltrated).call()).isEqualTo(JakStatCall.WEAK);
    assertThat(assessor.assess(sample().build(), not).immuneConfounded()).isFalse();
  }

  @Test
  void doesNotScoreTheInterferonProgramme() {
    check(
        sample(),
        Profiles.signatures(Map.of("PROGENY_JAK_STAT", 5.0)),
        "JNA",
        JakStatCall.NOT_ASSESSED);
  }

  @Test
  void isNotAssessedBySequencingAlone() {
    JakStatAssessment assessed =
        assessor.assess(sample().sequenced().build(), ExpressionProfile.NONE);
    assertThat(assessed.call()).isEqualTo(JakStatCall.NOT_ASSESSED);
    assertThat(assessed.missing()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    // percent of stained cells from, to (open), level
    "5, 5, J2",
    "0, 0, J0",
    "0, 10, JNA", // a bin across the cut says nothing
    "1, 100, J2"
  })
  void readsPhosphoPercent(double low, double high, String level) {
    TumorSample sample =
        new TumorSample(
            "S",
            "P",
            SampleType.PRIMARY,
            List.of(),
            List.of(
                new ProteinResult(
                    Protein.PSTAT5,
                    State.NOT_GIVEN,
                    Optional.of(new NumberRange(low, high, false, low < high)),
                    "",
                    SourceLocation.ofFile("f"))),
            List.of(),
            List.of(),
            AssayCoverage.NONE,
            Map.of());
    assertThat(assessor.assess(sample, ExpressionProfile.NONE).level()).isEqualTo(level);
  }

  @Test
  void isWeakByTheIl2Stat5Set() {
    check(
        sample(),
        Profiles.signatures(Map.of("HALLMARK_IL2_STAT5_SIGNALING", 1.0)),
        "J3",
        JakStatCall.WEAK);
  }

  @Test
  void showsWhatANegativeCallRestsOn() {
    JakStatAssessment assessed =
        assessor.assess(
            sample().gistic("JAK2", 0).protein(Protein.PSTAT5, State.ABSENT).build(),
            Profiles.gene("JAK2", 0.1));
    assertThat(assessed.call()).isEqualTo(JakStatCall.NOT_SUPPORTED);
    assertThat(assessed.evidence())
        .extracting(e -> e.source().name())
        .containsExactly("COPY_NUMBER", "PROTEIN", "EXPRESSION");
  }

  private void check(
      SampleBuilder builder, ExpressionProfile profile, String level, JakStatCall call) {
    JakStatAssessment assessed = assessor.assess(builder.build(), profile);
    assertThat(assessed.level()).isEqualTo(level);
    assertThat(assessed.call()).isEqualTo(call);
  }
}
