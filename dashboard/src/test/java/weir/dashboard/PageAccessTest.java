package weir.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weir.browser.Access;
import weir.model.Alert;
import weir.model.Severity;

/** Whether everybody can use the page: by eye, ear, keyboard and phone. */
class PageAccessTest extends PageScene {
  /** Notes what moved without anybody's doing; alerts in their list make room for newer ones. */
  private static final String SHIFTS =
      """
      window.shifted = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          for (const { node } of entry.sources) {
            const element = node?.parentElement;
            if (element && !entry.hadRecentInput && !element.closest('#feed-list')) {
              window.shifted.push(`${element.id} ${element.className} ${entry.value}`);
            }
          }
        }
      }).observe({ type: 'layout-shift', buffered: true });
      """;

  PageAccessTest(Stage stage) {
    super(stage);
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void nobodyIsShutOut(ColorScheme scheme) throws Exception {
    long now = System.currentTimeMillis();
    stage.postgres.insert(Alerts.payment("a-1", "axel", now, "Porto"), true);
    for (Severity each : Severity.values()) {
      stage.kafka.send(Alerts.alert("axe-" + each, "axel", "rule", each, "because", 2));
    }
    Alert other = Alerts.velocity("axe-other", "axel");
    stage.kafka.send(Alerts.inMode(Alert.Mode.SNOOZED, other));
    stage.kafka.send(Alerts.withdrawn(Alerts.velocity("axe-gone", "axel")));
    reopen(
        new Browser.NewContextOptions()
            .setViewportSize(1440, 1000)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setColorScheme(scheme));
    openCase("axel");
    assertThat(row("axe-LOW")).isVisible();
    assertThat(row("axe-other")).containsText("snoozed");
    assertThat(Access.faults(page)).isEmpty();
    row("axe-other").click();
    assertThat(page.locator("#detail .mark-note")).isVisible();
    assertThat(Access.faults(page)).isEmpty();
    row("axe-CRITICAL").click();
    assertThat(page.locator("#detail pre")).isVisible();
    assertThat(Access.faults(page)).isEmpty();
    page.locator("#detail .facts a").click();
    assertThat(page.locator("#user .history")).containsText("Porto");
    assertThat(Access.faults(page)).isEmpty();
  }

  @Test
  void nothingButTheListMovesWhileDataFlows() throws Exception {
    page.addInitScript(SHIFTS);
    page.reload();
    long now = System.currentTimeMillis();
    stage.postgres.insert(Alerts.payment("m-1", "mia", now, "Porto"), true);
    Alert alert = Alerts.withEvidence("moved", "mia", now, List.of("m-1"));
    stage.postgres.insert(alert);
    stage.kafka.send(alert);

    assertThat(row("moved")).isVisible();
    assertThat(page.locator("#users")).containsText("mia");
    assertThat(page.locator("#amounts svg text").first()).isVisible();
    assertThat((List<?>) page.evaluate("window.shifted")).isEmpty();
  }

  @Test
  void whereTheKeyboardIsCanBeSeen() {
    for (int i = 0; i < 12; i++) {
      page.keyboard().press("Tab");
      Locator here = page.locator(":focus");
      assertThat(here).not().hasCSS("outline-style", "none");
      assertThat(here).isInViewport();
    }
  }

  @Test
  void aPhoneShowsItWithoutScrollingSideways() {
    reopen(new Browser.NewContextOptions().setViewportSize(390, 844));
    assertThat(page.locator("#kpi-tx")).isVisible();
    assertThat(Access.beyond(page)).isNotPositive();
  }
}
