package weir.page;

import java.util.List;

/** Named bars, one below the other. */
public final class Bars {
  private static final int WIDTH = 640;
  private static final int LEFT = 250;
  private static final int STEP = 24;
  private static final int MOST_LETTERS = 34;

  private Bars() {}

  /**
   * One bar.
   *
   * @param length from 0 to 1
   */
  public record Bar(String name, double length) {}

  public static String svg(String title, String description, List<Bar> bars) {
    Svg svg = new Svg(title, description, WIDTH, STEP * bars.size() + STEP / 2);
    int top = 4;
    for (Bar bar : bars) {
      svg.add(
          "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
          LEFT - 8, top + 14, Html.escape(Svg.shortened(bar.name(), MOST_LETTERS)));
      svg.add(
          "<rect class=\"bar\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
          LEFT, top, Math.max(1, bar.length() * (WIDTH - LEFT - 60)), STEP - 6);
      svg.add(
          "<text x=\"%.1f\" y=\"%d\">%.3f</text>",
          LEFT + Math.max(1, bar.length() * (WIDTH - LEFT - 60)) + 6, top + 14, bar.length());
      top += STEP;
    }
    return svg.end();
  }
}
