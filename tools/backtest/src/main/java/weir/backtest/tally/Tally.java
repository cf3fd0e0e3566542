package weir.backtest.tally;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import weir.backtest.answer.Answer;
import weir.backtest.answer.Change;
import weir.backtest.answer.Example;
import weir.backtest.answer.Flagged;
import weir.backtest.answer.Period;
import weir.backtest.answer.RuleAnswer;
import weir.backtest.answer.Truth;
import weir.backtest.answer.Volume;
import weir.log.Span;
import weir.model.Alert;
import weir.model.Money;
import weir.notice.NumberedBook;

/**
 * Adds up what is settled. What it holds grows with the users that are flagged, and with nothing
 * else of the log.
 */
public final class Tally {
  private final @Nullable Side sideBefore;
  private final Side sideAfter;
  private final KnownLabels labels;
  private final Span wanted;
  private final int examples;
  private final @Nullable SideTally before;
  private final SideTally after;
  private final Map<String, RuleDifference> differences = new HashMap<>();
  private final Overlaps overlaps = new Overlaps();
  private final Days days = new Days();
  private long keptFlags;
  private long addedFlags;
  private long removedFlags;
  private long payments;
  private long frauds;
  private long labelled;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  /**
   * Nothing is settled yet.
   *
   * @param before absent if there is nothing to compare with
   * @param wanted the event times of what is counted
   * @param examples how many are drawn of each kind
   */
  public Tally(@Nullable Side before, Side after, KnownLabels labels, Span wanted, int examples) {
    this.sideBefore = before;
    this.sideAfter = after;
    this.before = before == null ? null : new SideTally();
    this.after = new SideTally();
    this.labels = labels;
    this.wanted = wanted;
    this.examples = examples;
  }

  private boolean isWanted(long time) {
    return time >= wanted.from() && time < wanted.to();
  }

  /** Nothing more will be said of a payment. */
  public void settled(Settled payment) {
    Truth truth = labels.of(payment.payment());
    long time = payment.payment().time();
    frauds += truth == Truth.FRAUD ? 1 : 0;
    labelled += truth == Truth.UNLABELLED ? 0 : 1;
    count(/* many= */ 1, time, time);
    NumberedBook bookBefore = payment.before();
    if (before != null && bookBefore != null) {
      before.judged(bookBefore, payment, truth);
    }
    NumberedBook bookAfter = payment.after();
    if (bookAfter != null) {
      after.judged(bookAfter, payment, truth);
    }
    List<Alert> raisedBefore = payment.raisedBefore();
    List<Alert> raisedAfter = payment.raisedAfter();
    if (!raisedBefore.isEmpty() || !raisedAfter.isEmpty()) {
      compare(payment, truth, raisedBefore, raisedAfter);
    }
  }

  /** The same of payments that nobody flags and nobody has labelled. */
  public void settled(Quiet quiet) {
    count(quiet.many(), quiet.first(), quiet.last());
    NumberedBook bookBefore = quiet.before();
    if (before != null && bookBefore != null) {
      before.judged(bookBefore);
    }
    NumberedBook bookAfter = quiet.after();
    if (bookAfter != null) {
      after.judged(bookAfter);
    }
  }

  private void count(long many, long from, long to) {
    payments += many;
    first = Math.min(first, from);
    last = Math.max(last, to);
  }

  private void compare(
      Settled payment, Truth truth, List<Alert> raisedBefore, List<Alert> raisedAfter) {
    boolean flaggedBefore = before != null && count(before, payment, truth, raisedBefore);
    boolean flaggedAfter = count(after, payment, truth, raisedAfter);
    keptFlags += flaggedBefore && flaggedAfter ? 1 : 0;
    addedFlags += !flaggedBefore && flaggedAfter ? 1 : 0;
    removedFlags += flaggedBefore && !flaggedAfter ? 1 : 0;
    raisedBefore.forEach(each -> work(Which.BEFORE, each));
    raisedAfter.forEach(each -> work(Which.AFTER, each));
    overlaps.add(raisedAfter.stream().map(Alert::ruleId).collect(Collectors.toSet()));
    compare(raisedBefore, raisedAfter, alert -> example(alert, payment, truth));
  }

  /** Returns whether a live rule flags the payment. */
  private static boolean count(SideTally side, Settled payment, Truth truth, List<Alert> raised) {
    raised.forEach(each -> side.raised(each, payment, truth));
    boolean flagged = raised.stream().anyMatch(each -> each.mode() == Alert.Mode.LIVE);
    if (flagged) {
      side.flagged(payment, truth);
    }
    return flagged;
  }

  private void work(Which side, Alert alert) {
    if (alert.mode() == Alert.Mode.LIVE) {
      days.add(side, alert.eventTime());
    }
  }

  /**
   * Nothing more will be said of a window.
   *
   * @param allBefore what stands on that side
   * @param allAfter what stands on the side that is tried
   */
  public void settled(List<Alert> allBefore, List<Alert> allAfter) {
    List<Alert> raisedBefore = wanted(allBefore);
    List<Alert> raisedAfter = wanted(allAfter);
    if (before != null) {
      raisedBefore.forEach(before::raised);
    }
    raisedAfter.forEach(after::raised);
    raisedBefore.forEach(each -> work(Which.BEFORE, each));
    raisedAfter.forEach(each -> work(Which.AFTER, each));
    compare(raisedBefore, raisedAfter, Tally::example);
  }

  /**
   * A window goes on beyond the period; it counts where its newest payment lies. Several alerts of
   * it are in the order of their ids, so that it does not matter in which they came.
   */
  private List<Alert> wanted(List<Alert> alerts) {
    return alerts.stream()
        .filter(each -> isWanted(each.eventTime()))
        .sorted(Comparator.comparing(Alert::id))
        .toList();
  }

  private void compare(
      List<Alert> raisedBefore, List<Alert> raisedAfter, Function<Alert, Example> example) {
    if (raisedBefore.isEmpty() && raisedAfter.isEmpty()) {
      return;
    }
    Set<String> rules = new LinkedHashSet<>();
    raisedBefore.forEach(each -> rules.add(each.ruleId()));
    raisedAfter.forEach(each -> rules.add(each.ruleId()));
    for (String rule : rules) {
      differences
          .computeIfAbsent(rule, any -> new RuleDifference(examples))
          .compare(of(rule, raisedBefore), of(rule, raisedAfter), example);
    }
  }

  private static List<Alert> of(String rule, List<Alert> alerts) {
    return alerts.stream().filter(each -> each.ruleId().equals(rule)).toList();
  }

  private static Example example(Alert alert, Settled payment, Truth truth) {
    return new Example(
        alert.id(),
        alert.ruleId(),
        alert.ruleVersion(),
        alert.userId(),
        alert.transactionId(),
        alert.eventTime(),
        Money.toMajor(payment.amountMinor(), payment.currency()),
        payment.currency(),
        alert.standing(),
        alert.reason(),
        truth);
  }

  private static Example example(Alert total) {
    return new Example(
        total.id(),
        total.ruleId(),
        total.ruleVersion(),
        total.userId(),
        /* transaction= */ null,
        total.eventTime(),
        /* amount= */ null,
        total.unit(),
        total.standing(),
        total.reason(),
        Truth.UNLABELLED);
  }

  /** What all of it comes to. */
  public Answer answer(Extent extent) {
    return new Answer(
        sideBefore == null ? null : sideBefore.name(),
        sideAfter.name(),
        period(),
        new Volume(
            extent.records(),
            payments,
            extent.deadLetters(),
            extent.unsettled(),
            labels.heard(),
            frauds,
            labels.payments().size() - labelled,
            extent.sample().part()),
        extent.partial(),
        flagged(),
        rules(),
        overlaps.all(ruleIds()),
        days.of(period()),
        Notes.of(sideBefore, sideAfter, extent.sample(), extent.unsettled()));
  }

  private Period period() {
    return payments == 0 ? new Period(0, 0) : new Period(first, last + 1);
  }

  private boolean isLabelled() {
    return labels.heard() > 0;
  }

  private Flagged flagged() {
    return new Flagged(
        before == null ? SideTally.none(isLabelled()) : before.flagged(period(), isLabelled()),
        after.flagged(period(), isLabelled()),
        before == null
            ? Change.NONE
            : new Change(keptFlags, /* changed= */ 0, addedFlags, removedFlags));
  }

  private List<RuleAnswer> rules() {
    List<RuleAnswer> rules = new ArrayList<>();
    for (String rule : ruleIds()) {
      RuleDifference difference =
          differences.getOrDefault(rule, new RuleDifference(/* examples= */ 0));
      rules.add(
          new RuleAnswer(
              rule,
              before == null ? SideTally.NOWHERE : before.figures(rule, period(), isLabelled()),
              after.figures(rule, period(), isLabelled()),
              before == null ? Change.NONE : difference.change(),
              difference.added(),
              difference.removed()));
    }
    return rules;
  }

  /** All rules of either side. */
  private List<String> ruleIds() {
    Set<String> ids = new LinkedHashSet<>(after.ruleIds());
    if (before != null) {
      ids.addAll(before.ruleIds());
    }
    return List.copyOf(ids);
  }
}
