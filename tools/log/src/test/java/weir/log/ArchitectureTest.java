package weir.log;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Arrows between the rooms of the log point down. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void arrowsPointDown() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("source")
        .definedBy("weir.log.source")
        .layer("log")
        .definedBy("weir.log")
        .layer("table")
        .definedBy("weir.log.table")
        .layer("duck")
        .definedBy("weir.log.duck")
        .whereLayer("source")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("log")
        .mayOnlyBeAccessedByLayers("source")
        .whereLayer("table")
        .mayOnlyBeAccessedByLayers("log")
        .check(CLASSES);
  }
}
