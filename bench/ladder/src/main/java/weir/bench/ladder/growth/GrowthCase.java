package weir.bench.ladder.growth;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import weir.bench.ladder.log.Backlog;
import weir.bench.ladder.log.Filling;
import weir.bench.ladder.log.SimulatedBacklog;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.model.LogRecord;
import weir.oracle.Oracle;
import weir.oracle.PlainRun;

/**
 * One size of what grows, with everything else as usual.
 *
 * @param rules the text of the rule book
 * @param warmFrom the share of the log from which speed counts
 * @param sage knows the right answers
 */
record GrowthCase(
    Filling filling,
    String rules,
    int partitions,
    int parallelism,
    double warmFrom,
    Backlog.Sage sage) {
  private static final double THIRD = 1.0 / 3;
  private static final Duration LONGER_THAN_ANY_WINDOW = Duration.ofHours(36);
  private static final long MILLIS_PER_MINUTE = 60_000;
  private static final long SHOP_WINDOW = 60 * MILLIS_PER_MINUTE;
  private static final long MOST_OF_A_HOT_LOG = 300_000;

  /** The usual values of what does not grow. */
  record Usual(long count, int users, double rate, int partitions, int parallelism) {

    /** The same number of transactions, spread over this simulated time. */
    Usual lasting(Duration time) {
      return new Usual(count, users, (double) count / time.toSeconds(), partitions, parallelism);
    }
  }

  static GrowthCase of(Dimension dimension, long value, Usual usual) {
    return switch (dimension) {
      case USERS -> ordinary(usual, (int) value, RuleBooks.usual());
      case RULES -> ordinary(usual, usual.users(), RuleBooks.ofSize((int) value));
      case WINDOW ->
          ordinary(
              usual.lasting(LONGER_THAN_ANY_WINDOW),
              usual.users(),
              RuleBooks.withWindow(value * MILLIS_PER_MINUTE));
      case PARTITIONS ->
          ordinary(
              new Usual(usual.count(), usual.users(), usual.rate(), (int) value, (int) value),
              usual.users(),
              RuleBooks.usual());
      case HOT_CARD -> hotCard(usual, (int) value);
      case FEATURES -> ordinary(usual, usual.users(), RuleBooks.withFeatures((int) value));
      case KEYS -> ordinary(usual, usual.users(), RuleBooks.withKeys((int) value));
      case HOT_SHOP ->
          hot(usual, HotLog.Hot.SHOP, (int) value, RuleBooks.ofShops(SHOP_WINDOW), SHOP_WINDOW);
    };
  }

  private static GrowthCase ordinary(Usual usual, int users, String rules) {
    return new GrowthCase(
        new SimulatedBacklog(usual.count(), users, usual.rate())::fill,
        rules,
        usual.partitions(),
        usual.parallelism(),
        THIRD,
        Oracle::answer);
  }

  private static GrowthCase hotCard(Usual usual, int held) {
    String rules = RuleBooks.usual();
    long retention = RuleBookReader.parse("default", rules).retentionMillis();
    return hot(usual, HotLog.Hot.CARD, held, rules, retention);
  }

  /**
   * Half of the log fills the history. A plain run gives the answers, because the oracle would take
   * forever over so long a history. It judges in the order of the log times: a transaction that
   * comes late to its shop has all later ones judged again.
   */
  private static GrowthCase hot(
      Usual usual, HotLog.Hot hot, int held, String rules, long heldMillis) {
    long toHold = (hot == HotLog.Hot.SHOP ? 4L : 2L) * held;
    long count = Math.max(Math.min(usual.count(), MOST_OF_A_HOT_LOG), toHold);
    return new GrowthCase(
        new HotLog(hot, 1, held, count, heldMillis),
        rules,
        usual.partitions(),
        usual.parallelism(),
        0.5,
        (book, topic, log) -> PlainRun.of(book, topic).judgeAll(byLogTime(log)).answers());
  }

  private static List<LogRecord> byLogTime(List<LogRecord> log) {
    return log.stream().sorted(Comparator.comparingLong(each -> each.position().time())).toList();
  }

  RuleBook book() {
    return RuleBookReader.parse("rules.yaml", rules);
  }
}
