package org.cotarget.report;

import java.util.List;
import org.cotarget.cohort.InputProblem;
import org.cotarget.reference.ScoreValidity;
import org.cotarget.reference.Trial;

/**
 * Everything that the page template prints. Public, as are its parts, because compiled templates
 * live in a package of their own.
 *
 * @param run the run
 * @param title title of the page
 * @param contentSecurityPolicy the policy: nothing is fetched, one style and one script run
 * @param style the style sheet
 * @param script the script
 * @param data patients as JSON that is safe inside a script element
 * @param keyNumbers the counts at the top
 * @param flow the patient-flow figure
 * @param charts counts per call
 * @param coverage what was tested
 * @param concordance receptors by pathology and by expression
 * @param prevalence shares beside published bands
 * @param criteria counts by criteria file
 * @param rows the patient table for a browser that runs no script
 * @param problemsShown the first problems
 * @param trials what trials of such drugs have shown
 * @param dictionary what the columns of the tables mean
 * @param patientsLeftOut patients that are in {@code screening.tsv} only
 */
public record HtmlPage(
    ResultsHeader run,
    String title,
    String contentSecurityPolicy,
    String style,
    String script,
    String data,
    List<KeyNumber> keyNumbers,
    FlowFigure flow,
    List<Chart> charts,
    List<CoverageLine> coverage,
    List<ConcordanceLine> concordance,
    PrevalenceFigure prevalence,
    List<CriteriaLine> criteria,
    List<Row> rows,
    List<InputProblem> problemsShown,
    List<Trial> trials,
    List<ColumnEntry> dictionary,
    int patientsLeftOut) {

  /** A count at the top; {@code css} is a decision or empty. */
  public record KeyNumber(String label, int count, String note, String css) {}

  /** A bar chart. */
  public record Chart(String title, List<Bar> bars) {}

  /** A bar; {@code width} is a percentage of the longest. */
  public record Bar(String label, int count, String percent, String width) {}

  /** How many samples a kind of test covered; {@code width} is a percentage of all samples. */
  public record CoverageLine(
      String label, int samples, String percent, String width, String basis) {}

  /**
   * Samples with one state of a receptor by pathology, by what expression says of it.
   *
   * @param agreement share of the samples, both ways positive or negative, that agree
   */
  public record ConcordanceLine(
      String receptor,
      String pathology,
      int positive,
      int ambiguous,
      int negative,
      String agreement) {}

  /** A patient and criteria file for a browser that runs no script. */
  public record Row(
      String patientId,
      String criteria,
      String decision,
      String priority,
      String tnbc,
      String pi3k,
      List<String> events,
      String jakStat5,
      List<String> nextTests) {}

  /** Patients by decision for one criteria file, in the order of the decisions. */
  public record CriteriaLine(CriteriaSummary file, List<Integer> patients) {}

  /**
   * Samples whose receptor by pathology and RNA disagree by ranks within the cohort, which needs no
   * model; each is a problem of the run.
   */
  public long discordantByRank() {
    return run.problems().stream()
        .filter(problem -> problem.code().equals("RECEPTOR_RNA_DISCORDANT"))
        .count();
  }

  /** The words for a constant. */
  public String words(String constant) {
    return Wording.of(constant);
  }

  /** A validity measurement in one sentence. */
  public String validity(ScoreValidity measured) {
    return ValidityText.of(measured);
  }
}
