package weir.backtest;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Arrows between the rooms of back-tests point down. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void arrowsPointDown() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("command")
        .definedBy("weir.backtest.command")
        .layer("pass")
        .definedBy("weir.backtest.pass")
        .layer("report")
        .definedBy("weir.backtest.report")
        .layer("cluster")
        .definedBy("weir.backtest.cluster")
        .layer("tally")
        .definedBy("weir.backtest.tally")
        .layer("sweep")
        .definedBy("weir.backtest.sweep")
        .layer("answer")
        .definedBy("weir.backtest.answer")
        .whereLayer("command")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("report")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("sweep")
        .mayOnlyBeAccessedByLayers("command", "report")
        .whereLayer("pass")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("cluster")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("tally")
        .mayOnlyBeAccessedByLayers("command", "pass", "cluster")
        .check(CLASSES);
  }
}
