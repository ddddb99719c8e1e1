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
import org.cotarget.architecture.planted.assess.pi3k.LooksAtReport;
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
            "..cohort..",
            "..reference..",
            "..annotation..",
            "..expression..",
            "..assess..",
            "..eligibility..",
            "..report..",
            "..input..",
            "..cli.."),
        nothingBelow(
            "..reference..",
            "..cohort..",
            "..annotation..",
            "..expression..",
            "..assess..",
            "..eligibility..",
            "..report..",
            "..input..",
            "..cli.."),
        nothingBelow(
            "..annotation..",
            "..expression..",
            "..assess..",
            "..eligibility..",
            "..report..",
            "..input..",
            "..cli.."),
        nothingBelow(
            "..expression..",
            "..annotation..",
            "..assess..",
            "..eligibility..",
            "..report..",
            "..input..",
            "..cli.."),
        nothingBelow("..assess..", "..eligibility..", "..report..", "..input..", "..cli.."),
        nothingBelow("..assess.receptor..", "..assess.pi3k..", "..assess.jakstat.."),
        nothingBelow("..assess.pi3k..", "..assess.receptor..", "..assess.jakstat.."),
        nothingBelow("..assess.jakstat..", "..assess.receptor..", "..assess.pi3k.."),
        nothingBelow("..eligibility..", "..report..", "..input..", "..cli.."),
        nothingBelow("..report..", "..input..", "..cli.."),
        nothingBelow(
            "..input..",
            "..annotation..",
            "..expression..",
            "..assess..",
            "..eligibility..",
            "..report..",
            "..cli.."),
        noClasses()
            .that()
            .resideOutsideOfPackage("..cli..")
            .and()
            .resideInAPackage("org.cotarget")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..input..", "..cli.."),
        noClasses()
            .that()
            .resideOutsideOfPackage("..input..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("htsjdk.."),
        noClasses()
            .that()
            .resideOutsideOfPackages("..input..", "..reference..", "..report..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.commons.csv.."),
        noClasses()
            .that()
            .resideOutsideOfPackage("..cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "ch.qos.logback..", "me.tongfei.."),
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.cotarget.cli.Main")
            .should()
            .callMethod(System.class, "exit", int.class),
        slices().matching("org.cotarget.(*)..").should().beFreeOfCycles());
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
