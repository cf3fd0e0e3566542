package weir.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.book.RuleBookReader;
import weir.traffic.Rate;
import weir.traffic.Scenario;
import weir.traffic.TrafficSettings;

/** What the rules that look at other keys or at days say where everybody is honest. */
class HonestWorldTest {
  private static final long START = 1_767_225_600_000L;
  private static final Duration LENGTH = Duration.ofDays(6);
  private static final double RATE = 0.5;
  private static final double PAYMENTS = RATE * LENGTH.toSeconds();

  private static ScoreCard card = new ScoreCard(List.of(), List.of());

  @BeforeAll
  static void score() throws IOException {
    TrafficSettings settings =
        TrafficSettings.of(4, 10_000, Rate.constant(RATE), START).with(honest());
    card = ScoredRun.of(settings, RuleBookReader.readDefault(), LENGTH.toMillis());
    System.out.println(ScoreTable.print(card));
  }

  /** The default world without attacks, and with many more of the look-alikes of the new rules. */
  private static Scenario honest() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Scenario.class.getResourceAsStream("default-scenario.yaml"))) {
      String text =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replaceFirst("attackShare: [0-9.]+", "attackShare: 0")
              .replaceFirst("(compromised-merchant:\\s+atATime:) [0-9]+", "$1 0")
              .replaceFirst("lookAlikeShare: [0-9.]+", "lookAlikeShare: 0.18")
              .replaceAll("weight: 0\\.[0-9]+", "weight: 2");
      return Scenario.parse("honest", text);
    }
  }

  private static double alerts(String rule) {
    return card.rule(rule).map(RuleScore::alerts).orElse(0L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sale", "family-tablet", "holiday", "big-purchase", "moving-house", "new-home"})
  void aLookAlikeIsRarelyHit(String kind) {
    KindScore score = card.kind(kind).orElseThrow();
    assertThat(score.campaigns()).isGreaterThan(150);
    assertThat(score.recall()).isLessThan(0.12);
  }

  @Test
  void aSaleIsNoListOfStolenCardsAndATabletNoThief() {
    assertThat(alerts("cards-at-shop")).isLessThan(PAYMENTS / 50_000);
    assertThat(alerts("cards-on-device")).isZero();
  }

  @Test
  void whoIsOnHolidayOrMovesIsRarelyOutOfCharacter() {
    assertThat(alerts("out-of-character")).isBetween(1.0, PAYMENTS / 3_000);
    assertThat(alerts("bust-out")).isLessThan(PAYMENTS / 10_000);
  }
}
