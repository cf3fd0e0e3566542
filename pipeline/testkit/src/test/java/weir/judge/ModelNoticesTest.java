package weir.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import weir.learn.Model;
import weir.notice.AnnouncedModels;
import weir.notice.Books;
import weir.notice.IllegalNoticeException;
import weir.notice.Notice;
import weir.oracle.SmallModels;

/** Models among the notices of a control topic. */
class ModelNoticesTest {
  private static final String BOOK =
      """
      allowedLateness: 3 s
      allowedClockSkew: 1 s
      horizon: 1 min
      lead: 10 s
      features:
        many: {count: transactions, window: 20 s}
      rules:
        - {id: dear, version: 1, kind: amount-over, severity: low, limit: 100}
      """;

  private static final Model MODEL =
      SmallModels.of(BOOK, List.of("amount", "many"), 3, new Random(1));
  private static final String RULE = SmallModels.rule("learned", MODEL, 500, "");
  private static final long START = 1_000_000;

  private static Books told(Books books, Notice notice, long at) throws IllegalNoticeException {
    return books.with(notice, at);
  }

  private static Notice.Book book(String text) {
    return new Notice.Book("ann", "", /* from= */ null, text);
  }

  private static void assertRefused(Books books, Notice notice, String why) {
    assertThatThrownBy(() -> books.with(notice, START + 5))
        .isInstanceOf(IllegalNoticeException.class)
        .hasMessageContaining(why);
  }

  @Test
  void aBookNamesAModelThatStandsBeforeIt() throws Exception {
    Books known = told(Books.none(), Notice.Model.of("zoe", "the first", MODEL), START);
    Books first = told(known, book(BOOK + RULE), START + 1);
    assertThat(first.all()).hasSize(1);
    AnnouncedModels.One one = first.models().all().get(0);
    assertThat(one.author() + " " + one.comment()).isEqualTo("zoe the first");
    assertThat(one.at()).isEqualTo(START);
    assertThat(one.model().artefact()).isEqualTo(MODEL.artefact());
  }

  @Test
  void aBookMayNotNameOneThatComesLater() throws Exception {
    Books first = told(Books.none(), book(BOOK), START);
    assertRefused(first, book(BOOK + RULE), "no model " + MODEL.name() + " is announced");
    Books later = told(first, Notice.Model.of("zoe", "", MODEL), START + 6);
    assertThat(told(later, book(BOOK + RULE), START + 7).all()).hasSize(2);
    assertThat(later.all()).as("by itself a model is no book").hasSize(1);
  }

  @Test
  void aModelIsWhatItsNameSays() {
    String artefact = new String(MODEL.artefact(), StandardCharsets.UTF_8);
    String other = MODEL.name().replace('a', 'b');
    assertRefused(
        Books.none(),
        new Notice.Model("zoe", "", other, artefact),
        "the model is called " + other + ", but its content is that of " + MODEL.name());
    assertRefused(
        Books.none(),
        new Notice.Model("zoe", "", MODEL.name(), artefact.replace("\"base\":", "\"bass\":")),
        "the model cannot be used: ");
  }

  @Test
  void toldTwiceTheFirstStands() throws Exception {
    Books once = told(Books.none(), Notice.Model.of("zoe", "", MODEL), START);
    Books twice = told(once, Notice.Model.of("bob", "again", MODEL), START + 1);
    assertThat(twice.models().all()).hasSize(1);
    assertThat(twice.models().all().get(0).author()).isEqualTo("zoe");
  }

  @Test
  void modelsOutliveListsAndCancels() throws Exception {
    Books books = told(Books.none(), Notice.Model.of("zoe", "", MODEL), START);
    books = told(books, book(BOOK), START + 1);
    books = told(books, new Notice.Book("ann", "", START + 100_000, BOOK + RULE), START + 2);
    books = told(books, new Notice.Cancel("bob", "", 2), START + 3);
    Notice.ListChange change =
        new Notice.ListChange("eve", "", null, "risky", /* clear= */ true, List.of(), List.of());
    books = told(books, change, START + 4);
    assertThat(books.models().names()).containsExactly(MODEL.name());
    assertThat(told(books, book(BOOK + RULE), START + 5).all()).hasSize(3);
  }
}
