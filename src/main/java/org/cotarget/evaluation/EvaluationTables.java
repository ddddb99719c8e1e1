package org.cotarget.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cotarget.report.Proportion;

/** The rows of the tables of one evaluation. */
final class EvaluationTables {

  private static final String NOT_AVAILABLE = "NA";

  private final Evaluation evaluation;

  EvaluationTables(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  List<MeasureRow> measures() {
    List<MeasureRow> rows = new ArrayList<>();
    for (PairResult pair : evaluation.pairs()) {
      for (GroupResult group : pair.groups()) {
        for (Estimate e : group.estimates()) {
          rows.add(
              new MeasureRow(
                  pair.pair().result(),
                  pair.pair().truth(),
                  group.by(),
                  group.group(),
                  e.measure().name(),
                  Figures.exact(e.value()),
                  Figures.exact(e.low()),
                  Figures.exact(e.high()),
                  e.method(),
                  e.numerator() < 0 ? NOT_AVAILABLE : String.valueOf(e.numerator()),
                  e.denominator(),
                  e.note()));
        }
      }
    }
    return rows;
  }

  List<ConfusionRow> confusion() {
    List<ConfusionRow> rows = new ArrayList<>();
    for (PairResult pair : evaluation.pairs()) {
      for (GroupResult group : pair.groups()) {
        for (ConfusionCell cell : group.confusion()) {
          rows.add(
              new ConfusionRow(
                  pair.pair().result(),
                  pair.pair().truth(),
                  group.by(),
                  group.group(),
                  cell.truth(),
                  cell.truthClass().name(),
                  cell.call(),
                  cell.callClass().name(),
                  cell.units()));
        }
      }
    }
    return rows;
  }

  List<CalibrationRow> calibration() {
    List<CalibrationRow> rows = new ArrayList<>();
    for (PairResult pair : evaluation.pairs()) {
      for (CalibrationBin bin : pair.calibration()) {
        Proportion share = bin.share();
        rows.add(
            new CalibrationRow(
                pair.pair().result(),
                pair.pair().truth(),
                bin.scale(),
                bin.label(),
                bin.positives(),
                bin.units(),
                Figures.exact(share.value()),
                Figures.exact(share.low()),
                Figures.exact(share.high())));
      }
    }
    return rows;
  }

  List<RocRow> roc() {
    List<RocRow> rows = new ArrayList<>();
    for (PairResult pair : evaluation.pairs()) {
      for (RocPoint point : pair.curve()) {
        RocPoint last = pair.curve().get(pair.curve().size() - 1);
        rows.add(
            new RocRow(
                pair.pair().result(),
                pair.pair().truth(),
                Figures.exact(point.threshold()),
                point.truePositives(),
                point.falsePositives(),
                Figures.exact((double) point.truePositives() / last.truePositives()),
                Figures.exact((double) point.falsePositives() / last.falsePositives())));
      }
    }
    return rows;
  }

  List<DiscordantRow> discordant() {
    List<DiscordantRow> rows = new ArrayList<>();
    for (PairResult pair : evaluation.pairs()) {
      for (Discordant patient : pair.discordant()) {
        List<Map<String, String>> evidence = evidence(pair.pair().result(), patient);
        if (evidence.isEmpty()) {
          rows.add(row(pair.pair(), patient, Map.of()));
        }
        evidence.forEach(piece -> rows.add(row(pair.pair(), patient, piece)));
      }
    }
    return rows;
  }

  List<UnmatchedRow> unmatched() {
    return Stream.concat(
            evaluation.truth().unmatched().stream()
                .map(
                    row -> new UnmatchedRow("TRUTH", row.id(), String.valueOf(row.where().line()))),
            evaluation.withoutTruth().stream()
                .map(id -> new UnmatchedRow("RESULTS", id, NOT_AVAILABLE)))
        .toList();
  }

  /** The evidence of a discordant tumour that bears on a column and enters a call. */
  List<Map<String, String>> evidence(String column, Discordant patient) {
    String axis = axis(column);
    return evaluation.evidence().getOrDefault(patient.sampleId(), List.of()).stream()
        .filter(piece -> axis.isEmpty() || axis.equals(piece.get("AXIS")))
        .filter(piece -> !"CONTEXT".equals(piece.get("STRENGTH")))
        .toList();
  }

  private static String axis(String column) {
    return switch (column) {
      case "TNBC_CALL", "ER", "PR", "HER2" -> "RECEPTOR";
      case "PI3K_CALL", "PI3K_GENOMIC_TIER", "PI3K_ARM", "PTEN_MRNA" -> "PI3K";
      case "JAK_STAT5_CALL", "JAK_STAT5_LEVEL" -> "JAK_STAT5";
      default -> "";
    };
  }

  private static DiscordantRow row(ColumnPair pair, Discordant patient, Map<String, String> piece) {
    return new DiscordantRow(
        pair.result(),
        pair.truth(),
        patient.patientId(),
        patient.sampleId(),
        patient.call(),
        patient.truth(),
        patient.falsePositive() ? "FALSE_POSITIVE" : "FALSE_NEGATIVE",
        patient.where().toString(),
        piece.getOrDefault("AXIS", ""),
        piece.getOrDefault("STRENGTH", ""),
        piece.getOrDefault("SUBJECT", ""),
        piece.getOrDefault("VALUE", ""),
        piece.getOrDefault("STATEMENT", ""),
        piece.getOrDefault("RULE", ""),
        piece.getOrDefault("CITATION", ""),
        piece.getOrDefault("FILE", ""),
        piece.getOrDefault("LINE", NOT_AVAILABLE),
        piece.getOrDefault("COLUMN", ""));
  }
}
