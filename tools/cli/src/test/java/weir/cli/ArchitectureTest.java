package weir.cli;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Arrows between the rooms of the commands point down. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void arrowsPointDown() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("cli")
        .definedBy("weir.cli")
        .layer("demo")
        .definedBy("weir.cli.demo")
        .layer("run")
        .definedBy("weir.cli.run")
        .layer("serve")
        .definedBy("weir.cli.serve")
        .layer("page")
        .definedBy("weir.cli.page")
        .layer("produce")
        .definedBy("weir.cli.produce")
        .layer("read")
        .definedBy("weir.cli.read")
        .layer("lake")
        .definedBy("weir.cli.lake")
        .layer("rules")
        .definedBy("weir.cli.rules")
        .layer("models")
        .definedBy("weir.cli.models")
        .layer("history")
        .definedBy("weir.cli.history")
        .layer("lists")
        .definedBy("weir.cli.lists")
        .layer("control")
        .definedBy("weir.cli.control")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("demo")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("run")
        .mayOnlyBeAccessedByLayers("cli", "demo", "serve")
        .whereLayer("serve")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("page")
        .mayOnlyBeAccessedByLayers("cli", "demo")
        .whereLayer("produce")
        .mayOnlyBeAccessedByLayers("cli", "demo", "read")
        .whereLayer("read")
        .mayOnlyBeAccessedByLayers("cli", "demo")
        .whereLayer("lake")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("rules")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("models")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("history")
        .mayOnlyBeAccessedByLayers("cli", "rules")
        .whereLayer("lists")
        .mayOnlyBeAccessedByLayers("cli", "rules")
        .whereLayer("control")
        .mayOnlyBeAccessedByLayers("rules", "lists", "models")
        .check(CLASSES);
  }
}
