package weir.images;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A trial sees what it tries from outside: as files, containers and ports. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void knowsNothingOfPipelineAndPage() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "weir.images",
            "weir.command",
            "weir.launch",
            "weir.failure",
            "com.fasterxml.jackson..",
            "org.yaml.snakeyaml..",
            "picocli",
            "java..",
            "org.jspecify.annotations")
        .check(CLASSES);
  }
}
