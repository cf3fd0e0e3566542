package weir.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static weir.traffic.Worlds.span;
import static weir.traffic.Worlds.values;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import weir.model.Transaction;
import weir.traffic.Worlds.Sent;

/** Scenes that take days, and what their people do meanwhile. */
class LongScenesTest {
  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;

  /** Some four payments a day by each person, for two weeks. */
  private static final TrafficSettings WORLD =
      TrafficSettings.of(33, 5_000, Rate.constant(0.25), Worlds.START);

  private static final int COUNT = 300_000;

  private final Atlas atlas = Atlas.read();

  private static List<Sent> send(Scenario scenario) {
    return Worlds.send(WORLD.with(scenario), COUNT);
  }

  /** How many ordinary payments each person of a scene made in the three days before it. */
  private static double before(List<Sent> all, List<List<Sent>> scenes) {
    Map<String, Long> begins = new HashMap<>();
    for (List<Sent> scene : scenes) {
      Transaction first = scene.get(0).transaction();
      begins.put(first.userId(), first.time());
    }
    long found = 0;
    for (Sent sent : all) {
      Transaction tx = sent.transaction();
      Long begin = begins.get(tx.userId());
      if (begin != null && sent.isOrdinary()) {
        found += tx.time() < begin && tx.time() >= begin - 3 * DAY ? 1 : 0;
      }
    }
    return found / (double) begins.size();
  }

  private Person owner(List<Sent> scene) {
    String user = scene.get(0).transaction().userId();
    return Person.number(Integer.parseInt(user.substring("user-".length())), atlas, 33);
  }

  @Test
  void suddenSpendingFollowsDaysOfOrdinaryLife() {
    List<Sent> all =
        send(
            Worlds.only(
                "sudden-spending",
                "after: 3 d..4 d, payments: 7..11, every: 15 min..70 min, euros: 300..1000"));
    List<List<Sent>> scenes = Worlds.scenes(all);
    assertThat(scenes).hasSizeGreaterThan(300);
    assertThat(before(all, scenes)).isBetween(7.0, 14.0);
    for (List<Sent> scene : scenes) {
      assertThat(scene).allMatch(Sent::isFraud).hasSizeLessThanOrEqualTo(11);
      assertThat(scene.get(0).transaction().time()).isGreaterThanOrEqualTo(Worlds.START + 3 * DAY);
      assertThat(scene)
          .allMatch(sent -> !sent.transaction().hasCoordinates())
          .allMatch(sent -> Worlds.euros(sent) > 290 && Worlds.euros(sent) < 1010);
      Person owner = owner(scene);
      assertThat(values(scene, Transaction::deviceId))
          .hasSize(1)
          .doesNotContain(owner.device(0), owner.device(1));
      assertThat(span(scene)).isLessThanOrEqualTo(10 * 70 * 60_000);
    }
  }

  @Test
  void aBustAccountIsDrainedByItsOwner() {
    List<Sent> all =
        send(
            Worlds.only(
                "bust-out",
                "after: 3 d..4 d, payments: 6..10, every: 65 min..110 min, euros: 1500..3400"));
    List<List<Sent>> scenes = Worlds.scenes(all);
    assertThat(scenes).hasSizeGreaterThan(300);
    assertThat(before(all, scenes)).isBetween(7.0, 14.0);
    for (List<Sent> scene : scenes) {
      assertThat(scene).allMatch(Sent::isFraud).hasSizeLessThanOrEqualTo(10);
      assertThat(scene.get(0).transaction().time()).isGreaterThanOrEqualTo(Worlds.START + 3 * DAY);
      assertThat(values(scene, Transaction::deviceId)).containsOnly(owner(scene).device(0));
      assertThat(scene).allMatch(sent -> Worlds.euros(sent) > 1490);
      assertThat(span(scene)).isLessThanOrEqualTo(DAY);
    }
  }

  @Test
  void aHolidayIsSpentElsewhereAndAtHotels() {
    List<Sent> all =
        send(
            Worlds.onlyHonest(
                "holiday",
                "nights: 2..6, paymentsADay: 2..5, dearer: 1.2..2.5, hotelEuros: 70..250, overKm: 300"));
    List<List<Sent>> scenes = Worlds.scenes(all);
    assertThat(scenes).hasSizeGreaterThan(300);
    int abroad = 0;
    for (List<Sent> scene : scenes) {
      assertThat(scene).noneMatch(Sent::isFraud);
      String home = owner(scene).home().name();
      List<Sent> away =
          scene.stream().filter(sent -> !home.equals(sent.transaction().city())).toList();
      assertThat(values(away, Transaction::city)).hasSizeLessThanOrEqualTo(1);
      // Six nights, and twice half around the world.
      assertThat(span(scene)).isLessThanOrEqualTo(6 * DAY + 60 * HOUR);
      assertThat(
              scene.stream().filter(sent -> "travel".equals(sent.transaction().category())).count())
          .isLessThanOrEqualTo(6);
      abroad += values(scene, Transaction::currency).size() > 1 ? 1 : 0;
    }
    assertThat(abroad).isBetween(scenes.size() / 4, scenes.size() * 9 / 10);
  }

  @Test
  void aBigPurchaseIsOnePayment() {
    List<List<Sent>> scenes =
        Worlds.scenes(send(Worlds.onlyHonest("big-purchase", "euros: 500..3000")));
    assertThat(scenes).hasSizeGreaterThan(20_000);
    for (List<Sent> scene : scenes) {
      assertThat(scene).singleElement().matches(sent -> !sent.isFraud());
      assertThat(Worlds.euros(scene.get(0))).isBetween(490.0, 3010.0);
    }
  }

  @Test
  void whoMovesHousePaysMuchForSomeDays() {
    List<List<Sent>> scenes =
        Worlds.scenes(
            send(
                Worlds.onlyHonest(
                    "moving-house", "payments: 4..7, within: 2 d..4 d, euros: 80..900")));
    assertThat(scenes).hasSizeGreaterThan(300);
    for (List<Sent> scene : scenes) {
      assertThat(scene).noneMatch(Sent::isFraud).hasSizeLessThanOrEqualTo(7);
      assertThat(values(scene, Transaction::currency)).hasSize(1);
      assertThat(scene).allMatch(sent -> Worlds.euros(sent) > 75 && Worlds.euros(sent) < 910);
      assertThat(span(scene)).isLessThanOrEqualTo(4 * DAY);
    }
  }
}
