package weir.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import weir.browser.Chromium;
import weir.launch.ChildJvm;
import weir.launch.Launch;
import weir.local.LocalPostgres;

/** What the page says of a pipeline that is killed while payments come. */
@Tag("slow")
@Timeout(180)
class PageKilledTest {
  private static final int A_SECOND = 10;
  private static final int MOST_SECONDS = 60;

  private final LocalPostgres postgres = LocalPostgres.start();
  private int sent;

  @Test
  void thePillTurnsRed(@TempDir Path folder) throws Exception {
    try (postgres;
        KafkaStage kafka = new KafkaStage();
        ChildJvm pipeline = pipeline(kafka, folder);
        Dashboard dashboard = dashboard(kafka);
        Chromium chromium = Chromium.start()) {
      Page page = chromium.browser().newPage();
      page.navigate(dashboard.address());
      Locator pill = page.locator("#health");
      becomes("judged", page, kafka, pill);
      assertThat(pill).hasText("Judging");

      pipeline.kill();
      becomes("late", page, kafka, pill);
      assertThat(pill).containsText("Late for ");
      assertThat(page.locator("#stalled")).isHidden();
      becomes("stalled", page, kafka, pill);
      assertThat(pill).containsText("Nothing judged for ");
      assertThat(page.locator("#stalled")).containsText("start it again: ./weir run");
      pill.click();
      assertThat(page.locator("#engine .sentence"))
          .hasText(Pattern.compile("Payments arrive, and none has been judged for .*"));
    }
  }

  private ChildJvm pipeline(KafkaStage kafka, Path folder) {
    return Launch.ofThese("the pipeline", "weir.runners.OnDirect")
        .jvm("@" + Path.of("..", "runners", "jvm.args").toAbsolutePath(), "-XX:TieredStopAtLevel=1")
        .arguments(
            List.of(
                "--bootstrapServers=" + kafka.bootstrapServers(),
                "--jdbcUrl=" + postgres.jdbcUrl(),
                "--jdbcUser=" + postgres.user()))
        .logTo(folder.resolve("pipeline.log"));
  }

  private Dashboard dashboard(KafkaStage kafka) {
    return Dashboard.start(
        Settings.of(
            List.of(
                "--port=0",
                "--bootstrapServers=" + kafka.bootstrapServers(),
                "--jdbcUrl=" + postgres.jdbcUrl(),
                "--jdbcUser=" + postgres.user())));
  }

  /** Sends payments until the pill shows this state. */
  private void becomes(String state, Page page, KafkaStage kafka, Locator pill) {
    for (int i = 0; i < MOST_SECONDS && !pill.getAttribute("class").endsWith(" " + state); i++) {
      for (int k = 0; k < A_SECOND; k++) {
        pay(kafka);
      }
      page.waitForTimeout(1000);
    }
    assertThat(pill).hasClass("health " + state);
  }

  private void pay(KafkaStage kafka) {
    String user = "user-" + sent % 7;
    String json =
        """
        {"transactionId":"t-%d","userId":"%s","amount":12.50,"currency":"EUR","timestamp":"%s"}"""
            .formatted(sent++, user, Instant.now());
    kafka.send("transactions", user, json.getBytes(StandardCharsets.UTF_8));
  }
}
