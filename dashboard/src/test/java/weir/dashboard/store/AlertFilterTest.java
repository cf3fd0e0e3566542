package weir.dashboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.dashboard.Alerts;
import weir.dashboard.PostgresStage;
import weir.dashboard.live.Found;
import weir.model.Alert;
import weir.model.FlatJson;

/** The server's memory and the database find the same alerts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class AlertFilterTest {
  private static final String HOSTILE = "'); drop\\ \"<b>é😀%_\u202E";

  private static final List<Alert> ALERTS =
      List.of(
          Alerts.velocity("by-user", "ann"),
          Alerts.total("total", "ann", 1_000, 60_000),
          Alerts.by("{\"device\":\"d-4\",\"shop\":\"Shop-17\"}", Alerts.velocity("two", "ann")),
          Alerts.by("{\"shop\":\"shop-170\"}", Alerts.velocity("one", "bob")),
          Alerts.by(
              FlatJson.of(new TreeMap<>(Map.of("shop", HOSTILE))),
              Alerts.velocity("hostile", "bob")));

  @SuppressWarnings("NullAway.Init")
  private PostgresStage postgres;

  @SuppressWarnings("NullAway.Init")
  private Connection connection;

  @BeforeAll
  void alertsByKeys() throws Exception {
    postgres = new PostgresStage();
    for (Alert alert : ALERTS) {
      postgres.insert(alert);
    }
    connection = postgres.connect(PostgresStage.READER);
  }

  @AfterAll
  void stop() throws SQLException {
    connection.close();
    postgres.close();
  }

  private void assertFinds(String text, String... ids) throws SQLException {
    AlertFilter filter = new AlertFilter(null, null, null, text, null);
    assertThat(ALERTS).filteredOn(filter::passes).extracting(Alert::id).containsExactly(ids);
    assertThat(StoredAlerts.search(connection, filter, Order.NEWEST, 10))
        .extracting(found -> found.alert().id())
        .containsExactlyInAnyOrder(ids);
  }

  @ParameterizedTest
  @CsvSource({
    "shop-17, two one",
    "SHOP-170, one",
    "d-4, two",
    "4 payments, by-user two one hostile"
  })
  void theValueOfAKeyIsSearchedToo(String text, String ids) throws SQLException {
    assertFinds(text, ids.split(" "));
  }

  @Test
  void whateverItIs() throws SQLException {
    assertFinds(HOSTILE, "hostile");
  }

  /** Neither the name of a key, nor the marks of JSON, nor the word for nothing. */
  @Test
  void onlyTheValueIs() throws SQLException {
    for (String text : List.of("device", "\":\"", "null", "\\\"")) {
      assertFinds(text);
    }
  }

  @Test
  void whatIsFoundIsTheAlertItself() throws SQLException {
    assertThat(StoredAlerts.newest(connection, 10))
        .extracting(Found::alert)
        .containsExactlyInAnyOrderElementsOf(ALERTS);
  }
}
