package weir.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.sql.Connection;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weir.browser.Access;
import weir.dashboard.access.Accounts;
import weir.dashboard.access.Role;

/** Signing in and out in a browser. */
class PageSignInTest extends DeskScene {
  private static final Pattern SIGN_IN = Pattern.compile(".*/sign-in\\.html.*");

  PageSignInTest(DeskStage stage) {
    super(stage);
  }

  @Test
  void whoeverSignsInComesToWhereTheyWantedToGo() throws Exception {
    stage.alert("s-wanted", "sue");
    stage.account("suzy", Role.READER);
    Page page = browser();
    page.navigate(stage.address() + "#/alert/s-wanted");
    assertThat(page).hasURL(SIGN_IN);
    page.getByLabel("Name").fill("suzy");
    page.getByLabel("Password").fill("not the right one");
    page.keyboard().press("Enter");
    assertThat(page.getByRole(AriaRole.ALERT)).hasText("The name or the password is wrong.");

    signIn(page, "suzy");
    assertThat(page.locator("#detail")).containsText("velocity");
    assertThat(page.locator("#me")).containsText("suzy");
    page.getByText("Sign out").click();
    assertThat(page).hasURL(SIGN_IN);
    page.navigate(stage.address());
    assertThat(page).hasURL(SIGN_IN);
  }

  @Test
  void whoeverWantedToSeeTheRulesComesToTheRules() throws Exception {
    stage.account("rune", Role.READER);
    Page page = browser();
    page.navigate(stage.address() + "rules.html");
    assertThat(page).hasURL(SIGN_IN);
    signIn(page, "rune");
    assertThat(page).hasURL(stage.address() + "rules.html");
    assertThat(page.locator("#rb-rules")).containsText("velocity");
  }

  @Test
  void noAddressLeadsToAnotherSite() throws Exception {
    stage.account("opal", Role.READER);
    for (String end :
        new String[] {
          "#//evil.example/",
          "#https://evil.example",
          "#javascript:1",
          "?to=//evil.example/",
          "?to=javascript:1",
          "?to=constructor"
        }) {
      Page page = browser();
      page.navigate(stage.address() + "sign-in.html" + end);
      signIn(page, "opal");
      assertThat(page.locator("#me")).containsText("opal");
      assertThat(page.url()).startsWith(stage.address());
    }
  }

  @Test
  void aLinkSignsInAndIsNotLeftInTheAddress() throws Exception {
    stage.account("lola", Role.ANALYST);
    String link;
    try (Connection owner = stage.postgres.connect(stage.postgres.owner())) {
      link = Accounts.link(owner, Accounts.find(owner, "lola").orElseThrow());
    }
    String address = stage.address() + "sign-in.html#link=" + link;
    Page page = browser();
    page.navigate(address);
    assertThat(page.locator("#me")).containsText("lola");
    assertThat(page.url()).doesNotContain(link);
    Page another = browser();
    another.navigate(address);
    assertThat(another.getByRole(AriaRole.ALERT)).containsText("This link was used before");
  }

  @Test
  void aPageWhoseAccountIsRemovedAsksToSignIn() throws Exception {
    stage.account("gone", Role.READER);
    Page page = browser();
    page.navigate(stage.address());
    signIn(page, "gone");
    assertThat(page.locator(".source.up")).hasCount(3);
    try (Connection owner = stage.postgres.connect(stage.postgres.owner())) {
      Accounts.remove(owner, "gone");
    }
    assertThat(page).hasURL(SIGN_IN);
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void nobodyIsShutOut(ColorScheme scheme) {
    Page page =
        browser(new Browser.NewContextOptions().setViewportSize(390, 844).setColorScheme(scheme));
    page.navigate(stage.address());
    assertThat(page).hasURL(SIGN_IN);
    Locator name = page.getByLabel("Name");
    assertThat(name).isFocused();
    assertThat(Access.faults(page)).isEmpty();
    assertThat(Access.beyond(page)).isNotPositive();
  }
}
