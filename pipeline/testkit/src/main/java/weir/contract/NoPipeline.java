package weir.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;

/** Checks that a twin uses nothing of Beam but the binary forms of values. */
public final class NoPipeline {
  private NoPipeline() {}

  /** Checks the compiled classes of the module under test. */
  public static void check() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.beam.sdk",
            "org.apache.beam.sdk.transforms..",
            "org.apache.beam.sdk.values..",
            "org.apache.beam.sdk.io..",
            "org.apache.beam.runners..")
        .check(new ClassFileImporter().importPath(Path.of("target", "classes")));
  }
}
