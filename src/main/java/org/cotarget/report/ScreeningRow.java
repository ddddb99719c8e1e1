package org.cotarget.report;

import java.util.List;

/**
 * A row of {@code screening.tsv}: the decision on one patient by one criteria file, with the calls
 * of the sample that it rests on. Rows are sorted by criteria file in the order given, then by
 * patient id.
 *
 * @param patientId patient id as reported
 * @param sampleId the sample that the decision rests on
 * @param criteria id of the criteria file
 * @param decision {@code CANDIDATE}, {@code POSSIBLE_CANDIDATE}, {@code INDETERMINATE} or {@code
 *     NOT_CANDIDATE}
 * @param priority {@code A} (JAK2/STAT5 supported), {@code B} (weak or not assessed), {@code C}
 *     (not supported), or {@code -} where the decision has no priority; a criteria file may define
 *     others
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
 * @param reasons what decided, most important first, separated by {@code ; }
 * @param nextTest tests that would settle an indeterminate decision, the one to order first,
 *     separated by {@code ; }; empty otherwise
 * @param er oestrogen receptor: {@code NEG} (below 1%), {@code LOW} (1 to 10%), {@code POS}, {@code
 *     UNKNOWN} or {@code CONFLICT}
 * @param pr progesterone receptor, same words
 * @param her2 HER2 after IHC and ISH: {@code NEGATIVE}, {@code POSITIVE}, {@code EQUIVOCAL}, {@code
 *     UNKNOWN} or {@code CONFLICT}
 * @param pi3kEvents pathway events, strongest first, as {@code GENE label [tier]}, separated by
 *     {@code ; }
 * @param pi3kCoverageComplete {@code YES} where PIK3CA, AKT1 and PTEN are covered for small
 *     variants and PTEN for copy number or IHC, else {@code NO}
 * @param jakStat5Level {@code J1}, {@code J2}, {@code J3}, {@code J0} or {@code JNA}
 * @param otherSamples decisions on the patient's other samples as {@code SAMPLE: DECISION},
 *     separated by {@code ; }
 * @param clinical outcome of the clinical criteria: {@code MET}, {@code NOT_MET}, {@code
 *     UNDETERMINED}, or {@code -} where the criteria file has none
 * @param notAssessed clinical criteria that nothing is known about, separated by {@code ; }; they
 *     hide no candidate and have to be checked before enrolment
 */
public record ScreeningRow(
    String patientId,
    String sampleId,
    String criteria,
    String decision,
    String priority,
    String tnbcCall,
    String pi3kCall,
    String pi3kArm,
    double pi3kScore,
    String pi3kGenomicTier,
    String ptenMrna,
    String jakStat5Call,
    List<String> reasons,
    List<String> nextTest,
    String er,
    String pr,
    String her2,
    List<String> pi3kEvents,
    boolean pi3kCoverageComplete,
    String jakStat5Level,
    List<String> otherSamples,
    String clinical,
    List<String> notAssessed) {}
