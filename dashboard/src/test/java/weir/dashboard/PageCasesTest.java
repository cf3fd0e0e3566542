package weir.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import weir.model.Alert;
import weir.model.Severity;

/** Alerts that belong together, as one row of the list. */
class PageCasesTest extends PageScene {
  private static final long MINUTE = 60_000;

  PageCasesTest(Stage stage) {
    super(stage);
  }

  @Test
  void alertsOfOneUserNearInTimeAreOneRowInWhateverOrderTheyCome() throws Exception {
    long now = System.currentTimeMillis();
    for (String user : List.of("cas", "sac")) {
      for (int i = 0; i < 3; i++) {
        stage.postgres.insert(
            Alerts.payment(user + i, user, now - 20L * i * MINUTE, "Porto"), /* flagged= */ true);
      }
    }
    alertsOf("cas", now).forEach(stage.kafka::send);
    List<Alert> backwards = new ArrayList<>(alertsOf("sac", now));
    Collections.reverse(backwards);
    backwards.forEach(stage.kafka::send);

    for (String user : List.of("cas", "sac")) {
      Locator row = caseOf(user);
      assertThat(row).hasCount(1);
      assertThat(row.locator(".many")).hasText("4 alerts");
      assertThat(row.locator(".severity")).hasText("critical");
      assertThat(row.locator(".why")).hasText("2 rules · 3 payments");
      assertThat(row.locator(".stake")).hasText(Pattern.compile("^EUR.37\\.50$"));
      assertThat(row(user + "-long-ago")).isVisible();
      assertThat(row(user + "-first")).hasCount(0);
      row.click();
      assertThat(row).hasAttribute("aria-expanded", "true");
      for (String id : List.of("-first", "-second", "-third", "-fourth")) {
        assertThat(row(user + id)).isVisible();
      }
      row.click();
      assertThat(row(user + "-first")).hasCount(0);
    }
  }

  /** Four that are linked, the first and the last 40 minutes apart, and one of hours before. */
  private static List<Alert> alertsOf(String user, long now) {
    long[] times = {now - 40 * MINUTE, now - 20 * MINUTE, now, now - 200 * MINUTE};
    return List.of(
        Alerts.found(user + "-first", user, "velocity", Severity.HIGH, times[0], List.of(user + 2)),
        Alerts.found(
            user + "-second", user, "travel", Severity.CRITICAL, times[1], List.of(user + 1)),
        Alerts.found(user + "-third", user, "velocity", Severity.HIGH, times[1], List.of(user + 1)),
        Alerts.found(user + "-fourth", user, "velocity", Severity.LOW, times[2], List.of(user + 0)),
        Alerts.found(
            user + "-long-ago", user, "velocity", Severity.LOW, times[3], List.of("unknown")));
  }

  @Test
  void moneyOfSeveralCurrenciesIsNotAddedUp() throws Exception {
    long now = System.currentTimeMillis();
    stage.postgres.insert(Alerts.paid("v-1", "via", now, "CHF"), true);
    stage.postgres.insert(Alerts.paid("v-2", "via", now, "JPY"), true);
    stage.kafka.send(Alerts.withEvidence("via-1", "via", now, List.of("v-1")));
    stage.kafka.send(Alerts.withEvidence("via-2", "via", now, List.of("v-2")));

    Locator stake = caseOf("via").locator(".stake");
    assertThat(stake).hasText("several currencies");
    assertThat(stake).hasAttribute("title", Pattern.compile("CHF.12\\.50, JPY.\\d+"));
  }

  @Test
  void sumsAreExact() {
    String script =
        "async () => { const { add } = await import('/app/exact.js'); return [add('0.1', '0.2'),"
            + " add('9007199254740993.01', '0.02'), add('-1.5', '0.25'), add('7', '-7'),"
            + " add('1e9', '3'), add('0.05', '-1')].join(' '); }";
    assertThat(page.evaluate(script)).isEqualTo("0.3 9007199254740993.03 -1.25 0 3 -0.95");
    assertThat(
            page.evaluate(
                "async () => (await import('/app/format.js')).money('9007199254740993.01', 'EUR')"))
        .asString()
        .endsWith("9,007,199,254,740,993.01");
  }

  @Test
  void byRiskANoisyUserDoesNotFillTheList() {
    stage.kafka.send(Alerts.alert("grave", "greta", "rule", Severity.CRITICAL, "because", 2));
    assertThat(row("grave")).isVisible();
    for (int i = 0; i < 30; i++) {
      stage.kafka.send(Alerts.alert("noise-" + i, "noa", "rule", Severity.MEDIUM, "because", 2));
    }
    stage.kafka.send(
        Alerts.withdrawn(Alerts.alert("gone", "gus", "rule", Severity.CRITICAL, "because", 2)));
    assertThat(row("gone")).isVisible();
    assertThat(caseOf("noa")).hasCount(1);
    assertThat(indexOf("noa")).isLessThan(indexOf("greta"));

    page.getByLabel("Order").selectOption("risk");
    assertThat(page.locator(".feed .strip")).containsText("Highest risk first");
    page.waitForCondition(() -> indexOf("greta") < indexOf("noa"));
    assertThat(indexOf("noa")).isLessThan(indexOf("gus"));
  }

  private int indexOf(String user) {
    return page.locator(".feed .who").allTextContents().indexOf(user);
  }

  @Test
  void aCaseOfWithdrawnAlertsIsGrey() {
    Alert first = Alerts.velocity("grey-1", "grey");
    Alert second = Alerts.velocity("grey-2", "grey");
    stage.kafka.send(first);
    stage.kafka.send(second);
    stage.kafka.send(Alerts.withdrawn(first));
    assertThat(caseOf("grey").locator(".why")).containsText("1 withdrawn");
    assertThat(caseOf("grey").locator(".severity")).hasText("high");

    stage.kafka.send(Alerts.withdrawn(second));
    assertThat(caseOf("grey")).hasClass(Pattern.compile("\\bwithdrawn\\b"));
    assertThat(caseOf("grey").locator(".severity")).hasCount(0);
  }

  @Test
  void anAlertThatJoinsAnOpenedCaseDoesNotCloseIt() {
    stage.kafka.send(Alerts.velocity("join-1", "joy"));
    stage.kafka.send(Alerts.velocity("join-2", "joy"));
    openCase("joy");
    assertThat(row("join-2")).isVisible();
    row("join-1").focus();
    page.mouse().move(5, 5);
    stage.kafka.send(Alerts.velocity("join-3", "joy"));

    assertThat(row("join-3")).isVisible();
    assertThat(row("join-1")).isFocused();
  }
}
