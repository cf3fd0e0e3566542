package weir.bench.ladder.growth;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import weir.bench.ladder.log.EndMarkers;
import weir.bench.ladder.log.Filling;
import weir.form.TransactionJson;
import weir.model.Transaction;
import weir.producer.KafkaSink;

/**
 * A card that pays for nearly everything, or a shop at which every second payment is made, in an
 * even flow, so that it always holds the same number of transactions. Most payments are charges too
 * small for any rule. Now and then one is large, and its alert tells how far the judgement has
 * come. Large payments change currencies, so that no total is exceeded.
 *
 * @param held how many transactions the hot one holds
 * @param count how many transactions there are in all
 * @param heldMillis how long it holds them
 */
record HotLog(Hot hot, long seed, int held, long count, long heldMillis) implements Filling {
  /** What has most of the transactions. */
  enum Hot {
    CARD,
    SHOP
  }

  static final String USER = "hot-card";
  static final String SHOP = "hot-shop";

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final long AFTERWARDS_MILLIS = 1000;
  private static final int LARGE_EVERY = 50;
  private static final int OTHERS_EVERY = 100;
  private static final int OTHERS = 1000;
  private static final int SHOPPERS = 20_000;
  private static final long LARGE_MINOR = 360_000;
  private static final String[] CURRENCIES = {
    "EUR", "USD", "GBP", "CHF", "CAD", "AUD", "NZD", "SGD", "BBD", "BSD"
  };

  /** The transaction with this number, always the same for the same seed. */
  Transaction transaction(long number) {
    SplittableRandom dice = new SplittableRandom(seed * 31 + number);
    boolean large = number % LARGE_EVERY == 0;
    boolean other = !large && number % OTHERS_EVERY == 1;
    String user =
        switch (hot) {
          case CARD -> other ? "card-" + dice.nextInt(OTHERS) : USER;
          case SHOP -> "card-" + dice.nextInt(SHOPPERS);
        };
    String shop = "merchant-" + dice.nextInt(1000);
    return new Transaction(
        "hot-" + seed + "-" + number,
        user,
        large ? LARGE_MINOR : 1 + dice.nextInt(9),
        large ? CURRENCIES[(int) (number / LARGE_EVERY % CURRENCIES.length)] : "EUR",
        time(number),
        hot == Hot.SHOP && number % 2 == 1 ? SHOP : shop,
        large ? "travel" : "subscription",
        "card",
        "Berlin",
        "DE",
        52.52,
        13.405,
        null);
  }

  private long time(long number) {
    long ofAll = hot == Hot.SHOP ? 2L * held : held;
    return START.toEpochMilli() + number * heldMillis / ofAll;
  }

  @Override
  public void fill(Map<String, Object> client, String topic, int partitions) {
    try (KafkaSink sink = new KafkaSink(client, topic)) {
      for (long number = 0; number < count; number++) {
        Transaction tx = transaction(number);
        byte[] key = tx.userId().getBytes(StandardCharsets.UTF_8);
        sink.send(tx.time(), key, TransactionJson.write(tx));
      }
      sink.flush();
    }
    EndMarkers.send(client, topic, partitions, time(count) + AFTERWARDS_MILLIS);
  }
}
