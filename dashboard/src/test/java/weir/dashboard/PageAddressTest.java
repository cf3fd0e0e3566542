package weir.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;
import weir.model.Severity;

/**
 * What the address says of the view: it survives a reload, can be shared, and goes back and forth.
 */
class PageAddressTest extends PageScene {
  PageAddressTest(Stage stage) {
    super(stage);
  }

  @Test
  void theChoiceAndTheOpenedAlertStandInTheAddress() {
    stage.kafka.send(Alerts.alert("adr-low", "adr", "rule", Severity.LOW, "because", 2));
    stage.kafka.send(Alerts.alert("adr-high", "rda", "rule", Severity.HIGH, "because", 2));
    assertThat(row("adr-high")).isVisible();
    Locator severity = page.getByLabel("Severity");
    Locator order = page.getByLabel("Order");
    severity.selectOption("low");
    order.selectOption("risk");
    assertThat(page).hasURL(Pattern.compile("\\?severity=low&order=risk"));
    row("adr-low").click();
    assertThat(page.locator("#detail")).isVisible();
    String shared = page.url();
    assertThat(shared).endsWith("?severity=low&order=risk#/alert/adr-low");

    page.reload();
    assertThat(page.locator("#detail pre")).containsText("\"alertId\": \"adr-low\"");
    assertThat(severity).hasValue("low");
    assertThat(order).hasValue("risk");
    assertThat(row("adr-high")).hasCount(0);

    page.goBack();
    assertThat(page.locator("#detail")).isHidden();
    assertThat(order).hasValue("risk");
    page.goBack();
    assertThat(order).hasValue("");
    assertThat(severity).hasValue("low");
    page.goBack();
    assertThat(severity).hasValue("");
    assertThat(row("adr-high")).isVisible();
    page.goForward();
    assertThat(row("adr-high")).hasCount(0);

    reopen(new Browser.NewContextOptions());
    page.navigate(shared);
    assertThat(page.locator("#detail pre")).containsText("\"alertId\": \"adr-low\"");
    assertThat(page.getByLabel("Severity")).hasValue("low");
    page.keyboard().press("Escape");
    assertThat(page.locator("#detail")).isHidden();
    assertThat(page).hasURL(Pattern.compile("\\?severity=low&order=risk"));
  }

  @Test
  void onlyAlertsOfThePeriodAreListed() {
    long old = System.currentTimeMillis() - 3 * 3_600_000L;
    stage.kafka.send(
        Alerts.velocity("of-before", "bef"),
        new RecordHeader("weir-detected-at", Long.toString(old).getBytes(StandardCharsets.UTF_8)));
    stage.kafka.send(Alerts.velocity("of-now", "nau"));
    assertThat(row("of-before")).isVisible();
    page.getByLabel("Period").selectOption("1h");
    assertThat(row("of-before")).hasCount(0);
    assertThat(row("of-now")).isVisible();
    assertThat(page.locator("#kpi-open h2")).hasText("Open alerts in the last hour");
    assertThat(page).hasURL(Pattern.compile("\\?period=1h"));
  }

  @Test
  void whatIsNoChoiceIsIgnoredWithAWord() {
    page.navigate(
        stage.address()
            + "?severity=extreme&period=99y&order=%3Cb%3E&user=%00&evil=1&rule=a&rule=b&%ff=%E0%A4%A"
            + "&text="
            + "x".repeat(300));
    Locator word = page.locator(".ignored");
    assertThat(word).containsText("Parts of the address were ignored:");
    assertThat(word).containsText("“extreme” is no severity: expected critical, high, medium, low");
    assertThat(page.getByLabel("Severity")).hasValue("");
    assertThat(page.getByLabel("Order")).hasValue("");
    assertThat(page.getByLabel("Period")).hasValue("");
    assertThat(page.getByLabel("Search in alerts")).hasValue("");
    assertThat(page.locator("#filter-user")).hasValue("");
    assertThat(page.locator("#filter-rule")).hasValue("a");
    assertThat(page.locator("body b")).hasCount(0);

    page.getByLabel("Severity").selectOption("low");
    assertThat(word).isHidden();
    assertThat(page.url()).endsWith("?rule=a&severity=low");
    page.navigate(stage.address() + "#/alert/%E0%A4%A");
    assertThat(page.locator("#detail")).isHidden();
    assertThat(page.locator("#overview")).isVisible();
  }
}
