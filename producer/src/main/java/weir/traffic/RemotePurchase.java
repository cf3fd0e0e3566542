package weir.traffic;

import java.util.List;
import weir.files.YamlMap;

/**
 * A purchase in a shop at home and, right after it, one online whose place is far: the seller's
 * place, or where a VPN ends. Such a payment carries no coordinates.
 */
record RemotePurchase(Range every, double overKm) implements Scene {
  static final SceneKind KIND = SceneKind.lookAlike("remote-purchase", RemotePurchase::read);

  private static RemotePurchase read(YamlMap yaml) {
    return new RemotePurchase(Range.times(yaml, "every"), yaml.count("overKm", 0, 10_000));
  }

  @Override
  public List<Step> play(Person person, Stage stage) {
    Dice dice = stage.dice();
    City far = stage.atlas().any(dice, person.home(), km -> km > overKm);
    return List.of(
        Step.at(0, person.buys(Category.GROCERIES, person.home(), dice)),
        Step.at(every.any(dice), person.buys(Category.ONLINE, far, dice)));
  }

  @Override
  public double payments() {
    return 2;
  }
}
