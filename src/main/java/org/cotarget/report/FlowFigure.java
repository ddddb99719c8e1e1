package org.cotarget.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cotarget.eligibility.Decision;

/**
 * Geometry of the figure that follows patients from the cohort over the triple-negative call and
 * the PI3K call to the decision. Ribbons keep the decision that they end in, so that its colour can
 * be followed back.
 *
 * @param width width of the drawing
 * @param height height of the drawing
 * @param nodes groups of patients
 * @param ribbons patients passing from one group to the next
 * @param titles heading of each column
 */
public record FlowFigure(
    int width, int height, List<Node> nodes, List<Ribbon> ribbons, List<Title> titles) {

  private static final int WIDTH = 960;
  private static final int TOP = 34;
  private static final int BOTTOM = 400;
  private static final int NODE_WIDTH = 10;
  private static final int GAP = 16;
  private static final int LABEL_HEIGHT = 30;
  private static final int LABEL_WIDTH = 150;
  private static final double TALLEST_PATIENT = 24;
  private static final double SHRINK = 0.98;
  private static final List<String> COLUMNS =
      List.of("Cohort", "Receptors", "PI3K pathway", "Decision");

  /** A group of patients; {@code css} is the decision for the last column, else empty. */
  public record Node(String x, String y, String height, String label, int patients, String css) {

    /** Where its label begins. */
    public String labelX() {
      return number(Double.parseDouble(x) + NODE_WIDTH + 7);
    }

    /** Base line of its label. */
    public String labelY() {
      return number(Double.parseDouble(y) + 12);
    }

    /** Base line of its count. */
    public String countY() {
      return number(Double.parseDouble(y) + 27);
    }
  }

  /** Patients passing between two groups: an SVG path, its class, and what it shows. */
  public record Ribbon(String path, String css, String title) {}

  /** Heading of a column. */
  public record Title(String x, String text) {}

  /**
   * Where a patient passes.
   *
   * @param groups her group in each column, each a label with its place from the top
   * @param decision the decision she ends in
   */
  record Course(List<Group> groups, Decision decision) {}

  /** A group of a column; {@code css} is empty or the decision it stands for. */
  record Group(int place, String label, String css) implements Comparable<Group> {
    @Override
    public int compareTo(Group other) {
      return Integer.compare(place, other.place);
    }
  }

  /** Patients of one group on their way to one group of the next column and one decision. */
  private record Bundle(Group from, Group to, Decision decision) {}

  private static final class Box {
    private double in;
    private double out;

    Box(double y) {
      this.in = y;
      this.out = y;
    }
  }

  static FlowFigure of(List<Course> courses) {
    List<TreeMap<Group, Integer>> columns = new ArrayList<>();
    for (int c = 0; c < COLUMNS.size(); c++) {
      TreeMap<Group, Integer> sizes = new TreeMap<>();
      for (Course course : courses) {
        sizes.merge(course.groups().get(c), 1, Integer::sum);
      }
      columns.add(sizes);
    }
    double scale = scale(columns, courses.size());
    List<Node> nodes = new ArrayList<>();
    List<Map<Group, Box>> boxes = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      boxes.add(place(c, columns.get(c), scale, nodes));
    }
    List<Ribbon> ribbons = new ArrayList<>();
    for (int c = 0; c + 1 < columns.size(); c++) {
      ribbons.addAll(ribbons(c, courses, boxes, scale));
    }
    List<Title> titles = new ArrayList<>();
    for (int c = 0; c < COLUMNS.size(); c++) {
      titles.add(new Title(number(x(c)), COLUMNS.get(c)));
    }
    double tallest = columns.stream().mapToDouble(c -> height(c, scale)).max().orElse(0);
    int bottom = (int) Math.ceil(TOP + Math.max(0, tallest)) + 4;
    return new FlowFigure(WIDTH, bottom, nodes, ribbons, titles);
  }

  /** The tallest patient that lets every column fit with room for each label. */
  private static double scale(List<TreeMap<Group, Integer>> columns, int patients) {
    double scale = Math.min(TALLEST_PATIENT, (BOTTOM - TOP) / Math.max(1.0, patients));
    for (TreeMap<Group, Integer> column : columns) {
      while (height(column, scale) > BOTTOM - TOP) {
        scale *= SHRINK;
      }
    }
    return scale;
  }

  private static double height(TreeMap<Group, Integer> column, double scale) {
    double height = -GAP;
    for (int patients : column.values()) {
      height += Math.max(LABEL_HEIGHT, patients * scale) + GAP;
    }
    return height;
  }

  private static Map<Group, Box> place(
      int column, TreeMap<Group, Integer> sizes, double scale, List<Node> nodes) {
    Map<Group, Box> boxes = new HashMap<>();
    double y = TOP;
    for (Map.Entry<Group, Integer> entry : sizes.entrySet()) {
      double height = entry.getValue() * scale;
      boxes.put(entry.getKey(), new Box(y));
      nodes.add(
          new Node(
              number(x(column)),
              number(y),
              number(Math.max(1, height)),
              entry.getKey().label(),
              entry.getValue(),
              entry.getKey().css()));
      y += Math.max(LABEL_HEIGHT, height) + GAP;
    }
    return boxes;
  }

  private static List<Ribbon> ribbons(
      int column, List<Course> courses, List<Map<Group, Box>> boxes, double scale) {
    Map<Bundle, Integer> bundles = new LinkedHashMap<>();
    for (Course course : courses) {
      bundles.merge(
          new Bundle(
              course.groups().get(column), course.groups().get(column + 1), course.decision()),
          1,
          Integer::sum);
    }
    Map<Bundle, double[]> ends = new HashMap<>();
    List<Bundle> leaving = new ArrayList<>(bundles.keySet());
    leaving.sort(
        Comparator.comparing(Bundle::from)
            .thenComparing(Bundle::to)
            .thenComparing(Bundle::decision));
    for (Bundle bundle : leaving) {
      Box box = box(boxes.get(column), bundle.from());
      ends.computeIfAbsent(bundle, b -> new double[2])[0] = box.out;
      box.out += bundles.getOrDefault(bundle, 0) * scale;
    }
    List<Bundle> arriving = new ArrayList<>(leaving);
    arriving.sort(
        Comparator.comparing(Bundle::to)
            .thenComparing(Bundle::from)
            .thenComparing(Bundle::decision));
    for (Bundle bundle : arriving) {
      Box box = box(boxes.get(column + 1), bundle.to());
      ends.computeIfAbsent(bundle, b -> new double[2])[1] = box.in;
      box.in += bundles.getOrDefault(bundle, 0) * scale;
    }
    List<Ribbon> ribbons = new ArrayList<>();
    for (Bundle bundle : leaving) {
      int patients = bundles.getOrDefault(bundle, 0);
      double[] y = ends.getOrDefault(bundle, new double[2]);
      ribbons.add(
          new Ribbon(
              path(x(column) + NODE_WIDTH, y[0], x(column + 1), y[1], patients * scale),
              bundle.decision().name().toLowerCase(Locale.ROOT),
              bundle.from().label()
                  + " to "
                  + bundle.to().label()
                  + ", "
                  + Wording.of(bundle.decision().name()).toLowerCase(Locale.ROOT)
                  + ": "
                  + patients));
    }
    return ribbons;
  }

  private static Box box(Map<Group, Box> boxes, Group group) {
    return boxes.computeIfAbsent(group, g -> new Box(TOP));
  }

  private static String path(double x1, double y1, double x2, double y2, double height) {
    double middle = (x1 + x2) / 2;
    return String.format(
        Locale.ROOT,
        "M%1$.1f %2$.1fC%3$.1f %2$.1f %3$.1f %5$.1f %4$.1f %5$.1fV%6$.1fC%3$.1f %6$.1f %3$.1f %7$.1f"
            + " %1$.1f %7$.1fZ",
        x1,
        y1,
        middle,
        x2,
        y2,
        y2 + height,
        y1 + height);
  }

  private static double x(int column) {
    return column * (WIDTH - LABEL_WIDTH - NODE_WIDTH) / (COLUMNS.size() - 1.0);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
