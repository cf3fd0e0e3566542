package weir.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import weir.browser.Chromium;

/** The page in a real browser, over a real Kafka and a real PostgreSQL; its console is silent. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
@ExtendWith(SharedStage.class)
abstract class PageScene {
  final Stage stage;
  final List<String> complaints = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  private Chromium chromium;

  @SuppressWarnings("NullAway.Init")
  Page page;

  PageScene(Stage stage) {
    this.stage = stage;
  }

  @BeforeAll
  void startBrowser() {
    chromium = Chromium.shared();
  }

  @BeforeEach
  void open() {
    open(new Browser.NewContextOptions().setViewportSize(1440, 900));
    assertThat(page.locator(".source.up")).hasCount(3);
  }

  final void open(Browser.NewContextOptions options) {
    complaints.clear();
    page = chromium.browser().newContext(options).newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.onDialog(
        dialog -> {
          complaints.add("a dialog: " + dialog.message());
          dialog.dismiss();
        });
    page.navigate(stage.address());
  }

  /** The page as somebody else sees it. */
  final void reopen(Browser.NewContextOptions options) {
    page.context().close();
    open(options);
    assertThat(page.locator(".source.up")).hasCount(3);
  }

  @AfterEach
  @SuppressWarnings("ConstantValue")
  void theConsoleIsSilent() {
    if (page != null) {
      page.context().close();
      assertThat(complaints).isEmpty();
    }
  }

  /** Opens the only case of this user into its alerts. */
  final void openCase(String user) {
    caseOf(user).click();
  }

  /** The row of a case of several alerts. */
  final Locator caseOf(String user) {
    return page.locator(".feed .case[data-user='" + user + "'] .case-row");
  }

  final Locator row(String id) {
    return page.locator(".feed .alert-row[data-id='" + id + "']");
  }
}
