package weir;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Arrows between the rooms point down; a rule that finds no class to look at fails by itself. */
class CoreArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void arrowsPointDown() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("walk")
        .definedBy("weir.walk")
        .layer("judge")
        .definedBy("weir.judge")
        .layer("notice")
        .definedBy("weir.notice")
        .layer("keys")
        .definedBy("weir.keys")
        .layer("book")
        .definedBy("weir.book")
        .layer("rules")
        .definedBy("weir.rules")
        .layer("expression")
        .definedBy("weir.expression")
        .layer("learn")
        .definedBy("weir.learn")
        .layer("feature")
        .definedBy("weir.feature")
        .layer("fold")
        .definedBy("weir.fold")
        .layer("history")
        .definedBy("weir.history")
        .layer("filter")
        .definedBy("weir.filter")
        .layer("layer")
        .definedBy("weir.layer")
        .layer("form")
        .definedBy("weir.form")
        .layer("model")
        .definedBy("weir.model")
        .layer("files")
        .definedBy("weir.files")
        .layer("failure")
        .definedBy("weir.failure")
        .layer("fields")
        .definedBy("weir.fields")
        .layer("text")
        .definedBy("weir.text")
        .whereLayer("walk")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("judge")
        .mayOnlyBeAccessedByLayers("walk")
        .whereLayer("notice")
        .mayOnlyBeAccessedByLayers("judge", "walk")
        .whereLayer("keys")
        .mayOnlyBeAccessedByLayers("notice", "judge", "walk")
        .whereLayer("book")
        .mayOnlyBeAccessedByLayers("keys", "notice", "judge", "walk")
        .whereLayer("rules")
        .mayOnlyBeAccessedByLayers("book", "keys", "notice", "judge", "walk")
        .whereLayer("expression")
        .mayOnlyBeAccessedByLayers("rules", "book", "judge")
        .whereLayer("learn")
        .mayOnlyBeAccessedByLayers("rules", "book", "keys", "notice", "judge")
        .whereLayer("history")
        .mayOnlyBeAccessedByLayers("fold", "feature", "rules", "judge", "walk")
        .whereLayer("fold")
        .mayOnlyBeAccessedByLayers("feature")
        .whereLayer("feature")
        .mayOnlyBeAccessedByLayers("rules", "book", "keys", "notice", "judge", "walk")
        .whereLayer("filter")
        .mayOnlyBeAccessedByLayers(
            "expression", "history", "feature", "rules", "book", "keys", "notice", "judge")
        .whereLayer("layer")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("form")
        .mayOnlyBeAccessedByLayers("layer", "book", "notice", "judge")
        .whereLayer("model")
        .mayOnlyBeAccessedByLayers(
            "form",
            "filter",
            "expression",
            "learn",
            "history",
            "feature",
            "rules",
            "book",
            "keys",
            "notice",
            "judge",
            "walk")
        .whereLayer("fields")
        .mayOnlyBeAccessedByLayers(
            "model", "form", "layer", "filter", "feature", "rules", "book", "keys", "judge")
        .whereLayer("files")
        .mayOnlyBeAccessedByLayers("filter", "expression", "feature", "rules", "book", "notice")
        .whereLayer("text")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("failure")
        .mayOnlyBeAccessedByLayers("files", "book", "notice")
        .check(CLASSES);
  }

  /** Beam, Kafka and Hadoop are not even on the class path; the build sees to that. */
  @Test
  void theJudgementKnowsNoLibrary() {
    classes()
        .that()
        .resideInAnyPackage(
            "weir.filter",
            "weir.expression",
            "weir.history",
            "weir.fold",
            "weir.feature",
            "weir.rules",
            "weir.book",
            "weir.keys",
            "weir.judge",
            "weir.walk")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "weir..", "org.jspecify..")
        .check(CLASSES);
  }
}
