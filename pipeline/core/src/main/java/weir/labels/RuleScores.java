package weir.labels;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How right rules have been about payments that were labelled since, from PostgreSQL. */
public record RuleScores(List<OfRule> rules, List<OfMoney> money) {
  /** Of no alerts and no frauds. */
  public static final RuleScores NONE = new RuleScores(List.of(), List.of());

  private static final SortedMap<String, BigDecimal> NOTHING =
      Collections.unmodifiableSortedMap(new TreeMap<>());

  private static final String RULES =
      """
      select rule_id, rule_version, mode, alerts, frauds, honest, unlabelled, precision, recall
      from rule_scores order by rule_id, rule_version, mode
      """;

  private static final String MONEY_OF_RULES =
      """
      select rule_id, rule_version, mode, currency, caught, missed
      from rule_money order by rule_id, rule_version, mode, currency
      """;

  private static final String MONEY =
      """
      select currency, frauds, caught, money_caught, money_missed from fraud_money order by currency
      """;

  /**
   * One version of a rule, in one mode.
   *
   * @param frauds how many of its alerts are about labelled frauds
   * @param honest about payments that are labelled as none
   * @param precision absent while it has no alerts
   * @param recall absent while no payment that it judged is labelled as fraud
   * @param caught what was paid in frauds that it found, by currency; and what in others
   */
  public record OfRule(
      String rule,
      int version,
      String mode,
      long alerts,
      long frauds,
      long honest,
      long unlabelled,
      @Nullable BigDecimal precision,
      @Nullable BigDecimal recall,
      SortedMap<String, BigDecimal> caught,
      SortedMap<String, BigDecimal> missed) {}

  /** All labelled frauds of a currency, and which of them any live rule flagged. */
  public record OfMoney(
      String currency, long frauds, long flagged, BigDecimal caught, BigDecimal missed) {}

  /** Whether a database has what they are made of: one of an older version has not. */
  public static boolean areIn(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select to_regclass('rule_scores') is not null")) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** Whether any payment that rules judged is labelled. */
  public boolean knowLabels() {
    return !money.isEmpty() || rules.stream().anyMatch(each -> each.frauds + each.honest > 0);
  }

  public static RuleScores read(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      Map<List<Object>, SortedMap<String, BigDecimal>> caught = new HashMap<>();
      Map<List<Object>, SortedMap<String, BigDecimal>> missed = new HashMap<>();
      try (ResultSet row = statement.executeQuery(MONEY_OF_RULES)) {
        while (row.next()) {
          List<Object> of = List.of(row.getString(1), row.getInt(2), row.getString(3));
          caught
              .computeIfAbsent(of, any -> new TreeMap<>())
              .put(row.getString(4), row.getBigDecimal(5));
          missed
              .computeIfAbsent(of, any -> new TreeMap<>())
              .put(row.getString(4), row.getBigDecimal(6));
        }
      }
      List<OfRule> rules = new ArrayList<>();
      try (ResultSet row = statement.executeQuery(RULES)) {
        while (row.next()) {
          List<Object> of = List.of(row.getString(1), row.getInt(2), row.getString(3));
          rules.add(
              new OfRule(
                  row.getString(1),
                  row.getInt(2),
                  row.getString(3),
                  row.getLong(4),
                  row.getLong(5),
                  row.getLong(6),
                  row.getLong(7),
                  row.getBigDecimal(8),
                  row.getBigDecimal(9),
                  caught.getOrDefault(of, NOTHING),
                  missed.getOrDefault(of, NOTHING)));
        }
      }
      List<OfMoney> money = new ArrayList<>();
      try (ResultSet row = statement.executeQuery(MONEY)) {
        while (row.next()) {
          money.add(
              new OfMoney(
                  row.getString(1),
                  row.getLong(2),
                  row.getLong(3),
                  row.getBigDecimal(4),
                  row.getBigDecimal(5)));
        }
      }
      return new RuleScores(rules, money);
    }
  }
}
