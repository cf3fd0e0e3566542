package weir.dashboard;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Arrows between the rooms of the page point down. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void arrowsPointDown() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("dashboard")
        .definedBy("weir.dashboard")
        .layer("users")
        .definedBy("weir.dashboard.users")
        .layer("web")
        .definedBy("weir.dashboard.web")
        .layer("rules")
        .definedBy("weir.dashboard.rules")
        .layer("backtest")
        .definedBy("weir.dashboard.backtest")
        .layer("notices")
        .definedBy("weir.dashboard.notices")
        .layer("desk")
        .definedBy("weir.dashboard.desk")
        .layer("access")
        .definedBy("weir.dashboard.access")
        .layer("store")
        .definedBy("weir.dashboard.store")
        .layer("live")
        .definedBy("weir.dashboard.live")
        .whereLayer("dashboard")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("users")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("web")
        .mayOnlyBeAccessedByLayers("dashboard")
        .whereLayer("rules")
        .mayOnlyBeAccessedByLayers("dashboard", "web")
        .whereLayer("backtest")
        .mayOnlyBeAccessedByLayers("dashboard", "web", "rules")
        .whereLayer("notices")
        .mayOnlyBeAccessedByLayers("dashboard", "web", "rules")
        .whereLayer("desk")
        .mayOnlyBeAccessedByLayers("dashboard", "web", "rules", "backtest", "notices")
        .whereLayer("access")
        .mayOnlyBeAccessedByLayers(
            "dashboard", "web", "rules", "backtest", "notices", "desk", "users")
        .whereLayer("store")
        .mayOnlyBeAccessedByLayers(
            "dashboard", "web", "rules", "backtest", "notices", "desk", "access", "users")
        .whereLayer("live")
        .mayOnlyBeAccessedByLayers("dashboard", "web", "desk", "store")
        .check(CLASSES);
  }
}
