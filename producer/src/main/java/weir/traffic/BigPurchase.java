package weir.traffic;

import java.util.List;
import weir.files.YamlMap;

/** The rent, an insurance for a year, a sofa: one payment that is much more than what is usual. */
record BigPurchase(Range euros) implements Scene {
  static final SceneKind KIND = SceneKind.lookAlike("big-purchase", BigPurchase::read);

  private static BigPurchase read(YamlMap yaml) {
    return new BigPurchase(Range.numbers(yaml, "euros"));
  }

  @Override
  public List<Step> play(Person person, Stage stage) {
    Dice dice = stage.dice();
    return List.of(
        Step.at(0, Payment.of(person, person.home(), Category.ONLINE, euros.spread(dice), dice)));
  }

  @Override
  public double payments() {
    return 1;
  }
}
