package org.cotarget.report;

/**
 * A row of {@code evidence.tsv}: one piece of evidence. Rows are sorted by patient id and sample
 * id; within a sample receptors come first, then PI3K, then JAK2/STAT5, each in the order of the
 * assessment.
 *
 * @param patientId patient id as reported
 * @param sampleId sample id as reported
 * @param axis the question it speaks to: {@code RECEPTOR}, {@code PI3K} or {@code JAK_STAT5}
 * @param source {@code PATHOLOGY}, {@code VARIANT}, {@code COPY_NUMBER}, {@code PROTEIN}, {@code
 *     EXPRESSION} or {@code COVERAGE}
 * @param strength {@code DECIDING}, {@code SUPPORTING}, {@code CONTEXT} (shown, enters no call),
 *     {@code DISCORDANT} or {@code MISSING}
 * @param subject gene, receptor or signature
 * @param value what was found
 * @param statement what it means, in one sentence
 * @param rule id of the rule applied
 * @param citation citation keys, separated by {@code ;}
 * @param file the file it was read from; empty where nothing was read
 * @param line line number from 1; {@code NA} where the whole file speaks
 * @param column header of the column; empty where the whole line speaks
 */
public record EvidenceRow(
    String patientId,
    String sampleId,
    String axis,
    String source,
    String strength,
    String subject,
    String value,
    String statement,
    String rule,
    String citation,
    String file,
    @WholeNumber String line,
    String column) {}
