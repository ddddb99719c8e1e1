package org.cotarget.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.cotarget.assess.pi3k.LooksAtReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Imports point one way: cli, Stratification, report, eligibility, assess, {annotation,
 * expression}, {cohort, reference}.
 */
class PackageFlowTest {

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.cotarget");

  static Stream<ArchRule> rules() {
    return Stream.of(
        nothingBelow(
            "org.cotarget.cohort..",
            "org.cotarget.reference..",
            "org.cotarget.annotation..",
            "org.cotarget.expression..",
            "org.cotarget.assess..",
            "org.cotarget.eligibility..",
            "org.cotarget.report..",
            "org.cotarget.input..",
            "org.cotarget.cli.."),
        nothingBelow(
            "org.cotarget.reference..",
            "org.cotarget.cohort..",
            "org.cotarget.annotation..",
            "org.cotarget.expression..",
            "org.cotarget.assess..",
            "org.cotarget.eligibility..",
            "org.cotarget.report..",
            "org.cotarget.input..",
            "org.cotarget.cli.."),
        nothingBelow(
            "org.cotarget.annotation..",
            "org.cotarget.expression..",
            "org.cotarget.assess..",
            "org.cotarget.eligibility..",
            "org.cotarget.report..",
            "org.cotarget.input..",
            "org.cotarget.cli.."),
        nothingBelow(
            "org.cotarget.expression..",
            "org.cotarget.annotation..",
            "org.cotarget.assess..",
            "org.cotarget.eligibility..",
            "org.cotarget.report..",
            "org.cotarget.input..",
            "org.cotarget.cli.."),
        nothingBelow(
            "org.cotarget.assess..",
            "org.cotarget.eligibility..",
            "org.cotarget.report..",
            "org.cotarget.input..",
            "org.cotarget.cli.."),
        nothingBelow(
            "org.cotarget.assess.receptor..",
            "org.cotarget.assess.pi3k..",
            "org.cotarget.assess.jakstat.."),
        nothingBelow(
            "org.cotarget.assess.pi3k..",
            "org.cotarget.assess.receptor..",
            "org.cotarget.assess.jakstat.."),
        nothingBelow(
            "org.cotarget.assess.jakstat..",
            "org.cotarget.assess.receptor..",
            "org.cotarget.assess.pi3k.."),
        nothingBelow(
            "org.cotarget.eligibility..",
            "org.cotarget.report..",
            "org.cotarget.input..",
            "org.cotarget.cli.."),
        nothingBelow("org.cotarget.report..", "org.cotarget.input..", "org.cotarget.cli.."),
        nothingBelow(
            "org.cotarget.input..",
            "org.cotarget.annotation..",
            "org.cotarget.expression..",
            "org.cotarget.assess..",
            "org.cotarget.eligibility..",
            "org.cotarget.report..",
            "org.cotarget.cli.."),
        noClasses()
            .that()
            .resideOutsideOfPackage("org.cotarget.cli..")
            .and()
            .resideInAPackage("org.cotarget")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.cotarget.input..", "org.cotarget.cli.."),
        noClasses()
            .that()
            .resideOutsideOfPackage("org.cotarget.input..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("htsjdk.."),
        noClasses()
            .that()
            .resideOutsideOfPackages(
                "org.cotarget.input..", "org.cotarget.reference..", "org.cotarget.report..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.commons.csv.."),
        noClasses()
            .that()
            .resideOutsideOfPackage("org.cotarget.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "ch.qos.logback..", "me.tongfei.."),
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.cotarget.cli.Main")
            .should()
            .callMethod(System.class, "exit", int.class),
        slices().matching("org.cotarget.(**)").should().beFreeOfCycles());
  }

  private static ArchRule nothingBelow(String floor, String... above) {
    return noClasses()
        .that()
        .resideInAPackage(floor)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(above);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(ArchRule rule) {
    assertThatCode(() -> rule.allowEmptyShould(true).check(PRODUCT)).doesNotThrowAnyException();
  }

  @Test
  void looksAtTheWholeProduct() {
    assertThat(PRODUCT.size()).isGreaterThan(100);
  }

  /** The rules would be worthless if they passed whatever the imports are. */
  @Test
  void failsOnAPlantedViolation() {
    JavaClasses planted = new ClassFileImporter().importClasses(LooksAtReport.class);
    List<ArchRule> broken =
        rules()
            .filter(rule -> rule.allowEmptyShould(true).evaluate(planted).hasViolation())
            .toList();
    assertThat(broken)
        .as("assess may not see report, and only Main may end the process")
        .hasSize(2);
  }
}
