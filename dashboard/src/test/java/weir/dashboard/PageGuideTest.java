package weir.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import weir.browser.Access;
import weir.dashboard.access.Accounts;
import weir.dashboard.access.Role;

/** The first minute of a newcomer, by keyboard alone. */
class PageGuideTest extends DeskScene {
  PageGuideTest(DeskStage stage) {
    super(stage);
  }

  private static Locator guide(Page page) {
    return page.locator("#guide");
  }

  /** Presses Tab until an element of the guide with these words has the focus. */
  private static void tabTo(Page page, String words) {
    for (int i = 0; i < 6; i++) {
      page.keyboard().press("Tab");
      if (page.locator("#guide button:focus").getByText(words).count() > 0) {
        return;
      }
    }
    throw new AssertionError("no way to " + words);
  }

  @Test
  void itLeadsThroughOneAlert() throws Exception {
    Page page = signedIn(Role.ANALYST);
    assertThat(guide(page)).isHidden();
    stage.alert("gd-1", "greta");
    assertThat(row(page, "gd-1")).isVisible();
    BoundingBox before = page.locator("#feed").boundingBox();
    page.navigate(stage.address() + "#/?guide");
    assertThat(page.locator("#guide h2")).hasText("What an alert says");
    assertThat(page.locator("#guide h2")).isFocused();
    assertThat(page.url()).endsWith("#/");
    BoundingBox after = page.locator("#feed").boundingBox();
    assertThat(after.y).isEqualTo(before.y);
    assertThat(after.height).isEqualTo(before.height);

    tabTo(page, "Open the newest alert");
    page.keyboard().press("Enter");
    assertThat(page.locator("#detail pre")).containsText("\"alertId\": \"gd-1\"");
    for (String title :
        new String[] {"Why it was raised", "What is usual for the user", "Decide"}) {
      page.keyboard().press("g");
      tabTo(page, "Next");
      page.keyboard().press("Enter");
      assertThat(page.locator("#guide h2")).hasText(title);
    }
    assertThat(guide(page)).containsText("Press f if it is fraud");
    page.keyboard().press("f");
    assertThat(page.locator("#detail .desk")).containsText("Confirmed as fraud");
    tabTo(page, "Next");
    page.keyboard().press("Enter");
    assertThat(guide(page)).containsText("Press u to take the decision back");
    page.keyboard().press("u");
    assertThat(page.locator("#detail .desk")).containsText("Open: nobody has decided yet.");
    tabTo(page, "Done");
    page.keyboard().press("Enter");
    assertThat(guide(page)).isHidden();

    onceLeftItComesOnlyToWhoAsksForIt(page);
  }

  private void onceLeftItComesOnlyToWhoAsksForIt(Page page) {
    page.navigate(stage.address() + "#/?guide");
    page.reload();
    assertThat(page.locator(".source.up")).hasCount(3);
    assertThat(guide(page)).isHidden();
    page.keyboard().press("?");
    page.getByText("Show the first minute").click();
    assertThat(guide(page)).isVisible();
    assertThat(page.locator("#guide h2")).isFocused();
    page.keyboard().press("Escape");
    assertThat(guide(page)).isHidden();
  }

  @Test
  void aLinkThatSignsInMayAskForIt() throws Exception {
    Page page = signedIn(Role.READER);
    page.navigate(stage.address() + "#/?guide");
    assertThat(guide(page)).isVisible();
    tabTo(page, "Next");
    for (int i = 0; i < 3; i++) {
      page.keyboard().press("Enter");
      tabTo(page, "Next");
    }
    assertThat(guide(page)).containsText("Your role may only look.");
    stage.account("by-guide", Role.READER);
    Page stranger = browser();
    stranger.navigate(stage.address() + "sign-in.html#link=" + link("by-guide") + "&guide");
    assertThat(guide(stranger)).isVisible();
    assertThat(stranger.url()).endsWith("#/");
  }

  private String link(String name) throws SQLException {
    try (Connection owner = stage.postgres.connect(stage.postgres.owner())) {
      return Accounts.link(owner, Accounts.find(owner, name).orElseThrow());
    }
  }

  @Test
  void nobodyIsShutOut() throws Exception {
    stage.alert("gd-axe", "gudrun");
    for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      for (int width : new int[] {1440, 390}) {
        Page page =
            signedIn(
                Role.ANALYST,
                browser(
                    new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setColorScheme(scheme)));
        page.keyboard().press("g");
        page.getByText("Open the newest alert").click();
        assertThat(page.locator("#detail pre")).isVisible();
        assertThat(Access.faults(page)).isEmpty();
        assertThat(Access.beyond(page)).isNotPositive();
      }
    }
  }
}
