package weir.traffic;

import java.util.ArrayList;
import java.util.List;
import weir.files.YamlMap;

/** Many small charges to one person at one instant, as in monthly billing. */
record MicroSubscriptions(Range payment, Range euros) implements Scene {
  static final SceneKind KIND =
      SceneKind.lookAlike("micro-subscriptions", MicroSubscriptions::read);

  private static final double BY_PAYPAL = 0.6;

  private static MicroSubscriptions read(YamlMap yaml) {
    return new MicroSubscriptions(Range.counts(yaml, "payments"), Range.numbers(yaml, "euros"));
  }

  @Override
  public List<Step> play(Person person, Stage stage) {
    Dice dice = stage.dice();
    boolean payPal = dice.chance(BY_PAYPAL);
    List<Step> steps = new ArrayList<>();
    for (int left = payment.count(dice); left > 0; left--) {
      Payment charge =
          Payment.of(person, person.home(), Category.SUBSCRIPTION, euros.any(dice), dice);
      steps.add(Step.at(0, payPal ? charge.by(Payment.PAYPAL) : charge));
    }
    return steps;
  }

  @Override
  public double payments() {
    return payment.middle();
  }
}
