package org.cotarget.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cotarget.eligibility.Leaves.find;
import static org.cotarget.testing.SampleBuilder.sample;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnLeafTest {

  /** HbA1c of 8% is 63.9 mmol/mol by the master equation; a number without unit is not read. */
  @ParameterizedTest
  @CsvSource({
    "7.9%, MET",
    "'7,9 %', MET",
    "8 %, NOT_MET",
    "63 mmol/mol, MET",
    "64 mmol/mol, NOT_MET",
    "<48 mmol/mol, MET",
    ">60 mmol/mol, UNDETERMINED",
    "7.9, UNDETERMINED",
    "7.9 mg/dL, UNDETERMINED",
    "high, UNDETERMINED"
  })
  void unitsConvertOrDecideNothing(String cell, Outcome expected) {
    Finding finding =
        find(
            "{column: HBA1C, below: 8, unit: '%', quantity: hba1c}",
            sample().clinical("HEMOGLOBIN_A1C", cell));
    assertThat(finding.outcome()).isEqualTo(expected);
    assertThat(finding.where()).hasSize(1);
    if (expected == Outcome.UNDETERMINED) {
      assertThat(finding.missing()).containsExactly("value of HBA1C");
      assertThat(finding.found()).contains(cell);
    }
  }

  @Test
  void cellsWithoutUnitHaveTheDeclaredOne() {
    String asked = "{column: HBA1C, below: 8, unit: '%', cell-unit: mmol/mol, quantity: hba1c}";
    assertThat(find(asked, sample().clinical("HBA1C", "48")).outcome()).isEqualTo(Outcome.MET);
    assertThat(find(asked, sample().clinical("HBA1C", "70")).outcome()).isEqualTo(Outcome.NOT_MET);
    assertThat(find(asked, sample().clinical("HBA1C", "9%")).outcome()).isEqualTo(Outcome.NOT_MET);
    assertThat(
            find(
                    "{column: WASHOUT, at-least: 28, unit: days}",
                    sample().clinical("WASHOUT", "4 weeks"))
                .outcome())
        .isEqualTo(Outcome.MET);
  }

  @ParameterizedTest
  @CsvSource({
    "0, MET",
    "1, MET",
    "2, NOT_MET",
    "0-1, MET",
    "1-2, UNDETERMINED",
    ">=2, NOT_MET",
    "-1, UNDETERMINED",
    "-9, UNDETERMINED",
    "-1-1, UNDETERMINED",
    "<-1, UNDETERMINED",
    "<2, UNDETERMINED",
    "good, UNDETERMINED",
    "not asked, UNDETERMINED",
    "NA, UNDETERMINED",
    "'', UNDETERMINED"
  })
  void ecog(String cell, Outcome expected) {
    String asked = "{column: ECOG, at-most: 1, missing: [Not asked]}";
    assertThat(find(asked, sample().clinical("ECOG_PS", cell)).outcome()).isEqualTo(expected);
  }

  @Test
  void negativeNumbersCountWhereABoundIsNegative() {
    String asked = "{column: T_SCORE, above: -2.5}";
    assertThat(find(asked, sample().clinical("T_SCORE", "-1.0")).outcome()).isEqualTo(Outcome.MET);
    assertThat(find(asked, sample().clinical("T_SCORE", "-3")).outcome())
        .isEqualTo(Outcome.NOT_MET);
  }

  @Test
  void saysThatThereIsNoValueWhateverOthersHave() {
    assertThat(find("{column: [ECOG, KPS], at-most: 1}", sample()).found())
        .isEqualTo("no value in a column ECOG or KPS");
    assertThat(
            find("{column: ECOG, at-most: 1, missing: [x]}", sample().clinical("ECOG", "x"))
                .found())
        .isEqualTo("no value in a column ECOG");
  }

  /** A word for no value in one column does not hide the value of another of its names. */
  @Test
  void theFirstColumnWithAValueCounts() {
    String asked = "{column: ECOG, at-most: 1, missing: [not asked]}";
    Finding finding = find(asked, sample().clinical("ECOG", "Not asked").clinical("ECOG_PS", "3"));
    assertThat(finding.outcome()).isEqualTo(Outcome.NOT_MET);
    assertThat(finding.found()).isEqualTo("ECOG 3");
    assertThat(find(asked, sample().clinical("ECOG", "0").clinical("ECOG_PS", "3")).outcome())
        .isEqualTo(Outcome.MET);
  }

  @ParameterizedTest
  @CsvSource({
    "no, MET",
    "NO , MET",
    "yes, NOT_MET",
    "maybe, UNDETERMINED",
    "unknown, UNDETERMINED"
  })
  void wordsOfTwoLists(String cell, Outcome expected) {
    assertThat(
            find(
                    "{column: PRIOR_PI3K_INHIBITOR, met: ['no'], not-met: ['yes']}",
                    sample().clinical("PRIOR_PI3K", cell))
                .outcome())
        .isEqualTo(expected);
  }

  /** A lone dash is a filler, unless the file says what it means. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not-met: ['yes'] | UNDETERMINED",
        "met: ['no'] | UNDETERMINED",
        "met: ['no', '-'] | MET",
        "met: ['no'], not-met: ['-'] | NOT_MET",
        "at-most: 1 | UNDETERMINED"
      })
  void aDashIsNoValueUnlessListed(String asked, Outcome expected) {
    Finding finding = find("{column: PRIOR, " + asked + "}", sample().clinical("PRIOR", " - "));
    assertThat(finding.outcome()).isEqualTo(expected);
    if (expected == Outcome.UNDETERMINED) {
      assertThat(finding.found()).isEqualTo("no value in a column PRIOR");
    }
  }

  @Test
  void wordsOfOneListLeaveNothingOpen() {
    assertThat(find("{column: STAGE, met: [IV]}", sample().clinical("STAGE", "III")).outcome())
        .isEqualTo(Outcome.NOT_MET);
    assertThat(find("{column: STAGE, not-met: [IV]}", sample().clinical("STAGE", "III")).outcome())
        .isEqualTo(Outcome.MET);
  }

  /** Time to a date of the file; what a date does not tell spans all that it may be. */
  @ParameterizedTest
  @CsvSource({
    "2008-01-15, MET",
    "2008-01-16, NOT_MET",
    "2007, MET",
    "2008, UNDETERMINED",
    "2008-02, NOT_MET",
    "2008-02-30, UNDETERMINED",
    "2007-12-31T10:30:00Z, MET",
    "2007-12-31 00:00:00.0, MET",
    "2007-12-31 10:30+01:00, MET",
    "2007-12-31 maybe, UNDETERMINED",
    "2007-12-31 or 2009-01-01, UNDETERMINED",
    "2007 or 2009, UNDETERMINED",
    "2007 10:30, UNDETERMINED",
    "15.01.2008, UNDETERMINED"
  })
  void ageAtADateOfTheFile(String birth, Outcome expected) {
    assertThat(
            find(
                    "{column: BIRTH_DATE, until: 2026-01-15, in: years, at-least: 18}",
                    sample().clinical("BIRTH_DATE", birth))
                .outcome())
        .isEqualTo(expected);
  }

  @Test
  void timeToAnotherColumn() {
    String asked = "{column: LAST_DOSE, until-column: CONSENT, in: days, at-least: 28}";
    assertThat(
            find(
                    asked,
                    sample().clinical("LAST_DOSE", "2024-02-01").clinical("CONSENT", "2024-02-29"))
                .outcome())
        .isEqualTo(Outcome.MET);
    assertThat(
            find(
                    asked,
                    sample().clinical("LAST_DOSE", "2024-02-02").clinical("CONSENT", "2024-02-29"))
                .outcome())
        .isEqualTo(Outcome.NOT_MET);
    Finding open = find(asked, sample().clinical("LAST_DOSE", "2024-02-02"));
    assertThat(open.outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(open.missing()).containsExactly("value of CONSENT");
  }

  /** The first date is moved by the bound: no part of a unit is cut off, before or after. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-01-01 | 2024-01-31 | in: weeks, above: 4 | MET | 4 weeks 2 days before",
        "2024-01-01 | 2024-01-29 | in: weeks, above: 4 | NOT_MET | 4 weeks before",
        "2024-01-01 | 2024-01-29 | in: weeks, at-least: 4 | MET | 4 weeks before",
        "2024-01-01 | 2024-01-31 | in: weeks, at-most: 4 | NOT_MET | 4 weeks 2 days before",
        "2024-01-01 | 2024-01-12 | in: weeks, at-least: 1.5 | MET | 1 weeks 4 days before",
        "2024-01-01 | 2024-01-11 | in: weeks, at-least: 1.5 | NOT_MET | 1 weeks 3 days before",
        "2024-02-20 | 2024-02-01 | in: months, at-least: 0 | NOT_MET | 0 months 19 days after",
        "2024-02-20 | 2024-02-01 | in: months, at-least: -1 | MET | 0 months 19 days after",
        "2024-02-20 | 2024-01-01 | in: months, at-least: -1 | NOT_MET | 1 months 19 days after",
        "2024-02-20 | 2024-02-20 | in: months, at-least: 0 | MET | 0 months before",
        "2024-01-31 | 2024-02-29 | in: months, at-least: 1 | MET | 0 months 29 days before",
        "1950-03-01 | 2020-03-01 | in: years, at-most: 70 | MET | 70 years before",
        "1950-03-01 | 2020-03-02 | in: years, at-most: 70 | NOT_MET | 70 years 1 days before",
        "1950-03-01 | 2021-02-28 | in: years, below: 71 | MET | 70 years 364 days before",
        "2024-01 | 2024-02-15 | in: weeks, above: 2 | MET | 2 to 6 weeks before",
        "2024-01 | 2024-02-14 | in: weeks, above: 2 | UNDETERMINED | 2 to 6 weeks before",
        "2024-01-01 | 2024-01-31 | in: weeks, above: 4, below: 5 | MET | 4 weeks 2 days before"
      })
  void timesAreComparedByDates(
      String from, String to, String bounds, Outcome expected, String shown) {
    Finding finding =
        find(
            "{column: FROM, until-column: TO, " + bounds + "}",
            sample().clinical("FROM", from).clinical("TO", to));
    assertThat(finding.outcome()).isEqualTo(expected);
    assertThat(finding.found()).startsWith("FROM " + from + ", " + shown + " " + to);
  }
}
