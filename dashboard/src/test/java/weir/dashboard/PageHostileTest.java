package weir.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.model.Alert;
import weir.model.FlatJson;
import weir.model.Severity;
import weir.model.Transaction;

/** Texts that want to be more than text, as long as an id may be, wherever the page shows them. */
class PageHostileTest extends PageScene {
  private static final int LONGEST = 256;

  /** The most alerts of the shared stage, so that the user and the rule head their panels. */
  private static final int MANY = 60;

  private static final String TOO_WIDE =
      """
      [...document.querySelectorAll('*')]
        .filter((each) => each === document.documentElement || each === document.body
          || ['auto', 'scroll'].includes(getComputedStyle(each).overflowX))
        .filter((each) => each.scrollWidth > each.clientWidth)
        .map((each) => `${each.tagName}#${each.id}.${each.className} ${each.scrollWidth} > ${each.clientWidth}`)
      """;

  PageHostileTest(Stage stage) {
    super(stage);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=x onerror=alert(1)>",
        "\"><script>alert(1)</script>",
        "\u202Egnp.exe\u2066\u200F'--"
      })
  void hostileTextsStayTextAndKeepTheLayout(String begin) throws Exception {
    String hostile = begin + "W".repeat(LONGEST - begin.length());
    String shown =
        hostile
            .replace("\u202E", "\\u202e")
            .replace("\u2066", "\\u2066")
            .replace("\u200F", "\\u200f");
    fill(hostile);

    for (int width : List.of(1440, 390)) {
      reopen(new Browser.NewContextOptions().setViewportSize(width, 900));
      Locator row = page.locator(".feed .alert-row").filter(hasText(shown)).first();
      assertThat(row.locator(".rule")).containsText(shown);
      assertThat(row.locator(".who")).hasText(shown);
      assertThat(row.locator(".by")).containsText(shown);
      assertThat(row.locator(".why")).containsText(shown);
      assertThat(page.locator("#rules .name").filter(hasText(shown)).first()).isVisible();
      assertThat(page.locator("#users .name").filter(hasText(shown)).first()).isVisible();
      assertThat(page.locator("#dead .name").filter(hasText(shown)).first()).isVisible();
      isWhole();

      page.getByLabel("Search in alerts").fill(hostile);
      assertThat(page.locator(".feed .strip")).containsText("match");
      Locator whole = page.locator(".feed .case-row").filter(hasText(shown));
      assertThat(whole.locator(".who")).hasText(shown);
      isWhole();
      whole.click();
      assertThat(row).isVisible();
      isWhole();

      row.click();
      Locator detail = page.locator("#detail");
      assertThat(detail.locator("#detail-title")).hasText(shown);
      assertThat(detail.locator(".sentence")).hasText(shown);
      assertThat(detail.locator(".facts")).containsText(shown);
      assertThat(detail.locator(".facts dt").filter(hasText("By " + shown))).isVisible();
      assertThat(detail.locator(".facts dt:text-is('By shop') + dd")).hasText(shown);
      assertThat(detail.locator("tr.evidence")).containsText(shown.substring(0, 30));
      assertThat(detail.locator("pre")).containsText(shown.substring(2, 30));
      isWhole();

      detail.locator(".facts a").click();
      assertThat(page.locator("#user h1")).hasText(shown);
      assertThat(page.locator("#user .history")).containsText(shown.substring(0, 30));
      assertThat(page.locator("#user .alert-row .why").first()).containsText(shown);
      isWhole();
    }
  }

  private void fill(String hostile) throws Exception {
    long now = System.currentTimeMillis();
    stage.postgres.insert(
        new Transaction(
            hostile, hostile, 1250, "EUR", now, hostile, hostile, hostile, hostile, hostile, 41.15,
            -8.61, hostile),
        true);
    stage.postgres.insertDeadLetter(hostile);
    for (int i = 0; i < MANY; i++) {
      stage.postgres.insert(alert(hostile, hostile + i, now));
    }
    stage.kafka.send(alert(hostile, hostile, now));
  }

  private static Alert alert(String hostile, String id, long time) {
    return new Alert(
        id,
        Alert.Status.RAISED,
        hostile,
        1,
        1,
        Alert.Mode.LIVE,
        Severity.CRITICAL,
        hostile,
        hostile,
        time,
        time - 60_000,
        time,
        4,
        BigDecimal.valueOf(4),
        BigDecimal.valueOf(3),
        hostile,
        /* values= */ null,
        FlatJson.of(new TreeMap<>(Map.of(hostile, hostile, "shop", hostile))),
        List.of(hostile),
        1,
        hostile);
  }

  private static Locator.FilterOptions hasText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  /** Nothing became an element, and neither the page nor a part of it scrolls sideways. */
  private void isWhole() {
    assertThat(page.locator("body img, body script, body b")).hasCount(0);
    assertThat((List<?>) page.evaluate(TOO_WIDE)).isEmpty();
  }
}
