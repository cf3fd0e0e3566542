package weir.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import weir.model.Alert;
import weir.model.Transaction;

/** How right rules were, in a browser and as metrics. */
class PageScoresTest extends PageScene {
  /** Which of a row's figures is what was caught. */
  private static final int CAUGHT = 5;

  PageScoresTest(Stage stage) {
    super(stage);
  }

  @Test
  void labelsSayHowRightRulesWere() throws Exception {
    assertThat(page.locator("#scores")).isHidden();
    long now = System.currentTimeMillis();
    for (int i = 0; i < 4; i++) {
      Transaction paid = Alerts.payment("l-" + i, "lea", now - i, "Porto");
      stage.postgres.insert(paid, /* flagged= */ i == 0);
      stage.postgres.label(paid, /* fraud= */ i < 3);
      if (i == 0 || i == 3) {
        stage.postgres.insert(Alerts.about(paid, i == 0 ? Alert.Mode.LIVE : Alert.Mode.SHADOW));
      }
    }
    stage.postgres.putInBook("velocity", 1, "live");
    stage.postgres.putInBook("silent", 3, "live");

    Locator live = page.locator("#scores tbody tr").filter(having("velocity 1", "live"));
    // The database is asked a few times a minute.
    assertThat(page.locator("#scores")).isVisible();
    assertThat(live.locator("td").nth(3)).hasText("100.00%");
    assertThat(live.locator("td").nth(4)).hasText("33.33%");
    Locator shadow = page.locator("#scores tbody tr").filter(having("velocity 1", "shadow"));
    assertThat(shadow.locator("td").nth(3)).hasText("0.00%");
    assertThat(shadow.locator("td").nth(4)).hasText("0.00%");
    assertThat(page.locator("#scores tbody tr").filter(having("silent 3", "live")))
        .containsText("–");
    assertThat(page.locator("#scores .note")).hasText("by labels: 1 of 3 frauds were flagged");
    String metrics = stage.get("/metrics").body();
    assertThat(metrics)
        .contains("weir_rule_precision{mode=\"live\",rule=\"velocity\",version=\"1\"} 1.0")
        .contains("weir_rule_recall{mode=\"live\",rule=\"velocity\",version=\"1\"} 0.3333")
        .contains("weir_rule_alerts{mode=\"shadow\",rule=\"velocity\",version=\"1\"} 1.0")
        .contains("weir_rule_recall{mode=\"live\",rule=\"silent\",version=\"3\"} 0.0")
        .contains("weir_fraud_money{currency=\"EUR\",outcome=\"missed\"}");

    sumsOfManyCurrenciesTakeTheRoomOfOne(live, now);
    live.locator("button").click();
    assertThat(page.locator("#filter-rule")).hasValue("velocity");
    reopen(
        new Browser.NewContextOptions().setViewportSize(390, 800).setColorScheme(ColorScheme.DARK));
    assertThat(page.locator("#scores")).isVisible();
    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("only the table scrolls sideways")
        .isTrue();
  }

  /** The currency with the most frauds stands for all until the cell is opened, and stays open. */
  private void sumsOfManyCurrenciesTakeTheRoomOfOne(Locator live, long now) throws Exception {
    List.of("CHF", "EUR", "JPY", "USD").forEach(each -> catchOne(each, now));
    Locator caught = live.locator("td").nth(CAUGHT);
    Locator others = caught.locator("details > div");
    assertThat(caught.locator("summary")).hasText(Pattern.compile("^EUR.25\\.00, 3 more$"));
    assertThat(others.first()).isHidden();
    assertThat(
            (Boolean)
                page.locator("#scores .scroll").evaluate("it => it.scrollWidth <= it.clientWidth"))
        .as("nothing is out of sight")
        .isTrue();

    caught.locator("summary").click();
    assertThat(others).hasCount(3);
    assertThat(others.first()).isVisible();
    catchOne("EUR", now - 1);
    assertThat(caught.locator("summary")).hasText(Pattern.compile("^EUR.37\\.50, 3 more$"));
    assertThat(others.first()).isVisible();
  }

  private void catchOne(String currency, long time) {
    try {
      Transaction paid = Alerts.paid("m-" + currency + time, "mia", time, currency);
      stage.postgres.insert(paid, /* flagged= */ true);
      stage.postgres.label(paid, /* fraud= */ true);
      stage.postgres.insert(Alerts.about(paid, Alert.Mode.LIVE));
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  private static Locator.FilterOptions having(String rule, String mode) {
    return new Locator.FilterOptions().setHasText(rule + mode);
  }
}
