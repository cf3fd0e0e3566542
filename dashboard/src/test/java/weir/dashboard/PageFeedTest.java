package weir.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import weir.model.Alert;
import weir.model.Severity;

/** The list of alerts in a browser. */
class PageFeedTest extends PageScene {
  private static final int TRIES = 4;

  PageFeedTest(Stage stage) {
    super(stage);
  }

  @Test
  void anAlertIsOnThePageWithinASecond() {
    List<Boolean> quick = new ArrayList<>();
    for (int i = 0; i < TRIES && !quick.contains(true); i++) {
      String id = "quick-" + i;
      stage.kafka.send(Alerts.velocity(id, "quick-user-" + i));
      quick.add(isThereWithinASecond(id));
      assertThat(row(id)).containsText("quick-user-" + i);
      assertThat(row(id)).containsText("velocity");
    }
    assertThat(quick).as("a machine may have other work, but not each time").contains(true);
  }

  private boolean isThereWithinASecond(String id) {
    try {
      assertThat(row(id)).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(1000));
      return true;
    } catch (AssertionError late) {
      return false;
    }
  }

  @Test
  void filtersLeaveWhatIsAskedFor() {
    stage.kafka.send(Alerts.alert("p-1", "pia", "velocity", Severity.HIGH, "four of them", 4));
    stage.kafka.send(Alerts.alert("p-2", "pia", "high-value", Severity.LOW, "a large one", 1));
    stage.kafka.send(Alerts.alert("p-3", "quinn", "velocity", Severity.HIGH, "five of them", 5));
    assertThat(row("p-3")).isVisible();

    page.getByLabel("User", new Page.GetByLabelOptions().setExact(true)).fill("pia");
    assertThat(row("p-3")).hasCount(0);
    openCase("pia");
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
    stage.kafka.send(Alerts.velocity("before", "bea"));
    assertThat(row("before")).isVisible();
    page.locator("body").press("p");
    stage.kafka.send(Alerts.velocity("meanwhile", "mel"));

    Locator newer = page.getByText(Pattern.compile("Show \\d+ newer"));
    assertThat(newer).isVisible();
    assertThat(row("meanwhile")).hasCount(0);
    newer.click();
    assertThat(row("meanwhile")).isVisible();
  }

  @Test
  void aPausedListThatIsEmptyStaysEmpty() {
    page.getByLabel("Search in alerts").fill("user-nobody-yet");
    assertThat(page.getByText("No alert matches.")).isVisible();
    page.getByTitle("Pause (p)").click();
    stage.kafka.send(Alerts.velocity("first", "user-nobody-yet"));

    Locator newer = page.getByText("Show 1 newer");
    assertThat(newer).isVisible();
    assertThat(row("first")).hasCount(0);
    newer.click();
    assertThat(row("first")).isVisible();
  }

  @Test
  void whoeverPausesWhileThePageConnectsHoldsWhatItFinds() {
    stage.kafka.send(Alerts.velocity("found", "fay"));
    assertThat(row("found")).isVisible();
    List<Route> connecting = new ArrayList<>();
    page.route("**/api/events", connecting::add);
    page.reload();
    page.waitForCondition(() -> !connecting.isEmpty());
    page.locator("body").press("p");
    connecting.forEach(Route::resume);
    assertThat(row("found")).isVisible();
    stage.kafka.send(Alerts.velocity("after", "aft"));

    assertThat(page.getByText(Pattern.compile("Show \\d+ newer"))).isVisible();
    assertThat(row("after")).hasCount(0);
  }

  @Test
  void whoeverPausesInTheFrameInWhichThePageConnectsHoldsWhatItFinds() {
    stage.kafka.send(Alerts.velocity("at-once", "ona"));
    assertThat(row("at-once")).isVisible();
    page.addInitScript(
        """
        const frame = window.requestAnimationFrame.bind(window);
        const kept = [];
        window.requestAnimationFrame = (draw) => kept.push(draw);
        window.drawAgain = () => {
          window.requestAnimationFrame = frame;
          kept.forEach((draw) => frame(draw));
        };""");
    page.reload();
    page.locator("body").press("p");
    assertThat(page.locator(".source.up")).hasCount(3);
    page.evaluate("drawAgain()");

    assertThat(row("at-once")).isVisible();
  }

  @Test
  void whoeverSearchesWhilePausedFindsWhatCameMeanwhile() {
    stage.kafka.send(Alerts.velocity("before", "bob"));
    assertThat(row("before")).isVisible();
    page.locator("body").press("p");
    stage.kafka.send(Alerts.velocity("sought", "user-sought"));
    assertThat(page.getByText(Pattern.compile("Show \\d+ newer"))).isVisible();

    page.getByLabel("Search in alerts").fill("user-sought");
    assertThat(row("sought")).isVisible();
  }

  @Test
  void underAMovingMouseTheListHoldsStill() {
    stage.kafka.send(Alerts.velocity("under", "una"));
    row("under").hover();
    stage.kafka.send(Alerts.velocity("above", "abe"));

    assertThat(page.getByText(Pattern.compile("Show \\d+ newer"))).isVisible();
    assertThat(row("above")).hasCount(0);
    page.mouse().move(5, 5);
    assertThat(row("above")).isVisible();
  }

  @Test
  void aWithdrawnAlertShowsAsWithdrawn() {
    Alert raised = Alerts.velocity("taken-back", "tab");
    stage.kafka.send(raised);
    assertThat(row("taken-back")).isVisible();
    stage.kafka.send(Alerts.withdrawn(raised));

    assertThat(row("taken-back")).containsText("withdrawn");
    row("taken-back").click();
    assertThat(page.locator("#detail")).containsText("no longer counts");
  }

  @Test
  void keysGoThroughTheAlerts() {
    stage.kafka.send(Alerts.velocity("lower", "low"));
    assertThat(row("lower")).isVisible();
    stage.kafka.send(Alerts.velocity("upper", "upp"));
    assertThat(row("upper")).isVisible();

    page.locator("body").press("j");
    assertThat(row("upper")).isFocused();
    page.keyboard().press("j");
    assertThat(row("lower")).isFocused();
    page.keyboard().press("k");
    page.keyboard().press("Enter");
    assertThat(page.locator("#detail")).isVisible();
  }
}
