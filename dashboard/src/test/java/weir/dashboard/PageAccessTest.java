package weir.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import weir.browser.Access;
import weir.model.Alert;
import weir.model.Severity;

/** Whether everybody can use the page: by eye, ear, keyboard and phone. */
class PageAccessTest extends PageScene {
  /** Notes what moved without anybody's doing; alerts in their list make room for newer ones. */
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
    // A unit stands behind its figure, which may gain a digit.
    Shifts.watch(page, ":not(#feed-list, #feed-list *, #kpis .value small)");
    page.reload();
    long now = System.currentTimeMillis();
    stage.postgres.insert(Alerts.payment("m-1", "mia", now, "Porto"), true);
    Alert alert = Alerts.withEvidence("moved", "mia", now, List.of("m-1"));
    stage.postgres.insert(alert);
    stage.kafka.send(alert);

    assertThat(row("moved")).isVisible();
    assertThat(page.locator("#users")).containsText("mia");
    assertThat(page.locator("#amounts svg text").first()).isVisible();
    assertThat(Shifts.seen(page)).isEmpty();
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
  void theKeyboardStaysWhereItIsWhileFiguresChange() throws Exception {
    Locator open = page.locator("#kpi-open .value");
    assertThat(open).not().hasClass(Pattern.compile(".*waiting.*"));
    String before = open.textContent();
    Locator severity = page.locator("#kpi-open .severity").first();
    severity.focus();
    stage.postgres.insert(Alerts.velocity("stays", "stan"));

    assertThat(open).not().hasText(before);
    assertThat(severity).isFocused();
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void nothingThatOpensShutsAnybodyOut(ColorScheme scheme) throws Exception {
    stage.postgres.insertDeadLetter("malformed", "no amount", "{}");
    reopen(
        new Browser.NewContextOptions()
            .setViewportSize(1440, 1000)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setColorScheme(scheme));
    page.navigate(stage.address() + "?severity=extreme");
    assertThat(page.locator(".ignored")).isVisible();
    page.locator("#health").click();
    assertThat(Access.faults(page)).isEmpty();
    page.keyboard().press("Escape");
    page.keyboard().press("?");
    assertThat(page.locator("#help")).isVisible();
    assertThat(Access.faults(page)).isEmpty();
    page.keyboard().press("Escape");
    page.navigate(stage.address() + "?user=nobody-at-all#/dead/malformed");
    assertThat(page.locator("#letters .letter").first()).isVisible();
    assertThat(page.locator(".feed .next")).containsText("No alert matches");
    assertThat(Access.faults(page)).isEmpty();
    page.navigate(stage.address() + "#/user/nobody-at-all");
    assertThat(page.locator("#user .next")).containsText("No such user");
    assertThat(Access.faults(page)).isEmpty();
  }

  /** The shortest way from Tokyo to New York leads past the pole, where a flat map has no room. */
  @Test
  void journeysDoNotRunWildOverTheMap() {
    String script =
        """
        async () => {
          const { journey } = await import('/app/globe.js');
          const place = (latitude, longitude) => ({ latitude, longitude });
          const ways = [[place(35.7, 139.7), place(40.7, -74)], [place(60, 10), place(65, -170)],
            [place(-33.9, 151.2), place(-34.6, -58.4)], [place(78.2, 15.6), place(1, 103)]];
          return ways.map(([from, to]) => {
            const line = journey(from, to).coordinates;
            const steps = line.slice(1).map(([x, y], i) => Math.hypot(x - line[i][0], y - line[i][1]));
            const end = line.at(-1);
            const meets = Math.abs(end[1] - to.latitude) < 1e-6
              && Math.abs(((end[0] - to.longitude + 540) % 360) - 180) < 1e-6;
            const beyond = Math.max(...line.map(([, y]) => Math.abs(y)))
              - Math.max(Math.abs(from.latitude), Math.abs(to.latitude));
            return meets && Math.max(...steps) < 12 && beyond < 13;
          });
        }
        """;
    assertThat((List<?>) page.evaluate(script)).isEqualTo(List.of(true, true, true, true));
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 820, 1280, 1920})
  void noWidthScrollsSideways(int width) throws Exception {
    long now = System.currentTimeMillis();
    stage.postgres.insert(Alerts.payment("wi-" + width, "wi", now, "Porto"), true);
    stage.kafka.send(Alerts.withEvidence("wide-" + width, "wi", now, List.of("wi-" + width)));
    page.setViewportSize(width, 844);
    for (String view : List.of("#/", "#/alert/wide-" + width, "#/user/wi", "#/dead/malformed")) {
      page.navigate(stage.address() + view);
      assertThat(page.locator("#health")).isVisible();
      assertThat(page.locator("#kpi-open .value, #user h1").first()).isAttached();
      assertThat(Access.beyond(page)).as(view).isNotPositive();
    }
  }

  @Test
  void aPhoneShowsItWithoutScrollingSideways() {
    reopen(new Browser.NewContextOptions().setViewportSize(390, 844));
    assertThat(page.locator("#kpi-tx")).isVisible();
    assertThat(Access.beyond(page)).isNotPositive();
  }
}
