package weir.traffic;

import java.util.ArrayList;
import java.util.List;
import weir.files.YamlMap;

/** One device, stolen or emulated, pays online with the cards of many people within an hour. */
record SharedDevice(Range cards, Range every, Range euros) implements Scene {
  static final SceneKind KIND = SceneKind.attack("shared-device", SharedDevice::read);

  private static SharedDevice read(YamlMap yaml) {
    return new SharedDevice(
        Range.counts(yaml, "cards"), Range.times(yaml, "every"), Range.numbers(yaml, "euros"));
  }

  @Override
  public List<Step> play(Person person, Stage stage) {
    Dice dice = stage.dice();
    String device = Devices.name(dice.next());
    List<Step> steps = new ArrayList<>();
    double at = 0;
    for (Person each : stage.crowd().people(cards.count(dice), home -> true)) {
      Payment paid = Payment.of(each, each.home(), Category.ONLINE, euros.spread(dice), dice);
      steps.add(Step.at(at, paid.with(device)));
      at += every.any(dice);
    }
    return steps;
  }

  @Override
  public double payments() {
    return cards.middle();
  }
}
