package weir.bench.chaos;

import java.time.Duration;

/** How long a killed server stays away, and when it is killed. */
record Absence(Duration away, Moment moment) {
  /** The absence in all other cases: the server is back at once. */
  static final Absence NONE = new Absence(Duration.ZERO, Moment.LOAD);

  String label() {
    return away.isZero() ? moment.label() : away.toSeconds() + " s away, " + moment.label();
  }
}
