package weir.traffic;

import java.util.List;
import weir.files.YamlMap;

/** One payment far above what is usual. */
record HighValue(Range euros) implements Scene {
  static final SceneKind KIND = SceneKind.attack("high-value", HighValue::read);

  private static final List<Category> GOODS =
      List.of(Category.ELECTRONICS, Category.TRAVEL, Category.ONLINE);

  private static HighValue read(YamlMap yaml) {
    return new HighValue(Range.numbers(yaml, "euros"));
  }

  @Override
  public List<Step> play(Person person, Stage stage) {
    Dice dice = stage.dice();
    Payment payment =
        Payment.of(person, person.home(), dice.oneOf(GOODS), euros.spread(dice), dice);
    return List.of(Step.at(0, payment.with(Devices.name(dice.next()))));
  }

  @Override
  public double payments() {
    return 1;
  }
}
