package weir.traffic;

import java.util.List;

/**
 * A person's lasting habits, which follow from the seed and a number alone.
 *
 * @param purse how much more or less than others this person spends
 * @param payPalShare the share of online purchases that are paid by PayPal
 * @param favourites kinds of purchase made more often than others do
 * @param subscriptions how many subscriptions this person has
 */
record Person(
    int number,
    String id,
    City home,
    double purse,
    double payPalShare,
    String method,
    List<Category> favourites,
    int subscriptions,
    long secret) {
  private static final List<Category> HABITS =
      List.of(Category.values()).subList(0, Category.values().length - 1);
  private static final double ALL_WEIGHTS =
      HABITS.stream().mapToDouble(category -> category.weight).sum();
  private static final List<String> METHODS =
      List.of("card", "card", "card", "card", "card", "card", "wallet", "wallet", "wallet");

  private static final double PAYPAL_FRIENDS = 0.25;
  private static final double FAVOURITE = 0.3;
  private static final double SUBSCRIBERS = 0.7;
  private static final double SECOND_DEVICE = 0.15;
  private static final double PURSE_SIGMA = 0.4;

  static Person number(int number, Atlas atlas, long seed) {
    Dice dice = Dice.of(seed, number);
    City home = atlas.any(dice);
    return new Person(
        number,
        "user-" + number,
        home,
        dice.logNormal(1, PURSE_SIGMA),
        dice.chance(PAYPAL_FRIENDS) ? 0.7 : 0.1,
        dice.oneOf(METHODS),
        List.of(dice.oneOf(HABITS), dice.oneOf(HABITS)),
        dice.chance(SUBSCRIBERS) ? 1 + dice.below(3) : 0,
        dice.next());
  }

  /** Where a person lives, without computing the rest. */
  static City home(int number, Atlas atlas, long seed) {
    return atlas.any(Dice.of(seed, number));
  }

  /** What this person buys next, by habit. */
  Category habit(Dice dice) {
    if (dice.chance(FAVOURITE)) {
      return dice.oneOf(favourites);
    }
    double at = dice.share() * ALL_WEIGHTS;
    for (Category category : HABITS) {
      at -= category.weight;
      if (at < 0) {
        return category;
      }
    }
    return Category.GROCERIES;
  }

  /** What this person pays on average, in euros. */
  double usualEuros() {
    double habits = 0;
    for (Category category : HABITS) {
      habits += category.weight * category.meanEuros() / ALL_WEIGHTS;
    }
    double favourite = 0;
    for (Category category : favourites) {
      favourite += category.meanEuros() / favourites.size();
    }
    return purse * (FAVOURITE * favourite + (1 - FAVOURITE) * habits);
  }

  /** The device that is used most, and now and then the second one. */
  String device(Dice dice) {
    return device(dice.chance(SECOND_DEVICE) ? 1 : 0);
  }

  String device(int which) {
    return Devices.name(secret + which);
  }

  /** A purchase by habit in this city, in a shop or online. */
  Payment buys(City where, Dice dice) {
    return buys(habit(dice), where, dice);
  }

  Payment buys(Category category, City where, Dice dice) {
    double euros = dice.logNormal(category.medianEuros * purse, category.sigma);
    Payment payment = Payment.of(this, where, category, euros, dice);
    return category.inPerson ? payment : online(payment, dice);
  }

  private Payment online(Payment payment, Dice dice) {
    return dice.chance(payPalShare) ? payment.by(Payment.PAYPAL) : payment;
  }
}
