package weir.backtest.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.backtest.answer.Answer;
import weir.log.Log;
import weir.log.Span;

/**
 * Of what jobs would leave comes the answer of a pass, byte for byte: over a hostile log with
 * labels, keys, totals and models, whose rules change in the middle of it.
 */
class JudgedLakeTest {
  private static final int PAYMENTS = 5000;

  @TempDir private static Path folder = Path.of("target");
  private static @Nullable HostileLake lake;
  private static @Nullable Answer comparison;

  @BeforeAll
  static void twoSidesHaveJudgedALake() throws SQLException {
    HostileLake hostile = HostileLake.in(folder.resolve("lake"), PAYMENTS);
    lake = hostile;
    for (FixedSide each : List.of(hostile.inForce(), hostile.first())) {
      try (WrittenLake output = new WrittenLake(folder.resolve(each.name()));
          Log log = SameAnswer.source(hostile.folder(), Span.ALL).open(each.side().charter())) {
        output.judged(each.side(), log);
      }
    }
  }

  private static HostileLake lake() {
    return Objects.requireNonNull(lake);
  }

  private static Answer same(@Nullable FixedSide before, FixedSide after, Span wanted)
      throws InterruptedException, IOException {
    return new SameAnswer(lake(), folder).check(before, after, wanted);
  }

  /** The rules in force against the first ones, over all of the log: reckoned once. */
  private static Answer comparison() throws InterruptedException, IOException {
    Answer known = comparison;
    if (known == null) {
      known = same(lake().inForce(), lake().first(), Span.ALL);
      comparison = known;
    }
    return known;
  }

  @Test
  void comparesTwoSides() throws InterruptedException, IOException {
    Answer answer = comparison();
    assertThat(answer.volume().deadLetters()).isPositive();
    assertThat(answer.volume().frauds()).isPositive();
    assertThat(answer.days()).hasSizeGreaterThan(1);
    assertThat(answer.overlaps()).isNotEmpty();
    assertThat(answer.rules())
        .anySatisfy(each -> assertThat(each.added()).hasSize(SameAnswer.EXAMPLES))
        .anySatisfy(each -> assertThat(each.removed()).hasSize(SameAnswer.EXAMPLES));
  }

  @Test
  void comparesThemTheOtherWayRound() throws InterruptedException, IOException {
    same(lake().first(), lake().inForce(), Span.ALL);
  }

  @Test
  void replaysOneSide() throws InterruptedException, IOException {
    assertThat(same(/* before= */ null, lake().inForce(), Span.ALL).isComparison()).isFalse();
  }

  @Test
  void countsAPeriod() throws InterruptedException, IOException {
    Span middle = lake().middle();
    Answer all = comparison();
    Answer some = same(lake().inForce(), lake().first(), middle);
    assertThat(some.volume().payments()).isBetween(100L, all.volume().payments() / 2);
    assertThat(some.volume().records()).isLessThan(all.volume().records());
    assertThat(some.volume().deadLetters()).isLessThan(all.volume().deadLetters());
    same(lake().inForce(), lake().first(), new Span(Span.ALL.from(), middle.to()));
    same(lake().inForce(), lake().first(), new Span(middle.from(), Span.ALL.to()));
  }
}
