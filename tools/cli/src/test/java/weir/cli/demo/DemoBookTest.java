package weir.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.book.ModelFile;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.failure.MisuseException;
import weir.learn.Model;
import weir.notice.Books;
import weir.notice.Notice;
import weir.rules.Audience;
import weir.rules.Models;
import weir.rules.Rule;

/** The book that ships for the demo, and the model that ships with it. */
class DemoBookTest {
  private static final String NAME = "the demo's rules";

  private static RuleBook book() {
    return RuleBookReader.parseFirst(NAME, DemoBook.text(), Models.of(List.of(DemoBook.model())));
  }

  @Test
  void theModelIsWhatItsNameSays(@TempDir Path folder) throws Exception {
    Model model = DemoBook.model();
    assertThat(model.name()).isEqualTo(DemoBook.modelName());
    assertThat(ModelFile.nameOf(model)).isEqualTo(DemoBook.modelFile());
    assertThat(model.artefact()).asString().isEqualTo(DemoBook.modelText());
    Path file = Files.writeString(folder.resolve(DemoBook.modelFile()), DemoBook.modelText());
    assertThat(ModelFile.read(file).name()).isEqualTo(DemoBook.modelName());
  }

  @Test
  void theModelFitsTheBook() {
    RuleBookReader.checkFits(DemoBook.model(), NAME, DemoBook.text(), /* standing= */ null);
    assertThatThrownBy(() -> RuleBookReader.parseFirst(NAME, DemoBook.text(), Models.of(List.of())))
        .isInstanceOf(MisuseException.class)
        .hasMessageContaining(DemoBook.modelName());
  }

  @Test
  void itsRulesAreThoseOfTheDefaultBookAndTheModelOnTrial() {
    List<Rule> rules = book().rules();
    List<Rule> standard = RuleBookReader.readDefault().rules();
    assertThat(rules.subList(0, rules.size() - 1)).containsExactlyElementsOf(standard);
    Rule last = rules.get(rules.size() - 1);
    assertThat(last.header().id()).isEqualTo("model");
    assertThat(last.header().audience()).isEqualTo(Audience.NOBODY);
  }

  /** Whoever announces to a demo what was made from the default book is not refused. */
  @Test
  void aBookThatIsMadeFromTheDefaultOneCanFollow() throws Exception {
    Books first =
        Books.none()
            .with(Notice.Model.of("ann", "", DemoBook.model()), /* time= */ 1000)
            .with(new Notice.Book("ann", "", null, DemoBook.text()), /* time= */ 1000);
    assertThat(first.charter().labels()).isTrue();
    RuleBook next = first.read("next.yaml", RuleBookReader.defaultText());
    assertThat(next.rules()).isEqualTo(RuleBookReader.readDefault().rules());
  }

  /** A demo starts at any hour, and anywhere. */
  @Test
  void theModelLooksAtNeitherTheHourNorThePlace() {
    assertThat(DemoBook.model().inputs())
        .extracting(input -> input.text())
        .hasSizeGreaterThan(10)
        .noneMatch(text -> text.contains("hour") || text.contains("weekday"))
        .doesNotContain("latitude", "longitude");
  }
}
