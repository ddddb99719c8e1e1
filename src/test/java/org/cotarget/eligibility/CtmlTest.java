package org.cotarget.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cotarget.testing.SampleBuilder.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.Receptor;
import org.cotarget.cohort.ReceptorResult.Status;
import org.cotarget.testing.SampleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CtmlTest {

  private static Ctml.Conversion read(String ctml) {
    InputProblems problems = new InputProblems();
    Optional<Ctml.Conversion> conversion =
        Ctml.toCriteria(ctml, "trial.yaml", Leaves.REFERENCE, problems);
    assertThat(problems.sorted()).isEmpty();
    return conversion.orElseThrow();
  }

  private static String trial(String clause) {
    return "protocol_no: 11-111\ntreatment_list: {step: [{arm: [{arm_code: A, match: ["
        + clause
        + "]}]}]}\n";
  }

  private static TrialCriteria criteria(String clause) {
    return Leaves.trial(read(trial(clause)).text().orElseThrow());
  }

  private static Outcome outcome(Criterion criterion, SampleBuilder sample) {
    SampleFacts facts = Leaves.facts(Leaves.assess(sample));
    Map<Leaf, Outcome> outcomes = new HashMap<>();
    criterion.leaves().forEach(leaf -> outcomes.put(leaf, leaf.find(facts).outcome()));
    return criterion.evaluate(outcomes::get);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{genomic: {hugo_symbol: PIK3CA, protein_change: p.H1047R}} | MET",
        "{genomic: {hugo_symbol: PIK3CA, protein_change: p.E545K}} | NOT_MET",
        "{genomic: {hugo_symbol: PIK3CA, protein_change: '!p.H1047R'}} | NOT_MET",
        "{genomic: {hugo_symbol: PIK3CA, variant_category: '!Mutation'}} | NOT_MET",
        "{genomic: {hugo_symbol: PIK3CA, wildcard_protein_change: p.H1047}} | MET",
        "{genomic: {hugo_symbol: PIK3CA, variant_category: Mutation, variant_classification: Missense_Mutation}} | MET",
        "{genomic: {hugo_symbol: AKT1, variant_category: Mutation}} | NOT_MET",
        "{genomic: {hugo_symbol: PTEN, variant_category: Copy Number Variation, cnv_call: Homozygous Deletion}} | MET",
        "{genomic: {hugo_symbol: PTEN, cnv_call: '!Homozygous Deletion'}} | NOT_MET",
        "{genomic: {hugo_symbol: PTEN, cnv_call: High Amplification}} | NOT_MET",
        "{genomic: {hugo_symbol: PTEN, variant_category: Any Variation}} | MET",
        "{genomic: {hugo_symbol: PTEN, variant_category: Any Variation, display_name: x}} | MET",
        "{or: [{genomic: {hugo_symbol: AKT1}}, {genomic: {hugo_symbol: PIK3CA}}]} | MET",
        "{and: [{genomic: {hugo_symbol: AKT1}}, {genomic: {hugo_symbol: PIK3CA}}]} | NOT_MET",
        "{clinical: {her2_status: Negative, er_status: Negative}} | MET",
        "{clinical: {pr_status: Positive}} | NOT_MET"
      })
  void readsClauses(String clause, Outcome expected) {
    SampleBuilder patient =
        sample().tripleNegative().sequenced().missense("PIK3CA", "p.H1047R").gistic("PTEN", -2);
    assertThat(outcome(criteria(clause).candidate(), patient)).isEqualTo(expected);
  }

  @Test
  void readsYamlAndJsonAndPutsClinicalPartsApart() {
    String json =
        """
        {"protocol_no": "20-001", "match": [{"and": [
          {"clinical": {"age_numerical": ">=18", "gender": "Female"}},
          {"genomic": {"hugo_symbol": "PIK3CA", "protein_change": "p.E542K"}}]}]}
        """;
    TrialCriteria criteria = Leaves.trial(read(json).text().orElseThrow());
    assertThat(criteria.id()).isEqualTo("20-001");
    assertThat(criteria.candidate()).isInstanceOf(SmallVariantIs.class);
    assertThat(criteria.clinical().orElseThrow().leaves()).hasSize(2);
    assertThat(outcome(criteria.clinical().orElseThrow(), sample().clinical("AGE", "17")))
        .isEqualTo(Outcome.NOT_MET);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{hugo_symbol: PIK3CA, exon: 20} | exon",
        "{hugo_symbol: NOSUCHGENE} | outside the panel",
        "{hugo_symbol: PIK3CA, wildtype: true} | wildtype",
        "{mmr_status: MMR-Deficient} | mmr_status",
        "{hugo_symbol: PTEN, cnv_call: Homozygous Deletion, protein_change: p.R130Q} | cnv_call",
        "{hugo_symbol: PTEN, cnv_call: Homozygous Deletion, variant_category: Mutation} | cnv_call",
        "{hugo_symbol: PTEN, variant_category: Structural Variation, protein_change: p.R130Q} | Structural",
        "{hugo_symbol: PTEN, variant_classification: Nonsense_Mutation} | Nonsense_Mutation"
      })
  void listsWhatItCannotSay(String genomic, String told) {
    Ctml.Conversion conversion =
        read(trial("{and: [{genomic: {hugo_symbol: AKT1}}, {genomic: " + genomic + "}]}"));
    assertThat(conversion.notExpressed())
        .singleElement()
        .asString()
        .startsWith("trial.yaml:2: ")
        .contains(told, "widens");
    assertThat(conversion.text()).isPresent();
  }

  @Test
  void listsClinicalKeysThatItCannotSay() {
    assertThat(
            read(trial(
                    "{and: [{genomic: {hugo_symbol: AKT1}}, {clinical: {oncotree_primary_diagnosis: _SOLID_, tmb_numerical: '>=10'}}]}"))
                .notExpressed())
        .hasSize(2)
        .anyMatch(line -> line.contains("_SOLID_"))
        .anyMatch(line -> line.contains("tmb_numerical"));
  }

  @Test
  void severalArmsAreAlternatives() {
    String two =
        "protocol_no: t\ntreatment_list: {step: [{arm: [{arm_code: A, match: [{genomic: {hugo_symbol: AKT1}}]},"
            + " {arm_code: B, match: [{genomic: {hugo_symbol: PTEN}}]}]}]}\n";
    Ctml.Conversion conversion = read(two);
    assertThat(conversion.notExpressed()).singleElement().asString().contains("2 match clauses");
    assertThat(
            outcome(
                Leaves.trial(conversion.text().orElseThrow()).candidate(),
                sample().sequenced().missense("AKT1", "p.E17K")))
        .isEqualTo(Outcome.MET);
  }

  @Test
  void refusesADocumentWithoutMatch() {
    InputProblems problems = new InputProblems();
    assertThat(Ctml.toCriteria("protocol_no: x\n", "t.yaml", Leaves.REFERENCE, problems)).isEmpty();
    assertThat(problems.sorted()).extracting(p -> p.code()).containsExactly("CTML_NO_MATCH");
  }

  /** What both express comes back the same, as YAML and as JSON. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{alteration: PIK3CA, protein: [H1047R, E545K]}",
        "{alteration: PIK3CA, class: missense, codons: [1047]}",
        "{alteration: PTEN, class: truncating}",
        "{alteration: PTEN, class: [truncating, splice, in-frame]}",
        "{alteration: PTEN, class: rearrangement}",
        "{alteration: PTEN, copy-number: [deep-loss, shallow-loss]}",
        "{not: {alteration: PIK3CA}}",
        "{not: {alteration: PTEN, class: truncating}}",
        "{not: {alteration: PTEN, class: [truncating, splice]}}",
        "{not: {any: [{alteration: PIK3CA, protein: H1047R}, {alteration: AKT1, protein: E17K}]}}",
        "{not: {all: [{alteration: PIK3CA, protein: H1047R}, {alteration: AKT1, protein: E17K}]}}",
        "{all: [{alteration: PIK3CA}, {any: [{alteration: PTEN}, {alteration: AKT1}]}]}",
        "{at-least: 2, of: [{alteration: PIK3CA}, {alteration: PTEN}, {alteration: AKT1}]}",
        "{not: {at-least: 2, of: [{alteration: PIK3CA}, {alteration: PTEN}, {alteration: AKT1}]}}",
        "{in-order: [{alteration: PIK3CA}, {alteration: PTEN}]}",
        "{all: [{call: ER, met: [NEG]}, {alteration: PIK3CA}]}"
      })
  void comesBackTheSame(String yaml) {
    TrialCriteria criteria = Leaves.trial("id: t\ncandidate: " + yaml + "\n");
    for (Ctml.Form form : Ctml.Form.values()) {
      Ctml.Conversion written = Ctml.ofCriteria(criteria, Leaves.REFERENCE, form);
      Ctml.Conversion back = read(written.text().orElseThrow());
      assertThat(back.notExpressed()).isEmpty();
      Criterion again = Leaves.trial(back.text().orElseThrow()).candidate();
      for (SampleBuilder patient : patients()) {
        assertThat(outcome(again, patient))
            .as(back.text().orElseThrow())
            .isEqualTo(outcome(criteria.candidate(), patient));
      }
    }
  }

  private static List<SampleBuilder> patients() {
    return List.of(
        sample(),
        sample().tripleNegative(),
        sample().status(Receptor.ER, Status.POSITIVE).sequenced(),
        sample().sequenced().missense("PIK3CA", "p.H1047R"),
        sample().sequenced().missense("PIK3CA", "p.H1047Y").missense("AKT1", "p.E17K"),
        sample().sequenced().missense("PIK3CA", "p.H1047R").missense("AKT1", "p.E17K"),
        sample().sequenced().variant("PTEN", Consequence.STOP_GAINED, "p.R130*"),
        sample().sequenced().variant("PTEN", Consequence.FRAMESHIFT_VARIANT, "p.K267fs"),
        sample().sequenced().variant("PTEN", Consequence.INFRAME_DELETION, "p.K66del"),
        sample().sequenced().variant("PTEN", Consequence.GENE_FUSION, ""),
        sample().sequenced().missense("PIK3CA", "p.E545K").missense("PTEN", "p.R130Q"),
        sample().sequenced("PIK3CA").gistic("PTEN", -2),
        sample().gistic("PTEN", -1));
  }

  @Test
  void listsWhatCtmlCannotSayReceptorsIncluded() {
    Ctml.Conversion conversion =
        Ctml.ofCriteria(
            BundledCriteriaTest.read("dual-pi3k-jak2"), Leaves.REFERENCE, Ctml.Form.YAML);
    assertThat(conversion.notExpressed())
        .anyMatch(line -> line.startsWith("receptor clauses (er_status, her2_status, pr_status)"))
        .anyMatch(line -> line.contains("'PI3K pathway active' is left out, which widens"))
        .anyMatch(line -> line.startsWith("'possible'"))
        .anyMatch(line -> line.startsWith("'priority'"));
    assertThat(conversion.text().orElseThrow()).contains("her2_status: \"Negative\"");
  }

  @Test
  void saysWhenNothingCanBeExpressed() {
    Ctml.Conversion conversion =
        Ctml.ofCriteria(
            Leaves.trial("id: t\ncandidate: {call: PI3K_CALL, met: [ACTIVE_HIGH]}\n"),
            Leaves.REFERENCE,
            Ctml.Form.YAML);
    assertThat(conversion.text()).isEmpty();
    assertThat(conversion.notExpressed()).hasSize(1);
  }

  @Test
  void bundledTrialsKeepTheirAlterations() {
    for (String id : List.of("capitello-290-like", "epik-b3-pik3ca", "jak2-amplified-tnbc")) {
      Ctml.Conversion written =
          Ctml.ofCriteria(BundledCriteriaTest.read(id), Leaves.REFERENCE, Ctml.Form.JSON);
      Set<String> symbols = Set.of("PIK3CA", "JAK2");
      assertThat(symbols).anyMatch(s -> written.text().orElseThrow().contains(s));
      assertThat(read(written.text().orElseThrow()).text()).isPresent();
    }
  }

  /** Tables spell a sex in several ways, and what is no sex leaves it open. */
  @ParameterizedTest
  @CsvSource({
    "F, MET",
    "female, MET",
    "Woman, MET",
    "M, NOT_MET",
    "Male, NOT_MET",
    "other, UNDETERMINED"
  })
  void readsASexHoweverItIsSpelt(String cell, Outcome expected) {
    Criterion criterion = criteria("{clinical: {gender: Female}}").candidate();
    assertThat(outcome(criterion, sample().clinical("SEX", cell))).isEqualTo(expected);
    assertThat(
            outcome(
                criteria("{clinical: {gender: '!Male'}}").candidate(),
                sample().clinical("SEX", cell)))
        .isEqualTo(expected);
  }

  @Test
  void anotherDiagnosisLeavesItOpen() {
    Criterion criterion =
        criteria("{clinical: {oncotree_primary_diagnosis: Breast Invasive Ductal Carcinoma}}")
            .candidate();
    String column = "CANCER_TYPE_DETAILED";
    assertThat(outcome(criterion, sample().clinical(column, "breast invasive ductal carcinoma")))
        .isEqualTo(Outcome.MET);
    assertThat(outcome(criterion, sample().clinical(column, "Invasive Breast Carcinoma")))
        .isEqualTo(Outcome.UNDETERMINED);
  }

  /** A word for no value would be refused in a criteria file. */
  @ParameterizedTest
  @ValueSource(strings = {"Unknown", "NA", "!Unknown"})
  void aDiagnosisThatIsNoValueIsLeftOut(String diagnosis) {
    Ctml.Conversion read =
        read(
            "{match: [{and: [{genomic: {hugo_symbol: PIK3CA}}, {clinical: {oncotree_primary_diagnosis: '"
                + diagnosis
                + "'}}]}]}");
    assertThat(read.notExpressed()).anyMatch(line -> line.contains("'" + diagnosis + "'"));
    assertThat(Leaves.trial(read.text().orElseThrow()).clinical()).isEmpty();
  }

  @Test
  void sexAndDiagnosisComeBack() {
    String clause =
        "{and: [{genomic: {hugo_symbol: AKT1}}, {clinical: {gender: Female, oncotree_primary_diagnosis: Breast}}]}";
    TrialCriteria once = criteria(clause);
    Ctml.Conversion written = Ctml.ofCriteria(once, Leaves.REFERENCE, Ctml.Form.YAML);
    assertThat(written.text().orElseThrow())
        .contains("gender: \"Female\"", "oncotree_primary_diagnosis: \"Breast\"");
    assertThat(written.notExpressed()).anyMatch(line -> line.contains("written with capitals"));
    assertThat(Leaves.trial(read(written.text().orElseThrow()).text().orElseThrow()).clinical())
        .isEqualTo(once.clinical());
  }

  /** Where nothing remains of a combination it is missing from what it stands in. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{and: [{genomic: {hugo_symbol: PIK3CA}}, {or: [{genomic: {hugo_symbol: MUC16}}, {genomic: {hugo_symbol: TTN}}]}]} | widens",
        "{or: [{genomic: {hugo_symbol: PIK3CA}}, {and: [{genomic: {hugo_symbol: TTN}}]}, {clinical: {tmb: '>10'}}]} | narrows",
        "{or: [{genomic: {hugo_symbol: PIK3CA}}, {genomic: {hugo_symbol: TTN}}]} | narrows",
        "{or: [{genomic: {hugo_symbol: PIK3CA}}, {genomic: {hugo_symbol: PTEN, exon: '!5'}}]} | narrows",
        "{or: [{genomic: {hugo_symbol: PIK3CA}}, {and: [{genomic: {hugo_symbol: AKT1}}, {genomic: {hugo_symbol: TTN}}]}]} | widens"
      })
  void tellsWhatLeavingOutDoes(String clause, String effect) {
    assertThat(read(trial(clause)).notExpressed())
        .isNotEmpty()
        .allMatch(line -> line.endsWith("which " + effect + " the criteria"));
  }

  @Test
  void tellsWhatLeavingOutDoesOnTheWayBack() {
    assertThat(
            Ctml.ofCriteria(
                    Leaves.trial(
                        "id: t\ncandidate: {all: [{alteration: PIK3CA}, {any: [{call: PI3K_CALL, met: [ACTIVE_HIGH]}, {number: ER_PERCENT, below: 1}]}]}\n"),
                    Leaves.REFERENCE,
                    Ctml.Form.YAML)
                .notExpressed())
        .hasSize(2)
        .allMatch(line -> line.endsWith("which widens the criteria"));
  }

  @Test
  void alternativesThatAreNegatedAreNoClass() {
    String clause =
        "{genomic: {hugo_symbol: PTEN, variant_category: '!Mutation', variant_classification: %s}}";
    String three =
        clause.formatted("Nonsense_Mutation")
            + ", "
            + clause.formatted("Frame_Shift_Del")
            + ", "
            + clause.formatted("Frame_Shift_Ins");
    assertThat(read(trial("{or: [" + three + "]}")).text()).isEmpty();
    Criterion both = criteria("{and: [" + three + "]}").candidate();
    assertThat(both).isInstanceOf(Criterion.Not.class);
    assertThat(
            outcome(both, sample().sequenced().variant("PTEN", Consequence.STOP_GAINED, "p.R130*")))
        .isEqualTo(Outcome.NOT_MET);
  }

  @Test
  void tellsOfASuspendedArmAndOfOneThatIsLostAndKeepsClinicalPartsApart() {
    Ctml.Conversion conversion =
        read(
            "protocol_no: t\ntreatment_list: {step: [{arm: [{arm_code: A, arm_suspended: Y, match: [{and: [{genomic: {hugo_symbol: AKT1}}, {clinical: {age_numerical: '>=18'}}]}]},"
                + " {arm_code: B, match: [{genomic: {hugo_symbol: TTN}}]}]}]}\n");
    assertThat(conversion.notExpressed())
        .anyMatch(line -> line.contains("arm A is suspended"))
        .anyMatch(line -> line.contains("arm B") && line.endsWith("which narrows the criteria"));
    assertThat(Leaves.trial(conversion.text().orElseThrow()).clinical()).isPresent();
  }

  @Test
  void tellsWhatIsLostBesideTheConditions() {
    assertThat(
            Ctml.ofCriteria(
                    Leaves.trial(
                        "id: t\ncandidate: {all: [{not: {alteration: PIK3CA, recoverable: true, test: rebiopsy}}, {call: TNBC_CALL, met: [TNBC], undetermined: [TNBC_PROBABLE]}]}\n"),
                    Leaves.REFERENCE,
                    Ctml.Form.YAML)
                .notExpressed())
        .anyMatch(line -> line.startsWith("'recoverable' and 'test' of"))
        .anyMatch(line -> line.startsWith("'undetermined' of"))
        .anyMatch(line -> line.contains("was not tested meets it"));
  }
}
