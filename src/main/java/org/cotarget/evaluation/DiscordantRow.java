package org.cotarget.evaluation;

/**
 * A row of {@code discordant.tsv}: a determined call that the truth contradicts, with one piece of
 * the evidence that it rests on. Rows are sorted by pair, patient and tumour; evidence is in the
 * order of {@code evidence.tsv}. Evidence that enters no call is left out.
 *
 * @param column column of the results
 * @param truthColumn column of the truth table
 * @param patientId patient id of the results
 * @param sampleId the tumour
 * @param call word of the results
 * @param truth text of the truth table
 * @param kind {@code FALSE_POSITIVE} or {@code FALSE_NEGATIVE}, as the truth sees it
 * @param truthWhere cell of the truth table as {@code file:line [column]}
 * @param axis the question that the evidence speaks to; empty where there is no evidence
 * @param strength {@code DECIDING}, {@code SUPPORTING}, {@code DISCORDANT} or {@code MISSING}
 * @param subject gene, receptor or signature
 * @param value what was found
 * @param statement what it means
 * @param rule id of the rule applied
 * @param citation citation keys
 * @param file the file it was read from; empty where nothing was read
 * @param line line number from 1; {@code NA} where the whole file speaks
 * @param evidenceColumn header of the column; empty where the whole line speaks
 */
public record DiscordantRow(
    String column,
    String truthColumn,
    String patientId,
    String sampleId,
    String call,
    String truth,
    String kind,
    String truthWhere,
    String axis,
    String strength,
    String subject,
    String value,
    String statement,
    String rule,
    String citation,
    String file,
    String line,
    String evidenceColumn) {}
