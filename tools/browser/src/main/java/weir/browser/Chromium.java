package weir.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The Chromium of this machine: none is fetched. */
public final class Chromium implements AutoCloseable {
  /** Where it is set, as in CI, a missing browser fails the tests instead of skipping them. */
  private static final String REQUIRED = "WEIR_REQUIRE_CHROMIUM";

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");

  /** Playwright's own 5 s are a test of the machine's speed, which timing must not be. */
  private static final double PATIENCE_MILLIS = 90_000;

  private static @Nullable Chromium shared;

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path program) {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    // Its sandbox is not for root, which builds in containers are.
                    .setArgs(List.of("--no-sandbox", "--enable-precise-memory-info")));
  }

  /** Starts it; without one the test is skipped, and says so. */
  public static Chromium start() {
    Optional<Path> program = find();
    if (program.isEmpty() && System.getenv(REQUIRED) != null) {
      throw new AssertionError("no Chromium on the path, and " + REQUIRED + " is set");
    }
    Assumptions.assumeTrue(
        program.isPresent(), "no Chromium on the path: the page is not tried in a browser");
    return new Chromium(program.orElseThrow());
  }

  /**
   * The one of all tests of this JVM, which takes seconds to start; a context each keeps them
   * apart. It ends with the JVM.
   */
  public static synchronized Chromium shared() {
    if (shared == null) {
      shared = start();
    }
    return shared;
  }

  private static Optional<Path> find() {
    String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/bin";
    return NAMES.stream()
        .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(at -> Path.of(at, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  public Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
