package weir.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.form.TransactionJson;
import weir.judge.Floor;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.model.Transaction;
import weir.notice.Announcements;

/** What a walk holds is bounded by its windows, however long the log is. */
class LongWalkTest {
  private static final RuleBook BOOK =
      RuleBookReader.parse(
          "long walk",
          """
          allowedLateness: 3 s
          allowedClockSkew: 1 s
          horizon: 56 s
          keys: {merchant: merchantId, device: deviceId}
          labels: true
          features:
            shop_20s: {sum: amount, by: merchant, window: 20 s}
            shop_50s: {mean: amount, by: merchant, window: 50 s, edge: 5 s}
            device_30s: {count: transactions, by: device, window: 30 s}
            shop_frauds: {count: fraud, by: merchant, window: 30 s}
            mine: {count: fraud, window: 30 s}
          rules:
            - {id: shop, version: 1, severity: low, when: "shop_20s > 3 * shop_50s && mine >= 0",
               reason: "{shop_20s}"}
            - {id: device, version: 1, severity: low, when: "device_30s > 1 && shop_frauds >= 0",
               reason: "{device_30s} {shop_frauds}"}
            - {id: spend, version: 1, kind: total-in-windows, severity: low,
               limit: 15, window: 10 s, every: 5 s}
          """);

  private static final int PAYMENTS = 6_000;
  private static final int GAP_MILLIS = 50;

  /** How many payments there are within the horizon, the lateness and the skew. */
  private static final int RETAINED = 60_000 / GAP_MILLIS;

  private static final int USER_PAYS = 4;
  private static final int SHOPS = 5;
  private static final long START = 1_772_323_200_000L;

  private final Random random = new Random(19);
  private final AtomicLong reached = new AtomicLong(Floor.UNKNOWN);
  private final AllSaid said = new AllSaid();
  private final AllSaid expected = new AllSaid();
  private final Walk forgets = walk(reached::get, said);
  private final Walk remembers = walk(Floor.NONE, expected);

  private static Walk walk(Floor floor, Receiver receiver) {
    return new Walk(
        BOOK.charter(), Announcements.always(BOOK), /* verdicts= */ true, floor, receiver);
  }

  @Test
  void holdsWhatItsWindowsNeed() {
    for (int i = 0; i < PAYMENTS; i++) {
      step(i);
      if (i % 1000 == 999) {
        assertBounded(forgets.holding());
      }
    }
    assertThat(said.all()).isEqualTo(expected.all());
    assertThat(said.all().stream().filter(each -> each.contains("\"rule\"")).count())
        .isGreaterThan(PAYMENTS / 10);
    Holding all = remembers.holding();
    assertThat(all.users()).isEqualTo(PAYMENTS / USER_PAYS);
    assertThat(all.values()).isGreaterThan(PAYMENTS / USER_PAYS);
    assertThat(all.dossiers()).isEqualTo(3 * PAYMENTS);
    assertThat(all.labels()).isGreaterThan(RETAINED / 4);
    assertThat(all.totals()).isGreaterThan(3 * RETAINED);
  }

  private static void assertBounded(Holding held) {
    // What a user pays lies within a few payments of all others.
    int few = 10 * USER_PAYS;
    assertThat(held.users()).isLessThanOrEqualTo(RETAINED / USER_PAYS + few);
    assertThat(held.payments()).isLessThanOrEqualTo(RETAINED + USER_PAYS * few);
    assertThat(held.values()).isLessThanOrEqualTo(2 * (RETAINED / USER_PAYS + few) + SHOPS);
    // At each of three keys, and an eighth more before it is worth while to forget.
    assertThat(held.dossiers()).isLessThanOrEqualTo(3 * (RETAINED + USER_PAYS * few) * 9 / 8);
    assertThat(held.labels()).isLessThan(RETAINED / 4);
    assertThat(held.totals()).isLessThanOrEqualTo(2 * RETAINED);
  }

  /**
   * A payment by a user and with a device that are there for a while only, and at times a label.
   */
  private void step(int number) {
    long logTime = START + (long) number * GAP_MILLIS;
    reached.set(logTime);
    int group = number / (10 * USER_PAYS) * 10 + number % 10;
    Transaction tx =
        new Transaction(
            "t" + number,
            "u" + group,
            10_00 - number % 7,
            "EUR",
            logTime - random.nextInt(3000),
            "m" + random.nextInt(SHOPS),
            null,
            null,
            null,
            null,
            null,
            null,
            "d" + group);
    byte[] json = TransactionJson.write(tx);
    Payload key = new Payload(tx.userId().getBytes(StandardCharsets.UTF_8));
    LogRecord payment = new LogRecord(new LogPosition(0, number, logTime), key, new Payload(json));
    forgets.judge("payments", payment);
    remembers.judge("payments", payment);
    if (number % 20 == 0) {
      String said =
          new String(json, StandardCharsets.UTF_8).replaceFirst("\\}$", ",\"fraud\":true}");
      LogRecord label =
          new LogRecord(
              new LogPosition(0, number, logTime),
              key,
              new Payload(said.getBytes(StandardCharsets.UTF_8)));
      forgets.hear("labels", label);
      remembers.hear("labels", label);
    }
  }
}
