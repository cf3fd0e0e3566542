package weir.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weir.browser.Access;
import weir.dashboard.access.Role;
import weir.model.Severity;
import weir.model.Transaction;

/** The case of a user in a browser, and its file in one that runs no scripts. */
class PageCaseTest extends DeskScene {
  private static final String HOSTILE = "\"'><img src=x onerror=alert(1)><script>alert(2)</script>";

  /** Notes what moved without anybody's doing. */
  PageCaseTest(DeskStage stage) {
    super(stage);
  }

  private void openCase(Page page, String user) {
    page.navigate(stage.address() + "#/user/" + URLEncoder.encode(user, StandardCharsets.UTF_8));
    assertThat(page.locator(".case-entry").first()).isVisible();
  }

  private static void decideAll(Page page, String key) {
    page.locator("#user h1").click();
    page.keyboard().press(key);
  }

  private void asOwner(String sql) throws Exception {
    try (Connection connection = stage.postgres.connect(stage.postgres.owner());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void aDecisionOpensWhatStoodThen() throws Exception {
    stage.alert("pc-then", "thea");
    Page page = signedIn(Role.ANALYST);
    openCase(page, "thea");
    decideAll(page, "f");
    Locator decision = page.locator(".case-decision");
    assertThat(decision).containsText("Confirmed as fraud by analyst");
    asOwner(
        "update alerts set status = 'withdrawn', seen = seen + 1, observed = 2"
            + " where alert_id = 'pc-then'");
    decision.locator(".case-open").click();
    Locator kept = page.locator(".case-kept");
    assertThat(kept).containsText("4 payments in 1 min, limit 3");
    assertThat(kept.locator(".case-differences")).containsText("withdrawn");
    assertThat(kept.locator(".payments tbody tr")).hasCount(1);
    assertThat(kept).containsText("SHA-256");
    decision.locator(".case-open").click();
    assertThat(kept).isHidden();
  }

  @Test
  void theTimelineGoesByKeyboard() throws Exception {
    stage.alert("pc-keys", "kara");
    Page page = signedIn(Role.ANALYST);
    openCase(page, "kara");
    decideAll(page, "d");
    assertThat(page.locator(".case-decision")).isVisible();
    page.locator(".case-timeline .case-body").focus();
    page.keyboard().press("ArrowDown");
    assertThat(page.locator(".case-decision .case-open")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator(".case-kept")).containsText("Nothing.");
    page.keyboard().press("ArrowDown");
    assertThat(page.locator(".case-alert a")).isFocused();
    page.keyboard().press("ArrowDown");
    assertThat(page.locator(".case-payments .case-open")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator(".case-payments .payments tbody tr")).hasCount(1);
    page.keyboard().press("ArrowUp");
    page.keyboard().press("Enter");
    assertThat(page.locator("#detail")).isVisible();
  }

  @Test
  void aNoteIsInTheTimelineAndMovesNothing() throws Exception {
    stage.alert("pc-note", "nils");
    Page page = signedIn(Role.ANALYST);
    Shifts.watch(page, "#user, #user *");
    page.navigate(stage.address() + "#/user/nils");
    page.reload();
    assertThat(page.locator(".case-entry").first()).isVisible();
    assertThat(page.locator(".case-normal")).containsText("EUR");
    double before = page.locator(".case-timeline").boundingBox().y;
    double below = page.locator("#user .history").boundingBox().y;
    page.getByLabel("Note about this user").fill(HOSTILE);
    page.keyboard().press("Enter");
    assertThat(page.locator(".case-said")).hasText("Noted.");
    assertThat(page.locator(".case-note")).containsText(HOSTILE);
    decideAll(page, "f");
    assertThat(page.locator(".case-decision")).isVisible();
    assertThat(page.locator(".case-timeline").boundingBox().y).isEqualTo(before);
    assertThat(page.locator("#user .history").boundingBox().y).isEqualTo(below);
    assertThat(Shifts.seen(page)).isEmpty();
  }

  @Test
  void whatIsSharedLeadsToTheOthers() throws Exception {
    stage.alert("pc-share-1", "sue");
    stage.alert("pc-share-2", "sam");
    asOwner("update transactions set device_id = 'their-device' where user_id in ('sue', 'sam')");
    Page page = signedIn(Role.READER);
    openCase(page, "sue");
    Locator shared = page.locator(".case-shared");
    assertThat(shared).containsText("device their-device with 1 other user");
    assertThat(page.locator(".case-tools")).isHidden();
    shared.locator("a[href='#/user/sam']").first().click();
    assertThat(page.locator("#user h1")).hasText("sam");
    assertThat(shared.locator("a[href='#/user/sue']").first()).isVisible();
  }

  private static Path saved(Page page, String button, Path folder) {
    Download download = page.waitForDownload(() -> page.getByText(button).click());
    Path file = folder.resolve(download.suggestedFilename());
    download.saveAs(file);
    return file;
  }

  @Test
  void theFilesAreReadWithoutScriptsAndHostileTextsStayText(@TempDir Path folder) throws Exception {
    String user = HOSTILE + "hal";
    long now = System.currentTimeMillis();
    stage.postgres.insert(
        new Transaction(
            HOSTILE, user, 1250, "EUR", now, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, 41.15,
            -8.61, HOSTILE),
        true);
    asOwner(
        "update transactions set fired_rules = array[merchant_id], currency = merchant_id,"
            + " fields = jsonb_build_object(merchant_id, merchant_id)"
            + " where user_id like '%hal'");
    stage.alert("pc-hostile", user);
    stage.kafka.send(
        Alerts.alert("pc-hostile-" + HOSTILE, user, HOSTILE, Severity.HIGH, HOSTILE, 4));
    Page page = signedIn(Role.ANALYST);
    page.navigate(
        stage.address()
            + "#/user/"
            + URLEncoder.encode(user, StandardCharsets.UTF_8).replace("+", "%20"));
    // The page asks for a user every five seconds.
    assertThat(page.locator(".case-alert")).hasCount(2);
    decideAll(page, "f");
    assertThat(page.locator(".case-decision .case-open")).isVisible();
    page.locator(".case-decision .case-open").click();
    assertThat(page.locator(".case-kept")).containsText(HOSTILE.substring(0, 20));
    assertThat(page.locator("main img, main script")).hasCount(0);

    Path html = saved(page, "Export HTML", folder);
    Path json = saved(page, "Export JSON", folder);
    assertThat(html.getFileName().toString()).matches("weir-case-[A-Za-z0-9_-]+\\.html");
    Page file = browser(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    file.navigate(html.toUri().toString());
    assertThat(file.locator("h1")).hasText("Case of " + user);
    assertThat(file.locator("script, img, link, iframe, [onerror], [style]")).hasCount(0);
    for (String part :
        List.of("Movements", "Timeline", "Decisions", "Notes", "Alerts", "Payments")) {
      assertThat(file.locator("h2").getByText(part, exactly())).hasCount(1);
    }
    assertThat(file.locator("main")).containsText("Alerts as they were");
    assertThat(file.locator("body")).containsText("Exported by");
    file.navigate(json.toUri().toString());
    assertThat(file.locator("body")).containsText("\"weir\":\"case/1\"");
    assertThat(Files.size(html)).isLessThan(1 << 20);
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void nobodyIsShutOut(ColorScheme scheme, @TempDir Path folder) throws Exception {
    String user = "pc-axe-" + scheme;
    stage.alert(user, user);
    stage.alert(user + "-other", user + "-other");
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setViewportSize(1440, 1000)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setColorScheme(scheme);
    Page page = signedIn(Role.ANALYST, browser(options));
    openCase(page, user);
    assertThat(Access.faults(page)).isEmpty();
    decideAll(page, "f");
    page.locator(".case-decision .case-open").click();
    assertThat(page.locator(".case-kept")).containsText("SHA-256");
    page.locator(".case-payments .case-open").last().click();
    assertThat(Access.faults(page)).isEmpty();
    Path html = saved(page, "Export HTML", folder);
    Page file = browser(options);
    file.navigate(html.toUri().toString());
    assertThat(Access.faults(file)).isEmpty();
  }

  @Test
  void noWidthScrollsSideways() throws Exception {
    stage.alert("pc-wide", "wim");
    Page page = signedIn(Role.ANALYST);
    openCase(page, "wim");
    decideAll(page, "f");
    page.locator(".case-decision .case-open").click();
    assertThat(page.locator(".case-kept")).containsText("SHA-256");
    for (int width : List.of(390, 820, 1280, 1920)) {
      page.setViewportSize(width, 844);
      assertThat(Access.beyond(page)).as("at %s", width).isNotPositive();
    }
  }
}
