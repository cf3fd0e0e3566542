package weir.traffic;

import java.util.ArrayList;
import java.util.List;
import weir.files.YamlMap;

/**
 * After some days of ordinary life somebody else takes an account over and spends several times as
 * much as its owner: never much at once, and never quickly.
 */
record SuddenSpending(Range after, Range payment, Range every, Range euros) implements Scene {
  static final SceneKind KIND = SceneKind.attack("sudden-spending", SuddenSpending::read);

  private static final List<Category> GOODS =
      List.of(Category.ONLINE, Category.ONLINE, Category.DIGITAL);

  private static SuddenSpending read(YamlMap yaml) {
    return new SuddenSpending(
        Range.times(yaml, "after"),
        Range.counts(yaml, "payments"),
        Range.times(yaml, "every"),
        Range.numbers(yaml, "euros"));
  }

  @Override
  public List<Step> play(Person person, Stage stage) {
    Dice dice = stage.dice();
    String thief = Devices.name(dice.next());
    List<Step> steps = new ArrayList<>();
    double at = after.any(dice);
    for (int left = payment.count(dice); left > 0; left--) {
      Category category = dice.oneOf(GOODS);
      Payment spent = Payment.of(person, person.home(), category, euros.spread(dice), dice);
      steps.add(Step.at(at, spent.with(thief)));
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
