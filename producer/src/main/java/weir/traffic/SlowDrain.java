package weir.traffic;

import java.util.ArrayList;
import java.util.List;
import weir.files.YamlMap;

/** Many medium amounts. Only their total over time shows that an account is being emptied. */
record SlowDrain(Range payment, Range every, Range euros) implements Scene {
  static final SceneKind KIND = SceneKind.attack("slow-drain", SlowDrain::read);

  private static SlowDrain read(YamlMap yaml) {
    return new SlowDrain(
        Range.counts(yaml, "payments"), Range.times(yaml, "every"), Range.numbers(yaml, "euros"));
  }

  @Override
  public List<Step> play(Person person, Stage stage) {
    Dice dice = stage.dice();
    String thief = Devices.name(dice.next());
    List<Step> steps = new ArrayList<>();
    double at = 0;
    for (int left = payment.count(dice); left > 0; left--) {
      Payment taken =
          Payment.of(person, person.home(), Category.ONLINE, euros.any(dice), dice).with(thief);
      steps.add(Step.at(at, taken));
      at += every.any(dice);
    }
    return steps;
  }

  @Override
  public double payments() {
    return payment.middle();
  }
}
