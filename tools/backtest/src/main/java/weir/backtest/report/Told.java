package weir.backtest.report;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import weir.model.Json;

/** Figures as people read them. */
final class Told {
  static final String NOTHING = "–";

  private Told() {}

  static String count(long count) {
    return format("%,d", count);
  }

  static String perDay(double perDay) {
    return format(perDay < 10 ? "%.2f" : "%,.1f", perDay);
  }

  static String part(OptionalDouble part) {
    return part.isEmpty() ? NOTHING : format("%.3f", part.getAsDouble());
  }

  static String ratio(OptionalDouble ratio) {
    return ratio.isEmpty() ? NOTHING : format("%,.2f", ratio.getAsDouble());
  }

  static String amount(@Nullable BigDecimal amount) {
    return amount == null ? NOTHING : format("%,." + Math.max(0, amount.scale()) + "f", amount);
  }

  static String percent(long some, long all) {
    return all == 0 ? NOTHING : decimal(100.0 * some / all) + " %";
  }

  /** With one decimal, unless it is whole. */
  static String decimal(double number) {
    return format("%.1f", number).replaceFirst("\\.0$", "");
  }

  /** To the second: milliseconds help nobody here. */
  static String time(long epochMillis) {
    return Json.time(epochMillis).substring(0, 19).replace('T', ' ');
  }

  static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
