package weir.traffic;

import java.util.ArrayList;
import java.util.List;
import weir.files.YamlMap;

/**
 * Some days of ordinary life, and then the owner of an account, who will never pay it back, drains
 * its limit within a day with large payments from the usual device.
 */
record BustOut(Range after, Range payment, Range every, Range euros) implements Scene {
  static final SceneKind KIND = SceneKind.attack("bust-out", BustOut::read);

  /** What can be sold again. */
  private static final List<Category> GOODS =
      List.of(Category.ELECTRONICS, Category.ONLINE, Category.TRAVEL);

  private static BustOut read(YamlMap yaml) {
    return new BustOut(
        Range.times(yaml, "after"),
        Range.counts(yaml, "payments"),
        Range.times(yaml, "every"),
        Range.numbers(yaml, "euros"));
  }

  @Override
  public List<Step> play(Person person, Stage stage) {
    Dice dice = stage.dice();
    List<Step> steps = new ArrayList<>();
    double at = after.any(dice);
    for (int left = payment.count(dice); left > 0; left--) {
      Category category = dice.oneOf(GOODS);
      Payment drained = Payment.of(person, person.home(), category, euros.any(dice), dice);
      steps.add(Step.at(at, drained.with(person.device(0))));
      at += every.any(dice);
    }
    return steps;
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
