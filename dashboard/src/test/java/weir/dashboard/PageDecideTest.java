package weir.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weir.browser.Access;
import weir.dashboard.access.Role;

/** Deciding in a browser, and what others see of it. */
class PageDecideTest extends DeskScene {
  PageDecideTest(DeskStage stage) {
    super(stage);
  }

  private static Locator desk(Page page) {
    return page.locator("#detail .desk");
  }

  private void openAlert(Page page, String id) {
    page.navigate(stage.address() + "#/alert/" + id);
    assertThat(page.locator("#detail pre")).isVisible();
  }

  @Test
  void whatOneDecidesTheOtherSeesSoon() throws Exception {
    stage.alert("p-two", "tess");
    Page one = signedIn(Role.ANALYST);
    Page other = signedIn(Role.READER);
    openAlert(one, "p-two");
    openAlert(other, "p-two");
    assertThat(desk(other)).containsText("Open: nobody has decided yet.");
    assertThat(desk(other).locator("button").first()).isHidden();

    desk(one).getByLabel("Note").fill("<b onclick=alert(1)>called the bank</b>");
    one.locator("#detail h2").click();
    one.keyboard().press("f");
    assertThat(desk(one)).containsText("Done.");
    assertThat(desk(other)).containsText("Confirmed as fraud by analyst");
    assertThat(desk(other)).containsText("<b onclick=alert(1)>called the bank</b>");
    assertThat(row(other, "p-two")).containsText("fraud");
    assertThat(stage.labels("p-two")).hasSize(1);
  }

  @Test
  void whatIsTakenBackIsOpenAgain() throws Exception {
    stage.alert("p-undo", "ulf");
    Page page = signedIn(Role.ANALYST);
    openAlert(page, "p-undo");
    page.locator("#detail h2").click();
    page.keyboard().press("d");
    assertThat(desk(page)).containsText("Dismissed: not fraud by analyst");
    assertThat(row(page, "p-undo")).containsText("not fraud");
    page.keyboard().press("u");
    assertThat(desk(page)).containsText("Open: nobody has decided yet.");
    assertThat(row(page, "p-undo")).not().containsText("not fraud");
    page.reload();
    assertThat(desk(page)).containsText("Open: nobody has decided yet.");
  }

  @Test
  void aSnoozeEndsBySomeDay() throws Exception {
    stage.alert("p-snooze", "sara");
    Page page = signedIn(Role.ANALYST);
    openAlert(page, "p-snooze");
    desk(page).getByLabel("Snooze for").selectOption("7 days");
    desk(page).getByText("Snooze").first().click();
    assertThat(desk(page)).containsText("Snoozed until");
    assertThat(row(page, "p-snooze")).containsText("snoozed");
  }

  @Test
  void allAlertsOfAUserAreDecidedOnTheirPage() throws Exception {
    stage.alert("p-all-1", "paul");
    stage.alert("p-all-2", "paul");
    Page page = signedIn(Role.ANALYST);
    page.navigate(stage.address() + "#/user/paul");
    Locator desk = page.locator("#user .desk");
    assertThat(desk).containsText("2 alerts are open.");
    desk.getByText("Not fraud").click();
    assertThat(desk).containsText("None is open.");
    assertThat(page.locator("#user .alert-row .decided")).hasCount(2);
    assertThat(stage.labels("p-all-1")).hasSize(1);
    assertThat(stage.labels("p-all-2")).hasSize(1);
    page.locator("#user h1").click();
    page.keyboard().press("u");
    assertThat(desk).containsText("2 alerts are open.");
  }

  @Test
  void overThePageOfAUserKeysDecideAboutTheOpenedAlertOnly() throws Exception {
    stage.alert("p-over-1", "olga");
    stage.alert("p-over-2", "olga");
    Page page = signedIn(Role.ANALYST);
    page.navigate(stage.address() + "#/user/olga");
    page.locator("#user .alert-row[data-id='p-over-1']").click();
    assertThat(page.locator("#detail pre")).isVisible();
    // The page of the user is drawn anew meanwhile.
    stage.alert("p-over-3", "olga");
    assertThat(page.locator("#user .desk")).containsText("3 alerts are open.");
    page.locator("#detail h2").click();
    page.keyboard().press("f");
    assertThat(page.locator("#user .desk")).containsText("2 alerts are open.");
    assertThat(stage.labels("p-over-1")).hasSize(1);
    assertThat(stage.labels("p-over-2")).isEmpty();
    page.keyboard().press("Escape");
    page.locator("#user h1").click();
    page.keyboard().press("d");
    assertThat(page.locator("#user .desk")).containsText("None is open.");
    assertThat(stage.labels("p-over-2")).hasSize(1);
  }

  @Test
  void whatIsTypedStaysWhileTheAlertIsDrawnAnew() throws Exception {
    var alert = stage.alert("p-typed", "tom");
    Page page = signedIn(Role.ANALYST);
    openAlert(page, "p-typed");
    Locator note = desk(page).getByLabel("Note");
    note.pressSequentially("first words, for fun");
    stage.kafka.send(Alerts.withdrawn(alert));
    assertThat(page.locator("#detail .mark-note")).containsText("Withdrawn");
    assertThat(note).hasValue("first words, for fun");
    assertThat(note).isFocused();
    assertThat(desk(page)).containsText("Open: nobody has decided yet.");
  }

  @Test
  void whoeverComesSecondIsTold() throws Exception {
    stage.alert("p-second", "sid");
    Page page = signedIn(Role.ANALYST);
    openAlert(page, "p-second");
    page.route("**/api/events", route -> route.abort());
    page.reload();
    assertThat(desk(page)).containsText("Open: nobody has decided yet.");
    stage
        .somebody(Role.ANALYST, "faster")
        .post("/api/decisions", "{\"alert\":\"p-second\",\"decision\":\"fraud\"}");
    page.locator("#detail h2").click();
    page.keyboard().press("d");
    assertThat(desk(page)).containsText("faster was faster, and decided: fraud.");
    assertThat(stage.labels("p-second")).hasSize(1);
    complaints.clear();
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void nobodyIsShutOut(ColorScheme scheme) throws Exception {
    String id = "p-axe-" + scheme;
    stage.alert(id, id);
    Page page =
        signedIn(
            Role.ANALYST,
            browser(
                new Browser.NewContextOptions()
                    .setViewportSize(1440, 1000)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setColorScheme(scheme)));
    openAlert(page, id);
    assertThat(Access.faults(page)).isEmpty();
    page.locator("#detail h2").click();
    page.keyboard().press("f");
    assertThat(row(page, id)).containsText("fraud");
    assertThat(Access.faults(page)).isEmpty();
    page.navigate(stage.address() + "#/user/" + id);
    assertThat(page.locator("#user .desk")).containsText("None is open.");
    assertThat(Access.faults(page)).isEmpty();
  }

  @Test
  void aPhoneShowsItWithoutScrollingSideways() throws Exception {
    stage.alert("p-phone", "phil");
    Page page =
        signedIn(Role.ANALYST, browser(new Browser.NewContextOptions().setViewportSize(390, 844)));
    openAlert(page, "p-phone");
    assertThat(desk(page).getByText("Not fraud")).isVisible();
    assertThat(Access.beyond(page)).isNotPositive();
    page.navigate(stage.address() + "#/user/phil");
    assertThat(page.locator("#user .desk")).isVisible();
    assertThat(Access.beyond(page)).isNotPositive();
  }

  @Test
  void whoeverDecidesMovesNothing() throws Exception {
    stage.alert("p-still", "stan");
    Page page = signedIn(Role.ANALYST);
    openAlert(page, "p-still");
    double before = page.locator("#detail .facts").boundingBox().y;
    page.locator("#detail h2").click();
    page.keyboard().press("f");
    assertThat(desk(page)).containsText("Confirmed as fraud");
    assertThat(page.locator("#detail .facts").boundingBox().y).isEqualTo(before);
  }
}
