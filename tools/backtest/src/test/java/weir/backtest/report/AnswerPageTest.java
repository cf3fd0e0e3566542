package weir.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weir.backtest.answer.Answer;
import weir.backtest.sweep.Goal;
import weir.browser.Access;
import weir.browser.Chromium;

/** The page in a real browser, from a file and without a network. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswerPageTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private Chromium chromium;

  @BeforeAll
  void startBrowser() {
    chromium = Chromium.start();
  }

  @AfterAll
  @SuppressWarnings("ConstantValue") // There may be no browser.
  void stopBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  /** Opens it, and holds that the console stays silent and nothing is asked of a network. */
  private void open(Answer answer, Browser.NewContextOptions options, Consumer<Page> look)
      throws IOException {
    open(AnswerHtml.page(answer), options, look);
  }

  private void open(String html, Browser.NewContextOptions options, Consumer<Page> look)
      throws IOException {
    Path file = Files.writeString(folder.resolve("answer.html"), html);
    List<String> complaints = new ArrayList<>();
    List<String> asked = new ArrayList<>();
    try (BrowserContext context = chromium.browser().newContext(options.setOffline(true))) {
      Page page = context.newPage();
      page.onConsoleMessage(message -> complaints.add(message.text()));
      page.onPageError(complaints::add);
      page.onDialog(
          dialog -> {
            complaints.add("a dialog: " + dialog.message());
            dialog.dismiss();
          });
      page.onRequest(request -> asked.add(request.url()));
      page.navigate(file.toUri().toString());
      look.accept(page);
    }
    assertThat(complaints).isEmpty();
    assertThat(asked).containsExactly(file.toUri().toString());
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void nobodyIsShutOut(ColorScheme scheme) throws IOException {
    for (Answer each :
        List.of(Answers.labelled(), Answers.partial(), Answers.unlabelled(), Answers.alone())) {
      open(
          each,
          new Browser.NewContextOptions().setColorScheme(scheme),
          page -> {
            assertThat(page.title()).isEqualTo("Back-test of my-rules.yaml");
            assertThat(Access.faults(page)).isEmpty();
          });
    }
    open(
        SweepHtml.page(Answers.sweep(), Goal.F1),
        new Browser.NewContextOptions().setColorScheme(scheme),
        page -> {
          assertThat(page.title()).isEqualTo("Back-test of moreThan of velocity");
          assertThat(Access.faults(page)).isEmpty();
        });
  }

  @Test
  void aPhoneShowsItWithoutScrollingSideways() throws IOException {
    for (int width : List.of(320, 390, 1440)) {
      open(
          Answers.labelled(),
          new Browser.NewContextOptions().setViewportSize(width, 844),
          page -> assertThat(Access.beyond(page)).as("at %s", width).isNotPositive());
    }
  }
}
