package weir.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weir.failure.MisuseException;
import weir.learn.Learner;
import weir.learn.Model;
import weir.learn.ModelContent;
import weir.learn.ModelInput;
import weir.learn.ModelJson;
import weir.train.World.Payment;
import weir.train.rows.Progress;
import weir.train.rows.Rows;
import weir.train.trees.TreeText;

/** A training gives what it should from what it may look at. */
class TrainerTest {
  private static final List<Payment> PAYMENTS = World.payments(20_000, /* seed= */ 3);
  private static final long TEST_FROM = World.split().testFrom();
  private static final long VALIDATE_FROM = World.split().validateFrom();

  private static Settings settings(Learner learner) {
    return new Settings(
        learner,
        /* seed= */ 7,
        /* mostTrees= */ 60,
        /* depths= */ List.of(2, 4),
        /* isolationTrees= */ 50,
        /* sample= */ 128,
        /* cards= */ List.of(5));
  }

  private static Trained train(List<Payment> payments, Learner learner) {
    return Trainer.of(World.data(payments), settings(learner)).run(Progress.NONE);
  }

  @ParameterizedTest
  @EnumSource
  void theSameRowsGiveTheSameBytesInAnyOrder(Learner learner) {
    Trained once = train(PAYMENTS, learner);
    Trained again = train(World.shuffled(PAYMENTS), learner);
    assertThat(again.artefact()).isEqualTo(once.artefact());
    assertThat(again.report().html()).isEqualTo(once.report().html());
    assertThat(once.model().name()).isEqualTo(Model.nameOf(once.artefact()));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsMadeDoesNotLookAtTheTestedLabels(Learner learner) {
    ModelContent usual = train(PAYMENTS, learner).model().content();
    ModelContent other =
        train(World.turnedOver(PAYMENTS, TEST_FROM, Long.MAX_VALUE), learner).model().content();
    assertThat(other.training().tested().frauds())
        .isGreaterThan(10 * usual.training().tested().frauds());
    assertSameModel(other, usual);
  }

  /** Those tested at all are replaced by others: only their figures change. */
  @ParameterizedTest
  @EnumSource
  void whatIsMadeDoesNotLookAtTestedRows(Learner learner) {
    List<Payment> others = new ArrayList<>(PAYMENTS);
    others.removeIf(each -> each.time() >= TEST_FROM);
    World.payments(5_000, /* seed= */ 4).stream()
        .filter(each -> each.time() >= TEST_FROM)
        .forEach(others::add);
    ModelContent usual = train(PAYMENTS, learner).model().content();
    ModelContent other = train(others, learner).model().content();
    assertThat(other.training().tested()).isNotEqualTo(usual.training().tested());
    assertSameModel(other, usual);
  }

  private static void assertSameModel(ModelContent one, ModelContent other) {
    assertThat(TreeText.of(one.trees())).isEqualTo(TreeText.of(other.trees()));
    assertThat(one.base()).isEqualTo(other.base());
    assertThat(one.scores()).isEqualTo(other.scores());
    assertThat(one.inputs().stream().map(ModelInput::learned))
        .isEqualTo(other.inputs().stream().map(ModelInput::learned).toList());
  }

  /** Labels that came after the tested span begins would not be known to a model made then. */
  @Test
  void labelsOfTheFutureAreNotKnown() {
    List<Payment> unknown =
        PAYMENTS.stream()
            .map(
                each ->
                    each.time() < TEST_FROM && each.fraudKnownAt() == Rows.NEVER
                        ? each.labelled(TEST_FROM)
                        : each)
            .toList();
    assertThat(train(unknown, Learner.BOOSTED_TREES).artefact())
        .isEqualTo(train(PAYMENTS, Learner.BOOSTED_TREES).artefact());
  }

  /** The opposite of the above: the two other spans do matter. */
  @Test
  void whatIsMadeLooksAtTheOtherLabels() {
    ModelContent usual = train(PAYMENTS, Learner.BOOSTED_TREES).model().content();
    ModelContent otherwiseValidated =
        train(World.turnedOver(PAYMENTS, VALIDATE_FROM, TEST_FROM), Learner.BOOSTED_TREES)
            .model()
            .content();
    assertThat(otherwiseValidated.scores()).isNotEqualTo(usual.scores());
    assertThat(otherwiseValidated.trees().size()).isLessThan(usual.trees().size());
  }

  @Test
  void boostedTreesRankFraudsFirst() {
    Trained trained = train(PAYMENTS, Learner.BOOSTED_TREES);
    assertThat(trained.reached().ranking().auc().orElseThrow()).isGreaterThan(0.9);
    assertThat(trained.reached().ranking().averagePrecision().orElseThrow()).isGreaterThan(0.5);
    assertThat(trained.model().content().training().metrics())
        .containsOnlyKeys("auc", "averagePrecision", "cardPrecisionAt5");
    assertThat(ModelJson.write(trained.model().content())).isEqualTo(trained.artefact());
  }

  /** Scores are probabilities: among those of about 700 some 700 of 1000 are frauds. */
  @Test
  void scoresAreCalibrated() {
    Trained trained =
        Trainer.of(
                World.data(World.payments(60_000, /* seed= */ 5)), settings(Learner.BOOSTED_TREES))
            .run(Progress.NONE);
    double expected = 0;
    double variance = 0;
    int frauds = 0;
    for (int score = 100; score <= 1000; score++) {
      int all = trained.reached().scores().frauds(score) + trained.reached().scores().honest(score);
      expected += all * score / 1000.0;
      variance += all * score / 1000.0 * (1 - score / 1000.0);
      frauds += trained.reached().scores().frauds(score);
    }
    assertThat((double) frauds)
        .isBetween(expected - 4 * Math.sqrt(variance), expected + 4 * Math.sqrt(variance));
  }

  @Test
  void saysHowFarItIs() {
    List<String> steps = new ArrayList<>();
    Trainer.of(World.data(PAYMENTS), settings(Learner.BOOSTED_TREES))
        .run((step, done, all) -> steps.add(step));
    assertThat(steps).contains("growing trees of depth 2", "growing trees of depth 4", "testing");
  }

  @Test
  void withoutLabelsBoostedTreesAreRefused() {
    List<Payment> honest = PAYMENTS.stream().map(each -> each.labelled(Rows.NEVER)).toList();
    assertThatThrownBy(() -> train(honest, Learner.BOOSTED_TREES))
        .isInstanceOf(MisuseException.class)
        .hasMessageContaining("0 of them are known as fraud")
        .hasMessageContaining("isolation-forest");
    Trained forest = train(honest, Learner.ISOLATION_FOREST);
    assertThat(forest.reached().metrics()).containsOnlyKeys("cardPrecisionAt5");
    assertThat(forest.report().html()).contains("no labelled fraud");
  }

  @Test
  void aLogThatIsTooShortIsRefused() {
    assertThatThrownBy(() -> train(PAYMENTS.subList(0, 0), Learner.ISOLATION_FOREST))
        .isInstanceOf(MisuseException.class)
        .hasMessageContaining("the tested span has no transactions");
  }
}
