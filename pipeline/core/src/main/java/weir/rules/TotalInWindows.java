package weir.rules;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import weir.files.Durations;
import weir.files.YamlMap;
import weir.filter.AmountLimit;
import weir.filter.Lists;
import weir.model.Alert;
import weir.model.Money;

/**
 * Did a user spend more than the limit within one of the pipeline's sliding windows? Amounts of
 * different currencies have no sum, so each currency has its own total.
 */
public record TotalInWindows(
    RuleHeader header, AmountLimit limit, long windowMillis, long everyMillis) implements Rule {
  public static final RuleKind KIND =
      new RuleKind(
          "total-in-windows",
          "totals are about users; sum-in-window takes a key",
          (header, params) -> {
            AmountLimit limit = params.amount("limit");
            Passing.checkSum(params, header, limit);
            long window = params.duration("window");
            long every = params.duration("every");
            if (params.yaml().isSound("window", "every")) {
              checkWindows(params.yaml(), window, every);
            }
            return new TotalInWindows(header, limit, window, Math.min(window, every));
          });

  /** A payment is in as many windows as there are steps in one, and each is state. */
  private static final long MOST_WINDOWS = 10_000;

  private static void checkWindows(YamlMap yaml, long window, long every) {
    if (every > window) {
      yaml.wrong(
          "every",
          String.format(
              "every (%s) must not exceed window (%s)",
              Durations.print(every), Durations.print(window)));
    } else if (window / every > MOST_WINDOWS) {
      yaml.wrong(
          "every",
          String.format(
              Locale.ROOT,
              "with every (%s) a payment would be in %,d windows (%s), expected at most %,d",
              Durations.print(every),
              window / every,
              Durations.print(window),
              MOST_WINDOWS));
    }
  }

  public TotalInWindows {
    if (everyMillis <= 0 || everyMillis > windowMillis) {
      throw new IllegalArgumentException("every must not exceed window");
    }
  }

  /**
   * How much later than it happened an accepted transaction may be let through to the windows: a
   * later arrival may open the cell before its own, and let through what stands at its beginning.
   */
  public long heldMillis() {
    return 2 * windowMillis;
  }

  /**
   * Three of its windows: whether what a window holds is let through to it depends on the cells of
   * that length before and after.
   */
  @Override
  public long reachMillis() {
    return 3 * windowMillis;
  }

  @Override
  public void match(Consumer<KeyedRule> keyed, Consumer<TotalInWindows> total) {
    total.accept(this);
  }

  /**
   * Judges what one window holds so far of one user's spending in one currency. While nothing lies
   * in the window's last step, the window before it holds all of the same and says it instead. So
   * each newest transaction has one window that speaks, and a window that spoke goes on speaking.
   *
   * @param book the number of the book that was in force when the newest of them reached the log
   * @param lists as far as they were known then
   */
  public Optional<Alert> judge(
      String userId, String currency, long windowEnd, Spending spending, int book, Lists lists) {
    if (!limit.isBelow(spending.totalMinor(), currency)
        || spending.newestTime() < windowEnd - everyMillis) {
      return Optional.empty();
    }
    BigDecimal total = Money.toMajor(spending.totalMinor(), currency);
    return Optional.of(
        new Alert(
            AlertId.ofWindow(header, userId, currency, windowEnd),
            Alert.Status.RAISED,
            header.id(),
            header.version(),
            book,
            header.mode(userId, spending.newestLogTime(), lists),
            header.severity(),
            userId,
            null,
            spending.newestTime(),
            windowEnd - windowMillis,
            windowEnd,
            spending.count(),
            total,
            limit.in(currency),
            currency,
            spending.newest().stream().map(Spending.Item::id).toList(),
            spending.count(),
            currency
                + " "
                + total.toPlainString()
                + " in "
                + spending.count()
                + " transactions within "
                + Durations.print(windowMillis)
                + ", over the limit of "
                + limit.in(currency).toPlainString()));
  }
}
