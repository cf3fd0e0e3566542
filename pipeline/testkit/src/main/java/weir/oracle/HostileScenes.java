package weir.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import weir.model.Transaction;

/** What people do: mostly single payments, and now and then a pattern that a rule looks for. */
final class HostileScenes {
  private static final int ODDS = 60;

  private final HostileUsers people;
  private final SplittableRandom random;
  private final long latenessMillis;
  private int made;

  HostileScenes(HostileUsers people, SplittableRandom random, long latenessMillis) {
    this.people = people;
    this.random = random;
    this.latenessMillis = latenessMillis;
  }

  /**
   * A payment of a scene.
   *
   * @param delay how much later the payment reaches the log, if that is part of the scene
   */
  record Payment(Transaction transaction, @Nullable Long delay) {}

  List<Payment> next(int user, long time) {
    return switch (random.nextInt(ODDS)) {
      case 0 -> burst(user, time, 4 + random.nextInt(4), 50_000, Kind.SMALL_PAYPAL);
      case 1 -> burst(user, time, 4 + random.nextInt(6), 15_000, Kind.ANY);
      case 2 -> burst(user, time, 3 + random.nextInt(4), 12_000, Kind.DEAR);
      case 3, 4 -> journey(user, time);
      default -> burst(user, time, 1, 0, Kind.ANY);
    };
  }

  /** One user pays hundreds of times within minutes. */
  List<Payment> storm(int payments, long time) {
    return burst(0, time, payments, 1500, Kind.ANY);
  }

  private enum Kind {
    ANY,
    SMALL_PAYPAL,
    DEAR
  }

  private List<Payment> burst(int user, long start, int payments, int gapMillis, Kind kind) {
    List<Payment> burst = new ArrayList<>();
    long time = start;
    for (int i = 0; i < payments; i++) {
      String id = "t" + made++;
      Transaction tx =
          switch (kind) {
            case ANY -> people.pay(user, id, time);
            case SMALL_PAYPAL -> people.paySmallByPaypal(user, id, time);
            case DEAR -> people.payDear(user, id, time);
          };
      burst.add(new Payment(tx, null));
      time += random.nextInt(gapMillis + 1);
    }
    return burst;
  }

  /**
   * One payment at home, then one far away at once, which is impossible. A payment between the two
   * reaches the log last. It was made far away as well, so now it is the impossible one.
   */
  private List<Payment> journey(int user, long time) {
    long step = latenessMillis / 4;
    return List.of(
        new Payment(people.payAt(user, "t" + made++, time, false), 0L),
        new Payment(people.payAt(user, "t" + made++, time + 2 * step, true), 0L),
        new Payment(people.payAt(user, "t" + made++, time + step, true), 3 * step));
  }
}
