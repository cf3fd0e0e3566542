package weir.dashboard.rules;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weir.dashboard.store.Database;
import weir.dashboard.store.Query;
import weir.dashboard.store.Trouble;
import weir.labels.RuleScores;

/** How many alerts rules raise, and how right they were by labels; asked every few seconds. */
public final class Figures {
  private static final long GOOD_NANOS = Duration.ofSeconds(5).toNanos();

  /**
   * Of one version of a rule.
   *
   * @param lastDay its alerts of the last 24 hours
   * @param alerts in all; absent, as those below, where no job has kept labels
   * @param caught what was paid in frauds that it found
   */
  public record Figure(
      long lastDay,
      @Nullable Long alerts,
      @Nullable BigDecimal precision,
      @Nullable BigDecimal recall,
      List<Sum> caught) {}

  /** Money of one currency. */
  public record Sum(String currency, BigDecimal amount) {}

  /** One version of a rule in one mode. */
  private record Of(String rule, int version, String mode) {}

  private final Optional<Database> database;
  private Map<Of, Long> lastDay = Map.of();
  private Map<Of, RuleScores.OfRule> scores = Map.of();
  private @Nullable String trouble;
  private long askedAt;
  private boolean asked;

  /** Figures of a database, if there is one. */
  public Figures(Optional<Database> database) {
    this.database = database;
  }

  /** Asks again if the last answer is old; returns why there is none, if so. */
  synchronized @Nullable String refresh() {
    if (database.isEmpty() || (asked && System.nanoTime() - askedAt < GOOD_NANOS)) {
      return trouble;
    }
    try {
      lastDay = database.get().ask(Figures::lastDay);
      scores = database.get().ask(Figures::scores);
      trouble = null;
    } catch (SQLException failed) {
      trouble = "PostgreSQL " + Trouble.of(failed);
    }
    askedAt = System.nanoTime();
    asked = true;
    return trouble;
  }

  synchronized Figure of(String rule, int version, String mode) {
    Of key = new Of(rule, version, mode);
    long day = lastDay.getOrDefault(key, 0L);
    RuleScores.OfRule score = scores.get(key);
    if (score == null) {
      return new Figure(day, null, null, null, List.of());
    }
    List<Sum> caught =
        score.caught().entrySet().stream()
            .map(each -> new Sum(each.getKey(), each.getValue()))
            .toList();
    return new Figure(day, score.alerts(), score.precision(), score.recall(), caught);
  }

  private static Map<Of, Long> lastDay(Connection connection) throws SQLException {
    Map<Of, Long> found = new HashMap<>();
    Query.of(
        connection,
        """
        select rule_id, rule_version, mode, count(*) from alerts
        where detected_at > now() - interval '1 day' and status = 'raised' group by 1, 2, 3
        """,
        row ->
            found.put(new Of(row.getString(1), row.getInt(2), row.getString(3)), row.getLong(4)));
    return found;
  }

  private static Map<Of, RuleScores.OfRule> scores(Connection connection) throws SQLException {
    Map<Of, RuleScores.OfRule> found = new HashMap<>();
    if (RuleScores.areIn(connection)) {
      RuleScores.read(connection)
          .rules()
          .forEach(each -> found.put(new Of(each.rule(), each.version(), each.mode()), each));
    }
    return found;
  }
}
