package weir.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import weir.model.Alert;

/** The page in a browser while the server or a source of it is away. */
class PageOutageTest extends PageScene {
  PageOutageTest() throws Exception {
    super(new Stage());
  }

  @AfterAll
  void stopStage() {
    stage.close();
  }

  @Test
  void afterTheServerWasAwayThePageIsWholeAgain() {
    stage.kafka.send(Alerts.velocity("early", "eve"));
    assertThat(row("early")).isVisible();
    stage.stopServer();
    assertThat(page.locator(".source.down").first()).containsText("Reconnecting");
    stage.kafka.send(Alerts.velocity("in-the-gap", "gap"));
    stage.startServer();
    assertThat(row("in-the-gap")).isVisible();
    assertThat(page.locator(".source.up").first()).containsText("Live");
    stage.kafka.send(Alerts.velocity("late", "lat"));
    assertThat(row("late")).isVisible();
    // The browser itself says that a connection was refused; nothing else may be said.
    complaints.removeIf(
        text ->
            text.contains("ERR_CONNECTION_REFUSED")
                || text.contains("ERR_INCOMPLETE_CHUNKED_ENCODING"));
  }

  @Test
  void whileKafkaIsAwayAlertsComeFromPostgresAndEachIsShownOnce() throws Exception {
    stage.kafka.send(Alerts.velocity("k-before", "k-1"));
    assertThat(row("k-before")).isVisible();
    stage.kafka.stop();
    assertThat(source("Kafka")).containsText("Kafka away");
    Alert meanwhile = Alerts.velocity("k-meanwhile", "k-2");
    stage.postgres.insert(meanwhile);
    assertThat(row("k-meanwhile")).isVisible();

    stage.kafka.restart();
    assertThat(source("Kafka")).containsText("Kafka is back");
    stage.kafka.send(meanwhile);
    stage.kafka.send(Alerts.velocity("k-after", "k-3"));
    assertThat(row("k-after")).isVisible();
    for (String id : List.of("k-before", "k-meanwhile", "k-after")) {
      assertThat(row(id)).hasCount(1);
    }
    assertThat(page.locator(".source.up")).hasCount(3);
  }

  @Test
  void whilePostgresIsAwayAlertsStillComeFromKafka() throws Exception {
    long now = System.currentTimeMillis();
    stage.postgres.insert(Alerts.payment("pg-1", "user-5", now, "Porto"), true);
    stage.postgres.stop();
    assertThat(source("PostgreSQL")).containsText("PostgreSQL away");
    stage.kafka.send(Alerts.withEvidence("pg-away", "user-5", now, List.of("pg-1")));
    row("pg-away").click();
    assertThat(page.locator("#detail")).containsText("come from PostgreSQL, which does not answer");
    page.keyboard().press("Escape");

    stage.postgres.restart();
    assertThat(source("PostgreSQL")).containsText("PostgreSQL is back");
    row("pg-away").click();
    assertThat(page.locator("#detail .payments")).containsText("Porto");
    assertThat(row("pg-away")).hasCount(1);
    complaints.removeIf(text -> text.contains("503 (Service Unavailable)"));
  }

  @Test
  void aPageThatNobodySeesLetsGoOfItsStream() throws Exception {
    page.evaluate(seen(false));
    Waiting.until("it does not listen", () -> listeners("0.0"));
    stage.kafka.send(Alerts.velocity("unseen", "user-6"));

    page.evaluate(seen(true));
    assertThat(row("unseen")).isVisible();
    Waiting.until("it listens again", () -> listeners("1.0"));
  }

  private static String seen(boolean seen) {
    return "Object.defineProperty(document, 'hidden', { value: "
        + !seen
        + ", configurable: true }); document.dispatchEvent(new Event('visibilitychange'));";
  }

  private boolean listeners(String number) throws Exception {
    return stage.get("/metrics").body().contains("weir_dashboard_listeners " + number);
  }

  @Test
  void whoeverIsOneTooManyIsToldSo() throws Exception {
    page.context().close();
    Waiting.until("nobody listens", () -> listeners("0.0"));
    List<Events> others = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        others.add(stage.events());
      }
      open(new Browser.NewContextOptions());
      assertThat(page.locator(".source.down")).containsText("Too many pages are open");
      assertThat(page.locator(".source.down"))
          .hasAttribute(
              "title", "100 pages are open, and the server accepts no more: close one of them");
      others.remove(0).close();
      assertThat(page.locator(".source.up")).hasCount(3);
    } finally {
      for (Events each : others) {
        each.close();
      }
    }
    complaints.removeIf(text -> text.contains("503 (Service Unavailable)"));
  }

  private Locator source(String name) {
    return page.locator(".source", new Page.LocatorOptions().setHasText(name));
  }
}
