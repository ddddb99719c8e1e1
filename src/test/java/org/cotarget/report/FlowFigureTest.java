package org.cotarget.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotarget.eligibility.Decision;
import org.cotarget.report.FlowFigure.Course;
import org.cotarget.report.FlowFigure.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowFigureTest {

  private static Course course(String receptors, Decision decision) {
    return new Course(
        List.of(
            new Group(0, "all", ""),
            new Group(receptors.length(), receptors, ""),
            new Group(0, "active", ""),
            new Group(
                List.of(Decision.values()).indexOf(decision), decision.name(), decision.name())),
        decision);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 300, 20_000})
  void everyPatientIsInEveryColumnOnce(int times) {
    List<Course> courses =
        Collections.nCopies(
                times,
                List.of(
                    course("TNBC", Decision.CANDIDATE), course("other", Decision.NOT_CANDIDATE)))
            .stream()
            .flatMap(List::stream)
            .toList();

    FlowFigure figure = FlowFigure.of(courses);

    assertThat(
            figure.nodes().stream()
                .collect(
                    Collectors.groupingBy(
                        FlowFigure.Node::x, Collectors.summingInt(FlowFigure.Node::patients)))
                .values())
        .hasSize(4)
        .containsOnly(2 * times);
    assertThat(figure.height()).isLessThanOrEqualTo(410);
    assertThat(figure.nodes())
        .allSatisfy(
            node ->
                assertThat(Double.parseDouble(node.y()) + Double.parseDouble(node.height()))
                    .isLessThanOrEqualTo(figure.height()));
  }

  @Test
  void ribbonsAreNamedAndKeepTheirDecision() {
    FlowFigure figure =
        FlowFigure.of(
            Stream.of(
                    course("TNBC", Decision.CANDIDATE),
                    course("TNBC", Decision.INDETERMINATE),
                    course("TNBC", Decision.INDETERMINATE))
                .toList());

    assertThat(figure.ribbons())
        .extracting(FlowFigure.Ribbon::css, FlowFigure.Ribbon::title)
        .contains(
            org.assertj.core.groups.Tuple.tuple("candidate", "all to TNBC, candidate: 1"),
            org.assertj.core.groups.Tuple.tuple("indeterminate", "all to TNBC, indeterminate: 2"));
  }

  @Test
  void anEmptyCohortGivesAnEmptyFigure() {
    FlowFigure figure = FlowFigure.of(List.of());

    assertThat(figure.nodes()).isEmpty();
    assertThat(figure.ribbons()).isEmpty();
    assertThat(figure.titles()).hasSize(4);
  }
}
