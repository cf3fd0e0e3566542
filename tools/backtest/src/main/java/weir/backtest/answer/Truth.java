package weir.backtest.answer;

import java.util.Locale;

/** What is known of a payment. */
public enum Truth {
  FRAUD,
  HONEST,
  UNLABELLED;

  private final String code = name().toLowerCase(Locale.ROOT);

  public String code() {
    return code;
  }
}
