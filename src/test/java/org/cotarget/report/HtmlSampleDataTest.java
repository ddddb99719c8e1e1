package org.cotarget.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.cotarget.cohort.AnnotationCheck;
import org.cotarget.cohort.SomaticVariant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlSampleDataTest {

  @ParameterizedTest
  @CsvSource({
    "NOT_COMPARED, '', 1047",
    "AGREES, p.His1047Arg, 1047",
    "DIFFERS, p.His1056Arg, 1056",
    "DIFFERS, p.(His1056Arg), 1056",
    "DIFFERS, p.?, 0",
    "DIFFERS, '', 0"
  })
  void aVariantIsDrawnWhereTheDrawnProteinHasIt(
      AnnotationCheck.Agreement agreement, String own, int residue) {
    SomaticVariant h1047r =
        new ExamplePatient("CT-001", 0, "").samples().get(0).sample().variants().get(0);
    AnnotationCheck check = new AnnotationCheck(agreement, "", own, "NM_006218.4", "");

    assertThat(HtmlSampleData.residue(SampleResult.Variant.of(h1047r.withCheck(check), "G1")))
        .isEqualTo(residue);
  }
}
