package weir.job;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.InstanceofCheck;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import weir.model.Accepted;
import weir.model.Alert;
import weir.model.Rejected;
import weir.model.TowardsTotal;
import weir.model.Verdict;
import weir.rules.KeyedRule;
import weir.rules.TotalInWindows;

/** Arrows between the rooms point down; a rule that finds no class to look at fails by itself. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  private static final Set<String> KINDS =
      Stream.of(
              Accepted.class,
              Rejected.class,
              Alert.class,
              Verdict.class,
              TowardsTotal.class,
              KeyedRule.class,
              TotalInWindows.class)
          .map(Class::getName)
          .collect(Collectors.toUnmodifiableSet());

  @Test
  void arrowsPointDown() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("job")
        .definedBy("weir.job")
        .layer("detect")
        .definedBy("weir.detect")
        .layer("groups")
        .definedBy("weir.groups")
        .layer("read")
        .definedBy("weir.kafka.read")
        .layer("restart")
        .definedBy("weir.kafka.restart")
        .layer("control")
        .definedBy("weir.kafka.control")
        .layer("meters")
        .definedBy("weir.meters")
        .layer("write")
        .definedBy("weir.kafka.write")
        .layer("console")
        .definedBy("weir.console")
        .layer("sink")
        .definedBy("weir.sink")
        .layer("source")
        .definedBy("weir.source")
        .layer("options")
        .definedBy("weir.options")
        .layer("kafka")
        .definedBy("weir.kafka")
        .layer("coders")
        .definedBy("weir.coders")
        .whereLayer("job")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("detect")
        .mayOnlyBeAccessedByLayers("job")
        .whereLayer("groups")
        .mayOnlyBeAccessedByLayers("job", "detect")
        .whereLayer("read")
        .mayOnlyBeAccessedByLayers("job", "restart")
        .whereLayer("restart")
        .mayOnlyBeAccessedByLayers("job")
        .whereLayer("write")
        .mayOnlyBeAccessedByLayers("job", "control")
        .whereLayer("control")
        .mayOnlyBeAccessedByLayers("job")
        .whereLayer("meters")
        .mayOnlyBeAccessedByLayers("detect", "control")
        .whereLayer("console")
        .mayOnlyBeAccessedByLayers("job")
        .whereLayer("sink")
        .mayOnlyBeAccessedByLayers("job", "read", "restart", "write")
        .whereLayer("source")
        .mayOnlyBeAccessedByLayers("job")
        .whereLayer("options")
        .mayOnlyBeAccessedByLayers("job", "sink", "source", "read", "restart", "write")
        .whereLayer("kafka")
        .mayOnlyBeAccessedByLayers("job", "read", "restart", "write", "control")
        .whereLayer("coders")
        .mayOnlyBeAccessedByLayers("detect", "read")
        .check(CLASSES);
  }

  @Test
  void onlyTheEndsKnowKafka() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "weir.detect",
            "weir.coders",
            "weir.sink",
            "weir.source",
            "weir.options",
            "weir.patience")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "org.apache.beam.sdk.io.kafka..")
        .check(CLASSES);
  }

  @Test
  void nothingKnowsAnEngineOrASink() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.beam.runners..",
            "org.apache.flink..",
            "org.apache.spark..",
            "weir.postgres..",
            "weir.lake..",
            "weir.exactly..")
        .check(CLASSES);
  }

  /** Who takes a sum apart otherwise forgets a further kind, and the compiler cannot tell. */
  @Test
  void sumsAreTakenApartByMatch() {
    List<String> checks =
        new ClassFileImporter()
                .withImportOption(location -> !location.contains("testkit"))
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("weir")
                .stream()
                .flatMap(each -> each.getInstanceofChecks().stream())
                .filter(check -> KINDS.contains(check.getRawType().getName()))
                .map(InstanceofCheck::toString)
                .toList();
    assertThat(checks).isEmpty();
  }
}
