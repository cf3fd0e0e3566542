package weir.bench.ladder.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.form.TransactionJson;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.model.Transaction;
import weir.oracle.PlainRun;

/** The card has what it is said to have, and only its large payments raise an alert. */
class HotLogTest {
  private static final int HELD = 300;
  private static final int COUNT = 1000;

  private final RuleBook book = RuleBookReader.readOfUsers();
  private final HotLog card = new HotLog(HotLog.Hot.CARD, 7, HELD, COUNT, book.retentionMillis());
  private final List<Transaction> transactions =
      LongStream.range(0, COUNT).mapToObj(card::transaction).toList();

  @Test
  void nearlyEverythingIsPaidWithIt() {
    assertThat(transactions).filteredOn(tx -> tx.userId().equals(HotLog.USER)).hasSize(990);
  }

  @Test
  void theSameSeedMakesTheSame() {
    HotLog again = new HotLog(HotLog.Hot.CARD, 7, HELD, COUNT, book.retentionMillis());
    HotLog other = new HotLog(HotLog.Hot.CARD, 8, HELD, COUNT, book.retentionMillis());
    assertThat(again.transaction(42)).isEqualTo(card.transaction(42));
    assertThat(other.transaction(42)).isNotEqualTo(card.transaction(42));
  }

  @Test
  void itsHistoryHoldsSoMany() {
    PlainRun run = PlainRun.of(book, "any");
    records().forEach(run::judge);
    assertThat(run.longestHistory()).isBetween(HELD * 98 / 100, HELD + 1);
  }

  @Test
  void aHistoryThatHoldsManyRaisesNothingButItsLargePayments() {
    HotLog hotter = new HotLog(HotLog.Hot.CARD, 7, 5000, 5000, book.retentionMillis());
    PlainRun run = PlainRun.of(book, "any");
    List<LogRecord> records = new ArrayList<>();
    Set<String> large = new HashSet<>();
    for (long number = 0; number < 5000; number++) {
      Transaction tx = hotter.transaction(number);
      records.add(record(tx, number));
      if (tx.amountMinor() > 100_000) {
        large.add(tx.id());
      }
    }
    assertThat(run.judgeAll(records).answers().alerts().values())
        .hasSize(100)
        .allMatch(json -> json.contains("\"rule\":\"high-value\""))
        .allMatch(json -> large.stream().anyMatch(id -> json.contains("\"" + id + "\"")));
  }

  @Test
  void atAHotShopEverySecondPaymentIsMade() {
    HotLog shop = new HotLog(HotLog.Hot.SHOP, 7, HELD, COUNT, 3_600_000);
    List<Transaction> paid = LongStream.range(0, COUNT).mapToObj(shop::transaction).toList();
    assertThat(paid).filteredOn(tx -> HotLog.SHOP.equals(tx.merchantId())).hasSize(COUNT / 2);
    long end = paid.get(COUNT - 1).time();
    assertThat(paid)
        .filteredOn(tx -> HotLog.SHOP.equals(tx.merchantId()) && tx.time() > end - 3_600_000)
        .hasSize(HELD);
  }

  private List<LogRecord> records() {
    return LongStream.range(0, COUNT).mapToObj(n -> record(card.transaction(n), n)).toList();
  }

  private static LogRecord record(Transaction tx, long offset) {
    return new LogRecord(
        new LogPosition(0, offset, tx.time()), null, new Payload(TransactionJson.write(tx)));
  }
}
