package weir.bench.jmh;

import java.util.SplittableRandom;
import weir.model.Transaction;

/** One shop's payments at even intervals and without end, by as many people as it holds. */
final class Shop {
  private static final long MOST_MINOR = 20_000;

  private final SplittableRandom random = new SplittableRandom(7);
  private final int people;
  private final long stepMillis;
  private long number;

  Shop(int people, long stepMillis) {
    this.people = people;
    this.stepMillis = stepMillis;
  }

  Transaction next() {
    number++;
    return new Transaction(
        "t" + number,
        "user-" + random.nextInt(people),
        1 + random.nextLong(MOST_MINOR),
        random.nextInt(9) == 0 ? "USD" : "EUR",
        Simulation.START + number * stepMillis,
        "shop",
        /* category= */ null,
        random.nextInt(3) == 0 ? "paypal" : "card",
        "Rome",
        "IT",
        /* latitude= */ null,
        /* longitude= */ null,
        "device");
  }
}
