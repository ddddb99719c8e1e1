package org.cotarget.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.cotarget.assess.jakstat.JakStatCall;
import org.cotarget.assess.pi3k.GenomicTier;
import org.cotarget.assess.pi3k.Pi3kArm;
import org.cotarget.assess.pi3k.Pi3kCall;
import org.cotarget.assess.pi3k.Pi3kEvent;
import org.cotarget.assess.receptor.Her2State;
import org.cotarget.assess.receptor.ReceptorState;
import org.cotarget.assess.receptor.TnbcCall;
import org.cotarget.cohort.ProteinChange;
import org.cotarget.cohort.ReceptorResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceLoaderTest {

  private static final Reference REFERENCE = ReferenceLoader.bundled();

  @Test
  void loadsEveryTable() {
    assertThat(REFERENCE.version()).isEqualTo("1");
    assertThat(REFERENCE.panel().genes()).hasSize(67);
    assertThat(REFERENCE.tables())
        .containsOnlyKeys(
            "tnbc_decision",
            "her2_decision",
            "pi3k_decision",
            "pi3k_score",
            "jak_stat5_decision",
            "prevalence_bands",
            "cohort_words",
            "evaluation_words");
    assertThat(REFERENCE.signatures())
        .extracting(Signature::id)
        .contains("PROGENY_PI3K", "STAT5_PANEL", "IMMUNE_GATE");
    assertThat(REFERENCE.trials()).hasSize(15);
    assertThat(REFERENCE.disclaimer()).startsWith("For research use only.").doesNotContain("#");
    assertThat(REFERENCE.files()).isNotEmpty();
  }

  @Test
  void everyFileIsTheOneOfTheManifest() {
    assertThat(ReferenceCheck.verify()).isEmpty();
  }

  @Test
  void aFileThatDiffersOrIsGoneIsNamed() {
    ReferenceFile trials = new ReferenceFile("trials.tsv", "1", "t", "l", "BRI12", "00");
    ReferenceFile gone = new ReferenceFile("gone.tsv", "1", "t", "l", "BRI12", "00");

    assertThat(ReferenceCheck.verify(List.of(trials, gone)))
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("trials.tsv", "sha256", "00"))
        .anySatisfy(line -> assertThat(line).contains("gone.tsv", "missing"));
  }

  @Test
  void aBundledFileIsFoundByItsPath() {
    assertThat(ReferenceLoader.text("disclaimer.txt")).contains("research use only");
    assertThatThrownBy(() -> ReferenceLoader.text("nowhere.txt"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("reference/nowhere.txt");
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/facts/tnbc_decision.tsv", delimiter = '\t', numLinesToSkip = 1)
  void tnbc(String er, String pr, String her2, String strict, String inclusive, String drivers) {
    DecisionTable.Row row = REFERENCE.table("tnbc_decision").find(er, pr, her2);

    assertThat(row.get("strict")).isEqualTo(strict);
    assertThat(row.get("er_low_included")).isEqualTo(inclusive);
    assertThat(row.get("drivers")).isEqualTo(drivers);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/facts/her2_decision.tsv", delimiter = '\t', numLinesToSkip = 1)
  void her2(String score, String ish, String call) {
    assertThat(REFERENCE.table("her2_decision").find(score, ish).get("call")).isEqualTo(call);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/facts/pi3k_decision.tsv", delimiter = '\t', numLinesToSkip = 1)
  void pi3k(String genomic, String coverage, String ptenMrna, String call) {
    assertThat(REFERENCE.table("pi3k_decision").find(genomic, coverage, ptenMrna).get("pi3k_call"))
        .isEqualTo(call);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/facts/jak_stat5_decision.tsv", delimiter = '\t', numLinesToSkip = 1)
  void jakStat(String level, String call) {
    assertThat(REFERENCE.table("jak_stat5_decision").find(level).get("call")).isEqualTo(call);
  }

  @Test
  void tablesSpeakTheWordsOfTheAssessments() {
    assertThat(values("tnbc_decision", "er")).isEqualTo(names(ReceptorState.values()));
    assertThat(values("tnbc_decision", "her2")).isEqualTo(names(Her2State.values()));
    assertThat(names(TnbcCall.values())).containsAll(values("tnbc_decision", "er_low_included"));
    assertThat(values("pi3k_decision", "pi3k_call")).isEqualTo(names(Pi3kCall.values()));
    assertThat(values("jak_stat5_decision", "call")).isEqualTo(names(JakStatCall.values()));
    assertThat(values("pi3k_decision", "genomic"))
        .isEqualTo(
            Arrays.stream(GenomicTier.values())
                .map(GenomicTier::label)
                .collect(Collectors.toSet()));
    assertThat(REFERENCE.eventRules())
        .allSatisfy(
            rule -> {
              assertThat(names(Pi3kEvent.Kind.values())).contains(rule.event());
              assertThat(names(Pi3kArm.values())).contains(rule.arm());
            });
  }

  @Test
  void scoreRisesWithTheCall() {
    DecisionTable table = REFERENCE.table("pi3k_score");
    List<Double> bases =
        table.rows().stream().map(row -> Double.parseDouble(row.get("base"))).toList();

    assertThat(bases).isSortedAccordingTo((a, b) -> Double.compare(b, a)).last().isEqualTo(0.0);
    assertThat(bases.get(0) + 0.10).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "PIK3CA, H1047R, G1",
    "PIK3CA, H1047Q, G2",
    "PIK3CA, M1V, G3s",
    "AKT1, E17K, G1",
    "PTEN, R130*, G1",
    "PTEN, X70_splice, G1",
    "PTEN, L108R, G1",
    "JAK2, V617F, J1",
    "STAT5B, N642H, J1",
    "STAT3, D661Y, context"
  })
  void hotspotTier(String gene, String change, String tier) {
    assertThat(REFERENCE.hotspots().find(gene, change)).map(Hotspot::tier).contains(tier);
  }

  @Test
  void labelSetsAreComplete() {
    assertThat(REFERENCE.hotspots().all().stream().filter(Hotspot::therascreen))
        .hasSize(11)
        .allSatisfy(row -> assertThat(row.gene()).isEqualTo("PIK3CA"));
    assertThat(REFERENCE.hotspots().all().stream().filter(Hotspot::qualifyingForCapivasertib))
        .hasSize(20);
  }

  /** Else a variant would never meet its hotspot; a lost start is known by its event instead. */
  @Test
  void hotspotsAreSpelledAsVariantsAreRead() {
    List<String> otherwise =
        REFERENCE.hotspots().all().stream()
            .filter(row -> !spelledAsRead(row.proteinChange()))
            .map(row -> row.gene() + " " + row.proteinChange())
            .toList();

    assertThat(otherwise).containsExactly("PIK3CA M1V");
    assertThat(REFERENCE.eventRule("PIK3CA", "START_LOST")).map(EventRule::tier).contains("G3s");
  }

  @ParameterizedTest
  @CsvSource({
    "IL8, CXCL8",
    "FRAP1, MTOR",
    "LKB1, STK11",
    "HER2, ERBB2",
    "MMAC1, PTEN",
    "IL8RA, CXCR1",
    "IL8RB, CXCR2",
    "c16orf35, NPRL3",
    "pik3ca, PIK3CA",
    "PDK1, PDK1",
    "PI3K, PI3K",
    "AKT, AKT",
    "NPR2, NPR2",
    "TEP1, TEP1",
    "FLG, FLG",
    "SOCS, SOCS",
    "ER, ER",
    "PR, PR",
    "RAC, RAC",
    "TSC, TSC"
  })
  void symbol(String written, String current) {
    assertThat(REFERENCE.panel().currentSymbol(written)).isEqualTo(current);
  }

  @Test
  void noAliasIsASymbolOfASignature() {
    Set<String> signatureGenes =
        REFERENCE.signatures().stream()
            .flatMap(signature -> signature.weights().keySet().stream())
            .collect(Collectors.toSet());

    assertThat(signatureGenes)
        .allSatisfy(gene -> assertThat(REFERENCE.panel().currentSymbol(gene)).isEqualTo(gene));
  }

  @ParameterizedTest
  @CsvSource({
    "PROGENY_PI3K, 100",
    "PROGENY_JAK_STAT, 100",
    "HALLMARK_PI3K_AKT_MTOR_SIGNALING, 105",
    "HALLMARK_MTORC1_SIGNALING, 200",
    "HALLMARK_IL2_STAT5_SIGNALING, 199",
    "HALLMARK_IL6_JAK_STAT3_SIGNALING, 87",
    "HALLMARK_INTERFERON_ALPHA_RESPONSE, 97",
    "STAT5_PANEL, 6",
    "IMMUNE_GATE, 2"
  })
  void signatureSize(String id, int genes) {
    assertThat(REFERENCE.signatures())
        .filteredOn(signature -> signature.id().equals(id))
        .singleElement()
        .satisfies(signature -> assertThat(signature.weights()).hasSize(genes));
  }

  @Test
  void thresholdsLoadByName() {
    assertThat(REFERENCE.thresholds().value("copy-number.deep-loss.log2")).isEqualTo(-1);
    assertThat(REFERENCE.thresholds().value("receptor.positive-percent")).isEqualTo(1);
  }

  @Test
  void vocabularySpeaksTheWordsOfTheCohort() {
    Set<String> assays = new HashSet<>(names(ReceptorResult.Assay.values()));
    assays.addAll(Set.of("PROTEIN_STATUS", "PROTEIN_PERCENT"));
    for (ReceptorVocabulary.Column column : REFERENCE.vocabulary().columns()) {
      if (!column.marker().equals(ReceptorVocabulary.NONE)) {
        assertThat(assays).contains(column.assay());
        assertThat(names(ReceptorResult.Basis.values())).contains(column.basis());
      }
    }
    assertThat(REFERENCE.vocabulary().values())
        .allSatisfy(
            value -> assertThat(names(ReceptorResult.Status.values())).contains(value.status()));
  }

  @ParameterizedTest
  @CsvSource({
    "ER, PRIMARY, Positve, POSITIVE",
    "ER, PRIMARY, +, POSITIVE",
    "ER, PRIMARY, -, NEGATIVE",
    "PR, PRIMARY, Low Positive, LOW",
    "HER2, PRIMARY, Not  Amplified, NEGATIVE",
    "HER2, PRIMARY, Borderline/equivocal/indeterminant, EQUIVOCAL",
    "HER2, PRIMARY, low, NEGATIVE",
    "HER2, COPY_NUMBER, GAIN, POSITIVE",
    "HER2, COPY_NUMBER, LOSS, NEGATIVE",
    "HER2, COPY_NUMBER, UNDEF, INDETERMINATE",
    "PTEN, PRIMARY, lost, NEGATIVE",
    "PTEN, PRIMARY, reduced, INDETERMINATE",
    "PTEN, PRIMARY, no, INDETERMINATE",
    "ER, PRIMARY, no, NEGATIVE"
  })
  void spelling(String marker, String basis, String raw, String status) {
    assertThat(REFERENCE.vocabulary().value(marker, basis, raw))
        .map(ReceptorVocabulary.Value::status)
        .contains(status);
  }

  @ParameterizedTest
  @CsvSource({"HER2, COPY_NUMBER, positive", "HER2, PRIMARY, gain", "ER, PRIMARY, 1"})
  void spellingOfNoMeaning(String marker, String basis, String raw) {
    assertThat(REFERENCE.vocabulary().value(marker, basis, raw)).isEmpty();
  }

  @Test
  void aMissingValueHasNoMeaning() {
    ReceptorVocabulary vocabulary = REFERENCE.vocabulary();

    assertThat(List.of("[Not Available]", "NA", "n/a", " ", "'--", "Not Performed"))
        .allMatch(vocabulary::isMissing);
    assertThat(vocabulary.isMissing("-")).isFalse();
    assertThat(vocabulary.values()).noneMatch(value -> vocabulary.isMissing(value.raw()));
  }

  @Test
  void dialectsAreProvenByTheirOwnColumns() {
    ReceptorVocabulary vocabulary = REFERENCE.vocabulary();

    assertThat(vocabulary.dialectsMarkedBy("HER2_SNP6")).containsExactly("METABRIC");
    assertThat(vocabulary.dialectsMarkedBy("THREEGENE")).containsExactly("METABRIC");
    assertThat(vocabulary.columnsNamed("THREEGENE")).isEmpty();
    assertThat(vocabulary.dialectsMarkedBy("ER_STATUS")).isEmpty();
    assertThat(vocabulary.columnsNamed("er.status"))
        .extracting(ReceptorVocabulary.Column::dialect, ReceptorVocabulary.Column::basis)
        .contains(tuple("METABRIC", "MRNA"), tuple("generic", "PRIMARY"));
    assertThat(vocabulary.columns())
        .filteredOn(ReceptorVocabulary.Column::marking)
        .allSatisfy(
            column ->
                assertThat(vocabulary.dialectsMarkedBy(column.name()))
                    .containsExactly(column.dialect()));
  }

  @ParameterizedTest
  @CsvSource({
    "trials.tsv, OSH18, NOONE99, cites 'NOONE99'",
    "rules/thresholds.tsv, her2.ish.ratio\t2.0, her2.ish.ratio\ttwo, value two is no number",
    "rules/thresholds.tsv, her2.ish.max-copies, her2.ish.ratio, second row for her2.ish.ratio",
    "rules/tnbc_decision.tsv, NEG\tNEG\tNEGATIVE, NEG\tNEG\tFINE, cannot occur",
    "rules/pi3k_score.tsv, PROBABLE\tG3p, PROBABLE\tG2, calls have",
    "variants/hotspots.tsv, H1047R\t1047, H1047R\t1046, H1047R is not at codon 1046",
    "variants/hotspots.tsv, PIK3CA\tH1047R, PIK3CX\tH1047R, PIK3CX is not in genes/panel.tsv",
    "variants/hotspot_positions.tsv, H1047R, H1047W, not in variants/hotspots.tsv",
    "genes/aliases.tsv, IL8\tCXCL8, PTEN\tCXCL8, alias PTEN is the symbol of another gene",
    "genes/panel.tsv, symbol\thgnc_id, symbol\thgnc, the header is",
    "signatures/catalogue.tsv, MEAN_Z, MEDIAN, method MEDIAN is not one of",
    "signatures/validity.tsv, PTEN_MRNA, PTEN_RNA, PTEN_RNA is no score",
    "vocabulary/receptor_values.tsv, equivocal\tEQUIVOCAL, equivocal\tPERHAPS, PERHAPS is not one"
  })
  void aFaultNamesItsFile(String path, String from, String to, String message) {
    UnaryOperator<String> spoiled =
        name -> {
          String text = ReferenceLoader.text(name);
          return name.equals(path) ? spoil(text, from, to) : text;
        };

    assertThatThrownBy(() -> ReferenceLoader.load(spoiled))
        .isInstanceOf(ReferenceFormatException.class)
        .hasMessageStartingWith("reference/" + path)
        .hasMessageContaining(message);
  }

  private static String spoil(String text, String from, String to) {
    assertThat(text).contains(from);
    int at = text.indexOf(from);
    return text.substring(0, at) + to + text.substring(at + from.length());
  }

  private static boolean spelledAsRead(String change) {
    return ProteinChange.parse(change)
        .map(ProteinChange::shortForm)
        .filter(change::equals)
        .isPresent();
  }

  private static Set<String> values(String table, String column) {
    return REFERENCE.table(table).rows().stream()
        .map(row -> row.get(column))
        .collect(Collectors.toSet());
  }

  private static Set<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).collect(Collectors.toSet());
  }
}
