package weir.detect;

import java.util.Collection;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.AfterPane;
import org.apache.beam.sdk.transforms.windowing.AfterWatermark;
import org.apache.beam.sdk.transforms.windowing.DefaultTrigger;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.IntervalWindow;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.joda.time.Duration;
import org.joda.time.Instant;
import weir.book.Charter;
import weir.coders.AlertCoder;
import weir.coders.SpendingCoder;
import weir.groups.KeyGroups;
import weir.model.Alert;
import weir.model.TowardsTotal;
import weir.model.Transaction;
import weir.notice.Announcements;
import weir.notice.Books;
import weir.rules.Spending;

/**
 * What each user spends in Beam's sliding windows, one total per rule and currency. It counts what
 * the judge let through, so a duplicate counts once. Every arrival fires an accumulating pane: an
 * alert does not wait for the end of its window, and the pane that has seen most wins, whatever
 * watermarks do.
 */
public final class TotalsPerUser extends PTransform<PCollection<TowardsTotal>, PCollection<Alert>> {
  private static final long serialVersionUID = 1L;

  private final Announcements announcements;
  private final Collection<String> ruleIds;
  private final KeyGroups groups;

  /** How far before its log time an event can be when it is let through. */
  private final Duration behind;

  /**
   * The totals.
   *
   * @param ruleIds of the rules that there are already: their counters can be seen from the start
   */
  public TotalsPerUser(
      Charter charter, Announcements announcements, Collection<String> ruleIds, KeyGroups groups) {
    this.announcements = announcements;
    this.ruleIds = ruleIds;
    this.groups = groups;
    // No total holds anything for longer than the horizon, whichever books come.
    this.behind = Duration.millis(charter.retentionMillis());
  }

  @Override
  public PCollection<Alert> expand(PCollection<TowardsTotal> counted) {
    PCollection<KV<String, Spending>> spent =
        counted
            .apply("Spending by rule, user and currency", ParDo.of(new SpendingFn()))
            .setCoder(KvCoder.of(StringUtf8Coder.of(), new SpendingCoder()))
            .apply("Sliding windows", slidingWindows());
    return groups
        .combine("Total", spent, new Sum(), IntervalWindow.getCoder())
        .apply("Judge total", ParDo.of(new JudgeTotalFn(announcements, ruleIds)))
        .setCoder(AlertCoder.of())
        .apply("Leave windows", leaveWindows());
  }

  /**
   * Acceptance has decided what is too late. Beam must not drop anything on its own, so the windows
   * stay open as long as an accepted record can come.
   */
  private Window<KV<String, Spending>> slidingWindows() {
    return Window.<KV<String, Spending>>into(new WindowsOfTotals(announcements))
        .triggering(
            AfterWatermark.pastEndOfWindow()
                .withEarlyFirings(AfterPane.elementCountAtLeast(1))
                .withLateFirings(AfterPane.elementCountAtLeast(1)))
        .withAllowedLateness(behind, Window.ClosingBehavior.FIRE_IF_NON_EMPTY)
        .withOnTimeBehavior(Window.OnTimeBehavior.FIRE_IF_NON_EMPTY)
        .accumulatingFiredPanes();
  }

  private static Window<Alert> leaveWindows() {
    return Window.<Alert>into(new GlobalWindows())
        .triggering(DefaultTrigger.of())
        .withAllowedLateness(Duration.ZERO)
        .discardingFiredPanes();
  }

  private static final class SpendingFn extends DoFn<TowardsTotal, KV<String, Spending>> {
    private static final long serialVersionUID = 1L;

    /** Elements may go back to the time of their event, however far: no record may fail the job. */
    @Override
    @SuppressWarnings("deprecation") // There is no other way to assign an earlier timestamp.
    public Duration getAllowedTimestampSkew() {
      return Duration.millis(Long.MAX_VALUE);
    }

    @ProcessElement
    public void spend(@Element TowardsTotal counted, OutputReceiver<KV<String, Spending>> out) {
      Transaction tx = counted.transaction();
      out.outputWithTimestamp(
          KV.of(
              new Spender(counted.ruleId(), counted.ruleVersion(), tx.currency(), tx.userId())
                  .key(),
              Spending.of(tx, counted.logTime())),
          Instant.ofEpochMilli(tx.time()));
    }
  }

  private static final class Sum extends Combine.BinaryCombineFn<Spending> {
    private static final long serialVersionUID = 1L;

    @Override
    public Spending apply(Spending left, Spending right) {
      return left.plus(right);
    }

    @Override
    public Spending identity() {
      return Spending.NOTHING;
    }
  }

  private static final class JudgeTotalFn extends DoFn<KV<String, Spending>, Alert> {
    private static final long serialVersionUID = 1L;

    private final Announcements announcements;
    private final Collection<String> ruleIds;
    private transient AlertTally alerts;

    JudgeTotalFn(Announcements announcements, Collection<String> ruleIds) {
      this.announcements = announcements;
      this.ruleIds = ruleIds;
    }

    @Setup
    public void setUp() {
      alerts = new AlertTally(ruleIds);
    }

    @ProcessElement
    public void judge(
        @Element KV<String, Spending> total, IntervalWindow window, OutputReceiver<Alert> out) {
      Spender spender = Spender.of(total.getKey());
      Spending spending = total.getValue();
      Books books = announcements.knownAt(spending.newestLogTime());
      spender
          .rule(books)
          .judge(
              spender.userId(),
              spender.currency(),
              window.end().getMillis(),
              spending,
              books.inForceAt(spending.newestLogTime()).number(),
              books.lists())
          .ifPresent(
              alert -> {
                alerts.add(alert);
                out.output(alert);
              });
    }

    @FinishBundle
    public void finishBundle() {
      alerts.tell();
    }
  }
}
