package weir.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import weir.browser.Access;
import weir.dashboard.access.Role;

/** The page of rules in a browser. */
class PageRulesTest extends DeskScene {
  PageRulesTest(DeskStage stage) {
    super(stage);
  }

  private Page rules(Role role) throws Exception {
    return rules(role, browser());
  }

  private Page rules(Role role, Page page) throws Exception {
    signedIn(role, page);
    page.navigate(stage.address() + "rules.html");
    assertThat(page.locator("#rb-now")).containsText("Book ");
    return page;
  }

  private static void type(Page page, String from, String to) {
    Locator area = page.getByLabel("The rules in YAML");
    area.fill(area.inputValue().replace(from, to));
  }

  @Test
  void aChangeIsCheckedProposedAgreedToAndShown() throws Exception {
    Page analyst = rules(Role.ANALYST);
    type(analyst, "atLeast: 2", "atLeest: 3");
    assertThat(analyst.locator("#rb-found")).containsText("did you mean");
    assertThat(analyst.locator(".rb-editor .rb-main")).isDisabled();
    analyst.locator(".rb-place").first().click();
    assertThat(analyst.getByLabel("The rules in YAML")).isFocused();
    type(analyst, "atLeest: 3", "atLeast: 3");
    assertThat(analyst.locator("#rb-found")).containsText("version");
    type(analyst, "id: many-places\n    version: 2", "id: many-places\n    version: 7");
    assertThat(analyst.locator("#rb-found .rb-change.changed")).containsText("atLeast 2 → 3");
    analyst.getByLabel("Comment").fill("<img src=x onerror=alert(1)> fewer places");
    analyst.locator(".rb-editor .rb-main").click();
    assertThat(analyst.locator(".rb-editor .rb-said")).containsText("is made");

    Page approver = rules(Role.APPROVER);
    Locator proposal = approver.locator(".rb-proposal.open").first();
    assertThat(proposal).containsText("<img src=x onerror=alert(1)> fewer places");
    assertThat(approver.locator("#rb-main img")).hasCount(0);
    proposal.locator(".rb-toggle").click();
    assertThat(proposal.locator(".rb-changes")).containsText("atLeast 2 → 3");
    assertThat(proposal).containsText("--backtestLog");
    assertThat(Access.faults(approver)).isEmpty();
    proposal.getByText("Agree and announce").click();
    assertThat(approver.locator("[data-rule='many-places']")).containsText("v7");
    // Who only looks sees it as soon, without a click.
    assertThat(analyst.locator("[data-rule='many-places']")).containsText("v7");
    assertThat(analyst.locator(".rb-books")).containsText("fewer places");
  }

  /** Of two proposals from one book, the second is made anew from what the first became. */
  @Test
  void whatAnotherProposalOvertookIsMadeAnew() throws Exception {
    Page analyst = rules(Role.ANALYST);
    String first =
        proposed(
            analyst,
            "version: 3\n    kind: amount-over\n    severity: medium\n    limit: 3500",
            "version: 8\n    kind: amount-over\n    severity: medium\n    limit: 3600");
    String second =
        proposed(
            analyst,
            "id: paypal-small\n    version: 2\n    kind: count-in-window\n    severity: medium",
            "id: paypal-small\n    version: 9\n    kind: count-in-window\n    severity: high");

    Page approver = rules(Role.APPROVER);
    proposal(approver, first).getByText("Agree and announce").click();
    assertThat(approver.locator("[data-rule='high-value']")).containsText("v8");
    Locator overtaken = proposal(approver, second);
    assertThat(overtaken).containsText("which stands no longer");
    assertThat(overtaken.getByText("Agree and announce")).isDisabled();

    proposal(analyst, second).getByText("Make it anew from book").click();
    Locator area = analyst.getByLabel("The rules in YAML");
    assertThat(area).hasValue(Pattern.compile("limit: 3600"));
    assertThat(area).hasValue(Pattern.compile("version: 9"));
    assertThat(analyst.locator("#rb-found .rb-change")).hasCount(1);
    assertThat(analyst.locator("#rb-found .rb-change")).containsText("paypal-small");
    String third = proposed(analyst);
    assertThat(proposal(analyst, second)).not().hasClass(Pattern.compile("\\bopen\\b"));

    proposal(approver, third).getByText("Agree and announce").click();
    assertThat(approver.locator("[data-rule='paypal-small']")).containsText("v9");
    assertThat(approver.locator("[data-rule='high-value']")).containsText("v8");
  }

  private static String proposed(Page page, String from, String to) {
    type(page, from, to);
    return proposed(page);
  }

  /** Proposes what is typed, and returns the proposal's number. */
  private static String proposed(Page page) {
    page.locator(".rb-editor .rb-main").click();
    Locator said = page.locator(".rb-editor .rb-said");
    assertThat(said).containsText("is made");
    return said.textContent().replaceAll("\\D", "");
  }

  private static Locator proposal(Page page, String number) {
    return page.locator(".rb-proposal[data-proposal='" + number + "']");
  }

  @Test
  void aReaderLooksAndNoMore() throws Exception {
    Page page = rules(Role.READER);
    assertThat(page.locator("[data-rule='velocity']")).containsText("Fires on more than");
    assertThat(page.locator(".rb-editor")).isHidden();
    assertThat(page.locator(".rb-setting")).hasCount(0);
    assertThat(page.locator(".rb-proposals button:not(.rb-toggle)")).hasCount(0);
  }

  @Test
  void aModeIsProposedByTheKeyboardAlone() throws Exception {
    Page page = rules(Role.ANALYST);
    Locator mode = page.getByLabel("Mode of velocity");
    mode.focus();
    mode.selectOption("rollout");
    page.keyboard().press("Tab");
    assertThat(page.getByLabel("Share of the users for velocity")).isFocused();
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator(".rb-rules .rb-said")).containsText("is made");
    assertThat(page.locator(".rb-proposal").first()).containsText("velocity for 10 % of the users");
  }

  @Test
  void aMemberIsAddedAndRemoved() throws Exception {
    Page page = rules(Role.APPROVER);
    page.getByLabel("List", new Page.GetByLabelOptions().setExact(true)).selectOption("");
    page.getByLabel("Name of a new list").fill("<b>bad");
    page.getByLabel("Member", new Page.GetByLabelOptions().setExact(true)).fill("shop-1");
    page.locator(".rb-lists")
        .getByText("Add", new Locator.GetByTextOptions().setExact(true))
        .click();
    assertThat(page.locator(".rb-lists .rb-said")).containsText("lower-case letters");
    page.getByLabel("Name of a new list").fill("page-shops");
    page.getByLabel("Member", new Page.GetByLabelOptions().setExact(true)).fill("<i>shop");
    page.locator(".rb-lists")
        .getByText("Add", new Locator.GetByTextOptions().setExact(true))
        .click();
    assertThat(page.locator(".rb-lists .rb-said")).containsText("within seconds");
    page.getByLabel("List", new Page.GetByLabelOptions().setExact(true)).selectOption("page-shops");
    assertThat(page.locator(".rb-members")).containsText("<i>shop");
    page.getByLabel("Remove <i>shop").click();
    assertThat(page.locator(".rb-members")).containsText("No members");
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void nobodyIsShutOut(ColorScheme scheme) throws Exception {
    Page page =
        rules(
            Role.APPROVER,
            browser(
                new Browser.NewContextOptions().setViewportSize(1440, 900).setColorScheme(scheme)));
    assertThat(page.locator("[data-rule='velocity']")).isVisible();
    assertThat(Access.faults(page)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 768, 1440, 1920})
  void itFitsAndHoldsStill(int width) throws Exception {
    Page page = browser(new Browser.NewContextOptions().setViewportSize(width, 900));
    Shifts.watch(page);
    rules(Role.APPROVER, page);
    assertThat(page.locator("[data-rule='velocity']")).isVisible();
    page.waitForTimeout(700);
    assertThat(Access.beyond(page)).isNotPositive();
    assertThat(Shifts.seen(page)).isEmpty();
  }
}
