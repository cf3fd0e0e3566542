package weir.cli.read;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import weir.command.Terminal;
import weir.model.Alert;
import weir.model.Printable;

/** An alert as one line for a person. */
public final class AlertLine {
  private static final String RESET = "\u001B[0m";
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final boolean coloured;
  private final ZoneId zone;

  AlertLine(boolean coloured, ZoneId zone) {
    this.coloured = coloured;
    this.zone = zone;
  }

  /** Colour is for terminals, and for those who did not decline it. */
  public static AlertLine forThisTerminal() {
    boolean coloured = Terminal.isInteractive() && System.getenv("NO_COLOR") == null;
    return new AlertLine(coloured, ZoneId.systemDefault());
  }

  public String of(Alert alert) {
    String line =
        String.format(
            Locale.ROOT,
            "%s  %-9s  %-18s  %-12s  %s",
            CLOCK.format(Instant.ofEpochMilli(alert.eventTime()).atZone(zone)),
            alert.standing(),
            alert.ruleId(),
            Printable.text(alert.userId()),
            Printable.text(alert.reason()));
    return coloured ? colour(alert) + line + RESET : line;
  }

  private static String colour(Alert alert) {
    if (!alert.isRaised() || alert.mode() != Alert.Mode.LIVE) {
      return "\u001B[90m";
    }
    return switch (alert.severity()) {
      case LOW -> "\u001B[36m";
      case MEDIUM -> "\u001B[33m";
      case HIGH -> "\u001B[31m";
      case CRITICAL -> "\u001B[1;35m";
    };
  }
}
