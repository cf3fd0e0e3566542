package weir.cli.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.failure.MisuseException;

/** What counts as a yes. */
class QuestionTest {
  private final StringWriter out = new StringWriter();

  @ParameterizedTest
  @CsvSource({
    "'y\n', true",
    "'YES \n', true",
    "yes, true",
    "'n\n', false",
    "'\n', false",
    "'', false",
    "'yess\n', false",
    "'no\ny\n', false"
  })
  void onlyAYesIsOne(String typed, boolean yes) {
    Question question = new Question(new StringReader(typed), new PrintWriter(out));
    assertThat(question.isYes("Announce it?")).isEqualTo(yes);
    assertThat(out.toString()).startsWith("Announce it? [y/N] ");
  }

  @Test
  void whereNobodyIsNothingIsDone() {
    Question question = new Question(null, new PrintWriter(out));
    assertThatThrownBy(() -> question.isYes("Announce it?"))
        .isInstanceOf(MisuseException.class)
        .hasMessageContaining("nothing was written")
        .hasMessageContaining("--yes");
  }
}
