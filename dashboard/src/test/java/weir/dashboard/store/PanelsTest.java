package weir.dashboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import weir.dashboard.Alerts;
import weir.dashboard.PostgresStage;
import weir.dashboard.live.Found;
import weir.model.Alert;

/** What the database tells of live, snoozed, withdrawn and tried alerts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class PanelsTest {
  @SuppressWarnings("NullAway.Init")
  private PostgresStage postgres;

  @SuppressWarnings("NullAway.Init")
  private Connection connection;

  @BeforeAll
  void oneAlertOfEachKind() throws Exception {
    postgres = new PostgresStage();
    for (Alert.Mode mode : Alert.Mode.values()) {
      Alert raised = Alerts.velocity(mode + "-raised", "ann");
      postgres.insert(Alerts.inMode(mode, raised));
      Alert withdrawn = Alerts.withdrawn(Alerts.velocity(mode + "-withdrawn", "ann"));
      postgres.insert(Alerts.inMode(mode, withdrawn));
    }
    connection = postgres.connect(PostgresStage.READER);
  }

  @AfterAll
  void stop() throws SQLException {
    connection.close();
    postgres.close();
  }

  @Test
  void onlyLiveOnesCount() throws SQLException {
    assertThat(Panels.totals(connection)).isEqualTo(new Panels.Totals(0, true, 0, 1, 1));
    assertThat(Panels.rules(connection))
        .containsExactly(new Panels.RuleCount("velocity", "high", 1));
    assertThat(Panels.users(connection)).containsExactly(new Panels.UserCount("ann", 1, "high"));
  }

  @Test
  void noListHasThoseOfRulesOnTrial() throws SQLException {
    String[] listed = {"LIVE-raised", "LIVE-withdrawn", "SNOOZED-raised", "SNOOZED-withdrawn"};
    List<List<Found>> lists =
        List.of(
            StoredAlerts.newest(connection, 10),
            StoredAlerts.since(connection, 0, 10),
            StoredAlerts.ofUser(connection, "ann", 10),
            StoredAlerts.search(
                connection, new AlertFilter(null, null, null, null, null), Order.NEWEST, 10),
            StoredAlerts.search(connection, AlertFilter.ofUser("ann"), Order.NEWEST, 10));
    for (List<Found> each : lists) {
      assertThat(each).extracting(found -> found.alert().id()).containsExactlyInAnyOrder(listed);
    }
    assertThat(StoredAlerts.byId(connection, "SHADOW-raised"))
        .hasValueSatisfying(found -> assertThat(found.alert().isShadow()).isTrue());
  }
}
