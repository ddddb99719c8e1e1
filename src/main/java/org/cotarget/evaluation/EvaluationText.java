package org.cotarget.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** The figures for a terminal. */
public final class EvaluationText {

  private static final int DISCORDANT_SHOWN = 20;

  private EvaluationText() {}

  /** Writes every pair with its confusion table, figures, subgroups and discordant patients. */
  public static void write(Evaluation evaluation, Appendable out) throws IOException {
    out.append(
        evaluation.units()
            + " of the results are in "
            + evaluation.truth().file().path()
            + "; "
            + evaluation.truth().unmatched().size()
            + " rows of it name nobody of the results, "
            + evaluation.withoutTruth().size()
            + " patients of the results are not in it\n");
    for (PairResult pair : evaluation.pairs()) {
      out.append('\n').append(heading(pair)).append('\n');
      confusion(pair.all(), out);
      for (Estimate estimate : pair.all().estimates()) {
        out.append("  ").append(line(estimate)).append('\n');
      }
      for (GroupResult group : pair.groups().subList(1, pair.groups().size())) {
        out.append(subgroup(group)).append('\n');
      }
      discordant(pair, out);
    }
  }

  private static String heading(PairResult pair) {
    GroupResult all = pair.all();
    String truth =
        "truth "
            + pair.pair().truth()
            + ": "
            + all.truthPositive()
            + " positive ("
            + String.join(", ", pair.truthPositive())
            + "), "
            + (all.units() - all.truthPositive())
            + " negative ("
            + String.join(", ", pair.truthNegative())
            + "), "
            + pair.withoutTruth()
            + " neither";
    String call =
        pair.score()
            ? pair.lowIsPositive() ? "; low speaks for positive" : "; high speaks for positive"
            : "; positive calls "
                + String.join(", ", pair.callPositive())
                + ", undetermined "
                + String.join(", ", pair.callUndetermined());
    return printable(pair.pair().result() + ", " + truth + call);
  }

  private static void confusion(GroupResult group, Appendable out) throws IOException {
    if (group.confusion().isEmpty()) {
      return;
    }
    List<String> truths = distinct(group.confusion().stream().map(ConfusionCell::truth).toList());
    List<String> calls = distinct(group.confusion().stream().map(ConfusionCell::call).toList());
    List<List<String>> lines = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("call \\ truth"));
    header.addAll(truths);
    lines.add(header);
    for (String call : calls) {
      List<String> line = new ArrayList<>(List.of(call));
      for (String truth : truths) {
        line.add(
            String.valueOf(
                group.confusion().stream()
                    .filter(cell -> cell.call().equals(call) && cell.truth().equals(truth))
                    .mapToLong(ConfusionCell::units)
                    .sum()));
      }
      lines.add(line);
    }
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder("    ");
      for (int i = 0; i < line.size(); i++) {
        int column = i;
        int width = lines.stream().mapToInt(l -> l.get(column).length()).max().orElse(0);
        text.append(
            String.format(
                Locale.ROOT,
                i == 0 ? "%-" + width + "s" : "  %" + width + "s",
                printable(line.get(i))));
      }
      out.append(text.toString().stripTrailing()).append('\n');
    }
  }

  private static String line(Estimate estimate) {
    String count =
        estimate.numerator() < 0
            ? "n=" + estimate.denominator()
            : estimate.numerator() + "/" + estimate.denominator();
    return String.format(
        Locale.ROOT,
        "%-34s %s  %s%s",
        estimate.measure().label(),
        Figures.withInterval(estimate),
        count,
        estimate.method().equals("Wilson") ? "" : "  " + estimate.method());
  }

  private static String subgroup(GroupResult group) {
    List<String> figures = new ArrayList<>();
    for (Estimate estimate : group.estimates()) {
      switch (estimate.measure()) {
        case SENSITIVITY, SPECIFICITY, KAPPA, UNDETERMINED_RATE ->
            figures.add(estimate.measure().label() + " " + Figures.withInterval(estimate));
        case AUROC -> {
          if (estimate.method().equals("DeLong")) {
            figures.add(estimate.measure().label() + " " + Figures.withInterval(estimate));
          }
        }
        default -> {}
      }
    }
    return printable("  " + group.by() + " " + group.group() + " (" + group.units() + "): ")
        + String.join("; ", figures);
  }

  private static void discordant(PairResult pair, Appendable out) throws IOException {
    if (pair.score()) {
      return;
    }
    out.append("  discordant: " + pair.discordant().size() + "\n");
    for (Discordant patient : pair.discordant().stream().limit(DISCORDANT_SHOWN).toList()) {
      out.append(
          printable(
              "    "
                  + patient.patientId()
                  + " ("
                  + patient.sampleId()
                  + "): "
                  + patient.call()
                  + ", truth "
                  + patient.truth()
                  + " in "
                  + patient.where()));
      out.append('\n');
    }
    if (pair.discordant().size() > DISCORDANT_SHOWN) {
      out.append(
          "    and "
              + (pair.discordant().size() - DISCORDANT_SHOWN)
              + " more; --out writes all with their evidence\n");
    }
  }

  private static List<String> distinct(List<String> words) {
    return List.copyOf(new TreeSet<>(words));
  }

  /** Text of a table may hold control characters that would move the cursor. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}|[\\u202A-\\u202E\\u2066-\\u2069]", "\uFFFD");
  }
}
