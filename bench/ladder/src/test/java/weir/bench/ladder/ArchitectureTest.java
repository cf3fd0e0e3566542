package weir.bench.ladder;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Arrows between the rooms of the ladder point down. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void arrowsPointDown() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("ladder")
        .definedBy("weir.bench.ladder")
        .layer("drain")
        .definedBy("weir.bench.ladder.drain")
        .layer("backtest")
        .definedBy("weir.bench.ladder.backtest")
        .layer("control")
        .definedBy("weir.bench.ladder.control")
        .layer("growth")
        .definedBy("weir.bench.ladder.growth")
        .layer("latency")
        .definedBy("weir.bench.ladder.latency")
        .layer("round")
        .definedBy("weir.bench.ladder.round")
        .layer("report")
        .definedBy("weir.bench.ladder.report")
        .layer("measure")
        .definedBy("weir.bench.ladder.measure")
        .layer("arena")
        .definedBy("weir.bench.ladder.arena")
        .layer("log")
        .definedBy("weir.bench.ladder.log")
        .whereLayer("ladder")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("drain")
        .mayOnlyBeAccessedByLayers("ladder")
        .whereLayer("backtest")
        .mayOnlyBeAccessedByLayers("ladder")
        .whereLayer("control")
        .mayOnlyBeAccessedByLayers("ladder")
        .whereLayer("growth")
        .mayOnlyBeAccessedByLayers("ladder")
        .whereLayer("latency")
        .mayOnlyBeAccessedByLayers("ladder")
        .whereLayer("round")
        .mayOnlyBeAccessedByLayers("drain", "backtest", "control", "growth", "latency")
        .whereLayer("report")
        .mayOnlyBeAccessedByLayers("drain", "backtest", "control", "growth", "latency")
        .whereLayer("measure")
        .mayOnlyBeAccessedByLayers("backtest", "round")
        .whereLayer("arena")
        .mayOnlyBeAccessedByLayers(
            "drain", "backtest", "control", "growth", "latency", "round", "report")
        .whereLayer("log")
        .mayOnlyBeAccessedByLayers("drain", "backtest", "control", "growth", "latency", "round")
        .check(CLASSES);
  }
}
