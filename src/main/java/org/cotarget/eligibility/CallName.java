package org.cotarget.eligibility;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cotarget.assess.Axis;
import org.cotarget.assess.MissingTest;
import org.cotarget.assess.jakstat.JakStatCall;
import org.cotarget.assess.pi3k.GenomicTier;
import org.cotarget.assess.pi3k.Pi3kArm;
import org.cotarget.assess.pi3k.Pi3kCall;
import org.cotarget.assess.pi3k.PtenMrna;
import org.cotarget.assess.pi3k.PtenProtein;
import org.cotarget.assess.receptor.Her2State;
import org.cotarget.assess.receptor.ReceptorState;
import org.cotarget.assess.receptor.TnbcCall;
import org.cotarget.cohort.SampleType;

/** A call or state, one word of a few, that a criterion may look at by its name. */
public enum CallName {
  TNBC_CALL("Receptors", "triple-negative call"),
  PI3K_CALL("PI3K", "PI3K activation call"),
  JAK_STAT5_CALL("JAK2/STAT5", "JAK2/STAT5 support"),
  ER("ER", "oestrogen receptor by pathology"),
  PR("PR", "progesterone receptor by pathology"),
  HER2("HER2", "HER2 by IHC and ISH"),
  PI3K_TIER("PI3K tier", "strongest genomic tier"),
  PI3K_ARM("PI3K arm", "drug class that the events argue for"),
  PTEN_MRNA("PTEN mRNA", "PTEN mRNA state"),
  PTEN_IHC("PTEN IHC", "PTEN protein by IHC"),
  JAK_STAT5_LEVEL("JAK2/STAT5 level", "strongest level of evidence"),
  SAMPLE_TYPE("Sample", "where the sample was taken");

  private final String label;
  private final String meaning;

  CallName(String label, String meaning) {
    this.label = label;
    this.meaning = meaning;
  }

  /** How reasons name the question, e.g. {@code PI3K}. */
  public String label() {
    return label;
  }

  /** What it tells, for the documentation. */
  String meaning() {
    return meaning;
  }

  /** The words the call may take. */
  public List<String> words() {
    return switch (this) {
      case TNBC_CALL -> names(TnbcCall.values());
      case PI3K_CALL -> names(Pi3kCall.values());
      case JAK_STAT5_CALL -> names(JakStatCall.values());
      case ER, PR -> names(ReceptorState.values());
      case HER2 -> names(Her2State.values());
      case PI3K_TIER -> Arrays.stream(GenomicTier.values()).map(GenomicTier::label).toList();
      case PI3K_ARM -> names(Pi3kArm.values());
      case PTEN_MRNA -> names(PtenMrna.values());
      case PTEN_IHC -> names(PtenProtein.State.values());
      case JAK_STAT5_LEVEL -> List.of("J1", "J2", "J3", "J0", "JNA");
      case SAMPLE_TYPE -> names(SampleType.values());
    };
  }

  /**
   * Words that say that the state is not known; they leave a criterion undetermined even where the
   * file does not list them. The three calls have none: their files list them.
   */
  Set<String> unknownWords() {
    return switch (this) {
      case TNBC_CALL, PI3K_CALL, JAK_STAT5_CALL -> Set.of();
      case ER, PR -> Set.of("UNKNOWN", "CONFLICT");
      case HER2 -> Set.of("UNKNOWN", "CONFLICT", "EQUIVOCAL");
      case PI3K_TIER -> Set.of("GNA");
      case PI3K_ARM -> Set.of();
      case PTEN_MRNA -> Set.of("NA");
      case PTEN_IHC -> Set.of("UNKNOWN", "CONFLICT");
      case JAK_STAT5_LEVEL -> Set.of("JNA");
      case SAMPLE_TYPE -> Set.of("UNKNOWN");
    };
  }

  /** Whether it is a state, not one of the three calls, whose words tell how sure they are. */
  boolean isState() {
    return switch (this) {
      case TNBC_CALL, PI3K_CALL, JAK_STAT5_CALL -> false;
      default -> true;
    };
  }

  /** The axis whose evidence the sample keeps, empty where the state has none. */
  Optional<Axis> axis() {
    return switch (this) {
      case TNBC_CALL, ER, PR, HER2 -> Optional.of(Axis.RECEPTOR);
      case PI3K_CALL, PI3K_TIER, PI3K_ARM, PTEN_MRNA, PTEN_IHC -> Optional.of(Axis.PI3K);
      case JAK_STAT5_CALL, JAK_STAT5_LEVEL -> Optional.of(Axis.JAK_STAT5);
      case SAMPLE_TYPE -> Optional.empty();
    };
  }

  /** The sample's word. */
  public String of(SampleFacts facts) {
    AssessedSample sample = facts.sample();
    return switch (this) {
      case TNBC_CALL -> sample.receptors().call().name();
      case PI3K_CALL -> sample.pi3k().call().name();
      case JAK_STAT5_CALL -> sample.jakStat().call().name();
      case ER -> sample.receptors().er().name();
      case PR -> sample.receptors().pr().name();
      case HER2 -> sample.receptors().her2().name();
      case PI3K_TIER -> sample.pi3k().tier().label();
      case PI3K_ARM -> sample.pi3k().arm().name();
      case PTEN_MRNA -> sample.pi3k().ptenMrna().name();
      case PTEN_IHC -> facts.ptenIhc().name();
      case JAK_STAT5_LEVEL -> sample.jakStat().level();
      case SAMPLE_TYPE -> sample.sample().type().name();
    };
  }

  /** The sample's word with what decided it. */
  String found(SampleFacts facts) {
    String named = label + " " + of(facts);
    return switch (this) {
      case TNBC_CALL -> named + ": " + facts.sample().receptors().reason();
      case PI3K_CALL -> named + ": " + facts.sample().pi3k().reason();
      case JAK_STAT5_CALL -> named + ": " + facts.sample().jakStat().reason();
      default -> named;
    };
  }

  /** Names of the tests whose absence leaves the sample's word open; empty when it is settled. */
  List<String> missing(SampleFacts facts) {
    AssessedSample sample = facts.sample();
    return switch (this) {
      case TNBC_CALL -> tests(sample.receptors().missing());
      case PI3K_CALL -> tests(sample.pi3k().missing());
      case JAK_STAT5_CALL, JAK_STAT5_LEVEL -> tests(sample.jakStat().missing());
      case ER, PR, HER2 -> receptorTests(facts);
      case PI3K_TIER, PI3K_ARM -> facts.pi3kGaps();
      case PTEN_MRNA, PTEN_IHC, SAMPLE_TYPE ->
          unknownWords().contains(of(facts)) ? List.of(label + test()) : List.of();
    };
  }

  /** The words that a complete test may give, whatever is known now. */
  List<String> completeWords() {
    return Complete.WORDS.getOrDefault(this, List.of());
  }

  /** Worked out once: leaves ask for every sample. */
  private static final class Complete {
    static final Map<CallName, List<String>> WORDS = new EnumMap<>(CallName.class);

    static {
      for (CallName call : CallName.values()) {
        Set<String> open =
            switch (call) {
              case TNBC_CALL -> Set.of("TNBC_PROBABLE", "INDETERMINATE");
              case PI3K_CALL -> Set.of("INSUFFICIENT");
              case JAK_STAT5_CALL -> Set.of("NOT_ASSESSED");
              default -> call.unknownWords();
            };
        WORDS.put(call, call.words().stream().filter(word -> !open.contains(word)).toList());
      }
    }
  }

  /**
   * All words that the sample's call may turn to once its missing tests are done, the one for a
   * candidate first. A tier cannot fall, whatever further tests show.
   */
  List<String> settledWords(SampleFacts facts) {
    String now = of(facts);
    return switch (this) {
      case PI3K_CALL -> Pi3kWords.of(facts);
      case PI3K_TIER -> upTo(now.equals("GNA") ? "G0" : now);
      case PI3K_ARM ->
          switch (now) {
            case "NONE", "OTHER" ->
                List.of("PIK3CA_ALPHA", "PTEN_AKT", "BOTH", "OTHER", "NONE")
                    .subList(0, now.equals("OTHER") ? 4 : 5);
            case "BOTH" -> List.of("BOTH");
            default -> List.of("BOTH", now);
          };
      default -> completeWords();
    };
  }

  /** All that {@link #settledWords} depends on beside the missing tests. */
  String basis(SampleFacts facts) {
    String now = of(facts);
    return this == PI3K_CALL
        ? now + ' ' + facts.sample().pi3k().tier() + ' ' + facts.sample().pi3k().ptenMrna()
        : now;
  }

  private List<String> upTo(String tier) {
    List<String> tiers = words();
    return tiers.subList(0, tiers.indexOf(tier) + 1);
  }

  private String test() {
    return this == SAMPLE_TYPE ? " type" : "";
  }

  private List<String> receptorTests(SampleFacts facts) {
    String now = of(facts);
    if (!unknownWords().contains(now)) {
      return List.of();
    }
    List<String> asked =
        tests(facts.sample().receptors().missing()).stream()
            .filter(test -> Stream.of(test.split(" ", -1)).anyMatch(name()::equals))
            .toList();
    if (!asked.isEmpty()) {
      return asked;
    }
    String again = now.equals("CONFLICT") ? "repeat " : "";
    return List.of(now.equals("EQUIVOCAL") ? "HER2 ISH" : again + name() + " IHC");
  }

  private static List<String> tests(List<MissingTest> missing) {
    return missing.stream().map(MissingTest::name).toList();
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }
}
