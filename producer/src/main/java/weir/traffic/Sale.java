package weir.traffic;

import java.util.ArrayList;
import java.util.List;
import weir.files.YamlMap;

/**
 * Many people pay at one shop within minutes: at its web page, at all prices, or at a stall in the
 * street where all prices are small.
 */
record Sale(Range customers, Range within, Range euros, Range stallEuros) implements Scene {
  static final SceneKind KIND = SceneKind.lookAlike("sale", Sale::read);

  private static Sale read(YamlMap yaml) {
    return new Sale(
        Range.counts(yaml, "customers"),
        Range.times(yaml, "within"),
        Range.numbers(yaml, "euros"),
        Range.numbers(yaml, "stallEuros"));
  }

  @Override
  public List<Step> play(Person person, Stage stage) {
    Dice dice = stage.dice();
    City home = person.home();
    boolean stall = dice.chance(0.5);
    int many = customers.count(dice);
    List<Person> people =
        stall
            ? stage.crowd().people(many, city -> city.equals(home))
            : stage.crowd().people(many, city -> city.country().equals(home.country()));
    String shop =
        stall ? Payment.shop(home, Category.RESTAURANT, dice) : Payment.webShop(home, dice);
    double[] times = dice.inOrder(people.size(), within.any(dice));
    List<Step> steps = new ArrayList<>();
    for (Person each : people) {
      Payment bought =
          stall
              ? Payment.of(each, home, Category.RESTAURANT, stallEuros.spread(dice), dice)
              : Payment.of(each, home, Category.ONLINE, euros.spread(dice), dice);
      steps.add(Step.at(times[steps.size()], bought.at(shop)));
    }
    return steps;
  }

  @Override
  public double payments() {
    return customers.middle();
  }
}
