package weir.traffic;

import java.util.ArrayList;
import java.util.List;
import weir.files.YamlMap;

/** Several people of one family pay with one card in one town, each with a device of their own. */
record FamilyCard(Range members, Range payment, Range within) implements Scene {
  static final SceneKind KIND = SceneKind.lookAlike("family-card", FamilyCard::read);

  private static FamilyCard read(YamlMap yaml) {
    return new FamilyCard(
        Range.counts(yaml, "members"), Range.counts(yaml, "payments"), Range.times(yaml, "within"));
  }

  @Override
  public List<Step> play(Person person, Stage stage) {
    Dice dice = stage.dice();
    int family = members.count(dice);
    double length = within.any(dice);
    List<Step> steps = new ArrayList<>();
    for (double at : dice.inOrder(payment.count(dice), length)) {
      Payment bought = person.buys(person.home(), dice);
      steps.add(Step.at(at, bought.with(person.device(dice.below(family)))));
    }
    return steps;
  }

  @Override
  public double payments() {
    return payment.middle();
  }
}
