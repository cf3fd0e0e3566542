package weir.traffic;

import java.util.ArrayList;
import java.util.List;
import weir.files.YamlMap;

/** A thief spends quickly with a stolen card, in the owner's town or online. */
record StolenCard(Range payment, Range every, Range euros) implements Scene {
  static final SceneKind KIND = SceneKind.attack("stolen-card", StolenCard::read);

  private static final List<Category> LOOT =
      List.of(Category.ELECTRONICS, Category.CLOTHING, Category.GROCERIES, Category.ONLINE);

  private static StolenCard read(YamlMap yaml) {
    return new StolenCard(
        Range.counts(yaml, "payments"), Range.times(yaml, "every"), Range.numbers(yaml, "euros"));
  }

  @Override
  public List<Step> play(Person person, Stage stage) {
    Dice dice = stage.dice();
    String thief = Devices.name(dice.next());
    List<Step> steps = new ArrayList<>();
    double at = 0;
    for (int left = payment.count(dice); left > 0; left--) {
      Category category = dice.oneOf(LOOT);
      Payment stolen = Payment.of(person, person.home(), category, euros.spread(dice), dice);
      // A shop sees the card itself; online, the thief's device shows.
      steps.add(Step.at(at, category.inPerson ? stolen : stolen.with(thief)));
      at += every.any(dice);
    }
    return steps;
  }

  @Override
  public double payments() {
    return payment.middle();
  }
}
