package weir.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.book.RuleBookReader;
import weir.traffic.Rate;
import weir.traffic.TrafficSettings;

/** What the rules that Weir ships with make of the world that it ships with. */
class DefaultBookTest {
  private static final long START = 1_767_225_600_000L;

  /** Two kinds of attack follow three days of ordinary life at least, and one takes two weeks. */
  private static final Duration LENGTH = Duration.ofDays(16);

  private static ScoreCard card = new ScoreCard(List.of(), List.of());

  @BeforeAll
  static void score() {
    // Some four payments a day by each person.
    TrafficSettings settings = TrafficSettings.of(1, 20_000, Rate.constant(1), START);
    card = ScoredRun.of(settings, RuleBookReader.readDefault(), LENGTH.toMillis());
    System.out.println(ScoreTable.print(card));
  }

  @ParameterizedTest
  @CsvSource({
    "shared-account, impossible-travel",
    "card-testing, paypal-small",
    "stolen-card, velocity",
    "slow-drain, slow-drain",
    "shop-testing, cards-at-shop",
    "shared-device, cards-on-device"
  })
  void anAttackIsCaughtByItsRule(String attack, String rule) {
    KindScore score = card.kind(attack).orElseThrow();
    assertThat(score.campaigns()).isGreaterThan(50);
    assertThat(score.recallBy(rule)).isGreaterThanOrEqualTo(0.95);
  }

  /** Some of these have only begun when the world ends, and are not remarkable yet. */
  @ParameterizedTest
  @CsvSource({"sudden-spending, out-of-character", "bust-out, bust-out"})
  void anAttackOfHoursIsCaughtByItsRule(String attack, String rule) {
    KindScore score = card.kind(attack).orElseThrow();
    assertThat(score.campaigns()).isGreaterThan(50);
    assertThat(score.recallBy(rule)).isGreaterThanOrEqualTo(0.9);
  }

  /**
   * What these do breaks no rule's limit. It shows only to those who know what is usual for a
   * person, and which shops had how much confirmed fraud. A card that is taken over is seen by
   * chance, in one payment of many.
   */
  @ParameterizedTest
  @CsvSource({"card-taken-over, 0.05", "compromised-merchant, 0.01"})
  void anAttackThatLooksOrdinaryIsForAModel(String attack, double atMost) {
    KindScore score = card.kind(attack).orElseThrow();
    assertThat(score.campaigns()).isGreaterThan(50);
    assertThat(score.flaggedShare()).isLessThan(atMost);
    assertThat(score.recall()).isLessThan(0.5);
  }

  @ParameterizedTest
  @CsvSource({
    "impossible-travel, 0.95",
    "paypal-small, 0.95",
    "many-places, 0.95",
    "slow-drain, 0.95",
    "velocity, 0.9",
    "cards-at-shop, 0.95",
    "cards-on-device, 0.95",
    "out-of-character, 0.9",
    "bust-out, 0.9",
    "high-value, 0.85",
    "very-high-value, 0.85"
  })
  void aRuleIsRarelyWrong(String rule, double precision) {
    RuleScore score = card.rule(rule).orElseThrow();
    assertThat(score.alerts()).isGreaterThan(50);
    assertThat(score.precision()).isGreaterThanOrEqualTo(precision);
  }

  /** Its one payment is for the one rule or for the other. */
  @Test
  void aHighPaymentIsCaughtByOneRuleAlone() {
    KindScore score = card.kind("high-value").orElseThrow();
    double high = score.recallBy("high-value");
    double veryHigh = score.recallBy("very-high-value");
    assertThat(score.campaigns()).isGreaterThan(50);
    assertThat(high).isGreaterThan(0.2);
    assertThat(veryHigh).isGreaterThan(0.2);
    assertThat(high + veryHigh).isBetween(0.95, 1.000001);
    assertThat(score.recallBy("windowed-spend")).isZero();
  }

  /** What is split within a minute is rare in this world, and never taken for what it is not. */
  @Test
  void whatIsSplitWithinAMinuteIsFound() {
    RuleScore score = card.rule("windowed-spend").orElseThrow();
    assertThat(score.alerts()).isPositive();
    assertThat(score.right()).isEqualTo(score.alerts());
  }

  @Test
  void everyLookAlikeIsThereAndFewAreHit() {
    assertThat(card.lookAlikes())
        .hasSize(12)
        .allSatisfy(
            kind -> {
              assertThat(kind.campaigns()).isGreaterThan(100);
              assertThat(kind.recall()).isLessThan(0.12);
            });
  }
}
