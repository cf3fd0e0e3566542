package weir.job;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The arrows between the packages; a rule that finds no class to look at fails by itself. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void arrowsPointOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("job")
        .definedBy("weir")
        .layer("io")
        .definedBy("weir.io..")
        .layer("detect")
        .definedBy("weir.detect")
        .layer("rules")
        .definedBy("weir.rules")
        .layer("model")
        .definedBy("weir.model")
        .whereLayer("job")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("io")
        .mayOnlyBeAccessedByLayers("job")
        .whereLayer("detect")
        .mayOnlyBeAccessedByLayers("job")
        .whereLayer("rules")
        .mayOnlyBeAccessedByLayers("detect", "job")
        .whereLayer("model")
        .mayOnlyBeAccessedByLayers("io", "detect", "rules", "job")
        .check(CLASSES);
  }

  @Test
  void rulesKnowNoFramework() {
    classes()
        .that()
        .resideInAPackage("weir.rules")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "weir.rules", "weir.model", "weir.yaml", "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void onlyIoKnowsKafka() {
    noClasses()
        .that()
        .resideOutsideOfPackage("weir.io..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "org.apache.beam.sdk.io.kafka..")
        .check(CLASSES);
  }

  @Test
  void nobodyKnowsAnEngine() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.beam.runners..", "org.apache.flink..", "org.apache.spark..")
        .check(CLASSES);
  }
}
