package org.cotarget.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.reference.ScoreValidity;
import org.cotarget.reference.Signature;
import org.junit.jupiter.api.Test;

class ResultsHeaderTest {

  private static final Reference REFERENCE = ReferenceLoader.bundled();

  @Test
  void keepsWhatWasMeasuredOfTheSignaturesOfTheReference() {
    assertThat(ResultsHeader.validity(REFERENCE.signatures(), REFERENCE))
        .isEqualTo(REFERENCE.validity());
  }

  /** As beside a model that was fitted with another number of PROGENy genes. */
  @Test
  void saysNothingOfASignatureThatHoldsOtherGenes() {
    Signature other =
        ReferenceLoader.signatures(REFERENCE.thresholds().with("progeny.top-genes", 50)).stream()
            .filter(signature -> signature.id().equals("PROGENY_PI3K"))
            .findFirst()
            .orElseThrow();
    assertThat(ResultsHeader.validity(List.of(other), REFERENCE))
        .isNotEmpty()
        .extracting(ScoreValidity::signatures)
        .noneMatch(ids -> ids.contains("PROGENY_PI3K"))
        .contains("PTEN_MRNA");
  }
}
