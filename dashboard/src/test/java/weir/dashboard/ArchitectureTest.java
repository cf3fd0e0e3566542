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
        .layer("rules")
        .definedBy("weir.dashboard.rules")
        .layer("backtest")
        .definedBy("weir.dashboard.backtest")
        .layer("notices")
        .definedBy("weir.dashboard.notices")
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
        .whereLayer("evidence")
        .mayOnlyBeAccessedByLayers("cases", "desk")
        .whereLayer("model")
        .mayOnlyBeAccessedByLayers("dashboard", "web")
        .whereLayer("webhook")
        .mayOnlyBeAccessedByLayers("dashboard")
        .whereLayer("oidc")
        .mayOnlyBeAccessedByLayers("dashboard", "web")
        .whereLayer("rules")
        .mayOnlyBeAccessedByLayers("dashboard", "web")
        .whereLayer("backtest")
        .mayOnlyBeAccessedByLayers("dashboard", "web", "rules")
        .whereLayer("notices")
        .mayOnlyBeAccessedByLayers("dashboard", "web", "rules")
        .whereLayer("desk")
        .mayOnlyBeAccessedByLayers(
            "dashboard", "web", "cases", "queue", "rules", "backtest", "notices")
        .whereLayer("access")
        .mayOnlyBeAccessedByLayers(
            "dashboard",
            "web",
            "cases",
            "queue",
            "rules",
            "backtest",
            "notices",
            "desk",
            "oidc",
            "users")
        .whereLayer("store")
        .mayOnlyBeAccessedByLayers(
            "dashboard",
            "web",
            "cases",
            "queue",
            "rules",
            "backtest",
            "notices",
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
