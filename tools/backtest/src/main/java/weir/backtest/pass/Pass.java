package weir.backtest.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import weir.backtest.answer.Answer;
import weir.backtest.tally.Extent;
import weir.backtest.tally.KnownLabels;
import weir.backtest.tally.Reach;
import weir.backtest.tally.Sample;
import weir.backtest.tally.Side;
import weir.backtest.tally.Tally;
import weir.backtest.tally.Which;
import weir.judge.Acceptance;
import weir.log.Entry;
import weir.log.Kind;
import weir.log.Log;
import weir.log.Span;

/**
 * One pass over a log. This thread reads and parses, each side judges in a thread of its own, and
 * what they have said of some records is compared while they judge the next. What is held is
 * bounded by windows and by how late a record may be, but for the labels, and the users that are
 * flagged.
 */
public final class Pass {
  private static final int BATCH = 2048;

  private final int batch;
  private final @Nullable Side before;
  private final List<Side> tried;
  private final Setting setting;
  private final List<Walker> walkers = new ArrayList<>();
  private final List<Tally> tallies = new ArrayList<>();
  private final List<Ledger> ledgers = new ArrayList<>();
  private final Acceptance acceptance;
  private final Reach reach;
  private long records;
  private long deadLetters;
  private boolean partial;

  /**
   * What is wanted.
   *
   * @param wanted the event times of payments that are counted; those before are walked for the
   *     windows of these
   * @param sample the users that are looked at
   * @param examples how many are drawn of each kind
   */
  public record Setting(KnownLabels labels, Span wanted, Sample sample, int examples) {}

  /** Hears how far a pass is. */
  @FunctionalInterface
  public interface Progress {
    void at(long done, long all);
  }

  /**
   * A pass of sides that have judged nothing yet.
   *
   * @param before absent if there is nothing to compare with
   * @param tried each is compared with that
   */
  public Pass(@Nullable Side before, List<Side> tried, Setting setting) {
    this(before, tried, setting, BATCH);
  }

  /**
   * The same.
   *
   * @param batch how many records are judged before what was said of them is compared, which
   *     changes no answer
   */
  Pass(@Nullable Side before, List<Side> tried, Setting setting, int batch) {
    this.batch = batch;
    this.before = before;
    this.tried = List.copyOf(tried);
    this.setting = setting;
    Side first = tried.get(0);
    this.acceptance = Acceptance.of(first.charter());
    List<Side> all = new ArrayList<>(tried);
    if (before != null) {
      all.add(before);
    }
    this.reach = Reach.of(all, setting.wanted());
    for (Side each : all) {
      walkers.add(new Walker(each, each.acceptsAs(first), setting.sample(), reach.firstMillis()));
    }
    for (Side each : tried) {
      Tally tally = new Tally(before, each, setting.labels(), setting.wanted(), setting.examples());
      tallies.add(tally);
      ledgers.add(new Ledger(tally, setting.wanted(), reach.openMillis()));
    }
  }

  /**
   * Reads a log to its end, or until it is stopped, and says what each side that is tried would
   * have done.
   *
   * @param alerts hears all that the first of them says; absent if nobody wants to know
   * @param stopped whether to stop, and say what is known so far
   */
  public List<Answer> over(
      Log log, @Nullable StandingAlerts alerts, Progress progress, BooleanSupplier stopped)
      throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(walkers.size(), Pass::thread);
    try {
      List<Read> walked = List.of();
      List<Future<Said>> walking = List.of();
      List<Read> next;
      do {
        partial = stopped.getAsBoolean();
        next = partial ? List.of() : read(log);
        List<Said> said = all(walking);
        List<Read> toWalk = next;
        walking = walkers.stream().map(each -> threads.submit(() -> each.walk(toWalk))).toList();
        if (!said.isEmpty()) {
          take(said, alerts);
          long reached = walked.get(walked.size() - 1).reached();
          ledgers.forEach(each -> each.reached(reached));
        }
        walked = next;
        progress.at(records, Math.max(records, log.records()));
      } while (!next.isEmpty());
      all(walking);
    } finally {
      threads.shutdownNow();
    }
    ledgers.forEach(Ledger::end);
    return answers();
  }

  private static Thread thread(Runnable walking) {
    Thread thread = new Thread(walking, "side");
    thread.setDaemon(true);
    return thread;
  }

  /** The next records; none at the end, or where no later one changes anything. */
  private List<Read> read(Log log) {
    List<Read> read = new ArrayList<>(batch);
    while (read.size() < batch) {
      Entry entry = reach.isOver(log.reached()) ? null : log.next();
      if (entry == null) {
        break;
      }
      records++;
      read.add(
          new Read(
              entry,
              log.reached(),
              entry.kind() == Kind.LABELS ? null : entry.examine(acceptance)));
    }
    return read;
  }

  private static List<Said> all(List<Future<Said>> walking) throws InterruptedException {
    List<Said> all = new ArrayList<>();
    for (Future<Said> each : walking) {
      try {
        all.add(each.get());
      } catch (ExecutionException failed) {
        throw unchecked(failed.getCause());
      }
    }
    return all;
  }

  private static RuntimeException unchecked(@Nullable Throwable failed) {
    if (failed instanceof Error error) {
      throw error;
    }
    return failed instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(failed);
  }

  private void take(List<Said> said, @Nullable StandingAlerts alerts) {
    Said base = before == null ? new Said() : said.get(tried.size());
    deadLetters += said.get(0).deadLetters();
    if (alerts != null) {
      said.get(0).alerts().forEach(alerts::hear);
    }
    for (int i = 0; i < ledgers.size(); i++) {
      Ledger ledger = ledgers.get(i);
      said.get(i).judged().forEach(each -> ledger.judged(Which.AFTER, each));
      base.judged().forEach(each -> ledger.judged(Which.BEFORE, each));
      said.get(i).alerts().forEach(each -> ledger.alert(Which.AFTER, each));
      base.alerts().forEach(each -> ledger.alert(Which.BEFORE, each));
    }
  }

  private List<Answer> answers() {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < tallies.size(); i++) {
      long unsettled = ledgers.get(i).unsettled();
      answers.add(
          tallies
              .get(i)
              .answer(new Extent(records, deadLetters, unsettled, partial, setting.sample())));
    }
    return answers;
  }

  /** How much it holds that grows with windows. */
  long holding() {
    return ledgers.stream().mapToLong(Ledger::holding).sum();
  }
}
