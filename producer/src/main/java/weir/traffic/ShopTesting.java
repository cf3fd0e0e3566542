package weir.traffic;

import java.util.ArrayList;
import java.util.List;
import weir.files.YamlMap;

/**
 * A list of stolen cards is tried at the web page of one small shop: a tiny payment by each card,
 * each from another made-up device.
 */
record ShopTesting(Range cards, Range every, Range euros) implements Scene {
  static final SceneKind KIND = SceneKind.attack("shop-testing", ShopTesting::read);

  private static ShopTesting read(YamlMap yaml) {
    return new ShopTesting(
        Range.counts(yaml, "cards"), Range.times(yaml, "every"), Range.numbers(yaml, "euros"));
  }

  @Override
  public List<Step> play(Person person, Stage stage) {
    Dice dice = stage.dice();
    // The list is that of one bank, so its cards are of one country.
    List<Person> robbed =
        stage
            .crowd()
            .people(cards.count(dice), home -> home.country().equals(person.home().country()));
    String shop = Payment.webShop(person.home(), dice);
    List<Step> steps = new ArrayList<>();
    double at = 0;
    for (Person each : robbed) {
      Payment tried = Payment.of(each, person.home(), Category.ONLINE, euros.any(dice), dice);
      steps.add(Step.at(at, tried.at(shop).with(Devices.name(dice.next()))));
      at += every.any(dice);
    }
    return steps;
  }

  @Override
  public double payments() {
    return cards.middle();
  }
}
