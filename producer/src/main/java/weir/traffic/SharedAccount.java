package weir.traffic;

import java.util.ArrayList;
import java.util.List;
import weir.files.YamlMap;

/** The owner pays at home while others pay with the same account in far cities. */
record SharedAccount(Range payment, Range every, double overKm) implements Scene {
  static final SceneKind KIND = SceneKind.attack("shared-account", SharedAccount::read);

  private static SharedAccount read(YamlMap yaml) {
    return new SharedAccount(
        Range.counts(yaml, "payments"),
        Range.times(yaml, "every"),
        yaml.count("overKm", 1, 10_000));
  }

  @Override
  public List<Step> play(Person person, Stage stage) {
    Dice dice = stage.dice();
    City far = stage.atlas().any(dice, person.home(), km -> km > overKm);
    String stranger = Devices.name(dice.next());
    List<Step> steps = new ArrayList<>();
    double at = 0;
    for (int i = payment.count(dice); i > 0; i--) {
      steps.add(Step.aside(at, inShop(person, person.home(), dice)));
      at += every.spread(dice);
      steps.add(Step.at(at, inShop(person, far, dice).with(stranger)));
      at += every.spread(dice);
    }
    return steps;
  }

  private static Payment inShop(Person person, City where, Dice dice) {
    Payment payment = person.buys(where, dice);
    return payment.located() ? payment : person.buys(Category.RESTAURANT, where, dice);
  }

  @Override
  public double payments() {
    return payment.middle();
  }

  @Override
  public double aside() {
    return payment.middle();
  }
}
