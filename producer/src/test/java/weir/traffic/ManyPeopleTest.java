package weir.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static weir.traffic.Worlds.last;
import static weir.traffic.Worlds.span;
import static weir.traffic.Worlds.values;

import java.util.List;
import org.junit.jupiter.api.Test;
import weir.model.Transaction;
import weir.traffic.Worlds.Sent;

/** Scenes of several people, at one shop or on one device. */
class ManyPeopleTest {
  private static final long MINUTE = 60_000;
  private static final int COUNT = 30_000;

  /** No scene here takes longer. */
  private static final long LONGEST = 100 * MINUTE;

  private static final TrafficSettings WORLD = Worlds.usual(31);

  /** The scenes of a world, without the last ones, which may not be over. */
  private static List<List<Sent>> scenes(Scenario scenario) {
    List<Sent> all = Worlds.send(WORLD.with(scenario), COUNT);
    long end = last(all).transaction().time();
    List<List<Sent>> scenes =
        Worlds.scenes(all).stream()
            .filter(scene -> scene.get(0).transaction().time() < end - LONGEST)
            .toList();
    assertThat(scenes).hasSizeGreaterThan(50);
    return scenes;
  }

  @Test
  void manyCardsAreTriedAtOneShopWithinMinutes() {
    List<List<Sent>> scenes =
        scenes(Worlds.only("shop-testing", "cards: 18..36, every: 2 s..20 s, euros: 0.20..1.90"));
    for (List<Sent> scene : scenes) {
      assertThat(scene).allMatch(Sent::isFraud).hasSizeLessThanOrEqualTo(36);
      assertThat(values(scene, Transaction::userId)).hasSameSizeAs(scene);
      assertThat(values(scene, Transaction::deviceId)).hasSameSizeAs(scene);
      assertThat(values(scene, Transaction::merchantId)).hasSize(1);
      assertThat(values(scene, Transaction::currency)).hasSize(1);
      assertThat(span(scene)).isLessThanOrEqualTo(12 * MINUTE);
      assertThat(scene)
          .allMatch(sent -> !sent.transaction().hasCoordinates())
          .allMatch(sent -> Worlds.euros(sent) <= 2.5);
    }
    // In the smallest countries there are few cards to steal.
    assertThat(scenes.stream().filter(scene -> scene.size() >= 18).count())
        .isGreaterThan(scenes.size() * 9L / 10);
  }

  @Test
  void aSaleIsAsBusyAndHonest() {
    List<List<Sent>> scenes =
        scenes(
            Worlds.onlyHonest(
                "sale",
                "customers: 25..50, within: 4 min..12 min, euros: 1.20..45, stallEuros: 0.50..6"));
    int stalls = 0;
    int busy = 0;
    for (List<Sent> scene : scenes) {
      assertThat(scene).noneMatch(Sent::isFraud).hasSizeLessThanOrEqualTo(50);
      assertThat(values(scene, Transaction::userId)).hasSameSizeAs(scene);
      assertThat(values(scene, Transaction::merchantId)).hasSize(1);
      assertThat(span(scene)).isLessThanOrEqualTo(12 * MINUTE);
      boolean stall = scene.get(0).transaction().hasCoordinates();
      assertThat(scene)
          .allMatch(sent -> sent.transaction().hasCoordinates() == stall)
          .allMatch(sent -> Worlds.euros(sent) < (stall ? 7 : 50));
      stalls += stall ? 1 : 0;
      busy += scene.size() >= 25 ? 1 : 0;
    }
    assertThat(stalls).isBetween(scenes.size() / 3, scenes.size() * 2 / 3);
    assertThat(busy).isGreaterThan(scenes.size() * 3 / 4);
  }

  @Test
  void oneDevicePaysForManyWithinAnHour() {
    List<List<Sent>> scenes =
        scenes(Worlds.only("shared-device", "cards: 6..14, every: 1 min..7 min, euros: 15..400"));
    for (List<Sent> scene : scenes) {
      assertThat(scene).allMatch(Sent::isFraud).hasSizeBetween(6, 14);
      assertThat(values(scene, Transaction::userId)).hasSameSizeAs(scene);
      assertThat(values(scene, Transaction::deviceId)).hasSize(1);
      assertThat(span(scene)).isLessThanOrEqualTo(13 * 7 * MINUTE);
    }
  }

  @Test
  void aTabletIsSharedByAFamilyForDays() {
    TrafficSettings slow = TrafficSettings.of(32, 20_000, Rate.constant(0.1), Worlds.START);
    List<List<Sent>> scenes =
        Worlds.scenes(
            Worlds.send(
                slow.with(
                    Worlds.onlyHonest(
                        "family-tablet", "members: 2..4, payments: 4..10, within: 1 d..3 d")),
                100_000));
    assertThat(scenes).hasSizeGreaterThan(300);
    int shared = 0;
    for (List<Sent> scene : scenes) {
      assertThat(scene).noneMatch(Sent::isFraud).hasSizeLessThanOrEqualTo(10);
      assertThat(values(scene, Transaction::deviceId)).hasSize(1);
      assertThat(values(scene, Transaction::city)).hasSize(1);
      assertThat(values(scene, Transaction::userId)).hasSizeLessThanOrEqualTo(4);
      shared += values(scene, Transaction::userId).size() > 1 ? 1 : 0;
      assertThat(span(scene)).isLessThanOrEqualTo(3 * 24 * 60 * MINUTE);
      assertThat(last(scene).transaction().hasCoordinates()).isFalse();
    }
    assertThat(shared).isGreaterThan(scenes.size() * 3 / 4);
  }
}
