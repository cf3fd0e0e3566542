package weir.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import weir.learn.Drift;
import weir.learn.Histogram;
import weir.learn.InputScale;
import weir.learn.Model;
import weir.learn.ModelInput;
import weir.oracle.HostileLog;
import weir.oracle.SmallModels;

/** How far models have gone from their training, as it is counted and told. */
class ModelDriftTest {
  private static final long START = HostileLog.START;
  static final long DAY = 86_400_000;

  static final String CHARTER =
      """
      allowedLateness: 1 min
      allowedClockSkew: 5 s
      keys: {town: city}
      features:
        many: {count: transactions, by: town, window: 10 s}
      rules:
      """;

  private static final Histogram SCORES = Histogram.empty(500).with(90, 10);

  /** Of amounts half below 5, and half below 50. */
  static final Histogram AMOUNTS = Histogram.empty(500, 5000).with(50, 50, 0);

  /** A model of its own for each test, because all of a JVM are counted together. */
  static Model model(int test, List<String> inputs, Histogram learned) {
    String any = "  - {id: any, version: 1, kind: amount-over, severity: low, limit: 1}\n";
    return SmallModels.learned(CHARTER + any, inputs, learned, SCORES.with(900 + test, 100));
  }

  static List<String> samples(int many) {
    return IntStream.iterate(0, i -> i + 1)
        .mapToObj(i -> "t" + i)
        .filter(ModelDrift::isSample)
        .limit(many)
        .toList();
  }

  private static void nothing(String said) {
    throw new AssertionError(said);
  }

  @Test
  void aQuarterIsASampleWhateverIdsLookLike() {
    for (String form : List.of("%d", "t%06d", "user-7/%d", "%x0000", "%d-a")) {
      long samples =
          IntStream.range(0, 40_000)
              .mapToObj(i -> String.format(form, i))
              .filter(ModelDrift::isSample)
              .count();
      assertThat(samples).as(form).isBetween(9_000L, 11_000L);
    }
  }

  @Test
  void onlySamplesAreCounted() {
    ModelDrift drift = new ModelDrift(ModelDriftTest::nothing);
    Model model = model(1, List.of("amount"), AMOUNTS);
    for (int i = 0; i < 1000; i++) {
      drift.asked(model, "t" + i, START, new long[] {7}, 0);
    }
    assertThat(drift.known().get(0).counted())
        .isEqualTo(IntStream.range(0, 1000).filter(i -> ModelDrift.isSample("t" + i)).count());
  }

  @Test
  void modelsThatAreNoLongerAskedAreForgotten() {
    ModelDrift drift = new ModelDrift(ModelDriftTest::nothing);
    String id = samples(1).get(0);
    Model first = model(100, List.of("amount"), AMOUNTS);
    for (int i = 0; i <= ModelDrift.MOST_MODELS; i++) {
      Model each = model(100 + i, List.of("amount"), AMOUNTS);
      drift.asked(each, id, START, new long[] {7}, 0);
    }
    assertThat(drift.known())
        .hasSize(ModelDrift.MOST_MODELS)
        .noneMatch(each -> each.model().name().equals(first.name()));
  }

  @Test
  void itIsSaidOnceWhenAnInputBecomesAnother() {
    Model model = model(2, List.of("amount", "hour"), AMOUNTS);
    Drift drift = new Drift(model);
    DriftWarnings warnings = new DriftWarnings();
    List<List<String>> said = new ArrayList<>();
    // From the eighth day on amounts are others; then they are as in training for two weeks.
    for (int day = 0; day < 30; day++) {
      for (int i = 0; i <= Drift.LEAST; i++) {
        long small = i % 2 == 0 ? 1 : 1000;
        long amount = day == 7 || day == 8 || day == 29 ? 9999 : small;
        long[] inputs = {amount, small};
        if (drift.count(START + day * DAY + i * DAY / Drift.LEAST, inputs, i % 10 == 0 ? 999 : 0)) {
          said.add(warnings.after(drift));
        }
      }
    }
    assertThat(said).hasSizeGreaterThan(28);
    List<String> all = said.stream().flatMap(List::stream).toList();
    assertThat(all).hasSize(2);
    assertThat(all.get(0))
        .matches(
            "Model "
                + model.name().substring(0, 8)
                + ": 'amount' is no longer distributed as in training \\(PSI \\d\\.\\d\\d\\):"
                + " train again, see docs/models.md#drift");
    assertThat(said.get(said.size() - 1)).hasSize(1);
  }

  @Test
  void itIsSaidAsSoonAsAWeekIsCounted() {
    Model model = model(7, List.of("amount"), AMOUNTS);
    List<String> said = new ArrayList<>();
    ModelDrift drift = new ModelDrift(said::add);
    List<String> ids = samples(Drift.LEAST);
    for (int day = 1; day <= 2 * Drift.DAYS; day++) {
      for (int i = 0; i < Drift.LEAST; i++) {
        long time = START + (i == 0 ? 0 : DAY);
        drift.asked(model, ids.get(i), time, new long[] {9999}, i % 10 == 0 ? 999 : 0);
      }
      assertThat(drift.days()).isEqualTo(day);
      assertThat(said).hasSize(day < Drift.DAYS ? 0 : 1);
    }
  }

  @Test
  void nothingIsSaidWithinTheFirstWeek() {
    Model model = model(3, List.of("amount"), AMOUNTS);
    Drift drift = new Drift(model);
    DriftWarnings warnings = new DriftWarnings();
    for (int day = 1; day <= Drift.DAYS; day++) {
      for (int i = 1; i < Drift.LEAST; i++) {
        drift.count(START, new long[] {9999}, 999);
      }
      drift.count(START + DAY, new long[] {9999}, 999);
      assertThat(drift.told()).allMatch(each -> each.isAnother());
      assertThat(warnings.after(drift)).hasSize(day < Drift.DAYS ? 0 : 2);
    }
  }

  @Test
  void inputsHaveNamesThatMetricsMayHave() {
    List<ModelInput> inputs =
        IntStream.range(0, 4)
            .mapToObj(i -> List.of("amount", "amount > 5", "amount < 5", "a".repeat(99)).get(i))
            .map(
                text ->
                    new ModelInput(text, new InputScale(0), /* normal= */ null, Histogram.empty()))
            .toList();
    assertThat(InputNames.of(inputs))
        .containsExactly("amount", "amount_5", "amount_5_2", "a".repeat(40));
  }
}
