package weir.traffic;

import java.util.ArrayList;
import java.util.List;
import weir.files.YamlMap;

/** A flight out and back: fast, but no faster than aeroplanes are. */
record Flight(Range kmh, double overKm, Range atAirports, Range payment, Range every)
    implements Scene {
  static final SceneKind KIND = SceneKind.lookAlike("flight", Flight::read);

  private static final double MILLIS_PER_HOUR = 3_600_000;
  private static final int AT_AIRPORTS = 4;

  private static Flight read(YamlMap yaml) {
    return new Flight(
        Range.numbers(yaml, "kmh"),
        yaml.count("overKm", 0, 10_000),
        Range.times(yaml, "atAirports"),
        Range.counts(yaml, "payments"),
        Range.times(yaml, "every"));
  }

  @Override
  public List<Step> play(Person person, Stage stage) {
    Dice dice = stage.dice();
    City there = stage.atlas().any(dice, person.home(), km -> km > overKm);
    List<Step> steps = new ArrayList<>();
    steps.add(Step.at(0, atAirport(person, person.home(), dice)));
    double at = flight(person, there, dice);
    steps.add(Step.at(at, atAirport(person, there, dice)));
    for (int left = payment.count(dice); left > 0; left--) {
      at += every.any(dice);
      steps.add(Step.at(at, person.buys(there, dice)));
    }
    at += every.any(dice);
    steps.add(Step.at(at, atAirport(person, there, dice)));
    at += flight(person, there, dice);
    steps.add(Step.at(at, atAirport(person, person.home(), dice)));
    return steps;
  }

  /** From the last purchase before boarding to the first after landing. */
  private double flight(Person person, City there, Dice dice) {
    double hours = person.home().kmTo(there) / kmh.any(dice);
    return hours * MILLIS_PER_HOUR + atAirports.any(dice);
  }

  private static Payment atAirport(Person person, City where, Dice dice) {
    return person.buys(dice.chance(0.7) ? Category.RESTAURANT : Category.TRANSPORT, where, dice);
  }

  @Override
  public double payments() {
    return payment.middle() + AT_AIRPORTS;
  }
}
