package weir.producer;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Something suspicious: payments of one card, each some time after the campaign began. */
enum Campaign {
  /** One payment far above what is usual. */
  HIGH_VALUE {
    @Override
    List<Step> steps(Cardholder holder, SplittableRandom random) {
      double amount = 3600 + random.nextInt(9000);
      return List.of(new Step(0, Payment.usual(holder, random).of(amount)));
    }
  },
  /** A stolen card is spent quickly. */
  SPREE {
    @Override
    List<Step> steps(Cardholder holder, SplittableRandom random) {
      return repeated(6, 7_000, () -> Payment.usual(holder, random));
    }
  },
  /** Stolen accounts are tried out with small payments. */
  TESTING {
    @Override
    List<Step> steps(Cardholder holder, SplittableRandom random) {
      return repeated(
          6, 25_000, () -> Payment.usual(holder, random).of(1 + random.nextInt(20)).by("PayPal"));
    }
  },
  /** A card is used at home, and minutes later on another continent. */
  FAR_AWAY {
    @Override
    List<Step> steps(Cardholder holder, SplittableRandom random) {
      City far =
          City.ALL.stream()
              .filter(city -> Math.abs(city.longitude() - holder.home().longitude()) > 40)
              .skip(random.nextInt(3))
              .findFirst()
              .orElseThrow();
      Payment home = Payment.usual(holder, random);
      return List.of(
          new Step(0, home),
          new Step(60_000L + random.nextInt(240_000), Payment.usual(holder, random).at(far)));
    }
  },
  /** Each payment stays below the limits, their sum does not. */
  DRAIN {
    @Override
    List<Step> steps(Cardholder holder, SplittableRandom random) {
      return repeated(3, 12_000, () -> Payment.usual(holder, random).of(3400 + random.nextInt(90)));
    }
  };

  /** A payment and how long after the campaign's beginning it is made. */
  record Step(long afterMillis, Payment payment) {}

  abstract List<Step> steps(Cardholder holder, SplittableRandom random);

  private static List<Step> repeated(int times, long everyMillis, Supplier<Payment> payment) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      steps.add(new Step(i * everyMillis, payment.get()));
    }
    return steps;
  }
}
