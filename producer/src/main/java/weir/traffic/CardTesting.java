package weir.traffic;

import java.util.ArrayList;
import java.util.List;
import weir.files.YamlMap;

/** Small payments show that a stolen account works; a large one follows. */
record CardTesting(Range payment, Range every, Range euros, Range thenEuros) implements Scene {
  static final SceneKind KIND = SceneKind.attack("card-testing", CardTesting::read);

  private static final List<Category> TRIED =
      List.of(Category.DIGITAL, Category.ONLINE, Category.DIGITAL);

  private static CardTesting read(YamlMap yaml) {
    return new CardTesting(
        Range.counts(yaml, "payments"),
        Range.times(yaml, "every"),
        Range.numbers(yaml, "euros"),
        Range.numbers(yaml, "thenEuros"));
  }

  @Override
  public List<Step> play(Person person, Stage stage) {
    Dice dice = stage.dice();
    String robot = Devices.name(dice.next());
    // The shops are in the owner's home city, or wherever the robot pretends to be.
    City where = dice.chance(0.5) ? person.home() : stage.atlas().any(dice);
    List<Step> steps = new ArrayList<>();
    double at = 0;
    for (int left = payment.count(dice); left > 0; left--) {
      steps.add(Step.at(at, online(person, where, euros.any(dice), robot, dice)));
      at += every.any(dice);
    }
    steps.add(Step.at(at, online(person, where, thenEuros.any(dice), robot, dice)));
    return steps;
  }

  private static Payment online(Person person, City where, double euros, String robot, Dice dice) {
    return Payment.of(person, where, dice.oneOf(TRIED), euros, dice).by(Payment.PAYPAL).with(robot);
  }

  @Override
  public double payments() {
    return payment.middle() + 1;
  }
}
