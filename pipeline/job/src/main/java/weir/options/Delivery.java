package weir.options;

import java.util.Locale;

/** How often a record may be in a topic of answers after a crash. */
public enum Delivery {
  /** Said again, answers merge. */
  AT_LEAST_ONCE,
  /** Written in transactions: for whoever reads only what is committed, each is there once. */
  EXACTLY_ONCE;

  /** As people write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
