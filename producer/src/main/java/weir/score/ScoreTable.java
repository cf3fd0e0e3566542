package weir.score;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import weir.files.Durations;

/** A score card for people. */
public final class ScoreTable {
  private static final String RULES = "  %-22s %8s %8s %10s %12s %9s%n";
  private static final String ATTACKS = "  %-22s %9s %7s %8s %14s %9s  %s%n";
  private static final String LOOK_ALIKES = "  %-22s %9s %7s %8s  %s%n";
  private static final long MILLIS_PER_SECOND = 1000;

  private ScoreTable() {}

  public static String print(ScoreCard card) {
    StringBuilder text = new StringBuilder();
    line(text, RULES, "Rule", "alerts", "right", "precision", "look-alikes", "ordinary");
    for (RuleScore rule : card.rules()) {
      line(
          text,
          RULES,
          rule.ruleId(),
          count(rule.alerts()),
          count(rule.right()),
          percent(rule.precision()),
          count(rule.onLookAlikes()),
          count(rule.onOrdinary()));
    }
    text.append(System.lineSeparator());
    line(text, ATTACKS, "Attack", "campaigns", "caught", "recall", "after", "payments", "by rule");
    for (KindScore kind : card.attacks()) {
      line(
          text,
          ATTACKS,
          kind.kind(),
          count(kind.campaigns()),
          count(kind.noticed()),
          percent(kind.recall()),
          kind.noticed() == 0 ? "" : seconds(kind.medianDelayMillis()),
          kind.noticed() == 0 ? "" : count(kind.medianPayments()),
          byRule(kind));
    }
    List<KindScore> lookAlikes = card.lookAlikes();
    if (!lookAlikes.isEmpty()) {
      text.append(System.lineSeparator());
      line(text, LOOK_ALIKES, "Honest look-alike", "scenes", "hit", "share", "by rule");
      for (KindScore kind : lookAlikes) {
        line(
            text,
            LOOK_ALIKES,
            kind.kind(),
            count(kind.campaigns()),
            count(kind.noticed()),
            percent(kind.recall()),
            byRule(kind));
      }
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String format, Object... cells) {
    text.append(String.format(Locale.ROOT, format, cells).stripTrailing())
        .append(System.lineSeparator());
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
