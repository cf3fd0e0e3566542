package weir.traffic;

import org.jspecify.annotations.Nullable;
import weir.model.Transaction;

/** A payment before it has an id and a time. */
record Payment(
    Person person,
    City city,
    boolean located,
    long amountMinor,
    String currency,
    String method,
    Category category,
    String merchant,
    String device,
    double north,
    double east) {
  static final String PAYPAL = "PayPal";

  /** How many shops of a kind a city has; the first is where most people go. */
  private static final int SHOPS = 40;

  /** How many of them have most of the business. */
  private static final int LARGEST = 10;

  /** Shops are at most some five kilometres from the centre. */
  private static final double TOWN_DEGREES = 0.05;

  private static final double PRECISION = 1e4;

  /** A purchase at the prices of a city. A purchase in a shop has the shop's coordinates. */
  static Payment of(Person person, City where, Category category, double euros, Dice dice) {
    int shop = (int) (SHOPS * dice.share() * dice.share());
    return new Payment(
        person,
        where,
        category.inPerson,
        where.price(euros),
        where.currency(),
        person.method(),
        category,
        merchant(where, category, shop),
        person.device(dice),
        around(where.latitude(), dice),
        around(where.longitude(), dice));
  }

  private static String merchant(City where, Category category, int shop) {
    return category.inPerson
        ? category.code() + "-" + where.number() + "-" + shop
        : category.code() + "-" + shop;
  }

  /** A shop of this kind in a city. */
  static String shop(City where, Category category, Dice dice) {
    return merchant(where, category, dice.below(SHOPS));
  }

  /** One of the web shops of a kind that everybody knows, but none of the largest. */
  static String knownShop(Category category, Dice dice) {
    return category.code() + "-" + (LARGEST + dice.below(SHOPS - LARGEST));
  }

  /** The web page of a small shop in a city. */
  static String webShop(City where, Dice dice) {
    return Category.ONLINE.code() + "-" + where.number() + "-" + dice.below(SHOPS);
  }

  private static double around(double centre, Dice dice) {
    double place = centre + dice.between(-TOWN_DEGREES, TOWN_DEGREES);
    return Math.round(place * PRECISION) / PRECISION;
  }

  Payment by(String otherMethod) {
    return new Payment(
        person,
        city,
        located,
        amountMinor,
        currency,
        otherMethod,
        category,
        merchant,
        device,
        north,
        east);
  }

  /** The same payment at another shop. */
  Payment at(String otherMerchant) {
    return new Payment(
        person,
        city,
        located,
        amountMinor,
        currency,
        method,
        category,
        otherMerchant,
        device,
        north,
        east);
  }

  /** The same payment from another device, such as a thief's or a family member's. */
  Payment with(String otherDevice) {
    return new Payment(
        person,
        city,
        located,
        amountMinor,
        currency,
        method,
        category,
        merchant,
        otherDevice,
        north,
        east);
  }

  Transaction toTransaction(String id, long time) {
    @Nullable Double latitude = located ? north : null;
    @Nullable Double longitude = located ? east : null;
    return new Transaction(
        id,
        person.id(),
        amountMinor,
        currency,
        time,
        merchant,
        category.code(),
        method,
        city.name(),
        city.country(),
        latitude,
        longitude,
        device);
  }
}
