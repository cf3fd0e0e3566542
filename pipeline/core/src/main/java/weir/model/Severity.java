package weir.model;

import java.util.Locale;

/** How grave an alert is, in rising order. */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The severity as it is written everywhere outside. */
  public String code() {
    return code;
  }

  /** The one that is written so; {@link IllegalArgumentException} if none is. */
  public static Severity of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
