package weir.page;

import java.util.List;
import java.util.Locale;

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
    StringBuilder svg = new StringBuilder();
    add(
        svg,
        "<figure>\n<figcaption>%s</figcaption>\n<svg role=\"img\" aria-label=\"%s\""
            + " viewBox=\"0 0 %d %d\">",
        Html.escape(title),
        Html.escape(title + ". " + description),
        WIDTH,
        STEP * bars.size() + STEP / 2);
    int top = 4;
    for (Bar bar : bars) {
      add(
          svg,
          "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
          LEFT - 8,
          top + 14,
          Html.escape(shortened(bar.name())));
      add(
          svg,
          "<rect class=\"bar\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
          LEFT,
          top,
          Math.max(1, bar.length() * (WIDTH - LEFT - 60)),
          STEP - 6);
      add(
          svg,
          "<text x=\"%.1f\" y=\"%d\">%.3f</text>",
          LEFT + Math.max(1, bar.length() * (WIDTH - LEFT - 60)) + 6,
          top + 14,
          bar.length());
      top += STEP;
    }
    return svg.append("</svg>\n</figure>\n").toString();
  }

  private static String shortened(String name) {
    return name.length() <= MOST_LETTERS ? name : name.substring(0, MOST_LETTERS - 1) + "…";
  }

  private static void add(StringBuilder svg, String form, Object... values) {
    svg.append(String.format(Locale.ROOT, form, values)).append('\n');
  }
}
