package weir.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.failure.MisuseException;
import weir.traffic.Worlds.Sent;

/** Compromised shops, and honest ones that are as large. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WatchedShopsTest {
  private static final long DAY = 24 * 3_600_000L;
  private static final int DAYS = 60;
  private static final int COUNT = (int) (0.1 * DAYS * DAY / 1000);
  private static final String WORLD =
      """
      pause: 3 min
      attackShare: 0.01
      attacks:
        card-testing: {weight: 1, payments: 6..14, every: 5 s..50 s, euros: 0.5..9, thenEuros: 300..2500}
      lookAlikeShare: 0
      lookAlikes: {}
      """;
  private static final String SHOPS =
      """
      webShops:
        compromised-merchant: {atATime: 10, for: 21 d..35 d, fraudShare: 0.10..0.25}
        honest-merchant: {atATime: 10, for: 21 d..35 d}
      """;

  /** Kept until the last test of this class, and no longer. */
  private final List<Sent> all = Worlds.send(traffic(WORLD + SHOPS), COUNT);

  /** One shop for some weeks. */
  private static final class Watch {
    private final List<Sent> labelled = new ArrayList<>();
    private final List<Sent> ordinary = new ArrayList<>();
    private final List<Sent> otherFrauds = new ArrayList<>();

    private Label first() {
      return label(labelled.get(0));
    }

    /** The first ones had begun before the world did, and the last ones are not over. */
    private boolean isWhole() {
      String campaign = first().campaignId();
      String number = campaign.replaceFirst(".*-m([0-9]+)-.*", "$1");
      return Integer.parseInt(number) > 20 && first().time() < Worlds.START + (DAYS - 35) * DAY;
    }

    private boolean holds(Sent sent) {
      long time = sent.transaction().time();
      return shop(sent).equals(shop(labelled.get(0)))
          && time >= first().time()
          && time <= label(Worlds.last(labelled)).time();
    }

    private double fraudShare() {
      return labelled.size() / (double) (labelled.size() + ordinary.size());
    }
  }

  private static Traffic traffic(String scenario) {
    return new Traffic(
        TrafficSettings.of(35, 2_000, Rate.constant(0.1), Worlds.START)
            .with(Scenario.parse("test", scenario)));
  }

  private static Label label(Sent sent) {
    return Objects.requireNonNull(sent.record().label());
  }

  private static String shop(Sent sent) {
    return String.valueOf(sent.transaction().merchantId());
  }

  private static boolean is(String kind, Sent sent) {
    Label label = sent.record().label();
    return label != null && label.kind().equals(kind);
  }

  /** The watches of a kind, by what their campaigns begin with. */
  private List<Watch> watches(String kind) {
    SortedMap<String, Watch> watches = new TreeMap<>();
    for (Sent sent : all) {
      if (is(kind, sent)) {
        String campaign = label(sent).campaignId();
        watches
            .computeIfAbsent(campaign.substring(0, campaign.lastIndexOf('-')), id -> new Watch())
            .labelled
            .add(sent);
      }
    }
    Map<String, List<Watch>> byShop =
        watches.values().stream()
            .collect(Collectors.groupingBy(watch -> shop(watch.labelled.get(0))));
    for (Sent sent : all) {
      for (Watch watch : byShop.getOrDefault(shop(sent), List.of())) {
        if (watch.holds(sent) && !is(kind, sent)) {
          (sent.isFraud() ? watch.otherFrauds : watch.ordinary).add(sent);
        }
      }
    }
    return List.copyOf(watches.values());
  }

  @Test
  void aShareOfWhatIsPaidAtACompromisedShopIsFraud() {
    List<Watch> watches = watches(ShopScenes.COMPROMISED);
    assertThat(watches).hasSizeBetween(20, 45);
    Set<String> users = new HashSet<>();
    int payments = 0;
    int whole = 0;
    for (Watch watch : watches) {
      assertThat(watch.labelled)
          .allMatch(Sent::isFraud)
          .allMatch(sent -> !sent.transaction().hasCoordinates());
      assertThat(watch.labelled.stream().map(WatchedShopsTest::shop))
          .containsOnly(shop(watch.labelled.get(0)));
      assertThat(Worlds.span(watch.labelled)).isLessThanOrEqualTo(35 * DAY);
      if (watch.isWhole()) {
        whole++;
        assertThat(Worlds.span(watch.labelled)).isGreaterThan(17 * DAY);
        assertThat(watch.fraudShare()).isBetween(0.05, 0.35);
      }
      watch.labelled.forEach(sent -> users.add(sent.transaction().userId()));
      payments += watch.labelled.size();
    }
    assertThat(whole).isGreaterThan(4);
    int ordinary = watches.stream().mapToInt(watch -> watch.ordinary.size()).sum();
    assertThat(payments / (double) (payments + ordinary)).isBetween(0.14, 0.21);
    assertThat(payments / (double) all.size()).isBetween(0.0015, 0.0035);
    assertThat(users.size()).isGreaterThan(payments / 2);
  }

  @Test
  void atAnHonestShopAreOnlyTheFraudsThatAreAnywhere() {
    List<Watch> watches = watches(ShopScenes.HONEST);
    assertThat(watches).hasSizeBetween(20, 45);
    for (Watch watch : watches) {
      assertThat(watch.labelled).noneMatch(Sent::isFraud);
      assertThat(Worlds.span(watch.labelled)).isLessThanOrEqualTo(35 * DAY);
    }
    double here = otherFrauds(watches);
    assertThat(here).isBetween(0.01, 0.08);
    assertThat(here).isCloseTo(otherFrauds(watches(ShopScenes.COMPROMISED)), within(0.02));
  }

  private static double otherFrauds(List<Watch> watches) {
    double frauds = 0;
    double payments = 0;
    for (Watch watch : watches) {
      frauds += watch.otherFrauds.size();
      payments += watch.labelled.size() + watch.ordinary.size() + watch.otherFrauds.size();
    }
    return frauds / payments;
  }

  @Test
  void tenShopsOfEachSortAreWatchedAtATime() {
    for (String kind : List.of(ShopScenes.COMPROMISED, ShopScenes.HONEST)) {
      Map<Long, Set<String>> byDay = new HashMap<>();
      for (Watch watch : watches(kind)) {
        long from = watch.first().time() / DAY;
        long until = label(Worlds.last(watch.labelled)).time() / DAY;
        for (long day = from; day <= until; day++) {
          assertThat(
                  byDay
                      .computeIfAbsent(day, any -> new HashSet<>())
                      .add(shop(watch.labelled.get(0))))
              .isTrue();
        }
      }
      // Where a shop follows another both have the day; and some days pass without a fraud.
      assertThat(byDay.values()).allMatch(shops -> shops.size() <= 13);
      assertThat(byDay.values().stream().mapToInt(Set::size).average().orElseThrow())
          .isBetween(9.0, 11.0);
    }
  }

  /** So nothing about a payment can show what it is: only who else paid there can. */
  @Test
  void shopsChangeLabelsAndNothingElse() {
    Traffic without = traffic(WORLD);
    int changed = 0;
    for (Sent sent : all) {
      Outgoing same = without.next();
      assertThat(sent.record().key()).isEqualTo(same.key());
      assertThat(sent.record().value()).isEqualTo(same.value());
      assertThat(sent.record().logMillis()).isEqualTo(same.logMillis());
      if (same.label() == null) {
        changed += sent.isOrdinary() ? 0 : 1;
      } else {
        assertThat(sent.record().label()).isEqualTo(same.label());
      }
    }
    assertThat(changed).isGreaterThan(5_000);
  }

  @Test
  void noneOfTheLargestShopsIsWatched() {
    assertThat(
            all.stream()
                .filter(sent -> is(ShopScenes.COMPROMISED, sent) || is(ShopScenes.HONEST, sent))
                .map(WatchedShopsTest::shop)
                .distinct())
        .allMatch(shop -> shop.matches("(online|digital)-[123]\\d"))
        .hasSizeGreaterThan(30);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0.10..0.25 | 0.1..1.5 | test:8:68: webShops.compromised-merchant.fraudShare: found '0.1..1.5', expected a share over 0 and up to 1 or two such as 0.1..0.25, the smaller first
          atATime: 10 | atATime: 21 | test:8:35: webShops.compromised-merchant.atATime: found '21', expected a whole number from 0 to 20
          fraudShare | fruadShare | test:8:56: webShops.compromised-merchant: unknown 'fruadShare'; did you mean 'fraudShare'?
          honest-merchant | honest-marchant | test:9:3: webShops: unknown 'honest-marchant'; did you mean 'honest-merchant'?
          """)
  void aWrongScenarioIsRefusedWithItsLine(String good, String bad, String message) {
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> Scenario.parse("test", (WORLD + SHOPS).replaceFirst(good, bad)))
        .withMessageContaining(message);
  }
}
