package weir.traffic;

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

  /** Whoever changes what is sent changes this, and says so in CHANGES.md. */
  @Test
  void theSameSeedGivesTheSameBytesOnAnyMachine() throws Exception {
    Traffic traffic = new Traffic(Worlds.usual(42).with(BAD), key -> key[key.length - 1] == '7');
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Worlds.bytes(traffic, 20_000));
    assertThat(HexFormat.of().formatHex(digest))
        .isEqualTo("dd6c64b5db1e5dcd26abc864f4b1c52b3764492c1b96a2df47cf58d22729aeee");
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
    "slow-drain, 'payments: 16..36, every: 1 min..3 min, euros: 250..600'"
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
        assertThat(label)
            .isEqualTo(
                new Label(tx.id(), tx.userId(), tx.time(), attack, true, label.campaignId()));
      }
    }
    assertThat(labelled).isBetween(1700, 2300);
  }

  @Test
  void attacksHaveTheirSharesOfPaymentsAndOfCampaigns() {
    List<Sent> all = Worlds.send(Worlds.usual(6), 400_000);
    Map<String, Set<String>> campaigns = new HashMap<>();
    Map<Boolean, Long> payments = new HashMap<>();
    for (Sent sent : all) {
      Label label = sent.record().label();
      if (label != null) {
        payments.merge(label.isFraud(), 1L, Long::sum);
        campaigns.computeIfAbsent(label.kind(), kind -> new HashSet<>()).add(label.campaignId());
      }
    }
    assertThat(payments.getOrDefault(true, 0L) / 400_000.0).isCloseTo(0.02, within(0.002));
    assertThat(payments.getOrDefault(false, 0L) / 400_000.0).isCloseTo(0.06, within(0.006));
    // Each as often as its weight says: 3 of 13, and the drain 1 of 13.
    double attacks =
        List.of("stolen-card", "card-testing", "shared-account", "high-value", "slow-drain")
            .stream()
            .mapToInt(kind -> campaigns.getOrDefault(kind, Set.of()).size())
            .sum();
    assertThat(campaigns.getOrDefault("stolen-card", Set.of()).size() / attacks)
        .isCloseTo(3 / 13.0, within(0.04));
    assertThat(campaigns.getOrDefault("high-value", Set.of()).size() / attacks)
        .isCloseTo(3 / 13.0, within(0.04));
    assertThat(campaigns.getOrDefault("slow-drain", Set.of()).size() / attacks)
        .isCloseTo(1 / 13.0, within(0.03));
    assertThat(campaigns).hasSize(SceneKind.ALL.size());
  }

  @Test
  void theOpeningShowsEveryAttack() {
    Set<String> kinds =
        Worlds.send(Worlds.usual(7), 400).stream()
            .filter(Sent::isFraud)
            .map(sent -> String.valueOf(sent.record().label()))
            .map(label -> label.replaceAll(".*kind=([a-z-]+).*", "$1"))
            .collect(Collectors.toSet());
    assertThat(kinds).hasSize(5);
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
