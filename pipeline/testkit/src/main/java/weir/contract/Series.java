package weir.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of a page that Prometheus reads. The name is a label too, as it is for Prometheus. */
record Series(Map<String, String> labels, double value) {
  static final String NAME = "__name__";

  private static final Pattern LINE = Pattern.compile("(\\w+)(?:\\{(.*)\\})? (\\S+)");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

  /**
   * Reads a whole page. One invalid line fails it, because Prometheus would drop the whole page.
   */
  static List<Series> parse(String page) {
    return page.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Series::parseLine)
        .toList();
  }

  private static Series parseLine(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new AssertionError("not a line that Prometheus can read: " + line);
    }
    Map<String, String> labels = new HashMap<>();
    labels.put(NAME, matcher.group(1));
    String rest = matcher.group(2) == null ? "" : matcher.group(2);
    Matcher label = LABEL.matcher(rest);
    int end = 0;
    while (label.find() && label.start() == end) {
      labels.put(label.group(1), label.group(2));
      end = label.end();
    }
    if (end != rest.length()) {
      throw new AssertionError("not labels that Prometheus can read: " + line);
    }
    return new Series(labels, Double.parseDouble(matcher.group(3)));
  }

  String name() {
    return label(NAME);
  }

  String label(String key) {
    return labels.getOrDefault(key, "");
  }
}
