package weir.page;

import java.util.List;
import weir.page.Chart.Colour;

/** Groups of bars, one below the other: the same figures of each of several things. */
public final class Groups {
  private static final int WIDTH = 640;
  private static final int LEFT = 190;
  private static final int RIGHT = 130;
  private static final int TOP = 34;
  private static final int BAR = 16;
  private static final int GAP = 12;
  private static final int LEGEND_STEP = 190;
  private static final int MOST_LETTERS = 27;

  private Groups() {}

  /** What each of the bars of a group is. */
  public record Series(String name, Colour colour) {}

  /** A bar, and the text at its end. */
  public record Bar(double value, String text) {}

  /** A bar for each series, under one name. */
  public record Group(String name, List<Bar> bars) {
    public Group {
      bars = List.copyOf(bars);
    }
  }

  /** The plot. The longest bar is as long as there is room. */
  public static String svg(
      String title, String description, List<Series> series, List<Group> groups) {
    int step = series.size() * BAR + GAP;
    double most =
        groups.stream()
            .flatMap(each -> each.bars().stream())
            .mapToDouble(Bar::value)
            .max()
            .orElse(0);
    Svg svg = new Svg(title, description, WIDTH, TOP + step * groups.size());
    for (int i = 0; i < series.size(); i++) {
      int x = LEFT + LEGEND_STEP * i;
      String colour = series.get(i).colour().word();
      svg.add("<rect class=\"bar %s\" x=\"%d\" y=\"8\" width=\"18\" height=\"10\"/>", colour, x);
      svg.add("<text x=\"%d\" y=\"18\">%s</text>", x + 24, Html.escape(series.get(i).name()));
    }
    for (int i = 0; i < groups.size(); i++) {
      int top = TOP + step * i;
      group(svg, groups.get(i), series, most, top);
    }
    return svg.end();
  }

  private static void group(Svg svg, Group group, List<Series> series, double most, int top) {
    svg.add(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
        LEFT - 8,
        top + series.size() * BAR / 2 + 5,
        Html.escape(Svg.shortened(group.name(), MOST_LETTERS)));
    for (int i = 0; i < group.bars().size(); i++) {
      Bar bar = group.bars().get(i);
      int y = top + i * BAR;
      double width =
          bar.value() <= 0 ? 0 : Math.max(1, bar.value() / most * (WIDTH - LEFT - RIGHT));
      svg.add(
          "<rect class=\"bar %s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
          series.get(i).colour().word(), LEFT, y, width, BAR - 2);
      svg.add(
          "<text x=\"%.1f\" y=\"%d\">%s</text>", LEFT + width + 6, y + 12, Html.escape(bar.text()));
    }
  }
}
