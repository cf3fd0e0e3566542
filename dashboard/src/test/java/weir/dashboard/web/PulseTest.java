package weir.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import weir.dashboard.Alerts;
import weir.dashboard.Waiting;
import weir.dashboard.live.Found;
import weir.dashboard.live.Live;
import weir.dashboard.store.OpenAlerts;
import weir.dashboard.store.Panels.RuleCount;
import weir.dashboard.store.Panels.UserCount;
import weir.dashboard.store.Period;
import weir.model.Alert;

/** Which alerts count in the rates and in the panels of a page without a database. */
class PulseTest {
  private final Live live = Live.of(false, false);
  private final Pulse pulse = new Pulse(live);
  private final long begun = System.currentTimeMillis();

  @AfterEach
  void close() {
    pulse.close();
  }

  @Test
  void onlyLiveOnesCount() throws Exception {
    Alert alert = Alerts.velocity("a", "ann");
    for (Alert.Mode mode : Alert.Mode.values()) {
      find(Alerts.inMode(mode, Alerts.velocity("" + mode, "ann")));
    }
    find(Alerts.withdrawn(alert));

    assertThat(panel("rules")).isEqualTo(List.of(new RuleCount("velocity", "high", 1)));
    assertThat(panel("users")).isEqualTo(List.of(new UserCount("ann", 1, "high")));
    assertThat(panel("openAlerts"))
        .asInstanceOf(InstanceOfAssertFactories.list(OpenAlerts.Picture.class))
        .hasSize(Period.values().length)
        .allSatisfy(
            each -> {
              assertThat(each.severities()).isEqualTo(Map.of("high", 1L));
              assertThat(each.atRisk()).isNull();
              assertThat(Objects.requireNonNull(each.oldest()).alertId()).isEqualTo("LIVE");
            });
  }

  @Test
  void whatTurnsFollows() throws Exception {
    Alert snoozed = Alerts.inMode(Alert.Mode.SNOOZED, Alerts.velocity("a", "ann"));
    find(snoozed);
    assertThat(live.rates().alertsInAll()).isZero();
    assertThat(panel("users")).isEqualTo(List.of());

    Alert heard = Alerts.inMode(Alert.Mode.LIVE, snoozed);
    find(heard);
    assertThat(live.rates().alertsInAll()).isEqualTo(1);
    assertThat(panel("users")).isEqualTo(List.of(new UserCount("ann", 1, "high")));

    find(Alerts.inMode(Alert.Mode.SHADOW, heard));
    assertThat(live.rates().alertsInAll()).isEqualTo(1);
    assertThat(panel("users")).isEqualTo(List.of());
  }

  /** Found after the page began, as what is older does not count in the rates. */
  private void find(Alert alert) throws Exception {
    Waiting.until("time passes", () -> System.currentTimeMillis() > begun);
    pulse.found(Found.of(alert, System.currentTimeMillis()));
  }

  private Object panel(String name) {
    return MemoryPanels.of(live).getOrDefault(name, "absent");
  }
}
