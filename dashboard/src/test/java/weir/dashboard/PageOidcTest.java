package weir.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.browser.Access;

/** Signing in by a provider in a browser. */
class PageOidcTest extends DeskScene {
  PageOidcTest(DeskStage stage) {
    super(stage);
  }

  @Test
  void whoeverSignsInByAProviderComesToWhereTheyWantedToGo(@TempDir Path folder) throws Exception {
    stage.alert("o-wanted", "olga");
    try (FakeProvider provider = new FakeProvider();
        Dashboard server = Dashboard.start(stage.settings(0, OidcTest.options(provider, folder)))) {
      Person asked = new Person(server.address());
      Waiting.until(
          "it knows of accounts", () -> asked.get("/api/me").body().contains("\"accounts\":true"));
      Page page = browser();
      page.navigate(server.address() + "#/alert/o-wanted");
      page.getByText("Sign in with 127.0.0.1").click();
      assertThat(page.locator("#detail")).containsText("velocity");
      assertThat(page.locator("#me")).containsText("grace (127.0.0.1:");
      assertThat(page).hasURL(Pattern.compile(".*/#/alert/o-wanted"));

      page.getByText("Sign out").click();
      assertThat(page.getByText("Sign in with")).isVisible();
      provider.roles = List.of();
      page.getByText("Sign in with").focus();
      page.keyboard().press("Enter");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("The provider gives you no role");
      Assertions.assertThat(Access.faults(page)).isEmpty();
    }
  }
}
