package weir.train.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import weir.book.RuleBook;
import weir.book.RuleBookReader;

/** The book of the docs to learn from has the rules that ship with Weir, and more features. */
class ExampleBookTest {
  @Test
  void hasTheDefaultRules() {
    RuleBook book = RuleBookReader.read(Path.of("../../docs/examples/learn.yaml"));
    assertThat(book.rules()).isEqualTo(RuleBookReader.readDefault().rules());
    assertThat(book.charter().labels()).isTrue();
  }
}
