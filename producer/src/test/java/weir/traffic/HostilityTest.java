package weir.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.form.TransactionJson;
import weir.model.MalformedTransactionException;
import weir.model.Transaction;

class HostilityTest {
  private static final int COUNT = 40_000;
  private static final long LATENESS = 60_000;
  private static final long SKEW = 5_000;

  /** What a reader of the log finds, counted without knowing what was intended. */
  private static final class Found {
    private int malformed;
    private int late;
    private int future;
    private int duplicates;
    private int outOfOrder;

    private Found(Hostility hostility) {
      Traffic traffic = new Traffic(Worlds.usual(21).with(hostility));
      Set<String> ids = new HashSet<>();
      long newest = 0;
      long lastLog = 0;
      for (int i = 0; i < COUNT; i++) {
        Outgoing next = traffic.next();
        assertThat(next.logMillis()).isGreaterThanOrEqualTo(lastLog);
        lastLog = next.logMillis();
        try {
          Transaction tx = TransactionJson.parse(next.value().bytes());
          long delay = next.logMillis() - tx.time();
          if (!ids.add(tx.id())) {
            duplicates++;
          } else if (delay > LATENESS) {
            late++;
          } else if (delay < -SKEW) {
            future++;
          } else {
            outOfOrder += tx.time() < newest ? 1 : 0;
            newest = Math.max(newest, tx.time());
          }
        } catch (MalformedTransactionException expected) {
          malformed++;
        }
      }
    }

    private double share(String what) {
      int found =
          switch (what) {
            case "malformed" -> malformed;
            case "late" -> late;
            case "future" -> future;
            case "duplicates" -> duplicates;
            default -> outOfOrder;
          };
      return (double) found / COUNT;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "outOfOrder, 0.1, 0, 0, 0, 0",
    "late, 0, 0.1, 0, 0, 0",
    "duplicates, 0, 0, 0.1, 0, 0",
    "future, 0, 0, 0, 0.1, 0",
    "malformed, 0, 0, 0, 0, 0.1"
  })
  void eachIsSwitchedByItself(
      String what, double outOfOrder, double late, double twice, double future, double broken) {
    Found found = new Found(new Hostility(outOfOrder, late, twice, future, broken, 0));
    for (String each : Set.of("outOfOrder", "late", "duplicates", "future", "malformed")) {
      if (each.equals(what)) {
        assertThat(found.share(each)).as(each).isCloseTo(0.1, within(0.015));
      } else {
        assertThat(found.share(each)).as(each).isZero();
      }
    }
  }

  @Test
  void theTruthIsToldOnceWhateverHappensOnTheWay() {
    Traffic calm = new Traffic(Worlds.usual(22));
    Traffic rough = new Traffic(Worlds.usual(22).with(new Hostility(0.1, 0, 0.1, 0.1, 0.1, 0)));
    Set<Label> told = new HashSet<>();
    int repeated = 0;
    for (int i = 0; i < 3 * COUNT; i++) {
      Label label = rough.next().label();
      repeated += label != null && !told.add(label) ? 1 : 0;
    }
    assertThat(repeated).isZero();
    for (int i = 0; i < COUNT; i++) {
      Label label = calm.next().label();
      if (label != null) {
        assertThat(told).contains(label);
      }
    }
  }

  @Test
  void aPartitionLagsAndTheOthersDoNot() {
    TrafficSettings settings = Worlds.usual(23).with(new Hostility(0, 0, 0, 0, 0, 20_000));
    Traffic traffic = new Traffic(settings, key -> key[key.length - 1] == '3');
    int lagging = 0;
    for (Worlds.Sent sent : Worlds.send(traffic, 5_000)) {
      boolean lags = sent.transaction().userId().endsWith("3");
      lagging += lags ? 1 : 0;
      assertThat(sent.record().logMillis() - sent.transaction().time())
          .isEqualTo(lags ? 20_000 : 0);
    }
    assertThat(lagging).isGreaterThan(300);
  }

  @Test
  void sharesThatCannotBeAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Hostility(-0.1, 0, 0, 0, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Hostility(0.6, 0.6, 0, 0, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Hostility(Double.NaN, 0, 0, 0, 0, 0));
  }
}
