package weir.dashboard.backtest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A back-test of a proposal.
 *
 * @param at when it began, in epoch milliseconds
 * @param state running, done, failed or cancelled
 * @param detail why it failed, or who cancelled it
 * @param answer what it found; absent unless it is done
 */
public record Tested(
    long id, long at, String who, String state, String detail, @Nullable Result answer) {

  /**
   * What it found, as far as the page shows it.
   *
   * @param partial whether the log was not read to its end
   * @param change of the alerts of all rules, in whatever mode
   * @param notes sentences without which figures would be read wrongly
   */
  public record Result(
      boolean partial,
      @Nullable Period period,
      @Nullable Volume volume,
      @Nullable Change change,
      List<OfRule> rules,
      List<String> notes) {}

  /** The days of the log that were looked at. */
  public record Period(@Nullable String from, @Nullable String to, double days) {}

  /** How much was read. */
  public record Volume(long records, long payments) {}

  /** How many alerts are on both sides, and how many on one only. */
  public record Change(long kept, long changed, long added, long removed) {}

  /** The same of one rule, with some of the alerts. */
  public record OfRule(
      String rule, @Nullable Change change, List<Example> added, List<Example> removed) {}

  /** An alert. */
  public record Example(
      String alertId,
      String userId,
      @Nullable String transactionId,
      @Nullable String time,
      @Nullable String amount,
      @Nullable String currency,
      @Nullable String standing,
      @Nullable String reason,
      @Nullable String truth) {}
}
