package weir.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How far what a model is asked has gone from its training. */
class DriftTest {
  private static final long START = 1_772_323_200_000L;
  private static final long DAY = Drift.DAY_MILLIS;
  private static final Span SPAN = new Span(0, 0, 0, 0);

  /** Of one input, of which training had a quarter below 10, a half below 20, and the rest. */
  private static final Histogram LEARNED = Histogram.empty(10, 20).with(25, 50, 25);

  private static final Histogram SCORES = Histogram.empty(500).with(90, 10);

  private static Model model(Histogram scores, Histogram... inputs) throws FaultyModelException {
    List<ModelInput> its = new ArrayList<>();
    for (Histogram each : inputs) {
      its.add(new ModelInput("input_" + its.size(), new InputScale(0), /* normal= */ null, each));
    }
    return Model.parse(
        ModelJson.write(
            new ModelContent(
                Learner.BOOSTED_TREES,
                its,
                new TreeMap<>(),
                /* base= */ 0,
                List.of(),
                ScoreTable.of(new long[ScoreTable.MOST]),
                new Training(SPAN, SPAN, SPAN, new TreeMap<>(), scores))));
  }

  private static Drift drift() throws FaultyModelException {
    return new Drift(model(SCORES, LEARNED));
  }

  /** Counts a day of values that come in turn; the last is a day after the first. */
  private static void day(Drift drift, long begin, int payments, long[] values, int... scores) {
    for (int i = 0; i < payments; i++) {
      boolean complete =
          drift.count(
              begin + DAY * i / (payments - 1),
              new long[] {values[i % values.length]},
              scores[i % scores.length]);
      assertThat(complete).isEqualTo(i == payments - 1);
    }
  }

  @Test
  void anIndexIsWhatIsReckonedByHand() throws FaultyModelException {
    Drift drift = drift();
    // Shares 0.5, 0.25, 0.25 after 0.25, 0.5, 0.25; and 0.5, 0.5 after 0.9, 0.1.
    day(drift, START, 1000, new long[] {9, 9, 10, 20}, 499, 500);
    assertThat(drift.told()).hasSize(2);
    Drifted input = drift.told().get(0);
    assertThat(input.input()).isZero();
    assertThat(input.index()).isEqualTo(0.25 * Math.log(2) + 0.25 * Math.log(2), within(1e-12));
    Drifted score = drift.told().get(1);
    assertThat(score.isOfScore()).isTrue();
    assertThat(score.index())
        .isEqualTo(0.4 * Math.log(9.0 / 5) + 0.4 * Math.log(5), within(1e-12))
        .isEqualTo(0.878, within(0.001));
  }

  @Test
  void aBinThatEmptiedIsTakenForATenThousandth() throws FaultyModelException {
    Drift drift = drift();
    day(drift, START, 1000, new long[] {15, 25}, 0);
    assertThat(drift.told().get(0).index())
        .isEqualTo((0.25 - 1e-4) * Math.log(0.25 / 1e-4) + 0.25 * Math.log(2), within(1e-12));
    assertThat(drift.told().get(0).isAnother()).isTrue();
  }

  @Test
  void theSameDistributionIsNearZeroAndOneThatMovedIsAnother() throws FaultyModelException {
    Random random = new Random(3);
    Histogram learned = gaussian(random, Histogram.empty(-20, -10, -5, 0, 5, 10, 20));
    Drift same = new Drift(model(Histogram.empty(), learned));
    Drift moved = new Drift(model(Histogram.empty(), learned));
    for (int i = 0; i < 2000; i++) {
      long value = (long) (10 * random.nextGaussian());
      same.count(START + i * DAY / 1000, new long[] {value}, 0);
      moved.count(START + i * DAY / 1000, new long[] {value + 8}, 0);
    }
    assertThat(same.told().get(0).index()).isBetween(0.0, 0.03);
    assertThat(same.told().get(0).isAnother()).isFalse();
    assertThat(moved.told().get(0).index()).isGreaterThan(0.3);
    assertThat(moved.told().get(0).isAnother()).isTrue();
  }

  private static Histogram gaussian(Random random, Histogram empty) {
    long[] counts = empty.counts();
    for (int i = 0; i < 100_000; i++) {
      counts[empty.bin((long) (10 * random.nextGaussian()))]++;
    }
    return empty.with(counts);
  }

  @Test
  void nothingIsToldOfTooFew() throws FaultyModelException {
    Drift drift = drift();
    for (int i = 0; i < Drift.LEAST - 1; i++) {
      assertThat(drift.count(START + i * DAY, new long[] {0}, 0)).isFalse();
    }
    assertThat(drift.told()).isEmpty();
    assertThat(drift.counted()).isEqualTo(Drift.LEAST - 1);
    assertThat(drift.count(START, new long[] {0}, 0)).isTrue();
    assertThat(drift.told()).hasSize(2);
  }

  @Test
  void nothingIsToldOfLessThanADayHoweverManyThereAre() throws FaultyModelException {
    Drift drift = drift();
    for (int i = 0; i < 10 * Drift.LEAST; i++) {
      assertThat(drift.count(START + i % DAY, new long[] {0}, 0)).isFalse();
    }
    assertThat(drift.told()).isEmpty();
    assertThat(drift.count(START + DAY, new long[] {0}, 0)).isTrue();
  }

  @Test
  void withManyBinsADayNeedsMore() throws FaultyModelException {
    long[] edges = new Random(1).longs(99, 0, 1000).sorted().distinct().toArray();
    Drift drift = new Drift(model(SCORES, Histogram.empty(edges)));
    for (int i = 1; i < 40 * (edges.length + 1); i++) {
      assertThat(drift.count(START + i * DAY, new long[] {0}, 0)).isFalse();
    }
    assertThat(drift.count(START, new long[] {0}, 0)).isTrue();
  }

  @Test
  void theLastSevenDaysAreToldAndOlderOnesForgotten() throws FaultyModelException {
    Drift drift = drift();
    long[] asLearned = {0, 10, 10, 20};
    day(drift, START, 1000, new long[] {99}, 0);
    assertThat(drift.told().get(0).isAnother()).isTrue();
    for (int i = 1; i <= 6; i++) {
      assertThat(drift.isOfAllDays()).isFalse();
      day(drift, START + i * DAY, 1000, asLearned, 0);
    }
    assertThat(drift.isOfAllDays()).isTrue();
    // One day in seven is still that of all in the last bin.
    double first = (1 + 6 * 0.25) / 7;
    double half = 6 * 0.5 / 7;
    double quarter = 6 * 0.25 / 7;
    assertThat(drift.told().get(0).index())
        .isEqualTo(
            (first - 0.25) * Math.log(first / 0.25)
                + (half - 0.5) * Math.log(half / 0.5)
                + (quarter - 0.25) * Math.log(quarter / 0.25),
            within(1e-12));
    day(drift, START + 7 * DAY, 1000, asLearned, 0);
    assertThat(drift.told().get(0).index()).isEqualTo(0, within(1e-12));
    assertThat(drift.counted()).isEqualTo(8000);
  }

  @Test
  void whatTrainingHasNoDistributionOfIsNotTold() throws FaultyModelException {
    Drift drift = new Drift(model(Histogram.empty(500), Histogram.empty(), LEARNED));
    for (int i = 0; i < 1000; i++) {
      drift.count(START + i * DAY, new long[] {i, i}, 0);
    }
    assertThat(drift.told()).extracting(Drifted::input).containsExactly(1);
    Drift ofNothing = new Drift(model(Histogram.empty(), Histogram.empty()));
    for (int i = 0; i < 1000; i++) {
      ofNothing.count(START + i * DAY, new long[] {i}, 0);
    }
    assertThat(ofNothing.told()).isEmpty();
  }

  @Test
  void whatItHoldsIsBounded() throws FaultyModelException {
    Binned binned = new Binned(LEARNED);
    for (int day = 0; day < 100; day++) {
      binned.count(day);
      binned.endOfDay(Drift.DAYS);
      assertThat(binned.days()).isEqualTo(Math.min(day + 1, Drift.DAYS));
    }
  }
}
