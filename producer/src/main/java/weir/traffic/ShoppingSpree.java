package weir.traffic;

import java.util.ArrayList;
import java.util.List;
import weir.files.YamlMap;

/**
 * A happy afternoon in town: bursts of three purchases, with a pause before there are four in a
 * minute.
 */
record ShoppingSpree(Range bursts, Range every, Range euros) implements Scene {
  static final SceneKind KIND = SceneKind.lookAlike("shopping-spree", ShoppingSpree::read);

  private static final List<Category> SHOPS =
      List.of(Category.CLOTHING, Category.GROCERIES, Category.ELECTRONICS, Category.ENTERTAINMENT);

  private static final int IN_A_BURST = 3;
  private static final Range BETWEEN = new Range(8_000, 28_000);

  private static ShoppingSpree read(YamlMap yaml) {
    return new ShoppingSpree(
        Range.counts(yaml, "bursts"), Range.times(yaml, "every"), Range.numbers(yaml, "euros"));
  }

  @Override
  public List<Step> play(Person person, Stage stage) {
    Dice dice = stage.dice();
    List<Step> steps = new ArrayList<>();
    double at = 0;
    for (int left = bursts.count(dice); left > 0; left--) {
      for (int i = 0; i < IN_A_BURST; i++) {
        at += i == 0 ? 0 : BETWEEN.any(dice);
        double price = euros.spread(dice);
        steps.add(Step.at(at, Payment.of(person, person.home(), dice.oneOf(SHOPS), price, dice)));
      }
      at += every.any(dice);
    }
    return steps;
  }

  @Override
  public double payments() {
    return IN_A_BURST * bursts.middle();
  }
}
