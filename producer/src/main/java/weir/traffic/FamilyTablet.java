package weir.traffic;

import java.util.ArrayList;
import java.util.List;
import weir.files.YamlMap;

/** A family shares a tablet, on which each of them pays with a card of their own, over days. */
record FamilyTablet(Range members, Range payment, Range within) implements Scene {
  static final SceneKind KIND = SceneKind.lookAlike("family-tablet", FamilyTablet::read);

  private static final List<Category> ON_A_TABLET =
      List.of(Category.ONLINE, Category.DIGITAL, Category.DIGITAL);

  private static FamilyTablet read(YamlMap yaml) {
    return new FamilyTablet(
        Range.counts(yaml, "members"), Range.counts(yaml, "payments"), Range.times(yaml, "within"));
  }

  @Override
  public List<Step> play(Person person, Stage stage) {
    Dice dice = stage.dice();
    List<Person> family = new ArrayList<>(List.of(person));
    family.addAll(
        stage.crowd().people(members.count(dice) - 1, home -> home.equals(person.home())));
    String tablet = Devices.name(dice.next());
    List<Step> steps = new ArrayList<>();
    for (double at : dice.inOrder(payment.count(dice), within.any(dice))) {
      Person one = dice.oneOf(family);
      steps.add(Step.at(at, one.buys(dice.oneOf(ON_A_TABLET), one.home(), dice).with(tablet)));
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
