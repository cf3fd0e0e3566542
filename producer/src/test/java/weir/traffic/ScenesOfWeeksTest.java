package weir.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static weir.traffic.Worlds.last;
import static weir.traffic.Worlds.span;
import static weir.traffic.Worlds.values;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import weir.model.Transaction;
import weir.traffic.Worlds.Sent;

/** A card that is taken over, and a new home: both for two weeks, and as dear as each other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenesOfWeeksTest {
  private static final long DAY = 24 * 3_600_000L;
  private static final long SEED = 34;
  private static final String LENGTH = "payments: 14..22, within: 12 d..16 d, timesUsual: 3..7";

  /** Some four payments a day by each person, for forty days. */
  private static final TrafficSettings WORLD =
      TrafficSettings.of(SEED, 2_000, Rate.constant(0.1), Worlds.START);

  private static final int COUNT = 345_600;

  /** Kept until the last test of this class, and no longer. */
  private final List<Sent> taken =
      send(Worlds.only("card-taken-over", LENGTH + ", hoursAhead: 8..16, devices: 1..3"));

  private final List<Sent> home = send(Worlds.onlyHonest("new-home", LENGTH));

  private static final Atlas ATLAS = Atlas.read();

  private static List<Sent> send(Scenario scenario) {
    return Worlds.send(WORLD.with(scenario), COUNT);
  }

  /** Those that are over before the world is, and have the people to themselves. */
  private static List<List<Sent>> whole(List<Sent> all) {
    long end = last(all).transaction().time();
    List<List<Sent>> scenes =
        Worlds.scenes(all).stream()
            .filter(scene -> scene.get(0).transaction().time() < end - 18 * DAY)
            .toList();
    assertThat(scenes).hasSizeGreaterThan(300);
    return scenes;
  }

  private static Person owner(Sent sent) {
    String user = sent.transaction().userId();
    return Person.number(Integer.parseInt(user.substring("user-".length())), ATLAS, SEED);
  }

  private static double timesUsual(Sent sent) {
    return Worlds.euros(sent) / owner(sent).usualEuros();
  }

  private static double awake(Sent sent) {
    return Hours.likelihood(owner(sent).home().hourAt(sent.transaction().time()));
  }

  private static double mean(List<List<Sent>> scenes, ToDoubleFunction<Sent> value) {
    return scenes.stream().flatMap(List::stream).mapToDouble(value).average().orElseThrow();
  }

  @Test
  void bothHaveTheSameShapeAndTheSameAmounts() {
    for (List<Sent> all : List.of(taken, home)) {
      for (List<Sent> scene : whole(all)) {
        assertThat(scene).hasSizeBetween(14, 22);
        assertThat(span(scene)).isBetween(6 * DAY, 17 * DAY);
        assertThat(values(scene, Transaction::userId)).hasSize(1);
        assertThat(values(scene, Transaction::city))
            .containsOnly(owner(scene.get(0)).home().name());
        assertThat(scene).allMatch(sent -> timesUsual(sent) > 2.9 && timesUsual(sent) < 7.1);
      }
    }
    assertThat(mean(whole(taken), ScenesOfWeeksTest::timesUsual))
        .isCloseTo(mean(whole(home), ScenesOfWeeksTest::timesUsual), within(0.1));
    assertThat(mean(whole(taken), Worlds::euros))
        .isCloseTo(mean(whole(home), Worlds::euros), within(10.0));
  }

  /** Whoever pays most also pays most for a thief, so the amounts are those of this person. */
  @Test
  void whatIsUsualIsWhatAPersonPaysOnAverage() {
    Map<Integer, double[]> byUser = new HashMap<>();
    for (Sent sent : taken) {
      if (sent.isOrdinary() && !"subscription".equals(sent.transaction().category())) {
        double[] sum = byUser.computeIfAbsent(owner(sent).number(), user -> new double[2]);
        sum[0] += timesUsual(sent);
        sum[1]++;
      }
    }
    double[] means =
        byUser.values().stream().mapToDouble(sum -> sum[0] / sum[1]).sorted().toArray();
    assertThat(Arrays.stream(means).average().orElseThrow()).isCloseTo(1, within(0.03));
    assertThat(means[means.length / 20]).isGreaterThan(0.7);
    assertThat(means[means.length * 19 / 20]).isLessThan(1.4);
  }

  @Test
  void aThiefPaysOnlineFromElsewhereAtOtherHours() {
    List<List<Sent>> scenes = whole(taken);
    int devices = 0;
    for (List<Sent> scene : scenes) {
      Person owner = owner(scene.get(0));
      assertThat(scene)
          .allMatch(Sent::isFraud)
          .allMatch(sent -> !sent.transaction().hasCoordinates());
      Set<String> used = values(scene, Transaction::deviceId);
      assertThat(used).hasSizeLessThanOrEqualTo(3).doesNotContain(owner.device(0), owner.device(1));
      devices += used.size();
      Set<String> liked = new HashSet<>();
      owner.favourites().forEach(category -> liked.add(category.code()));
      assertThat(values(scene, Transaction::category))
          .isSubsetOf("online", "digital")
          .satisfies(
              bought ->
                  assertThat(
                          liked.containsAll(Set.of("online", "digital"))
                              || bought.stream().noneMatch(liked::contains))
                      .isTrue());
    }
    assertThat(devices).isBetween(scenes.size() * 3 / 2, scenes.size() * 5 / 2);
    assertThat(mean(scenes, ScenesOfWeeksTest::awake)).isLessThan(0.45);
  }

  @Test
  void aHomeIsFurnishedByItsOwnerWhoIsAwake() {
    List<List<Sent>> scenes = whole(home);
    int inShops = 0;
    for (List<Sent> scene : scenes) {
      Person owner = owner(scene.get(0));
      assertThat(scene).noneMatch(Sent::isFraud);
      assertThat(values(scene, Transaction::deviceId)).isSubsetOf(owner.device(0), owner.device(1));
      assertThat(values(scene, Transaction::category))
          .isSubsetOf("electronics", "clothing", "online");
      inShops += (int) scene.stream().filter(sent -> sent.transaction().hasCoordinates()).count();
    }
    double payments = scenes.stream().mapToInt(List::size).sum();
    assertThat(inShops / payments).isBetween(0.45, 0.55);
    double usual =
        home.stream()
            .filter(Sent::isOrdinary)
            .mapToDouble(ScenesOfWeeksTest::awake)
            .average()
            .orElseThrow();
    assertThat(mean(scenes, ScenesOfWeeksTest::awake))
        .isGreaterThan(0.7)
        .isCloseTo(usual, within(0.06));
  }

  /** The owner of a card that is taken over, or of a new home, eats and travels as ever. */
  @Test
  void ordinaryLifeGoesOn() {
    for (List<Sent> all : List.of(taken, home)) {
      Map<String, long[]> weeks = new HashMap<>();
      for (List<Sent> scene : whole(all)) {
        Transaction first = scene.get(0).transaction();
        weeks.put(first.userId(), new long[] {first.time(), last(scene).transaction().time(), 0});
      }
      for (Sent sent : all) {
        long[] week = weeks.get(sent.transaction().userId());
        long time = sent.transaction().time();
        if (week != null && sent.isOrdinary() && time >= week[0] && time <= week[1]) {
          week[2]++;
        }
      }
      double days =
          weeks.values().stream().mapToLong(week -> week[1] - week[0]).sum() / (double) DAY;
      double paid = weeks.values().stream().mapToLong(week -> week[2]).sum();
      assertThat(paid / days).isBetween(3.3, 4.5);
    }
  }

  /** Who pays for a new home cannot be abroad, nor in two shops at once. */
  @Test
  void aNewHomeWaitsForItsOwner() {
    Map<String, Sent> before = new HashMap<>();
    for (Sent sent : home) {
      Sent last =
          "subscription".equals(sent.transaction().category())
              ? null
              : before.put(sent.transaction().userId(), sent);
      if (last != null) {
        assertThat(sent.transaction().time() - last.transaction().time())
            .isGreaterThanOrEqualTo(180_000);
      }
    }
  }
}
