package weir.bench.ladder.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where the time went, as SVG. The width of a method shows how often it was found at work, and it
 * stands on its caller. A tooltip shows its name and share.
 */
public final class FlameGraph {
  private static final int WIDTH = 1400;
  private static final int ROW = 15;
  private static final int TOP = 36;
  private static final double WIDTH_OF_LETTER = 6.2;

  /** Narrower frames cannot be seen. */
  private static final double LEAST_WIDTH = 1.5;

  private final String title;
  private final Samples all;
  private final StringBuilder svg = new StringBuilder();
  private int deepest;

  public FlameGraph(String title, Samples all) {
    this.title = title;
    this.all = all;
  }

  public void write(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, svg());
    } catch (IOException failed) {
      throw new UncheckedIOException(file + " cannot be written: " + failed, failed);
    }
  }

  String svg() {
    deepest = 0;
    svg.setLength(0);
    callees(all, 0, 0);
    int height = TOP + (deepest + 1) * ROW;
    return String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
                + " font-family=\"sans-serif\" font-size=\"11\">%n"
                + "<rect width=\"%d\" height=\"%d\" fill=\"white\"/>%n"
                + "<text x=\"8\" y=\"22\" font-size=\"16\">%s, %,d samples</text>%n",
            WIDTH,
            height,
            WIDTH,
            height,
            escape(title),
            all.count())
        + svg
        + "</svg>\n";
  }

  private void callees(Samples caller, double x, int depth) {
    double left = x;
    for (Map.Entry<String, Samples> callee : caller.callees().entrySet()) {
      double width = (double) WIDTH * callee.getValue().count() / Math.max(1, all.count());
      if (width >= LEAST_WIDTH) {
        deepest = Math.max(deepest, depth);
        frame(callee.getKey(), callee.getValue(), left, depth, width);
        callees(callee.getValue(), left, depth + 1);
      }
      left += width;
    }
  }

  private void frame(String name, Samples samples, double x, int depth, double width) {
    int y = TOP + depth * ROW;
    svg.append(
        String.format(
            Locale.ROOT,
            "<g><title>%s, %.1f %%</title><rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\""
                + " fill=\"%s\"/>",
            escape(name),
            100.0 * samples.count() / Math.max(1, all.count()),
            x,
            y,
            width - 0.5,
            ROW - 1,
            colour(name)));
    int letters = (int) ((width - 4) / WIDTH_OF_LETTER);
    if (letters > 2) {
      String shown = name.length() <= letters ? name : name.substring(0, letters - 1) + "…";
      svg.append(
          String.format(
              Locale.ROOT, "<text x=\"%.1f\" y=\"%d\">%s</text>", x + 2, y + 11, escape(shown)));
    }
    svg.append("</g>\n");
  }

  /**
   * The same colour for the same class, so that neighbours of one class are seen to belong
   * together.
   */
  private static String colour(String name) {
    int hue = Math.floorMod(name.substring(0, name.indexOf('.') + 1).hashCode(), 50);
    return "hsl(" + hue + ",80%,70%)";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
