package weir.traffic;

import java.util.ArrayList;
import java.util.List;
import weir.files.YamlMap;

/**
 * Some days in another city, at home or abroad: a hotel each night, and everything else dearer than
 * at home.
 */
record Holiday(Range nights, Range aDay, Range dearer, Range hotel, double overKm)
    implements Scene {
  static final SceneKind KIND = SceneKind.lookAlike("holiday", Holiday::read);

  private static final double MILLIS_PER_HOUR = 3_600_000;
  private static final double HOURS_PER_DAY = 24;
  private static final double KMH = 750;
  private static final double HOURS_AT_AIRPORTS = 2;

  private static final List<Category> BOUGHT =
      List.of(
          Category.RESTAURANT,
          Category.RESTAURANT,
          Category.TRANSPORT,
          Category.ENTERTAINMENT,
          Category.CLOTHING);

  private static Holiday read(YamlMap yaml) {
    return new Holiday(
        Range.counts(yaml, "nights"),
        Range.counts(yaml, "paymentsADay"),
        Range.numbers(yaml, "dearer"),
        Range.numbers(yaml, "hotelEuros"),
        yaml.count("overKm", 0, 10_000));
  }

  @Override
  public List<Step> play(Person person, Stage stage) {
    Dice dice = stage.dice();
    City there = destination(person.home(), stage);
    double flight = (person.home().kmTo(there) / KMH + HOURS_AT_AIRPORTS) * MILLIS_PER_HOUR;
    List<Step> steps = new ArrayList<>();
    steps.add(Step.at(0, person.buys(Category.TRANSPORT, person.home(), dice)));
    double at = flight;
    for (int left = nights.count(dice); left > 0; left--) {
      double[] times = dice.inOrder(aDay.count(dice), HOURS_PER_DAY * MILLIS_PER_HOUR);
      for (double time : times) {
        steps.add(Step.at(at + time, bought(person, there, dice)));
      }
      at += HOURS_PER_DAY * MILLIS_PER_HOUR;
      steps.add(Step.at(at, Payment.of(person, there, Category.TRAVEL, hotel.spread(dice), dice)));
    }
    steps.add(Step.at(at + flight, person.buys(Category.TRANSPORT, person.home(), dice)));
    return steps;
  }

  /** One in two stays in the country, if it is large enough. */
  private City destination(City home, Stage stage) {
    List<City> near =
        stage.atlas().cities().stream()
            .filter(city -> city.country().equals(home.country()) && home.kmTo(city) > overKm)
            .toList();
    return near.isEmpty() || stage.dice().chance(0.5)
        ? stage.atlas().any(stage.dice(), home, km -> km > overKm)
        : stage.dice().oneOf(near);
  }

  private Payment bought(Person person, City there, Dice dice) {
    Category category = dice.oneOf(BOUGHT);
    double euros = dice.logNormal(category.medianEuros * person.purse(), category.sigma);
    return Payment.of(person, there, category, euros * dearer.any(dice), dice);
  }

  @Override
  public double payments() {
    return nights.middle() * (aDay.middle() + 1) + 2;
  }
}
