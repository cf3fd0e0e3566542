package weir.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import weir.files.FaultyFileException;
import weir.files.FileFault;

/** A file as the next book of a log, and how it stands with those that are announced. */
class NextBookTest {
  private static final String RULES =
      """
      allowedLateness: 1 min
      allowedClockSkew: 5 s
      rules:
        - {id: high, version: 1, kind: amount-over, severity: medium, limit: 3500}
        - {id: fast, version: 1, kind: count-in-window, severity: high, moreThan: 3, window: 1 min}
      """;

  private static final long LEAD = 10_000;

  private static Books announced(Books books, long at, @Nullable Long from, String text)
      throws Exception {
    return books.with(new Notice.Book("ann", "", from, text), at);
  }

  private static Books first() throws Exception {
    return announced(Books.none(), 1000, null, RULES);
  }

  @Test
  void everyFaultOfTheNextBookIsToldAtItsPlace() throws Exception {
    Books books = first();
    String next =
        "lead: 5 s\n"
            + RULES.replace("3500", "100").replace("window: 1 min", "window: 2 h")
            + "more: 1\n";
    FaultyFileException faulty =
        catchThrowableOfType(FaultyFileException.class, () -> books.read("next.yaml", next));
    assertThat(faulty.faults())
        .extracting(fault -> fault.line() + ":" + fault.column())
        .containsExactly("1:7", "5:25", "6:25", "6:88", "7:1");
    assertThat(faulty.faults().get(1))
        .extracting(FileFault::sentence)
        .asString()
        .contains("rule 'high' has changed, and its version is still 1");
    assertThat(faulty).hasMessageContaining("next.yaml has 5 faults:\n  next.yaml:1:7: lead: ");
  }

  /** A rule has changed if a feature that it asks for has, and not if others come or go. */
  @Test
  void furtherFeaturesChangeNoRule() throws Exception {
    String rule =
        "  - {id: much, version: 1, severity: low, when: 'spent > 9.0', reason: '{spent}'}\n";
    String features = "features:\n  spent: {sum: amount, window: 1 h}\n";
    String text = "horizon: 1 d\n" + features + RULES + rule;
    Books books = announced(Books.none(), 1000, null, text);
    String more = text.replace(features, features + "  paid: {count: transactions, window: 1 h}\n");
    assertThat(books.read("next.yaml", more)).isEqualTo(books.read("next.yaml", text));
    assertThatThrownBy(
            () ->
                books.read("next.yaml", more.replace("amount, window: 1 h", "amount, window: 2 h")))
        .hasMessageContaining("rule 'much' has changed, and its version is still 1");
  }

  @Test
  void aRuleThatIsWrongIsNotSaidToHaveChanged() throws Exception {
    Books books = first();
    assertThatThrownBy(() -> books.read("next.yaml", RULES.replace("3500", "much")))
        .hasMessageContaining("limit: found 'much'")
        .hasMessageNotContaining("has changed");
  }

  @Test
  void aNoticeThatNobodyWouldReadIsRefusedBeforeItIsWritten() {
    String large = RULES + "# ".repeat(500_000);
    assertThatThrownBy(() -> announced(Books.none(), 1000, null, large))
        .isInstanceOf(IllegalNoticeException.class)
        .hasMessageContaining("expected at most 900000");
  }

  @Test
  void eachBookStandsWhereTheLawPutsIt() throws Exception {
    Books books = first();
    books = announced(books, 2000, 50_000L, RULES); // 2
    books = announced(books, 3000, 70_000L, RULES); // 3
    books = announced(books, 4000, 70_000L, RULES); // 4: at the same time, and later
    books = announced(books, 5000, 90_000L, RULES); // 5
    books = announced(books, 6000, 99_000L, RULES).with(new Notice.Cancel("ann", "", 6), 7000);
    assertThat(Standing.of(books, 71_000))
        .extracting(Standing::state)
        .containsExactly(
            Standing.State.PAST,
            Standing.State.PAST,
            Standing.State.OVERTAKEN,
            Standing.State.IN_FORCE,
            Standing.State.COMING,
            Standing.State.CANCELLED);
    assertThat(Standing.of(books, 71_000))
        .extracting(Standing::until)
        .containsExactly(50_000L, 70_000L, null, 90_000L, null, null);
    for (long now : new long[] {0, 49_999, 50_000, 69_999, 70_000, 89_999, 90_000, 1L << 40}) {
      int inForce = books.inForceAt(now).number();
      assertThat(Standing.of(books, now))
          .filteredOn(each -> each.state() == Standing.State.IN_FORCE)
          .as("at " + now)
          .extracting(each -> each.book().number())
          .containsExactly(inForce);
    }
    assertThat(books.all().get(1).inForceFrom()).isGreaterThanOrEqualTo(2000 + LEAD);
  }
}
