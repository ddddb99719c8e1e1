package org.cotarget.report;

import java.util.List;
import java.util.Map;

/**
 * A row of {@code calls.tsv}: one tumour sample with every call and every score. Rows are sorted by
 * patient id, then sample id.
 *
 * @param patientId patient id as reported
 * @param sampleId sample id as reported
 * @param sampleType {@code PRIMARY}, {@code RECURRENCE}, {@code METASTASIS} or {@code UNKNOWN}
 * @param tnbcCall {@code TNBC}, {@code TNBC_PROBABLE}, {@code NOT_TNBC} or {@code INDETERMINATE}
 * @param pi3kCall {@code ACTIVE_HIGH}, {@code ACTIVE_MODERATE}, {@code PROBABLE}, {@code POSSIBLE},
 *     {@code NOT_DETECTED} or {@code INSUFFICIENT} (not enough was assayed)
 * @param pi3kArm drug class that the counting events argue for: {@code PIK3CA_ALPHA}, {@code
 *     PTEN_AKT}, {@code BOTH}, {@code OTHER} or {@code NONE}
 * @param pi3kScore activation score, 0 to 1; {@code NA} where the call is {@code INSUFFICIENT}
 * @param pi3kGenomicTier strongest genomic tier: {@code G1}, {@code G1p}, {@code G2}, {@code G3},
 *     {@code G3p}, {@code G3s}, {@code G0} (assayed, nothing found) or {@code GNA} (not or partly
 *     assayed)
 * @param ptenMrna PTEN mRNA state: {@code LOW}, {@code NOT_LOW} or {@code NA}
 * @param jakStat5Call {@code SUPPORTED}, {@code WEAK}, {@code NOT_SUPPORTED} or {@code
 *     NOT_ASSESSED}
 * @param decision decision on the patient by the first criteria file, the same on each of her
 *     samples
 * @param priority priority of that decision, {@code -} where it has none
 * @param decidingSample the sample that the decision rests on
 * @param reasons what decided, most important first, separated by {@code ; }
 * @param nextTest tests that would settle an indeterminate decision, the one to order first,
 *     separated by {@code ; }; empty otherwise
 * @param er oestrogen receptor: {@code NEG} (below 1%), {@code LOW} (1 to 10%), {@code POS}, {@code
 *     UNKNOWN} or {@code CONFLICT}
 * @param pr progesterone receptor, same words
 * @param her2 HER2 after IHC and ISH: {@code NEGATIVE}, {@code POSITIVE}, {@code EQUIVOCAL}, {@code
 *     UNKNOWN} or {@code CONFLICT}
 * @param tnbcReason the receptors that decided the triple-negative call
 * @param tnbcRule row of the decision table that gave it
 * @param pi3kEvents pathway events, strongest first, as {@code GENE label [tier]}, separated by
 *     {@code ; }
 * @param pi3kReason the events or gaps that decided the PI3K call
 * @param pi3kRule row of the decision table that gave it
 * @param ptenMrnaZ z-score of PTEN mRNA against the mixed cohort; {@code NA} where the state is
 * @param pi3kCoverageComplete {@code YES} where PIK3CA, AKT1 and PTEN are covered for small
 *     variants and PTEN for copy number or IHC, else {@code NO}
 * @param snvIndelCovered which of PIK3CA, AKT1 and PTEN were looked at for small variants,
 *     separated by {@code ; }; a gene that is not listed is not assessed
 * @param snvIndelBasis how that is known: {@code ASSAY_FILE}, {@code ASSAY_WITHOUT_RECORDS}, {@code
 *     GENE_PANEL_MATRIX}, {@code GVCF_DEPTH}, {@code CASE_LIST}, {@code SEQUENCED_SAMPLES_HEADER},
 *     {@code VALUE_PRESENT} or {@code INFERRED_FROM_SPREAD}; empty where nothing was assayed
 * @param copyNumberCovered the same for copy number
 * @param copyNumberBasis the same for copy number
 * @param jakStat5Level {@code J1}, {@code J2}, {@code J3}, {@code J0} or {@code JNA}
 * @param jakStat5Reason the evidence that decided the JAK2/STAT5 call
 * @param immuneConfounded {@code YES} where the STAT5 signatures are high together with the immune
 *     gate, else {@code NO}
 * @param missingTests every test that was not done and would settle a call, separated by {@code ; }
 * @param expressionMeasured {@code YES} where the sample is in an expression matrix, else {@code
 *     NO}
 * @param expressionModel model that the scores refer to, as {@code id@} and the first 12 digits of
 *     its SHA-256; empty without expression
 * @param expressionRefusal why a measured sample was not scored; empty otherwise
 * @param erMrnaPosterior probability of the upper component of ESR1 mRNA, 0 to 1; {@code NA} where
 *     the mixture is not estimable
 * @param prMrnaPosterior the same for PGR
 * @param her2MrnaPosterior the same for ERBB2
 * @param mrnaDiscordance receptors whose mRNA contradicts pathology, separated by {@code ; }
 * @param genes for each gene that calls look at, as {@code MRNA_SYMBOL_...}, by symbol
 * @param signatures for each signature, as {@code ID_...}, in the order of the model
 */
public record CallRow(
    String patientId,
    String sampleId,
    String sampleType,
    String tnbcCall,
    String pi3kCall,
    String pi3kArm,
    double pi3kScore,
    String pi3kGenomicTier,
    String ptenMrna,
    String jakStat5Call,
    String decision,
    String priority,
    String decidingSample,
    List<String> reasons,
    List<String> nextTest,
    String er,
    String pr,
    String her2,
    String tnbcReason,
    String tnbcRule,
    List<String> pi3kEvents,
    String pi3kReason,
    String pi3kRule,
    double ptenMrnaZ,
    boolean pi3kCoverageComplete,
    List<String> snvIndelCovered,
    String snvIndelBasis,
    List<String> copyNumberCovered,
    String copyNumberBasis,
    String jakStat5Level,
    String jakStat5Reason,
    boolean immuneConfounded,
    List<String> missingTests,
    boolean expressionMeasured,
    String expressionModel,
    String expressionRefusal,
    double erMrnaPosterior,
    double prMrnaPosterior,
    double her2MrnaPosterior,
    List<String> mrnaDiscordance,
    @ColumnGroup(GeneCells.class) Map<String, GeneCells> genes,
    @ColumnGroup(SignatureCells.class) Map<String, SignatureCells> signatures) {

  /**
   * The columns of one gene.
   *
   * @param log2 log2 expression after the transform that {@code results.json} names
   * @param z standardised over the reference samples; {@code NA} where withheld
   * @param percentile percent of the reference below the value, 0 to 100; {@code NA} where withheld
   * @param confidence {@code NORMAL}, {@code LOW} (10 to 24 reference samples, enters no call) or
   *     {@code NONE} (withheld)
   */
  public record GeneCells(double log2, double z, double percentile, String confidence) {}

  /**
   * The columns of one signature.
   *
   * @param score raw score by the method of the signature; {@code NA} below the coverage floor
   * @param z standardised over the reference samples; {@code NA} where withheld
   * @param zWithinTnbc standardised over the triple-negative samples; {@code NA} with fewer than 25
   *     of them and for other samples
   * @param percentile percent of the reference below the value, 0 to 100; {@code NA} where withheld
   * @param genes genes of the signature found with a usable value, as {@code found/all}
   * @param confidence {@code NORMAL}, {@code LOW} (10 to 24 reference samples) or {@code NONE}
   *     (withheld)
   * @param missing below the coverage floor the number of genes without a usable value and the
   *     first five of them; empty otherwise
   */
  public record SignatureCells(
      double score,
      double z,
      double zWithinTnbc,
      double percentile,
      String genes,
      String confidence,
      String missing) {}
}
