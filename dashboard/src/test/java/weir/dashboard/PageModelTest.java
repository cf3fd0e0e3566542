package weir.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import weir.browser.Access;

/** The view of the models in force, in a browser: none, one as in training, and one that is not. */
@Timeout(480)
class PageModelTest extends PageScene {
  PageModelTest() throws Exception {
    super(new Stage());
  }

  @AfterAll
  void stopStage() {
    stage.close();
  }

  private Locator row(String input, String word) {
    return page.locator(".mdl-inputs tbody tr")
        .filter(new Locator.FilterOptions().setHasText(input))
        .filter(new Locator.FilterOptions().setHasText(word));
  }

  @Test
  void aModelIsShownBesideItsTraining() throws Exception {
    page.keyboard().press("m");
    assertThat(page).hasURL(Pattern.compile("#/model$"));
    assertThat(page.locator("#model h1")).isVisible();
    assertThat(page.locator("#overview")).isHidden();
    assertThat(page.locator(".mdl-none")).containsText("No rule in force asks a model.");
    assertThat(page.locator(".mdl-none code")).containsText("./weir train");
    assertThat(Access.faults(page)).isEmpty();

    OneModel.announce(stage.kafka.bootstrapServers());
    assertThat(page.locator(".mdl-report h2"))
        .hasText("Model " + OneModel.model().name().substring(0, 12));
    assertThat(page.locator(".mdl-panel .mdl-grade").first()).hasText("too few payments");
    hostileNamesAreText();

    // As in training: 90, 8 and 2 of 100 scores, and half of the amounts small.
    OneModel.paid(
        stage.postgres,
        "stable",
        2000,
        "case when i % 10 < 5 then 5 when i % 10 < 8 then 20 else 90 end",
        "case when i % 100 < 90 then 50 when i % 100 < 98 then 300 else 800 end");
    OneModel.raised(stage.postgres, 4);
    Locator grade = page.locator(".mdl-panel .mdl-grade").first();
    assertThat(grade).hasText("stable");
    assertThat(row("amount", "stable")).hasCount(1);
    assertThat(row("amount", "stable").locator("td").nth(1)).hasText("100.00%");
    assertThat(row(OneModel.HOSTILE, "stable")).hasCount(1);
    assertThat(row("paid_1m", "weir_model_input_drift")).hasCount(1);
    assertThat(page.locator("#model")).containsText("2,000 payments of the last 24 h; 2,000 have");
    Locator alerts = page.locator(".mdl-panel").nth(1).locator("tbody tr");
    assertThat(alerts.locator("th")).hasText("high");
    assertThat(alerts.locator("td").first()).hasText("2");
    assertThat(alerts.locator("td").nth(1)).hasText("2");

    Locator summary = page.locator(".mdl-panel summary");
    summary.focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".mdl-panel details th").last()).hasText("500 to 1,000");
    double inputs = page.locator(".mdl-inputs").boundingBox().y;
    OneModel.paid(stage.postgres, "other", 1500, "90", "800");
    assertThat(grade).hasText("different from training");
    assertThat(row("amount", "different from training")).hasCount(1);
    assertThat(page.locator(".mdl-inputs tbody tr th").first()).containsText("amount");
    assertThat(summary).isFocused();
    assertThat(page.locator(".mdl-panel details th").last()).isVisible();
    assertThat(page.locator(".mdl-inputs").boundingBox().y).isEqualTo(inputs);

    page.getByText("Last 7 days").click();
    assertThat(page).hasURL(Pattern.compile("#/model/7d$"));
    assertThat(page.locator("#model")).containsText("3,500 payments of the last 7 days");
    assertThat(stage.get("/api/model?period=2d").statusCode()).isEqualTo(400);
    itIsForEverybody();
    page.keyboard().press("Escape");
    assertThat(page.locator("#overview")).isVisible();
    assertThat(page.locator("#model")).isHidden();
  }

  private void hostileNamesAreText() {
    assertThat(page.locator(".mdl-facts")).containsText("<b onclick=alert(1)>the spring's</b>");
    assertThat(page.locator(".mdl-inputs")).containsText(OneModel.HOSTILE);
    assertThat(page.locator("#model img, #model b")).hasCount(0);
  }

  /** In both themes, and on a phone. */
  private void itIsForEverybody() {
    for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      for (int width : new int[] {1440, 390}) {
        reopen(
            new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(scheme));
        page.navigate(stage.address() + "#/model/1h");
        assertThat(page.locator(".mdl-inputs")).isVisible();
        assertThat(Access.faults(page)).isEmpty();
        assertThat(Access.beyond(page)).isNotPositive();
      }
    }
  }
}
