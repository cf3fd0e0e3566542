package weir.dashboard.cases;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import weir.dashboard.store.JudgedPayment;
import weir.model.Json;

/** Where and how much a user paid, as pictures that need no script. */
final class Drawings {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 360;
  private static final int BARS = 160;

  /** The newest days with payments; a chart has room for no more bars. */
  private static final int DAYS = 60;

  /** The newest payments with coordinates: more make no clearer picture. */
  private static final int STOPS = 500;

  private static final int LONGEST_NAME = 24;

  private Drawings() {}

  /** The payments that have coordinates, on a grid of 30 degrees; the newest first. */
  static void places(List<JudgedPayment> payments, Html html) {
    List<JudgedPayment> placed = new ArrayList<>();
    for (JudgedPayment each : payments) {
      if (each.latitude() != null && each.longitude() != null && placed.size() < STOPS) {
        placed.add(0, each);
      }
    }
    if (placed.isEmpty()) {
      html.element("p", "No payment has coordinates.");
      return;
    }
    html.markup("<svg role=\"img\" class=\"map\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\"")
        .markup(" aria-label=\"" + placed.size() + " payments by longitude and latitude\">");
    for (int degree = -180; degree <= 180; degree += 30) {
      html.markup(line(x(degree), 0, x(degree), HEIGHT, "grid"));
      html.markup(line(0, y(degree / 2.0), WIDTH, y(degree / 2.0), "grid"));
    }
    Map<String, JudgedPayment> stops = new TreeMap<>();
    for (int i = 0; i < placed.size(); i++) {
      JudgedPayment each = placed.get(i);
      boolean fresh = !stops.containsKey(at(each));
      stops.merge(at(each), each, (one, other) -> one.flagged() ? one : other);
      if (i > 0 && !at(placed.get(i - 1)).equals(at(each)) && fresh) {
        JudgedPayment before = placed.get(i - 1);
        html.markup(line(x(before), y(before), x(each), y(each), "step"));
      }
    }
    for (JudgedPayment each : stops.values()) {
      html.markup(
              String.format(
                  Locale.ROOT,
                  "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/><text x=\"%.1f\" y=\"%.1f\">",
                  each.flagged() ? "flagged" : "stop",
                  x(each),
                  y(each),
                  x(each) + 6,
                  y(each) + 4))
          .text(brief(each.city()))
          .markup("</text>");
    }
    html.markup("</svg>");
  }

  private static String brief(@Nullable String name) {
    return name == null ? "" : name.substring(0, Math.min(LONGEST_NAME, name.length()));
  }

  /** What was paid on each day in UTC, in the currency of most payments. */
  static void days(List<JudgedPayment> payments, String currency, Html html) {
    Map<String, BigDecimal> days = new TreeMap<>();
    Map<String, Boolean> flagged = new TreeMap<>();
    for (JudgedPayment each : payments) {
      if (each.currency().equals(currency)) {
        String day = Json.time(each.time()).substring(0, 10);
        days.merge(day, each.amount(), BigDecimal::add);
        flagged.merge(day, each.flagged(), Boolean::logicalOr);
      }
    }
    List<Map.Entry<String, BigDecimal>> newest = new ArrayList<>(days.entrySet());
    newest = newest.subList(Math.max(0, newest.size() - DAYS), newest.size());
    double most =
        newest.stream().mapToDouble(each -> each.getValue().doubleValue()).max().orElse(0);
    html.markup("<svg role=\"img\" viewBox=\"0 0 " + WIDTH + " " + (BARS + 20) + "\"")
        .markup(" aria-label=\"Spending on " + newest.size() + " days\">");
    double step = (double) WIDTH / Math.max(12, newest.size());
    for (int i = 0; i < newest.size(); i++) {
      Map.Entry<String, BigDecimal> day = newest.get(i);
      double height = most <= 0 ? 0 : Math.max(0, day.getValue().doubleValue()) / most * BARS;
      html.markup(
              String.format(
                  Locale.ROOT,
                  "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>",
                  flagged.getOrDefault(day.getKey(), false) ? "flagged" : "stop",
                  i * step,
                  BARS - height,
                  step * 0.8,
                  height))
          .text(day.getKey() + ": " + day.getValue().toPlainString() + " " + currency)
          .markup("</title></rect>");
    }
    if (!newest.isEmpty()) {
      html.markup("<text x=\"0\" y=\"" + (BARS + 16) + "\">")
          .text(newest.get(0).getKey() + " to " + newest.get(newest.size() - 1).getKey())
          .markup("</text>");
    }
    html.markup("</svg>");
  }

  private static String at(JudgedPayment each) {
    return each.latitude() + " " + each.longitude();
  }

  private static double x(double longitude) {
    return (longitude + 180) / 360 * WIDTH;
  }

  private static double y(double latitude) {
    return (90 - latitude) / 180 * HEIGHT;
  }

  private static double x(JudgedPayment each) {
    Double longitude = each.longitude();
    return longitude == null ? 0 : x(longitude);
  }

  private static double y(JudgedPayment each) {
    Double latitude = each.latitude();
    return latitude == null ? 0 : y(latitude);
  }

  private static String line(double x1, double y1, double x2, double y2, String kind) {
    return String.format(
        Locale.ROOT,
        "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
        kind,
        x1,
        y1,
        x2,
        y2);
  }
}
