package weir.job;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Arrows between the rooms point down; a rule that finds no class to look at fails by itself. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void arrowsPointDown() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("job")
        .definedBy("weir.job")
        .layer("detect")
        .definedBy("weir.detect")
        .layer("read")
        .definedBy("weir.kafka.read")
        .layer("restart")
        .definedBy("weir.kafka.restart")
        .layer("write")
        .definedBy("weir.kafka.write")
        .layer("console")
        .definedBy("weir.console")
        .layer("sink")
        .definedBy("weir.sink")
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
        .whereLayer("read")
        .mayOnlyBeAccessedByLayers("job", "restart")
        .whereLayer("restart")
        .mayOnlyBeAccessedByLayers("job")
        .whereLayer("write")
        .mayOnlyBeAccessedByLayers("job")
        .whereLayer("console")
        .mayOnlyBeAccessedByLayers("job")
        .whereLayer("sink")
        .mayOnlyBeAccessedByLayers("job", "write")
        .whereLayer("options")
        .mayOnlyBeAccessedByLayers("job", "sink", "read", "restart", "write")
        .whereLayer("kafka")
        .mayOnlyBeAccessedByLayers("job", "read", "restart", "write")
        .whereLayer("coders")
        .mayOnlyBeAccessedByLayers("detect", "read")
        .check(CLASSES);
  }

  @Test
  void onlyTheEndsKnowKafka() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "weir.detect", "weir.coders", "weir.sink", "weir.options", "weir.patience")
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
}
