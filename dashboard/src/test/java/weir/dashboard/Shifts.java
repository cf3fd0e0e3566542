package weir.dashboard;

import com.microsoft.playwright.Page;
import java.util.List;

/** What jumps on a page while nobody touches it. */
final class Shifts {
  private static final String WATCH =
      """
      window.shifted = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          for (const { node } of entry.sources) {
            const element = node?.parentElement;
            if (element && !entry.hadRecentInput && element.matches('ELEMENTS')) {
              window.shifted.push(`${element.outerHTML.slice(0, 200)} ${entry.value}`);
            }
          }
        }
      }).observe({ type: 'layout-shift', buffered: true });
      """;

  private Shifts() {}

  /** Watches whatever this page loads from now on. */
  static void watch(Page page) {
    watch(page, "*");
  }

  /**
   * Watches some elements only.
   *
   * @param elements their selector
   */
  static void watch(Page page, String elements) {
    page.addInitScript(WATCH.replace("ELEMENTS", elements));
  }

  static List<?> seen(Page page) {
    return (List<?>) page.evaluate("window.shifted");
  }
}
