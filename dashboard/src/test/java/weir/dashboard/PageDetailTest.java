package weir.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An opened alert and the page of its user, in a browser. */
class PageDetailTest extends PageScene {
  private static final String HOSTILE = "<img src=x onerror=alert(1)>\"'</script><b>\u202Egnp.exe";

  PageDetailTest(Stage stage) {
    super(stage);
  }

  @Test
  void anOpenedAlertSaysWhy() throws Exception {
    long now = System.currentTimeMillis();
    stage.postgres.insert(Alerts.payment("w-1", "wim", now - 30_000, "Porto"), false);
    stage.postgres.insert(Alerts.payment("w-2", "wim", now - 25_000, "Braga"), false);
    stage.postgres.insert(Alerts.payment("w-3", "wim", now, "Porto"), true);
    stage.kafka.send(Alerts.withEvidence("why", "wim", now, List.of("w-1", "w-3")));
    row("why").click();

    Locator detail = page.locator("#detail");
    assertThat(detail).containsText("4 payments within 1 min");
    assertThat(detail.locator(".versus")).containsText("3 transactions");
    assertThat(detail.locator("tr.evidence")).hasCount(2);
    assertThat(detail.locator("tr.inside")).hasCount(1);
    assertThat(detail.locator("pre")).containsText("\"alertId\": \"why\"");
    page.keyboard().press("Escape");
    assertThat(detail).isHidden();
    assertThat(row("why")).isFocused();
  }

  @Test
  void hostileNamesStayText() throws Exception {
    long now = System.currentTimeMillis();
    stage.postgres.insert(Alerts.payment("h-1", HOSTILE, now, HOSTILE), true);
    stage.kafka.send(Alerts.withEvidence("hostile", HOSTILE, now, List.of("h-1")));

    assertThat(row("hostile")).containsText("<img src=x onerror=alert(1)>");
    assertThat(row("hostile")).containsText("\\u202egnp.exe");
    row("hostile").click();
    assertThat(page.locator("#detail .payments")).containsText("<img src=x");
    page.locator("#detail .facts a").click();
    assertThat(page.locator("#user h1")).containsText("</script><b>\\u202e");
    assertThat(page.locator("#user .history")).containsText("<img src=x");
    assertThat(page.locator("main img, main b, aside img")).hasCount(0);
  }
}
