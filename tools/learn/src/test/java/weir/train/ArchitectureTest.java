package weir.train;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Arrows between the rooms of training point down. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void arrowsPointDown() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("command")
        .definedBy("weir.train.command")
        .layer("gather")
        .definedBy("weir.train.gather")
        .layer("train")
        .definedBy("weir.train")
        .layer("report")
        .definedBy("weir.train.report")
        .layer("trees")
        .definedBy("weir.train.trees")
        .layer("measure")
        .definedBy("weir.train.measure")
        .layer("rows")
        .definedBy("weir.train.rows")
        .whereLayer("command")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("gather")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("train")
        .mayOnlyBeAccessedByLayers("command", "gather")
        .whereLayer("report")
        .mayOnlyBeAccessedByLayers("command", "train")
        .whereLayer("trees")
        .mayOnlyBeAccessedByLayers("train")
        .whereLayer("measure")
        .mayOnlyBeAccessedByLayers("command", "train", "report", "trees")
        .check(CLASSES);
  }

  @Test
  void onlyTreesKnowXgboost() {
    noClasses()
        .that()
        .resideOutsideOfPackage("weir.train.trees")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ml.dmlc..")
        .check(CLASSES);
  }
}
