package weir.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Without accounts nobody works anything, and there is no queue. */
class PageNoQueueTest extends PageScene {
  PageNoQueueTest(Stage stage) {
    super(stage);
  }

  @Test
  void withoutAccountsThereIsNoQueue() throws Exception {
    page.navigate(stage.address() + "#/queue?rule=velocity");
    assertThat(page.locator("#overview")).isVisible();
    assertThat(page.locator("#queue")).isHidden();
    assertThat(page.locator(".q-link")).hasCount(0);
    page.keyboard().press("w");
    assertThat(page.locator("#queue")).isHidden();
    Person nobody = new Person(stage.address());
    assertThat(nobody.get("/api/queue").statusCode()).isEqualTo(403);
    assertThat(nobody.post("/api/queue/take", "{\"next\":true}").statusCode()).isEqualTo(403);
  }
}
