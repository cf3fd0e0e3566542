package weir.traffic;

import java.util.ArrayList;
import java.util.List;
import weir.files.YamlMap;

/** Somebody moves: a van, furniture, paint and curtains, all within a few days. */
record MovingHouse(Range payment, Range within, Range euros) implements Scene {
  static final SceneKind KIND = SceneKind.lookAlike("moving-house", MovingHouse::read);

  private static final List<Category> NEEDED =
      List.of(Category.ELECTRONICS, Category.TRANSPORT, Category.ONLINE, Category.CLOTHING);

  private static MovingHouse read(YamlMap yaml) {
    return new MovingHouse(
        Range.counts(yaml, "payments"), Range.times(yaml, "within"), Range.numbers(yaml, "euros"));
  }

  @Override
  public List<Step> play(Person person, Stage stage) {
    Dice dice = stage.dice();
    List<Step> steps = new ArrayList<>();
    for (double at : dice.inOrder(payment.count(dice), within.any(dice))) {
      Category category = dice.oneOf(NEEDED);
      steps.add(Step.at(at, Payment.of(person, person.home(), category, euros.spread(dice), dice)));
    }
    return steps;
  }

  @Override
  public double payments() {
    return payment.middle();
  }
}
