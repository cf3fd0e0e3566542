package weir.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page says while transactions come and the pipeline is gone. */
class PageJudgingTest extends PageScene {
  private static final int MOST_SECONDS = 90;

  PageJudgingTest(Stage stage) {
    super(stage);
  }

  @Test
  void thatNothingIsJudgedIsSaidAndTakenBack() throws Exception {
    Locator stalled = page.locator("#stalled");
    for (int i = 0; i < 4; i++) {
      transactions();
      row(i);
      page.waitForTimeout(1000);
    }
    assertThat(stalled).isHidden();
    Locator pill = page.locator("#health");
    assertThat(pill).hasText("Judging");
    assertThat(pill).hasClass(Pattern.compile("\\bjudged\\b"));

    for (int i = 0; i < MOST_SECONDS && !isSaid(); i++) {
      transactions();
      page.waitForTimeout(1000);
    }
    assertThat(stalled)
        .containsText("Nothing is being judged: transactions have been arriving since");
    assertThat(pill).hasText(Pattern.compile("Nothing judged for [\\d.]+ (s|min)"));
    assertThat(pill).hasClass(Pattern.compile("\\bstalled\\b"));
    pill.click();
    assertThat(page.locator("#engine")).containsText("./weir run");
    row(4);
    assertThat(stalled).isHidden();
    assertThat(pill).hasText("Judging");
    assertThat(page.locator("#engine")).containsText("a row in PostgreSQL");
    assertThat(stage.get("/metrics").body()).contains("weir_judging_stalled 0.0");
  }

  private boolean isSaid() throws Exception {
    return stage.get("/metrics").body().contains("weir_judging_stalled 1.0");
  }

  private void row(int number) throws Exception {
    long now = System.currentTimeMillis();
    stage.postgres.insert(Alerts.payment("j-" + number, "jo", now, "Porto"), false);
  }

  private void transactions() {
    for (int i = 0; i < 5; i++) {
      stage.kafka.send("transactions", "jo", "{}".getBytes(StandardCharsets.UTF_8));
    }
  }
}
