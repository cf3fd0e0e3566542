package weir.dashboard.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be decided. */
public enum Kind {
  /** The payment was fraud. */
  FRAUD,
  /** The payment was honest. */
  DISMISSED,
  /** A rule flags nothing of a user for a while. */
  SNOOZED,
  /** An earlier decision is taken back. */
  UNDONE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Kind of(String code) {
    return find(code).orElseThrow(() -> new IllegalArgumentException("no decision: " + code));
  }

  public static Optional<Kind> find(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
