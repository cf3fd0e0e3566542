package weir.traffic;

import java.util.ArrayList;
import java.util.List;
import weir.files.YamlMap;

/**
 * For weeks somebody pays online with a card beside its owner: several times what the owner usually
 * pays, at the hours of another part of the world, but never so much or so quickly that one payment
 * stands out.
 */
record CardTakenOver(Range payment, Range within, Range timesUsual, Range hoursAhead, Range devices)
    implements Scene {
  static final SceneKind KIND = SceneKind.attack("card-taken-over", CardTakenOver::read);

  private static final List<Category> GOODS = List.of(Category.ONLINE, Category.DIGITAL);

  private static CardTakenOver read(YamlMap yaml) {
    return new CardTakenOver(
        Range.counts(yaml, "payments"),
        Range.times(yaml, "within"),
        Range.numbers(yaml, "timesUsual"),
        Range.counts(yaml, "hoursAhead"),
        Range.counts(yaml, "devices"));
  }

  @Override
  public List<Step> play(Person person, Stage stage) {
    Dice dice = stage.dice();
    long thief = dice.next();
    int browsers = devices.count(dice);
    List<Category> unusual = unusual(person);
    double[] times =
        stage.whenAwake(
            person.home(), hoursAhead.count(dice), payment.count(dice), within.any(dice));
    List<Step> steps = new ArrayList<>();
    for (double at : times) {
      double euros = person.usualEuros() * timesUsual.spread(dice);
      Payment spent = Payment.of(person, person.home(), dice.oneOf(unusual), euros, dice);
      steps.add(Step.at(at, spent.with(Devices.name(thief + dice.below(browsers)))));
    }
    return steps;
  }

  /** What the owner rarely buys, if there is such a thing. */
  private static List<Category> unusual(Person person) {
    List<Category> unusual =
        GOODS.stream().filter(category -> !person.favourites().contains(category)).toList();
    return unusual.isEmpty() ? GOODS : unusual;
  }

  @Override
  public double payments() {
    return payment.middle();
  }

  @Override
  public boolean lifeGoesOn() {
    return true;
  }
}
