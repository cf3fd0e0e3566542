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

  /** How wide a letter is, and how far apart lines are. */
  private static final double LETTER = 6.6;

  private static final double LINE = 13;

  private final String title;
  private final String description;
  private final Axis xs;
  private final Axis ys;
  private final List<String> shapes = new ArrayList<>();
  private final List<String> legend = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();

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

  /** A place by the figures of both axes. */
  public record Point(double x, double y) {}

  /** A dot with a name. */
  public record Named(String name, Point at) {}

  /** Where a name stands. */
  private record Label(double x, double y, double width) {
    boolean covers(Label other) {
      return Math.abs(y - other.y) < LINE && x < other.x + other.width && other.x < x + width;
    }
  }

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
      places.append(Svg.format("%.1f,%.1f ", x(point.x()), y(point.y())));
    }
    shapes.add(
        Svg.format(
            "<polyline class=\"line %s\" points=\"%s\"/>",
            colour.word(), places.toString().strip()));
    int x = legendX();
    legend.add(Svg.format("<path class=\"line %s\" d=\"M%d 30h18\"/>", colour.word(), x));
    return named(name, x);
  }

  public Chart dots(String name, Colour colour, List<Point> points) {
    for (Point point : points) {
      shapes.add(
          Svg.format(
              "<circle class=\"dot %s\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>",
              colour.word(), x(point.x()), y(point.y())));
    }
    int x = legendX();
    legend.add(
        Svg.format("<circle class=\"dot %s\" cx=\"%d\" cy=\"30\" r=\"4\"/>", colour.word(), x + 9));
    return named(name, x);
  }

  /** A dot with a text beside it. */
  public Chart mark(String text, Point at) {
    double x = x(at.x());
    boolean right = x > WIDTH * 0.8;
    shapes.add(
        Svg.format("<circle class=\"dot second\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>", x, y(at.y())));
    shapes.add(text(right ? x - 8 : x + 8, y(at.y()) - 6, right ? "end" : "start", text));
    return this;
  }

  /** Dots, each with its name beside it where there is room for it. */
  public Chart named(String name, Colour colour, List<Named> dots) {
    dots(name, colour, dots.stream().map(Named::at).toList());
    for (Named each : dots) {
      label(each);
    }
    return this;
  }

  /** Above, or else below other names that are already there. */
  private void label(Named dot) {
    double x = x(dot.at().x());
    boolean right = x > WIDTH * 0.7;
    double left = right ? x - 8 - LETTER * dot.name().length() : x + 8;
    Label label = new Label(left, y(dot.at().y()) - 6, LETTER * dot.name().length());
    while (labels.stream().anyMatch(label::covers)) {
      label = new Label(label.x(), label.y() + LINE, label.width());
    }
    labels.add(label);
    shapes.add(text(right ? x - 8 : x + 8, label.y(), right ? "end" : "start", dot.name()));
  }

  /** A thin line, such as from where something was to where it is. */
  public Chart link(Point from, Point to) {
    shapes.add(
        Svg.format(
            "<path class=\"link\" d=\"M%.1f %.1fL%.1f %.1f\"/>",
            x(from.x()), y(from.y()), x(to.x()), y(to.y())));
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
    Svg svg = new Svg(title, description, WIDTH, HEIGHT);
    for (double tick : xs.ticks()) {
      svg.add("<path class=\"grid\" d=\"M%.1f %dV%d\"/>", x(tick), TOP, HEIGHT - BOTTOM);
      svg.line(text(x(tick), HEIGHT - BOTTOM + 18, "middle", xs.label(tick)));
    }
    for (double tick : ys.ticks()) {
      svg.add("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y(tick), WIDTH - RIGHT);
      svg.line(text(LEFT - 8, y(tick) + 4, "end", ys.label(tick)));
    }
    svg.line(text(x(xs.low()) / 2 + x(xs.high()) / 2, HEIGHT - 14, "middle", xs.title()));
    double middle = (TOP + HEIGHT - BOTTOM) / 2.0;
    svg.add("<g transform=\"translate(16 %.1f) rotate(-90)\">", middle);
    svg.line(text(0, 0, "middle", ys.title()) + "</g>");
    shapes.forEach(svg::line);
    legend.forEach(svg::line);
    return svg.end();
  }

  private double x(double figure) {
    return LEFT + xs.place(figure) * (WIDTH - LEFT - RIGHT);
  }

  private double y(double figure) {
    return HEIGHT - BOTTOM - ys.place(figure) * (HEIGHT - TOP - BOTTOM);
  }

  private static String text(double x, double y, String anchor, String text) {
    return Svg.format(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        x, y, anchor, Html.escape(text));
  }
}
