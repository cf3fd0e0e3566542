package weir.traffic;

import java.util.ArrayList;
import java.util.List;
import weir.files.YamlMap;

/** Somebody furnishes a home, or marries: for weeks several times what this person usually pays. */
record NewHome(Range payment, Range within, Range timesUsual) implements Scene {
  static final SceneKind KIND = SceneKind.lookAlike("new-home", NewHome::read);

  private static final List<Category> NEEDED =
      List.of(Category.ELECTRONICS, Category.CLOTHING, Category.ONLINE, Category.ONLINE);

  private static NewHome read(YamlMap yaml) {
    return new NewHome(
        Range.counts(yaml, "payments"),
        Range.times(yaml, "within"),
        Range.numbers(yaml, "timesUsual"));
  }

  @Override
  public List<Step> play(Person person, Stage stage) {
    Dice dice = stage.dice();
    double[] times =
        stage.whenAwake(person.home(), /* hoursAhead= */ 0, payment.count(dice), within.any(dice));
    List<Step> steps = new ArrayList<>();
    for (double at : times) {
      double euros = person.usualEuros() * timesUsual.spread(dice);
      steps.add(Step.at(at, Payment.of(person, person.home(), dice.oneOf(NEEDED), euros, dice)));
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

  @Override
  public boolean waits() {
    return true;
  }
}
