package weir.traffic;

import org.jspecify.annotations.Nullable;

/**
 * What is charged to people again and again: the same amounts by the same sellers, in a fixed order
 * of the subscribers, so that each of them has an interval of their own.
 */
final class Subscriptions {
  private static final double SHARE = 0.03;
  private static final double GOLDEN = 0.618;

  private final int users;
  private final long seed;
  private final Atlas atlas;
  private final int stride;
  private long charged;

  Subscriptions(int users, long seed, Atlas atlas) {
    this.users = users;
    this.seed = seed;
    this.atlas = atlas;
    this.stride = coprime(users);
  }

  /** Now and then the charge that is next in order, if that person subscribed to anything. */
  @Nullable Payment maybeCharge(Dice dice) {
    if (!dice.chance(SHARE)) {
      return null;
    }
    long cycle = charged / users;
    int number = (int) (charged++ % users * stride % users);
    Person person = Person.number(number, atlas, seed);
    if (person.subscriptions() == 0) {
      return null;
    }
    // Which one it is decides everything about it, each time anew.
    int which = (int) (cycle % person.subscriptions());
    Dice contract = Dice.of(person.secret(), which);
    return person.buys(Category.SUBSCRIPTION, person.home(), contract).with(person.device(0));
  }

  /** Steps of this size reach everybody before they reach anybody again. */
  private static int coprime(int users) {
    int stride = Math.max(1, (int) (users * GOLDEN));
    while (gcd(stride, users) > 1) {
      stride++;
    }
    return stride;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
