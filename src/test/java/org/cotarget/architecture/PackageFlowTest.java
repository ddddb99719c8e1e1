package org.cotarget.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.cotarget.assess.jakstat.planted.LooksAtPi3k;
import org.cotarget.assess.pi3k.LooksAtReport;
import org.cotarget.eligibility.planted.UsesCommonsCsv;
import org.cotarget.planted.first.First;
import org.cotarget.planted.second.Second;
import org.cotarget.report.planted.LooksAtEvaluation;
import org.cotarget.report.planted.LooksAtInput;
import org.cotarget.report.planted.UsesHtsjdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Imports point one way: cli, {Stratification, evaluation}, report, eligibility, assess,
 * {annotation, expression}, {cohort, reference}.
 */
class PackageFlowTest {

  private static final String COHORT = "org.cotarget.cohort..";
  private static final String REFERENCE = "org.cotarget.reference..";
  private static final String ANNOTATION = "org.cotarget.annotation..";
  private static final String EXPRESSION = "org.cotarget.expression..";
  private static final String ASSESS = "org.cotarget.assess..";
  private static final String RECEPTOR = "org.cotarget.assess.receptor..";
  private static final String PI3K = "org.cotarget.assess.pi3k..";
  private static final String JAK_STAT = "org.cotarget.assess.jakstat..";
  private static final String ELIGIBILITY = "org.cotarget.eligibility..";
  private static final String REPORT = "org.cotarget.report..";
  private static final String EXPORT = "org.cotarget.report.export..";
  private static final String EVALUATION = "org.cotarget.evaluation..";
  private static final String INPUT = "org.cotarget.input..";
  private static final String CLI = "org.cotarget.cli..";

  /** The package of {@code Stratification}, without those below it. */
  private static final String ROOT = "org.cotarget";

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  /** A package that must not see others. */
  private record Floor(String floor, List<String> above) {

    static Floor of(String floor, String... above) {
      return new Floor(floor, List.of(above));
    }

    String name() {
      return floor + " sees nothing above it";
    }

    ArchRule rule() {
      return noClasses()
          .that()
          .resideInAPackage(floor)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(above.toArray(String[]::new))
          .as(name());
    }
  }

  /** A library that only some packages may use. */
  private record Library(String name, List<String> packages, List<String> users) {

    ArchRule rule() {
      return noClasses()
          .that()
          .resideOutsideOfPackages(users.toArray(String[]::new))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(packages.toArray(String[]::new))
          .as(name);
    }
  }

  private static final List<Floor> FLOORS =
      List.of(
          Floor.of(
              COHORT,
              REFERENCE,
              ANNOTATION,
              EXPRESSION,
              ASSESS,
              ELIGIBILITY,
              REPORT,
              EVALUATION,
              INPUT,
              CLI),
          Floor.of(
              REFERENCE,
              COHORT,
              ANNOTATION,
              EXPRESSION,
              ASSESS,
              ELIGIBILITY,
              REPORT,
              EVALUATION,
              INPUT,
              CLI),
          Floor.of(ANNOTATION, EXPRESSION, ASSESS, ELIGIBILITY, REPORT, EVALUATION, INPUT, CLI),
          Floor.of(EXPRESSION, ANNOTATION, ASSESS, ELIGIBILITY, REPORT, EVALUATION, INPUT, CLI),
          Floor.of(ASSESS, ELIGIBILITY, REPORT, EVALUATION, INPUT, CLI),
          Floor.of(RECEPTOR, PI3K, JAK_STAT),
          Floor.of(PI3K, RECEPTOR, JAK_STAT),
          Floor.of(JAK_STAT, RECEPTOR, PI3K),
          Floor.of(ELIGIBILITY, REPORT, EVALUATION, INPUT, CLI),
          Floor.of(REPORT, EVALUATION, INPUT, CLI),
          Floor.of(EVALUATION, ANNOTATION, EXPRESSION, ASSESS, ELIGIBILITY, INPUT, CLI),
          Floor.of(INPUT, ANNOTATION, EXPRESSION, ASSESS, ELIGIBILITY, REPORT, EVALUATION, CLI),
          Floor.of(ROOT, EVALUATION, INPUT, CLI));

  private static final List<Library> LIBRARIES =
      List.of(
          new Library("htsjdk only in input", List.of("htsjdk.."), List.of(INPUT)),
          new Library(
              "Commons CSV only where tables are read or written",
              List.of("org.apache.commons.csv.."),
              List.of(INPUT, REFERENCE, REPORT)),
          new Library("spreadsheets only in exports", List.of("org.dhatim.."), List.of(EXPORT)),
          new Library(
              "the terminal only in cli",
              List.of("picocli..", "ch.qos.logback..", "me.tongfei.."),
              List.of(CLI)));

  private static final String ONLY_MAIN_EXITS = "only Main ends the process";
  private static final String NO_CYCLES = "packages are free of cycles";

  static Stream<ArchRule> rules() {
    return Stream.of(
            FLOORS.stream().map(Floor::rule),
            LIBRARIES.stream().map(Library::rule),
            Stream.of(
                noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("org.cotarget.cli.Main")
                    .should()
                    .callMethod(System.class, "exit", int.class)
                    .as(ONLY_MAIN_EXITS),
                slices().matching("org.cotarget.(**)").should().beFreeOfCycles().as(NO_CYCLES)))
        .flatMap(rules -> rules);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(ArchRule rule) {
    assertThatCode(() -> rule.check(PRODUCT)).doesNotThrowAnyException();
  }

  @Test
  void looksAtTheWholeProduct() {
    assertThat(PRODUCT.size()).isGreaterThan(100);
    assertThat(PRODUCT.stream().map(type -> type.getName()))
        .contains("org.cotarget.cli.Main")
        .doesNotContain(First.class.getName());
  }

  static Stream<String> ownPackages() {
    return Stream.concat(
            FLOORS.stream()
                .flatMap(floor -> Stream.concat(Stream.of(floor.floor()), floor.above().stream())),
            LIBRARIES.stream().flatMap(library -> library.users().stream()))
        .distinct();
  }

  /** A rule about a package that was renamed would hold whatever the imports are. */
  @ParameterizedTest
  @MethodSource("ownPackages")
  void namesPackagesThatHaveClasses(String name) {
    assertThat(PRODUCT.that(resideInAPackage(name)).size()).as(name).isPositive();
  }

  @Test
  void hasARuleForEveryPackage() {
    assertThat(
            PRODUCT.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .filter(not(resideInAPackage(CLI)))
                .filter(
                    type -> FLOORS.stream().noneMatch(f -> resideInAPackage(f.floor()).test(type))))
        .isEmpty();
  }

  static Stream<String> libraryPackages() {
    return LIBRARIES.stream().flatMap(library -> library.packages().stream());
  }

  @ParameterizedTest
  @MethodSource("libraryPackages")
  void namesLibrariesThatAreUsed(String name) {
    assertThat(
            PRODUCT.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(used -> resideInAPackage(name).test(used.getTargetClass())))
        .as(name)
        .isNotEmpty();
  }

  static Stream<Arguments> violations() {
    return Stream.of(
        arguments(List.of(UsesHtsjdk.class), List.of("htsjdk only in input")),
        arguments(
            List.of(UsesCommonsCsv.class),
            List.of("Commons CSV only where tables are read or written")),
        arguments(List.of(LooksAtPi3k.class), List.of(Floor.of(JAK_STAT).name())),
        arguments(List.of(LooksAtInput.class), List.of(Floor.of(REPORT).name())),
        arguments(List.of(LooksAtEvaluation.class), List.of(Floor.of(REPORT).name())),
        arguments(List.of(LooksAtReport.class), List.of(Floor.of(ASSESS).name(), ONLY_MAIN_EXITS)),
        arguments(List.of(First.class, Second.class), List.of(NO_CYCLES)));
  }

  /** The rules would be worthless if they passed whatever the imports are. */
  @ParameterizedTest
  @MethodSource("violations")
  void failsOnAPlantedViolation(List<Class<?>> planted, List<String> broken) {
    JavaClasses classes = new ClassFileImporter().importClasses(planted);
    assertThat(
            rules()
                .filter(rule -> rule.allowEmptyShould(true).evaluate(classes).hasViolation())
                .map(ArchRule::getDescription))
        .containsExactlyInAnyOrderElementsOf(broken);
  }
}
