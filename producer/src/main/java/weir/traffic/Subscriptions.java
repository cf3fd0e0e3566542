package weir.traffic;

import org.jspecify.annotations.Nullable;

/**
 * Charges that come again and again: the same amounts by the same sellers. Subscribers take turns
 * in a fixed order, so that each has an interval of their own.
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

  /** Now and then the next charge in order, if that person has a subscription. */
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
    // The number of a subscription decides everything about it, the same each time.
    int which = (int) (cycle % person.subscriptions());
    Dice contract = Dice.of(person.secret(), which);
    return person.buys(Category.SUBSCRIPTION, person.home(), contract).with(person.device(0));
  }

  /** A step size that reaches every user before it reaches any user again. */
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
