package weir.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** The page by keyboard alone. */
class PageKeysTest extends PageScene {
  PageKeysTest(Stage stage) {
    super(stage);
  }

  @Test
  void keysAreExplained() {
    page.keyboard().press("?");
    Locator help = page.locator("#help");
    assertThat(help).isVisible();
    assertThat(help).containsText("Next row; next alert while one is open");
    page.keyboard().press("p");
    assertThat(page.getByText("Resume")).hasCount(0);
    page.keyboard().press("Escape");
    assertThat(help).isHidden();
    page.keyboard().press("e");
    assertThat(page.locator("#engine")).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator("#engine")).isHidden();
    page.keyboard().press("r");
    assertThat(page.getByLabel("Order")).hasValue("risk");
    page.keyboard().press("r");
    assertThat(page.getByLabel("Order")).hasValue("");
  }

  @Test
  void nextAndPreviousGoThroughCasesAndTheirAlerts() {
    stage.kafka.send(Alerts.velocity("k-other", "kim"));
    assertThat(row("k-other")).isVisible();
    stage.kafka.send(Alerts.velocity("k-one", "kit"));
    stage.kafka.send(Alerts.velocity("k-two", "kit"));
    assertThat(caseOf("kit")).isVisible();

    page.keyboard().press("j");
    assertThat(caseOf("kit")).isFocused();
    page.keyboard().press("j");
    assertThat(row("k-other")).isFocused();
    page.keyboard().press("ArrowUp");
    assertThat(caseOf("kit")).isFocused();
    page.keyboard().press("Enter");
    assertThat(row("k-two")).isVisible();
    assertThat(caseOf("kit")).isFocused();
    page.keyboard().press("ArrowDown");
    String first = page.locator(":focus").getAttribute("data-id");
    assertThat(first).isIn("k-one", "k-two");
    page.keyboard().press("Enter");
    Locator record = page.locator("#detail pre");
    assertThat(record).containsText("\"alertId\": \"" + first + "\"");
    page.keyboard().press("j");
    String second = first.equals("k-one") ? "k-two" : "k-one";
    assertThat(record).containsText("\"alertId\": \"" + second + "\"");
    page.keyboard().press("j");
    assertThat(record).containsText("\"alertId\": \"k-other\"");
    page.keyboard().press("k");
    assertThat(record).containsText("\"alertId\": \"" + second + "\"");
    assertThat(row(second)).hasAttribute("aria-current", "true");
    // Steps from alert to alert are not gone back through.
    page.goBack();
    assertThat(page.locator("#detail")).isHidden();
  }

  @Test
  void escapeLeadsBackToWhereOneWas() {
    stage.kafka.send(Alerts.velocity("esc", "esc-user"));
    row("esc").click();
    page.locator("#detail .facts a").click();
    assertThat(page.locator("#user h1")).hasText("esc-user");
    Locator inside = page.locator("#user .alert-row[data-id='esc']");
    inside.focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#detail pre")).containsText("\"alertId\": \"esc\"");
    page.keyboard().press("Escape");
    assertThat(page.locator("#detail")).isHidden();
    assertThat(page.locator("#user h1")).hasText("esc-user");
    assertThat(inside).isFocused();
    page.keyboard().press("Escape");
    assertThat(page.locator("#overview")).isVisible();
    assertThat(page.locator("#user")).isHidden();
    assertThat(row("esc")).isFocused();
  }
}
