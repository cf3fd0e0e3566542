package weir.bench.ladder.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import weir.bench.ladder.report.Slope.Point;

/**
 * Lines through points as SVG, with both axes logarithmic. A plotting library would draw with the
 * machine's fonts and write files a hundred times as large.
 */
public final class Plot {
  private static final int WIDTH = 860;
  private static final int HEIGHT = 480;
  private static final int LEFT = 80;
  private static final int TOP = 50;
  private static final int RIGHT = 240;
  private static final int BOTTOM = 60;
  private static final int LINE_OF_LEGEND = 20;

  /** Colours that people with colour blindness can tell apart as well. */
  private static final List<String> COLOURS =
      List.of(
          "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#8c564b",
          "#7f7f7f");

  private final String title;
  private final String xTitle;
  private final String yTitle;
  private final List<Line> lines = new ArrayList<>();

  private record Line(String name, List<Point> points) {}

  /** The powers of ten between which all figures of an axis lie. */
  private record Axis(int low, int high) {

    static Axis of(List<Line> lines, ToDoubleFunction<Point> figure) {
      if (lines.isEmpty()) {
        return new Axis(0, 1);
      }
      double least = Double.MAX_VALUE;
      double most = Double.MIN_NORMAL;
      for (Line line : lines) {
        for (Point point : line.points()) {
          least = Math.min(least, figure.applyAsDouble(point));
          most = Math.max(most, figure.applyAsDouble(point));
        }
      }
      int low = (int) Math.floor(Math.log10(Math.min(least, most)));
      return new Axis(low, Math.max(low + 1, (int) Math.ceil(Math.log10(most))));
    }

    /** The place of a figure on the axis, from 0 to 1. */
    double share(double figure) {
      return (Math.log10(figure) - low) / (high - low);
    }
  }

  public Plot(String title, String xTitle, String yTitle) {
    this.title = title;
    this.xTitle = xTitle;
    this.yTitle = yTitle;
  }

  /** Adds a line, without the points that are not greater than 0. */
  public void add(String name, List<Point> points) {
    List<Point> drawable = points.stream().filter(p -> p.x() > 0 && p.y() > 0).toList();
    if (!drawable.isEmpty()) {
      lines.add(new Line(name, drawable));
    }
  }

  public void write(Path file) {
    try {
      Files.writeString(file, svg());
    } catch (IOException failed) {
      throw new UncheckedIOException(file + " cannot be written: " + failed, failed);
    }
  }

  String svg() {
    StringBuilder svg = new StringBuilder();
    add(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
            + " font-size=\"13\">",
        WIDTH,
        HEIGHT);
    add(svg, "<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", WIDTH, HEIGHT);
    text(svg, LEFT, TOP / 2, "start\" font-size=\"17", title);
    Axis xs = Axis.of(lines, Point::x);
    Axis ys = Axis.of(lines, Point::y);
    for (int power = xs.low(); power <= xs.high(); power++) {
      double x = x(xs.share(Math.pow(10, power)));
      stroke(svg, x, TOP, x, HEIGHT - BOTTOM);
      text(svg, x, HEIGHT - BOTTOM + 18, "middle", figure(power));
    }
    for (int power = ys.low(); power <= ys.high(); power++) {
      double y = y(ys.share(Math.pow(10, power)));
      stroke(svg, LEFT, y, WIDTH - RIGHT, y);
      text(svg, LEFT - 8, y + 4, "end", figure(power));
    }
    text(svg, x(0.5), HEIGHT - 16, "middle", xTitle);
    add(svg, "<g transform=\"translate(18 %.0f) rotate(-90)\">", y(0.5));
    text(svg, 0, 0, "middle", yTitle);
    add(svg, "</g>");
    for (int i = 0; i < lines.size(); i++) {
      line(svg, lines.get(i), i, xs, ys);
    }
    add(svg, "</svg>");
    return svg.toString();
  }

  private static void line(StringBuilder svg, Line line, int number, Axis xs, Axis ys) {
    String colour = COLOURS.get(number % COLOURS.size());
    // When the colours run out, they are used again with dashed lines.
    String dashes = number < COLOURS.size() ? "none" : "6 4";
    StringBuilder places = new StringBuilder();
    for (Point point : line.points()) {
      double x = x(xs.share(point.x()));
      double y = y(ys.share(point.y()));
      places.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
      add(svg, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\" fill=\"%s\"/>", x, y, colour);
    }
    String form = "fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"";
    add(svg, "<polyline points=\"%s\" " + form + "/>", places.toString().strip(), colour, dashes);
    double y = TOP + 10 + (double) LINE_OF_LEGEND * number;
    double x = WIDTH - RIGHT + 14;
    add(svg, "<path d=\"M%.0f %.0fh22\" " + form + "/>", x, y, colour, dashes);
    text(svg, x + 28, y + 4, "start", line.name());
  }

  private static double x(double share) {
    return LEFT + share * (WIDTH - LEFT - RIGHT);
  }

  private static double y(double share) {
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
  }

  private static String figure(int power) {
    return power < 0
        ? String.format(Locale.ROOT, "%." + -power + "f", Math.pow(10, power))
        : String.format(Locale.ROOT, "%,.0f", Math.pow(10, power));
  }

  private static void stroke(StringBuilder svg, double x, double y, double toX, double toY) {
    add(svg, "<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"#ccc\"/>", x, y, toX, toY);
  }

  private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    add(
        svg,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#222\">%s</text>",
        x,
        y,
        anchor,
        escaped);
  }

  private static void add(StringBuilder svg, String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
