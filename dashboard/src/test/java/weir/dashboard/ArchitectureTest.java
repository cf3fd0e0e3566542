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
        .layer("queue")
        .definedBy("weir.dashboard.queue")
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
        .whereLayer("queue")
        .mayOnlyBeAccessedByLayers("dashboard", "web")
        .whereLayer("desk")
        .mayOnlyBeAccessedByLayers("dashboard", "web", "queue")
        .whereLayer("access")
        .mayOnlyBeAccessedByLayers("dashboard", "web", "queue", "desk", "users")
        .whereLayer("store")
        .mayOnlyBeAccessedByLayers("dashboard", "web", "queue", "desk", "access", "users")
        .whereLayer("live")
        .mayOnlyBeAccessedByLayers("dashboard", "web", "desk", "store")
        .check(CLASSES);
  }
}
