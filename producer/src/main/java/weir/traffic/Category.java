package weir.traffic;

import java.util.Locale;

/** What is bought: how often, at what amounts (in euros), and whether the buyer has to be there. */
enum Category {
  GROCERIES(26, 24, 0.7, true),
  RESTAURANT(17, 19, 0.7, true),
  TRANSPORT(11, 6, 0.6, true),
  FUEL(7, 48, 0.35, true),
  HEALTH(5, 22, 0.8, true),
  CLOTHING(6, 48, 0.8, true),
  ENTERTAINMENT(6, 18, 0.7, true),
  ELECTRONICS(3, 110, 0.9, true),
  TRAVEL(2, 160, 0.9, true),
  ONLINE(12, 32, 0.9, false),
  DIGITAL(5, 8, 0.8, false),
  /** Charged, not bought, so it is not part of a person's habits. */
  SUBSCRIPTION(0, 9, 0.5, false);

  final double weight;
  final double medianEuros;
  final double sigma;
  final boolean inPerson;

  Category(double weight, double medianEuros, double sigma, boolean inPerson) {
    this.weight = weight;
    this.medianEuros = medianEuros;
    this.sigma = sigma;
    this.inPerson = inPerson;
  }

  double meanEuros() {
    return medianEuros * StrictMath.exp(sigma * sigma / 2);
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
