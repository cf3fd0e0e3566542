package weir.traffic;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.model.Transaction;
import weir.traffic.Worlds.Sent;

class TrafficTest {
  private static final Hostility BAD = new Hostility(0.05, 0.01, 0.02, 0.01, 0.02, 10_000);

  /** What happens at shops is in no cast. */
  private static final Set<String> SHOPS = Set.of(ShopScenes.COMPROMISED, ShopScenes.HONEST);

  /** Whoever changes what is sent changes this, and says so in CHANGES.md. */
  @Test
  void theSameSeedGivesTheSameBytesOnAnyMachine() throws Exception {
    Traffic traffic = new Traffic(Worlds.usual(42).with(BAD), key -> key[key.length - 1] == '7');
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Worlds.bytes(traffic, 20_000));
    assertThat(HexFormat.of().formatHex(digest))
        .isEqualTo("9aa4b6ccb967c1b6f1598cf99b6563321fe8c2da414d2dff0dd19321b816e5fd");
  }

  /** The same for what takes weeks: some two months of 200 people. */
  @Test
  void theSameSeedGivesTheSameWeeks() throws Exception {
    Traffic traffic =
        new Traffic(TrafficSettings.of(42, 200, Rate.parse("0.002..0.018"), Worlds.START));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Worlds.bytes(traffic, 50_000));
    assertThat(HexFormat.of().formatHex(digest))
        .isEqualTo("abb2322f46c54bbd3346de175b0af7e6d03bdb400a8ec9967775dc41004b0bc7");
  }

  @Test
  void anotherSeedOrStartGivesOthers() {
    TrafficSettings later = TrafficSettings.of(1, 20_000, Rate.constant(1), Worlds.START + 1);
    Set<String> ids = new HashSet<>();
    for (TrafficSettings settings : List.of(Worlds.usual(1), Worlds.usual(2), later)) {
      Worlds.send(settings, 1000).forEach(sent -> ids.add(sent.transaction().id()));
    }
    assertThat(ids).hasSize(3000);
  }

  @Test
  void anOrderlyLogIsInOrderAndEveryIdIsNew() {
    List<Sent> all = Worlds.send(Worlds.usual(3), 50_000);
    Set<String> ids = new HashSet<>();
    long last = 0;
    for (Sent sent : all) {
      Transaction tx = sent.transaction();
      assertThat(tx.time()).isEqualTo(sent.record().logMillis()).isGreaterThanOrEqualTo(last);
      assertThat(sent.record().key().bytes()).asString().isEqualTo(tx.userId());
      assertThat(ids.add(tx.id())).isTrue();
      last = tx.time();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "card-testing, 'payments: 6..9, every: 5 s..50 s, euros: 1..9, thenEuros: 300..900'",
    "shared-account, 'payments: 2..6, every: 20 s..40 min, overKm: 1500'",
    "high-value, 'euros: 4000..9000'",
    "slow-drain, 'payments: 16..36, every: 1 min..3 min, euros: 250..600'",
    "shop-testing, 'cards: 18..36, every: 2 s..20 s, euros: 0.20..1.90'",
    "shared-device, 'cards: 6..14, every: 1 min..7 min, euros: 15..400'",
    "sudden-spending, 'after: 1 s, payments: 7..11, every: 1 min..9 min, euros: 300..1000'",
    "card-taken-over, 'payments: 14..22, within: 1 h..2 h, timesUsual: 3..7, hoursAhead: 8..16, devices: 1..3'"
  })
  void everyPaymentOfAThiefIsLabelledAndNoOther(String attack, String parameters) {
    TrafficSettings settings = Worlds.usual(5).with(Worlds.only(attack, parameters));
    Atlas atlas = Atlas.read();
    int labelled = 0;
    for (Sent sent : Worlds.send(settings, 20_000)) {
      Transaction tx = sent.transaction();
      int number = Integer.parseInt(tx.userId().substring("user-".length()));
      Person owner = Person.number(number, atlas, 5);
      // A thief has a device of their own, by which one needs no label to find them.
      boolean stolen = !Set.of(owner.device(0), owner.device(1)).contains(tx.deviceId());
      Label label = sent.record().label();
      assertThat(label != null).as(Worlds.text(sent.record())).isEqualTo(stolen);
      if (label != null) {
        labelled++;
        assertThat(label.payment()).containsEntry("deviceId", tx.deviceId());
        assertThat(label)
            .isEqualTo(
                new Label(
                    tx.id(),
                    tx.userId(),
                    tx.time(),
                    attack,
                    true,
                    label.campaignId(),
                    label.payment()));
      }
    }
    assertThat(labelled).isBetween(1700, 2300);
  }

  @Test
  void attacksHaveTheirSharesOfPaymentsAndOfCampaigns() {
    // The longest scenes take two weeks, so of these some payments are still to come.
    int count = 800_000;
    Traffic traffic = new Traffic(Worlds.usual(6));
    Map<String, Set<String>> campaigns = new HashMap<>();
    Map<Boolean, Long> payments = new HashMap<>();
    for (int i = 0; i < count; i++) {
      Label label = traffic.next().label();
      if (label != null) {
        if (!SHOPS.contains(label.kind())) {
          payments.merge(label.isFraud(), 1L, Long::sum);
        }
        campaigns.computeIfAbsent(label.kind(), kind -> new HashSet<>()).add(label.campaignId());
      }
    }
    assertThat(payments.getOrDefault(true, 0L) / (double) count).isCloseTo(0.0098, within(0.0008));
    assertThat(payments.getOrDefault(false, 0L) / (double) count).isCloseTo(0.039, within(0.002));
    // As often as its weight says: one of weight 1 begins in 6900 payments, if it attacks, or in
    // 3035. For some days the last ones have not come to their first payment.
    assertOften(
        campaigns,
        count / 6900.0,
        Map.ofEntries(
            entry("stolen-card", 1.5),
            entry("card-testing", 1.0),
            entry("shared-account", 1.5),
            entry("high-value", 5.0),
            entry("slow-drain", 0.4),
            entry("shop-testing", 0.4),
            entry("shared-device", 0.5),
            entry("sudden-spending", 0.31),
            entry("bust-out", 0.31),
            entry("card-taken-over", 0.6)));
    assertOften(
        campaigns,
        count / 3035.0,
        Map.ofEntries(
            entry("flight", 3.0),
            entry("shopping-spree", 3.0),
            entry("family-card", 3.0),
            entry("micro-subscriptions", 2.0),
            entry("remote-purchase", 3.0),
            entry("sale", 0.3),
            entry("family-tablet", 0.5),
            entry("holiday", 0.3),
            entry("big-purchase", 1.0),
            entry("moving-house", 0.5),
            entry("new-home", 0.3)));
    assertThat(campaigns).hasSize(SceneKind.ALL.size() + SHOPS.size());
  }

  private static void assertOften(
      Map<String, Set<String>> campaigns, double ofWeightOne, Map<String, Double> weights) {
    weights.forEach(
        (kind, weight) -> {
          double expected = ofWeightOne * weight;
          assertThat((double) campaigns.getOrDefault(kind, Set.of()).size())
              .as(kind)
              .isCloseTo(expected, within(4 * Math.sqrt(expected)));
        });
  }

  /** Three of them need days. */
  @Test
  void theOpeningShowsEveryQuickAttack() {
    Set<String> kinds =
        Worlds.send(Worlds.usual(7), 400).stream()
            .filter(Sent::isFraud)
            .map(sent -> String.valueOf(sent.record().label()))
            .map(label -> label.replaceAll(".*kind=([a-z-]+).*", "$1"))
            .collect(Collectors.toSet());
    assertThat(kinds)
        .containsExactlyInAnyOrder(
            "stolen-card",
            "card-testing",
            "shared-account",
            "high-value",
            "slow-drain",
            "shop-testing",
            "shared-device");
  }

  /** Over some days: in the first hours those are missing who will be in the air. */
  @Test
  void theRateIsKeptOnAverage() {
    List<Sent> all =
        Worlds.send(TrafficSettings.of(8, 50_000, Rate.constant(0.2), Worlds.START), 200_000);
    double seconds = (all.get(all.size() - 1).record().logMillis() - Worlds.START) / 1000.0;
    assertThat(200_000 / seconds).isCloseTo(0.2, within(0.002));
  }

  @Test
  void twoOfAPersonsOrdinaryPurchasesAreNeverClose() {
    Map<String, Long> last = new HashMap<>();
    for (Sent sent : Worlds.send(Worlds.usual(9), 100_000)) {
      Transaction tx = sent.transaction();
      if (sent.isOrdinary() && !"subscription".equals(tx.category())) {
        Long before = last.put(tx.userId(), tx.time());
        if (before != null && tx.time() - before < 180_000) {
          // The owner of a shared account pays on, which is not the thief's.
          assertThat(tx.city()).isNotNull();
          assertThat(tx.time() - before).isGreaterThanOrEqualTo(40_000);
        }
      }
    }
  }
}
