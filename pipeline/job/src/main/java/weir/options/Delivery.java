package weir.options;

import java.util.Locale;

/** How often a record may be in a topic of answers after a crash. */
public enum Delivery {
  /** An answer may be written again; readers merge. */
  AT_LEAST_ONCE,
  /** Written in transactions: a reader of committed records sees each answer once. */
  EXACTLY_ONCE;

  /** As people write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
