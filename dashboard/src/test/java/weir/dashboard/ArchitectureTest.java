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
        .layer("openapi")
        .definedBy("weir.dashboard.openapi")
        .layer("cases")
        .definedBy("weir.dashboard.cases")
        .layer("queue")
        .definedBy("weir.dashboard.queue")
        .layer("desk")
        .definedBy("weir.dashboard.desk")
        .layer("evidence")
        .definedBy("weir.dashboard.evidence")
        .layer("model")
        .definedBy("weir.dashboard.model")
        .layer("webhook")
        .definedBy("weir.dashboard.webhook")
        .layer("oidc")
        .definedBy("weir.dashboard.oidc")
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
        .whereLayer("openapi")
        .mayOnlyBeAccessedByLayers("web")
        .whereLayer("cases")
        .mayOnlyBeAccessedByLayers("dashboard", "web")
        .whereLayer("queue")
        .mayOnlyBeAccessedByLayers("dashboard", "web")
        .whereLayer("desk")
        .mayOnlyBeAccessedByLayers("dashboard", "web", "cases", "queue")
        .whereLayer("evidence")
        .mayOnlyBeAccessedByLayers("cases", "desk")
        .whereLayer("model")
        .mayOnlyBeAccessedByLayers("dashboard", "web")
        .whereLayer("webhook")
        .mayOnlyBeAccessedByLayers("dashboard")
        .whereLayer("oidc")
        .mayOnlyBeAccessedByLayers("dashboard", "web")
        .whereLayer("access")
        .mayOnlyBeAccessedByLayers("dashboard", "web", "cases", "queue", "desk", "oidc", "users")
        .whereLayer("store")
        .mayOnlyBeAccessedByLayers(
            "dashboard",
            "web",
            "cases",
            "queue",
            "desk",
            "evidence",
            "model",
            "webhook",
            "access",
            "users")
        .whereLayer("live")
        .mayOnlyBeAccessedByLayers(
            "dashboard", "web", "cases", "desk", "evidence", "model", "webhook", "store")
        .check(CLASSES);
  }
}
