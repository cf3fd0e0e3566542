package weir.feature;

import java.util.List;
import weir.files.Durations;
import weir.files.YamlMap;

/** Reads the window of a feature. */
final class WindowReader {
  private static final String WINDOW = "window";
  private static final String DELAY = "delay";
  private static final String EDGE = "edge";
  private static final long SECOND = 1000;

  private WindowReader() {}

  /**
   * The window; another one where something is wrong with it.
   *
   * @param horizonMillis how far back it may reach
   */
  static FeatureWindow read(YamlMap yaml, long horizonMillis) {
    long window = yaml.duration(WINDOW);
    long delay = yaml.has(DELAY) ? yaml.duration(DELAY, 0) : 0;
    long edge = yaml.has(EDGE) ? yaml.duration(EDGE, SECOND) : 0;
    if (!yaml.isSound(WINDOW, DELAY, EDGE)) {
      return new FeatureWindow(1, 0, 0);
    }
    if (edge % SECOND != 0) {
      yaml.wrong(EDGE, "found " + Durations.print(edge) + ", expected whole seconds");
    }
    if (edge > window) {
      yaml.wrong(
          EDGE,
          Durations.print(edge)
              + " is longer than the window ("
              + Durations.print(window)
              + "); shorten it or leave it out");
      return new FeatureWindow(window, delay, 0);
    }
    FeatureWindow read = new FeatureWindow(window, delay, edge);
    if (read.reachMillis() > horizonMillis) {
      yaml.wrong(
          WINDOW,
          "the feature looks back "
              + Durations.print(read.reachMillis())
              + parts(yaml)
              + ", beyond the book's horizon ("
              + Durations.print(horizonMillis)
              + "); shorten the window or raise the horizon");
    }
    return read;
  }

  /** What besides the window it looks back. */
  private static String parts(YamlMap yaml) {
    List<String> parts = List.of(DELAY, EDGE).stream().filter(yaml::has).toList();
    return parts.isEmpty() ? "" : " (with its " + String.join(" and ", parts) + ")";
  }
}
