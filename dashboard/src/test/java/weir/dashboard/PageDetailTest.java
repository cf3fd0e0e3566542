package weir.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;
import weir.form.AlertJson;

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
  void anAlertSaysByWhichKeysItsRuleLookedAndIsFoundByThem() {
    String keys = "{\"device\":\"d-4\",\"merchant\":\"Shop-17\"}";
    stage.kafka.send(Alerts.by(keys, Alerts.velocity("by-keys", "kay")));
    stage.kafka.send(Alerts.velocity("by-none", "kai"));

    assertThat(row("by-keys").locator(".by")).hasText("device d-4, merchant Shop-17");
    assertThat(row("by-none")).isVisible();
    assertThat(row("by-none").locator(".by")).hasCount(0);
    page.getByLabel("Search in alerts").fill("shop-17");
    assertThat(row("by-none")).hasCount(0);
    row("by-keys").click();
    Locator facts = page.locator("#detail .facts");
    assertThat(facts.locator("dt:text-is('By device') + dd")).hasText("d-4");
    assertThat(facts.locator("dt:text-is('By merchant') + dd")).hasText("Shop-17");
    assertThat(page.locator("#detail pre")).containsText("\"merchant\": \"Shop-17\"");
  }

  @Test
  void paymentsShowTheScoreThatAModelGaveThem() throws Exception {
    long now = System.currentTimeMillis();
    stage.postgres.insert(Alerts.payment("g-1", "gus", now - 2000, "Porto"), false);
    stage.postgres.insert(Alerts.payment("g-2", "gus", now - 1000, "Porto"), false);
    stage.kafka.send(Alerts.withEvidence("scored", "gus", now, List.of("g-1")));
    row("scored").click();
    Locator table = page.locator("#detail .payments");
    assertThat(table.locator("tbody tr")).hasCount(2);
    assertThat(table.locator("thead th")).hasText(new String[] {"Time", "Amount", "What", "Where"});

    stage.postgres.score("g-2", 962);
    page.keyboard().press("Escape");
    row("scored").click();
    assertThat(table.locator("thead th"))
        .hasText(new String[] {"Time", "Amount", "Score", "What", "Where"});
    assertThat(table.locator("tbody tr").first().locator("td.number").last()).hasText("962");
    assertThat(table.locator("tbody tr").last().locator("td.number").last()).hasText("–");
  }

  @Test
  void paymentsShowWhatTheCharterDeclaresBesides() throws Exception {
    long now = System.currentTimeMillis();
    stage.postgres.insert(Alerts.payment("f-1", "flo", now - 2000, "Porto"), false);
    stage.postgres.insert(Alerts.payment("f-2", "flo", now - 1000, "Porto"), false);
    stage.postgres.declare("f-2", "{\"ip\":\"<b>::1\",\"risk\":1234.5,\"present\":true}");
    stage.kafka.send(Alerts.withEvidence("declared", "flo", now, List.of("f-1")));
    row("declared").click();

    Locator declared = page.locator("#detail .declared");
    assertThat(declared).hasCount(1);
    assertThat(declared).containsText("ip <b>::1");
    assertThat(declared).containsText("present true");
    assertThat(declared).containsText("risk 1,234.5");
  }

  @Test
  void aTotalSaysWhenItsNewestPaymentWasAndThatItsWindowIsNotOver() {
    long now = System.currentTimeMillis();
    stage.kafka.send(Alerts.total("total-new", "tom", now - 2000, now + 40_000));
    stage.kafka.send(Alerts.total("total-old", "old-tom", now + 40_000, now + 40_000));
    Locator facts = page.locator("#detail .facts");

    row("total-new").click();
    assertThat(facts).containsText("Newest payment");
    assertThat(facts).containsText(Pattern.compile("Found.*, [\\d.]+ m?s later"));
    assertThat(facts).containsText("1 min, from");
    assertThat(facts).containsText("still open when found");
    page.keyboard().press("Escape");
    row("total-old").click();
    assertThat(facts).containsText("still open when found");
    assertThat(facts).not().containsText(Pattern.compile("later|Newest payment|Happened|-\\d"));
  }

  @Test
  void oddFiguresAndClocksThatAreApartAreShownSoberly() {
    long now = System.currentTimeMillis();
    stage.kafka.send(
        Alerts.withEvidence("ahead", "ada", now + 30_000, List.of("t")),
        new RecordHeader("weir-detected-at", Long.toString(now).getBytes(UTF_8)));
    String json = new String(AlertJson.write(Alerts.velocity("odd", "odo")), UTF_8);
    stage.kafka.send(
        "fraud-alerts",
        "odd",
        json.replace("\"observed\":4", "\"observed\":-" + "9".repeat(400))
            .replace("\"limit\":3", "\"limit\":" + "9".repeat(400))
            .replace("\"velocity\"", "\"\\u202erule\"")
            .getBytes(UTF_8));

    row("ahead").click();
    assertThat(page.locator("#detail .facts")).not().containsText(Pattern.compile("later|-\\d"));
    page.keyboard().press("Escape");
    row("odd").click();
    assertThat(page.locator("#detail .versus")).containsText("∞");
    assertThat(page.locator("#filter-rule")).containsText("\\u202erule");
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
