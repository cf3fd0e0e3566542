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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import weir.browser.Chromium;
import weir.dashboard.access.Role;

/** A page with accounts in a real browser, for one or several people at once. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
@ExtendWith(SharedDesk.class)
abstract class DeskScene {
  final DeskStage stage;
  final List<String> complaints = new ArrayList<>();
  private final List<Page> pages = new ArrayList<>();
  private int made;

  @SuppressWarnings("NullAway.Init")
  private Chromium chromium;

  DeskScene(DeskStage stage) {
    this.stage = stage;
  }

  @BeforeAll
  void startBrowser() {
    chromium = Chromium.shared();
  }

  /** A browser of its own, which has no session yet. */
  final Page browser(Browser.NewContextOptions options) {
    Page page = chromium.browser().newContext(options).newPage();
    pages.add(page);
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          // A refused request is told there by the browser itself.
          if (message.type().equals("error") && !message.text().contains("status of 4")) {
            complaints.add(message.text());
          }
        });
    page.onDialog(
        dialog -> {
          complaints.add("a dialog: " + dialog.message());
          dialog.dismiss();
        });
    return page;
  }

  final Page browser() {
    return browser(new Browser.NewContextOptions().setViewportSize(1440, 900));
  }

  /** Somebody new of this role, who has signed in by the form. */
  final Page signedIn(Role role) throws Exception {
    return signedIn(role, browser());
  }

  final Page signedIn(Role role, Page page) throws Exception {
    String name = role.code() + "-in-browser-" + getClass().getSimpleName().length() + ++made;
    stage.account(name, role);
    page.navigate(stage.address());
    signIn(page, name);
    assertThat(page.locator(".source.up")).hasCount(3);
    return page;
  }

  static void signIn(Page page, String name) {
    page.getByLabel("Name").fill(name);
    page.getByLabel("Password").fill(DeskStage.PASSWORD);
    page.keyboard().press("Enter");
  }

  static Locator row(Page page, String alert) {
    return page.locator(".feed .alert-row[data-id='" + alert + "']");
  }

  @AfterEach
  void theConsolesAreSilent() {
    pages.forEach(page -> page.context().close());
    pages.clear();
    assertThat(complaints).isEmpty();
  }
}
