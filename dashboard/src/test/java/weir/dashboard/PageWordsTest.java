package weir.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import weir.model.Alert;
import weir.model.Transaction;

/** What the page says of alerts, payments, users and records, and where a click leads. */
class PageWordsTest extends PageScene {
  private static final String GREY =
      """
      (row) => new Set(['.rule', '.who', '.why', 'time', '.tag']
        .map((part) => getComputedStyle(row.querySelector(part)).color)).size === 1
      """;

  /** What of an opened alert has another colour than the names of its facts, which are grey. */
  private static final String NOT_GREY =
      """
      (detail) => {
        const grey = getComputedStyle(detail.querySelector('dt')).color;
        const parts = detail.querySelectorAll(
          'h2, h3, .sentence, .severity, dd, dd *, th, td, summary, pre, .versus text');
        return [...parts].filter((part) => part.textContent.trim() !== '')
          .filter((part) => ![getComputedStyle(part).color, getComputedStyle(part).fill].includes(grey))
          .map((part) => part.tagName + ' ' + part.textContent);
      }
      """;

  PageWordsTest(Stage stage) {
    super(stage);
  }

  @Test
  void anAlertSaysInWordsWhyWhereAndByWhat() throws Exception {
    long now = System.currentTimeMillis();
    for (int i = 0; i < 3; i++) {
      stage.postgres.insert(Alerts.payment("wo-" + i, "wo", now - 70L * i, "Porto"), false);
    }
    stage.postgres.insert(
        new Transaction(
            "wo-9", "wo", 1_234_567, "EUR", now, "m-42", "online", "card", "Porto", "PT", 41.15,
            -8.61, "d-17"),
        true);
    stage.kafka.send(Alerts.withEvidence("words", "wo", now, List.of("wo-1", "wo-9")));
    stage.kafka.send(Alerts.total("words-total", "wo-total", now - 2000, now));

    assertThat(row("words").locator(".why")).hasText("4 payments in 1 min, limit 3");
    assertThat(row("words-total").locator(".why"))
        .hasText(Pattern.compile("EUR.12,000\\.00 in 1 payment in 1 min, limit EUR.10,000\\.00"));
    row("words").click();
    Locator detail = page.locator("#detail");
    assertThat(detail.locator(".sentence")).hasText("4 payments in 1 min, limit 3");
    Locator facts = detail.locator(".facts");
    assertThat(facts.locator("dt:text-is('Amount') + dd"))
        .hasText(Pattern.compile("EUR.12,345\\.67"));
    assertThat(facts.locator("dt:text-is('Merchant') + dd")).hasText("m-42");
    assertThat(facts.locator("dt:text-is('Device') + dd")).hasText("d-17");
    assertThat(detail.locator(".payments .ids").first()).hasText("merchant m-42 · device d-17");
    facts.locator("button").click();
    assertThat(detail.locator("tr.evidence").first()).isFocused();
  }

  @Test
  void longNumbersInTheWordsOfARuleAreGrouped() {
    String said = "3600 km in 45 s 810 ms: 282932.5 km/h, over 900 (t-12345, 2026-11-28, v1.20000)";
    assertThat(
            page.evaluate(
                "async (reason) => (await import('/app/sentence.js')).sentence({ reason, unit:"
                    + " 'km/h', observed: 1, limit: 1 })",
                said))
        .isEqualTo(
            "3,600 km in 45 s 810 ms: 282,932.5 km/h, over 900 (t-12345, 2026-11-28, v1.20000)");
  }

  @Test
  void aWithdrawnAlertIsGreyAsAWhole() {
    Alert raised = Alerts.velocity("grey", "gry");
    stage.kafka.send(Alerts.withdrawn(raised));
    assertThat(row("grey")).containsText("withdrawn");
    assertThat((Boolean) row("grey").evaluate(GREY)).isTrue();
    row("grey").click();
    assertThat(page.locator("#detail")).hasClass(Pattern.compile("\\bwithdrawn\\b"));
    assertThat(page.locator("#detail pre")).isVisible();
    assertThat((List<?>) page.locator("#detail").evaluate(NOT_GREY)).isEmpty();
  }

  @Test
  void anAlertOfATotalLeadsToThePaymentsInIt() throws Exception {
    long now = System.currentTimeMillis();
    stage.postgres.insert(Alerts.payment("t", "tot", now - 1000, "Porto"), true);
    stage.postgres.insert(Alerts.payment("t-other", "tot", now - 3000, "Porto"), false);
    stage.kafka.send(Alerts.total("leads", "tot", now - 1000, now));
    row("leads").click();
    Locator detail = page.locator("#detail");
    assertThat(detail.locator(".payments tbody tr")).hasCount(2);
    detail.locator(".facts button").click();
    assertThat(detail.locator("tr.evidence")).hasCount(1);
    assertThat(detail.locator("tr.evidence")).isFocused();
  }

  @Test
  void ofAnUnknownUserThePageSaysSo() {
    page.navigate(stage.address() + "#/user/nobody-at-all");
    assertThat(page.locator("#user .next")).containsText("No such user");
    assertThat(page.locator("#user .panel")).hasCount(0);
    page.getByText("Back to the overview").click();
    assertThat(page.locator("#overview")).isVisible();
    page.navigate(stage.address() + "#/alert/no-such-alert");
    assertThat(page.locator("#detail")).containsText("There is no such alert");
    complaints.removeIf(text -> text.contains("404 (Not Found)"));
  }

  @Test
  void theMapAndDeadLettersCanBeClicked() throws Exception {
    long now = System.currentTimeMillis();
    stage.postgres.insert(Alerts.payment("mp-1", "mapper", now, "Porto"), true);
    stage.kafka.send(Alerts.withEvidence("mapped", "mapper", now, List.of("mp-1")));
    page.locator("#map [data-id='mapped']").dispatchEvent("click");
    assertThat(page.locator("#detail pre")).containsText("\"alertId\": \"mapped\"");
    page.keyboard().press("Escape");

    stage.postgres.insertDeadLetter("late", "two hours late", "{\"the\":\"record\"}");
    Locator dead = page.locator("#dead a").filter(new Locator.FilterOptions().setHasText("late:"));
    assertThat(dead).isVisible();
    dead.click();
    Locator letters = page.locator("#letters");
    assertThat(letters.locator(".sentence")).hasText("two hours late");
    assertThat(letters.locator("pre")).hasText("{\"the\":\"record\"}");
    assertThat(letters).containsText("The sender is behind, or its clock is.");
    page.keyboard().press("Escape");
    assertThat(letters).isHidden();
    assertThat(dead).isFocused();
  }
}
