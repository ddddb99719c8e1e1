package org.cotarget.input.vcf.structural;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The copies between the two breakends of a deletion, as PURPLE gives them: PURPLE_CN are the
 * copies of the kept side at a breakend and PURPLE_CN_CHANGE what they fall by across it, both
 * adjusted for purity. Both ends must tell; the higher of the two stands.
 */
final class InnerCopies {

  private final Map<String, Double> ends = new HashMap<>();

  /**
   * Takes one record of a deletion.
   *
   * @param junction key that both records of the junction share
   * @return the copies, when both ends are known
   */
  OptionalDouble take(StructuralRecord record, String junction) {
    double[] copies = values(record, "PURPLE_CN");
    double[] change = values(record, "PURPLE_CN_CHANGE");
    if (copies.length == 2 && change.length == 2) {
      return OptionalDouble.of(Math.max(inner(copies[0], change[0]), inner(copies[1], change[1])));
    }
    if (copies.length != 1 || change.length != 1) {
      return OptionalDouble.empty();
    }
    String here = junction + '@' + record.position();
    double inner = inner(copies[0], change[0]);
    Double repeated = ends.put(here, inner);
    Optional<Double> there =
        ends.entrySet().stream()
            .filter(end -> end.getKey().startsWith(junction + '@') && !end.getKey().equals(here))
            .map(Map.Entry::getValue)
            .findFirst();
    return there.isPresent() && repeated == null
        ? OptionalDouble.of(Math.max(inner, there.get()))
        : OptionalDouble.empty();
  }

  private static double inner(double copies, double change) {
    // PURPLE writes four decimals; the difference of two doubles would show more.
    return Math.max(0, Math.round((copies - change) * 1e4) / 1e4);
  }

  private static double[] values(StructuralRecord record, String key) {
    String text = record.value(key).orElse("");
    if (!text.matches("[-+\\d.eE,]+")) {
      return new double[0];
    }
    String[] parts = text.split(",", -1);
    double[] values = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      if (!parts[i].matches("[+-]?\\d+(\\.\\d*)?([eE][+-]?\\d+)?")) {
        return new double[0];
      }
      values[i] = Double.parseDouble(parts[i]);
    }
    return values;
  }
}
