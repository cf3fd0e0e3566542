package weir.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines and dots between two axes, as SVG whose colours are those of the page. */
public final class Chart {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int LEFT = 76;
  private static final int RIGHT = 36;
  private static final int TOP = 44;
  private static final int BOTTOM = 56;
  private static final int LEGEND_STEP = 190;

  private final String title;
  private final String description;
  private final Axis xs;
  private final Axis ys;
  private final List<String> shapes = new ArrayList<>();
  private final List<String> legend = new ArrayList<>();

  /**
   * A chart without lines or dots so far.
   *
   * @param description what is to be seen, for those who cannot see it
   */
  public Chart(String title, String description, Axis xs, Axis ys) {
    this.title = title;
    this.description = description;
    this.xs = xs;
    this.ys = ys;
  }

  public record Point(double x, double y) {}

  /** The colours of the page. */
  public enum Colour {
    FIRST,
    SECOND,
    QUIET;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Chart line(String name, Colour colour, List<Point> points) {
    StringBuilder places = new StringBuilder();
    for (Point point : points) {
      places.append(format("%.1f,%.1f ", x(point.x()), y(point.y())));
    }
    shapes.add(
        format(
            "<polyline class=\"line %s\" points=\"%s\"/>",
            colour.word(), places.toString().strip()));
    int x = legendX();
    legend.add(format("<path class=\"line %s\" d=\"M%d 30h18\"/>", colour.word(), x));
    return named(name, x);
  }

  public Chart dots(String name, Colour colour, List<Point> points) {
    for (Point point : points) {
      shapes.add(
          format(
              "<circle class=\"dot %s\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>",
              colour.word(), x(point.x()), y(point.y())));
    }
    int x = legendX();
    legend.add(
        format("<circle class=\"dot %s\" cx=\"%d\" cy=\"30\" r=\"4\"/>", colour.word(), x + 9));
    return named(name, x);
  }

  /** A dot with a text beside it. */
  public Chart mark(String text, Point at) {
    double x = x(at.x());
    boolean right = x > WIDTH * 0.8;
    shapes.add(
        format("<circle class=\"dot second\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>", x, y(at.y())));
    shapes.add(text(right ? x - 8 : x + 8, y(at.y()) - 6, right ? "end" : "start", text));
    return this;
  }

  /** Where the next entry of the legend begins; each is a shape and its name. */
  private int legendX() {
    return LEFT + LEGEND_STEP * legend.size() / 2;
  }

  private Chart named(String name, int x) {
    legend.add(text(x + 24, 34, "start", name));
    return this;
  }

  public String svg() {
    StringBuilder svg = new StringBuilder();
    svg.append(
        format(
            "<figure>%n<figcaption>%s</figcaption>%n"
                + "<svg role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %d\">%n",
            Html.escape(title), Html.escape(title + ". " + description), WIDTH, HEIGHT));
    for (double tick : xs.ticks()) {
      add(svg, format("<path class=\"grid\" d=\"M%.1f %dV%d\"/>", x(tick), TOP, HEIGHT - BOTTOM));
      add(svg, text(x(tick), HEIGHT - BOTTOM + 18, "middle", xs.label(tick)));
    }
    for (double tick : ys.ticks()) {
      add(svg, format("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y(tick), WIDTH - RIGHT));
      add(svg, text(LEFT - 8, y(tick) + 4, "end", ys.label(tick)));
    }
    add(svg, text(x(xs.low()) / 2 + x(xs.high()) / 2, HEIGHT - 14, "middle", xs.title()));
    double middle = (TOP + HEIGHT - BOTTOM) / 2.0;
    add(svg, format("<g transform=\"translate(16 %.1f) rotate(-90)\">", middle));
    add(svg, text(0, 0, "middle", ys.title()) + "</g>");
    shapes.forEach(each -> add(svg, each));
    legend.forEach(each -> add(svg, each));
    return svg.append("</svg>\n</figure>\n").toString();
  }

  private double x(double figure) {
    return LEFT + xs.place(figure) * (WIDTH - LEFT - RIGHT);
  }

  private double y(double figure) {
    return HEIGHT - BOTTOM - ys.place(figure) * (HEIGHT - TOP - BOTTOM);
  }

  private static String text(double x, double y, String anchor, String text) {
    return format(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        x, y, anchor, Html.escape(text));
  }

  private static void add(StringBuilder svg, String shape) {
    svg.append(shape).append('\n');
  }

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form.replace("%n", "\n"), values);
  }
}
