package weir.tables;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Arrows between the rooms of tables point down, and neither format knows the other. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void arrowsPointDown() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("command")
        .definedBy("weir.tables.command")
        .layer("iceberg")
        .definedBy("weir.tables.iceberg")
        .layer("delta")
        .definedBy("weir.tables.delta")
        .layer("derive")
        .definedBy("weir.tables.derive")
        .layer("commit")
        .definedBy("weir.tables.commit")
        .layer("files")
        .definedBy("weir.tables.files")
        .whereLayer("command")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("iceberg")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("delta")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("derive")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("commit")
        .mayOnlyBeAccessedByLayers("command", "iceberg", "delta", "derive")
        .check(CLASSES);
  }
}
