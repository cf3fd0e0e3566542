package weir.bench.chaos;

import java.time.Duration;

/** How long a server that is killed stays away, and when it goes. */
record Absence(Duration away, Moment moment) {
  /** The way of all others that are killed: back at once. */
  static final Absence NONE = new Absence(Duration.ZERO, Moment.LOAD);

  String label() {
    return away.isZero() ? moment.label() : away.toSeconds() + " s away, " + moment.label();
  }
}
