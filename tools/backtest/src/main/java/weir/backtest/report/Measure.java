package weir.backtest.report;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import weir.backtest.answer.Figures;
import weir.backtest.answer.Hits;

/** A figure of one side, by the name that it has in JSON and in conditions. */
enum Measure {
  ALERTS("alerts"),
  PER_DAY("perDay"),
  USERS("users"),
  FRAUDS("frauds"),
  HONEST("honest"),
  UNLABELLED("unlabelled"),
  IN_SIGHT("inSight"),
  PRECISION("precision"),
  RECALL("recall"),
  FALSE_ALARMS("falseAlarms"),
  FALSE_ALARMS_PER_FRAUD("falseAlarmsPerFraud");

  private final String word;

  Measure(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  /**
   * What it is on a side: a {@link Long} or a {@link Double}, or nothing where it cannot be said.
   *
   * @param figures null where a rule does not stand on that side: then it has no alerts
   */
  @Nullable Number of(@Nullable Figures figures) {
    return switch (this) {
      case ALERTS -> figures == null ? (Number) 0L : figures.alerts();
      case PER_DAY -> figures == null ? (Number) 0.0 : figures.perDay();
      case USERS -> figures == null ? (Number) 0L : figures.users();
      default -> {
        Hits hits = figures == null ? null : figures.hits();
        yield hits == null ? null : ofHits(hits);
      }
    };
  }

  private @Nullable Number ofHits(Hits hits) {
    return switch (this) {
      case FRAUDS -> hits.frauds();
      case HONEST -> hits.honest();
      case UNLABELLED -> hits.unlabelled();
      case IN_SIGHT -> hits.inSight();
      case PRECISION -> part(hits.precision());
      case RECALL -> part(hits.recall());
      case FALSE_ALARMS -> hits.falseAlarms();
      case FALSE_ALARMS_PER_FRAUD -> part(hits.falseAlarmsPerFraud());
      case ALERTS, PER_DAY, USERS -> null;
    };
  }

  private static @Nullable Number part(OptionalDouble part) {
    return part.isPresent() ? (Double) part.getAsDouble() : null;
  }
}
