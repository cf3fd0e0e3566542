package weir.score;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import weir.files.Durations;
import weir.text.Table;

/** A score card for people. */
public final class ScoreTable {
  private static final String BY_RULE = "by rule";
  private static final long MILLIS_PER_SECOND = 1000;

  private ScoreTable() {}

  public static String print(ScoreCard card) {
    String text = rules(card.rules()) + '\n' + attacks(card.attacks());
    return card.lookAlikes().isEmpty() ? text : text + '\n' + lookAlikes(card.lookAlikes());
  }

  /** Payments beside payments: what is on trial is compared with the live rules. */
  public static String print(List<Flagged> flagged) {
    Table table = new Table("Flagged by", "payments", "frauds", "precision", "recall");
    for (Flagged each : flagged) {
      table.add(
          List.of(
              each.by(),
              count(each.payments()),
              count(each.frauds()),
              percent(each.precision()),
              percent(each.recall())));
    }
    return indented(table);
  }

  private static String rules(List<RuleScore> rules) {
    Table table = new Table("Rule", "alerts", "right", "precision", "look-alikes", "ordinary");
    for (RuleScore rule : rules) {
      table.add(
          List.of(
              rule.ruleId(),
              count(rule.alerts()),
              count(rule.right()),
              percent(rule.precision()),
              count(rule.onLookAlikes()),
              count(rule.onOrdinary())));
    }
    return indented(table);
  }

  /** A campaign is caught by its first alert; of its payments those count that were flagged. */
  private static String attacks(List<KindScore> attacks) {
    Table table =
        new Table(
                "Attack", "campaigns", "caught", "recall", "after", "payments", "flagged", BY_RULE)
            .align(7, true);
    for (KindScore kind : attacks) {
      boolean caught = kind.noticed() > 0;
      table.add(
          List.of(
              kind.kind(),
              count(kind.campaigns()),
              count(kind.noticed()),
              percent(kind.recall()),
              caught ? seconds(kind.medianDelayMillis()) : "",
              caught ? count(kind.medianPayments()) : "",
              percent(kind.flaggedShare()),
              byRule(kind)));
    }
    return indented(table);
  }

  private static String lookAlikes(List<KindScore> lookAlikes) {
    Table table = new Table("Honest look-alike", "scenes", "hit", "share", BY_RULE).align(4, true);
    for (KindScore kind : lookAlikes) {
      table.add(
          List.of(
              kind.kind(),
              count(kind.campaigns()),
              count(kind.noticed()),
              percent(kind.recall()),
              byRule(kind)));
    }
    return indented(table);
  }

  private static String indented(Table table) {
    return table.text().indent(2);
  }

  /** The most successful first. */
  private static String byRule(KindScore kind) {
    return kind.byRule().entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(each -> each.getKey() + " " + percent(kind.recallBy(each.getKey())))
        .collect(Collectors.joining(", "));
  }

  private static String seconds(long millis) {
    return Durations.print(millis / MILLIS_PER_SECOND * MILLIS_PER_SECOND);
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }
}
