package weir.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import weir.model.Money;
import weir.model.Transaction;
import weir.traffic.Worlds.Sent;

/** Whether ordinary people live as they should: distributions that could be wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HabitsTest {
  private static final int COUNT = 300_000;

  /** Kept until the last test of this class, and no longer. */
  private final List<Sent> all =
      Worlds.send(Worlds.usual(11), COUNT).stream().filter(Sent::isOrdinary).toList();

  private final Atlas atlas = Atlas.read();

  private static Transaction tx(Sent sent) {
    return sent.transaction();
  }

  @Test
  void amountsAreMostlySmallAndHaveAHeavyTail() {
    Map<String, Double> levels =
        atlas.cities().stream()
            .collect(Collectors.toMap(City::currency, City::priceLevel, (a, b) -> a));
    double[] euros =
        all.stream()
            .map(HabitsTest::tx)
            .mapToDouble(
                tx ->
                    Money.toMajor(tx.amountMinor(), tx.currency()).doubleValue()
                        / levels.getOrDefault(tx.currency(), 0.0))
            .sorted()
            .toArray();
    assertThat(euros[euros.length / 2]).isBetween(17.0, 25.0);
    assertThat(euros[euros.length * 9 / 10]).isBetween(90.0, 110.0);
    assertThat(euros[euros.length * 99 / 100]).isBetween(400.0, 500.0);
    assertThat(euros[euros.length - euros.length / 1000]).isBetween(1000.0, 1700.0);
    // The dearest tenth makes about half of the turnover.
    double top = Arrays.stream(euros, euros.length * 9 / 10, euros.length).sum();
    assertThat(top / Arrays.stream(euros).sum()).isBetween(0.4, 0.6);
  }

  @Test
  void citiesHaveUsersAsTheyHavePeople() {
    int users = 100_000;
    Map<City, Integer> homes = new HashMap<>();
    for (int i = 0; i < users; i++) {
      homes.merge(Person.home(i, atlas, 12), 1, Integer::sum);
    }
    double people = atlas.cities().stream().mapToLong(City::population).sum();
    for (City city : atlas.cities().subList(0, 12)) {
      double expected = city.population() / people;
      assertThat(homes.getOrDefault(city, 0) / (double) users)
          .as(city.name())
          .isCloseTo(expected, within(expected * 0.15));
    }
    assertThat(homes.size()).isGreaterThan(atlas.cities().size() * 9 / 10);
  }

  @Test
  void placesArePlausible() {
    assertThat(atlas.cities()).hasSizeGreaterThan(300);
    for (Sent sent : all.subList(0, 20_000)) {
      Transaction tx = tx(sent);
      Double latitude = tx.latitude();
      Double longitude = tx.longitude();
      City city =
          atlas.cities().stream()
              .filter(each -> each.name().equals(tx.city()) && each.country().equals(tx.country()))
              .findFirst()
              .orElseThrow();
      assertThat(tx.currency()).isEqualTo(city.currency());
      if (latitude != null && longitude != null) {
        assertThat(latitude).isCloseTo(city.latitude(), within(0.051));
        assertThat(longitude).isCloseTo(city.longitude(), within(0.051));
      }
    }
    long located = all.stream().filter(sent -> tx(sent).hasCoordinates()).count();
    assertThat(located / (double) all.size()).isBetween(0.7, 0.85);
  }

  @Test
  void peopleSleepAtNight() {
    Map<String, City> cities =
        atlas.cities().stream()
            .collect(Collectors.toMap(c -> c.name() + c.country(), city -> city, (a, b) -> a));
    long[] byHour = new long[24];
    for (Sent sent : all) {
      City city = Objects.requireNonNull(cities.get(tx(sent).city() + tx(sent).country()));
      byHour[city.hourAt(tx(sent).time())]++;
    }
    assertThat(byHour[3] * 6).isLessThan(byHour[12]);
    assertThat(byHour[18]).isGreaterThan(byHour[7]);
  }

  @Test
  void payPalIsUsedOnlineByThoseWhoLikeIt() {
    Map<String, long[]> byUser = new HashMap<>();
    long payPal = 0;
    for (Sent sent : all) {
      Transaction tx = tx(sent);
      boolean isPayPal = Payment.PAYPAL.equals(tx.paymentMethod());
      payPal += isPayPal ? 1 : 0;
      assertThat(isPayPal && tx.hasCoordinates()).isFalse();
      if (!tx.hasCoordinates()) {
        byUser.computeIfAbsent(tx.userId(), user -> new long[2])[isPayPal ? 1 : 0]++;
      }
    }
    assertThat(payPal / (double) all.size()).isBetween(0.03, 0.09);
    long friends = byUser.values().stream().filter(counts -> counts[1] > counts[0]).count();
    assertThat(friends / (double) byUser.size()).isBetween(0.15, 0.35);
  }

  @Test
  void subscriptionsComeAgainWithTheSameAmountFromTheSameSeller() {
    TrafficSettings fewPeople = TrafficSettings.of(13, 50, Rate.constant(1), Worlds.START);
    Map<String, Map<String, Integer>> charges = new TreeMap<>();
    for (Sent sent : Worlds.send(fewPeople, 100_000)) {
      Transaction tx = tx(sent);
      if (sent.isOrdinary() && "subscription".equals(tx.category())) {
        charges
            .computeIfAbsent(tx.userId(), user -> new TreeMap<>())
            .merge(tx.merchantId() + " " + tx.amountMinor() + tx.deviceId(), 1, Integer::sum);
      }
    }
    assertThat(charges).hasSizeBetween(28, 42);
    assertThat(charges.values())
        .allSatisfy(
            contracts -> {
              assertThat(contracts.size()).isBetween(1, 3);
              assertThat(contracts.values()).allMatch(times -> times >= 10);
            });
  }
}
