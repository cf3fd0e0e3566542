package weir.bench.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.history.History;
import weir.judge.UserJudge;
import weir.model.Accepted;

/** The card is as hot as it is said to be, lap after lap. */
class CardTest {
  private static final RuleBook BOOK = RuleBookReader.readOfUsers();
  private static final int PAYMENTS = 25_000;

  @ParameterizedTest(name = "{0} held, fires: {1}")
  @CsvSource({"5, false", "5, true", "100, false", "100, true", "10000, false", "10000, true"})
  void holdsSoManyAndFiresOrNot(int held, boolean fires) {
    UserJudge judge = new UserJudge(BOOK);
    Card card = new Card(BOOK, held, fires);
    History history = card.history();
    long last = Long.MIN_VALUE;
    int asSaid = 0;
    for (int i = 0; i < PAYMENTS; i++) {
      Accepted next = card.next();
      assertThat(next.transaction().time()).isGreaterThan(last);
      last = next.transaction().time();
      UserJudge.Outcome outcome = judge.judge(history, next);
      assertThat(outcome.changed()).isTrue();
      history = outcome.history();
      assertThat(history.size()).isBetween(held, held + 1 + held / 1000);
      asSaid += Card.fires(outcome) == fires ? 1 : 0;
    }
    // Where a lap begins again, windows see its end before its beginning.
    assertThat(asSaid).isGreaterThan(PAYMENTS * 98 / 100);
  }
}
