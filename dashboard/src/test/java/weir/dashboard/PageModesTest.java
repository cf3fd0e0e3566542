package weir.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import weir.model.Alert;

/** Snoozed alerts and those of rules on trial in a browser. */
class PageModesTest extends PageScene {
  PageModesTest(Stage stage) {
    super(stage);
  }

  @Test
  void aSnoozedAlertIsMarkedAndCountsForNothing() throws Exception {
    for (int i = 0; i < 40; i++) {
      stage.postgres.insert(snoozed("quiet-" + i, "sue"));
      stage.postgres.insert(Alerts.velocity("loud-" + i, "lou"));
    }
    stage.kafka.send(snoozed("quiet", "sue"));

    assertThat(row("quiet")).containsText("snoozed");
    assertThat(row("quiet")).hasClass(Pattern.compile("\\bsnoozed\\b"));
    assertThat(page.locator("#users")).containsText("lou");
    assertThat(page.locator("#users")).not().containsText("sue");
    row("quiet").click();
    assertThat(page.locator("#detail header")).containsText("snoozed");
    assertThat(page.locator("#detail .mark-note"))
        .hasText("Snoozed: this rule is silent for this user. This alert flags nothing.");
    page.locator("#detail .facts a").click();
    assertThat(page.locator("#user .head")).containsText("0 alerts");
    assertThat(page.locator("#user .alert-row").first()).containsText("snoozed");
  }

  private static Alert snoozed(String id, String user) {
    return Alerts.inMode(Alert.Mode.SNOOZED, Alerts.velocity(id, user));
  }

  @Test
  void anOpenedAlertFollowsItsMode() {
    Alert live = Alerts.velocity("followed", "fol");
    stage.kafka.send(live);
    row("followed").click();
    Locator note = page.locator("#detail .mark-note");
    assertThat(page.locator("#detail pre")).containsText("\"seen\": 4");
    assertThat(note).hasCount(0);
    Alert snoozed = Alerts.inMode(Alert.Mode.SNOOZED, live);
    stage.kafka.send(snoozed);
    assertThat(note).containsText("Snoozed");
    stage.kafka.send(Alerts.inMode(Alert.Mode.LIVE, snoozed));
    assertThat(note).hasCount(0);
    assertThat(row("followed")).containsText("high");
  }

  @Test
  void anAlertOfARuleOnTrialOpensButIsNotListed() throws Exception {
    stage.postgres.insert(Alerts.inMode(Alert.Mode.SHADOW, Alerts.velocity("tried", "tess")));
    stage.kafka.send(Alerts.velocity("shown", "tess"));
    assertThat(row("shown")).isVisible();
    page.evaluate("location.hash = '#/alert/tried'");

    assertThat(page.locator("#detail .mark-note"))
        .hasText("On trial: this rule flags nothing yet.");
    page.getByLabel("User", new Page.GetByLabelOptions().setExact(true)).fill("tess");
    assertThat(page.getByText("1 match")).isVisible();
    assertThat(row("tried")).hasCount(0);
  }
}
