package weir.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weir.model.Alert;
import weir.model.Severity;

/** The page in a real browser, over a real Kafka and a real PostgreSQL. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class PageTest {
  private static final String HOSTILE = "<img src=x onerror=alert(1)>\"'</script><b>\u202Egnp.exe";

  private static final Set<String> GRAVE = Set.of("serious", "critical");

  private final List<String> complaints = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  private Chromium chromium;

  @SuppressWarnings("NullAway.Init")
  private Stage stage;

  @SuppressWarnings("NullAway.Init")
  private Page page;

  @BeforeAll
  void start() throws Exception {
    chromium = Chromium.start();
    stage = new Stage();
    Waiting.until("all is up", () -> stage.get("/healthz").body().split("\"UP\"").length == 3);
  }

  @AfterAll
  @SuppressWarnings("ConstantValue") // Without a browser nothing was started.
  void stop() {
    if (stage != null) {
      stage.close();
      chromium.close();
    }
  }

  @BeforeEach
  void open() {
    page = opened(new Browser.NewContextOptions().setViewportSize(1440, 900));
  }

  private Page opened(Browser.NewContextOptions options) {
    complaints.clear();
    BrowserContext context = chromium.browser().newContext(options);
    Page opened = context.newPage();
    opened.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.text());
          }
        });
    opened.onPageError(complaints::add);
    opened.navigate(stage.address());
    assertThat(opened.locator(".source.up")).hasCount(3);
    return opened;
  }

  @AfterEach
  @SuppressWarnings("ConstantValue")
  void theConsoleIsSilent() {
    if (page != null) {
      page.context().close();
      assertThat(complaints).isEmpty();
    }
  }

  private Locator row(String id) {
    return page.locator(".feed .alert-row[data-id='" + id + "']");
  }

  @Test
  void anAlertIsOnThePageWithinASecond() {
    stage.toKafka(Alerts.velocity("quick", "user-7"));

    assertThat(row("quick"))
        .containsText("user-7", new LocatorAssertions.ContainsTextOptions().setTimeout(1000));
    assertThat(row("quick")).containsText("velocity");
  }

  @Test
  void filtersLeaveWhatIsAskedFor() {
    stage.toKafka(Alerts.alert("p-1", "pia", "velocity", Severity.HIGH, "four of them", 4));
    stage.toKafka(Alerts.alert("p-2", "pia", "high-value", Severity.LOW, "a large one", 1));
    stage.toKafka(Alerts.alert("p-3", "quinn", "velocity", Severity.HIGH, "five of them", 5));
    assertThat(row("p-3")).isVisible();

    page.getByLabel("User", new Page.GetByLabelOptions().setExact(true)).fill("pia");
    assertThat(row("p-3")).hasCount(0);
    assertThat(row("p-1")).isVisible();
    page.getByLabel("Severity").selectOption("low");
    assertThat(row("p-1")).hasCount(0);
    assertThat(row("p-2")).isVisible();
    page.getByLabel("Severity").selectOption("");
    page.getByLabel("Rule", new Page.GetByLabelOptions().setExact(true)).selectOption("velocity");
    assertThat(row("p-2")).hasCount(0);
    page.keyboard().press("Escape");
    page.locator("body").press("/");
    page.keyboard().type("no such words");
    assertThat(page.locator(".next")).containsText("No alert matches");
    page.getByText("Show all").click();
    assertThat(row("p-3")).isVisible();
  }

  @Test
  void pausedItHoldsStillAndThenCatchesUp() {
    stage.toKafka(Alerts.velocity("before", "user-1"));
    assertThat(row("before")).isVisible();
    page.locator("body").press("p");
    stage.toKafka(Alerts.velocity("meanwhile", "user-1"));

    Locator newer = page.getByText(Pattern.compile("Show \\d+ newer"));
    assertThat(newer).isVisible();
    assertThat(row("meanwhile")).hasCount(0);
    newer.click();
    assertThat(row("meanwhile")).isVisible();
  }

  @Test
  void hostileNamesStayText() throws Exception {
    long now = System.currentTimeMillis();
    stage.toPostgres(Alerts.payment("h-1", HOSTILE, now, HOSTILE), true);
    stage.toKafka(Alerts.withEvidence("hostile", HOSTILE, now, List.of("h-1")));

    assertThat(row("hostile")).containsText("<img src=x onerror=alert(1)>");
    assertThat(row("hostile")).containsText("\\u202egnp.exe");
    row("hostile").click();
    assertThat(page.locator("#detail .payments")).containsText("<img src=x");
    page.locator("#detail .facts a").click();
    assertThat(page.locator("#user h1")).containsText("</script><b>\\u202e");
    assertThat(page.locator("#user .history")).containsText("<img src=x");
    assertThat(page.locator("main img, main b, aside img")).hasCount(0);
  }

  @Test
  void anOpenedAlertSaysWhy() throws Exception {
    long now = System.currentTimeMillis();
    stage.toPostgres(Alerts.payment("w-1", "wim", now - 30_000, "Porto"), false);
    stage.toPostgres(Alerts.payment("w-2", "wim", now - 25_000, "Braga"), false);
    stage.toPostgres(Alerts.payment("w-3", "wim", now, "Porto"), true);
    stage.toKafka(Alerts.withEvidence("why", "wim", now, List.of("w-1", "w-3")));
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
  void aWithdrawnAlertShowsAsWithdrawn() {
    Alert raised = Alerts.velocity("taken-back", "user-9");
    stage.toKafka(raised);
    assertThat(row("taken-back")).isVisible();
    stage.toKafka(Alerts.withdrawn(raised));

    assertThat(row("taken-back")).containsText("withdrawn");
    row("taken-back").click();
    assertThat(page.locator("#detail")).containsText("no longer counts");
  }

  @Test
  void keysGoThroughTheAlerts() {
    stage.toKafka(Alerts.velocity("lower", "user-2"));
    assertThat(row("lower")).isVisible();
    stage.toKafka(Alerts.velocity("upper", "user-2"));
    assertThat(row("upper")).isVisible();

    page.locator("body").press("j");
    assertThat(row("upper")).isFocused();
    page.keyboard().press("j");
    assertThat(row("lower")).isFocused();
    page.keyboard().press("k");
    page.keyboard().press("Enter");
    assertThat(page.locator("#detail")).isVisible();
  }

  @Test
  void afterTheServerWasAwayThePageIsWholeAgain() {
    stage.toKafka(Alerts.velocity("early", "user-3"));
    assertThat(row("early")).isVisible();
    stage.stopServer();
    assertThat(page.locator(".source.down").first()).containsText("Reconnecting");
    stage.toKafka(Alerts.velocity("in-the-gap", "user-3"));
    stage.startServer();

    LocatorAssertions.IsVisibleOptions patient =
        new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);
    assertThat(row("in-the-gap")).isVisible(patient);
    assertThat(page.locator(".source.up").first()).containsText("Live");
    stage.toKafka(Alerts.velocity("late", "user-3"));
    assertThat(row("late")).isVisible();
    // The browser itself says that a connection was refused; nothing else may be said.
    complaints.removeIf(
        text ->
            text.contains("ERR_CONNECTION_REFUSED")
                || text.contains("ERR_INCOMPLETE_CHUNKED_ENCODING"));
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void nobodyIsShutOut(ColorScheme scheme) throws Exception {
    long now = System.currentTimeMillis();
    stage.toPostgres(Alerts.payment("a-1", "axel", now, "Porto"), true);
    for (Severity each : Severity.values()) {
      stage.toKafka(Alerts.alert("axe-" + each, "axel", "rule", each, "because", 2));
    }
    page.context().close();
    page =
        opened(
            new Browser.NewContextOptions()
                .setViewportSize(1440, 1000)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(scheme));
    assertThat(row("axe-LOW")).isVisible();
    assertThat(faults()).isEmpty();
    row("axe-CRITICAL").click();
    assertThat(page.locator("#detail pre")).isVisible();
    assertThat(faults()).isEmpty();
    page.locator("#detail .facts a").click();
    assertThat(page.locator("#user .history")).containsText("Porto");
    assertThat(faults()).isEmpty();
  }

  private List<String> faults() {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> GRAVE.contains(rule.getImpact()))
            .map(PageTest::told)
            .toList();
  }

  private static String told(Rule rule) {
    return rule.getId() + ": " + rule.getNodes().get(0).getHtml();
  }

  @Test
  void aPhoneShowsItWithoutScrollingSideways() {
    page.context().close();
    page = opened(new Browser.NewContextOptions().setViewportSize(390, 844));
    assertThat(page.locator("#kpi-tx")).isVisible();
    int beyond =
        (int)
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(beyond).isNotPositive();
  }
}
