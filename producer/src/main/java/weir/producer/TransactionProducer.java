package weir.producer;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import weir.traffic.Label;
import weir.traffic.Outgoing;
import weir.traffic.Traffic;

/**
 * Sends traffic, and the truth about it through another sink. It is an open loop: every record has
 * an instant at which it is meant to be sent, and a late sender hurries instead of changing the
 * plan.
 */
public final class TransactionProducer {
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** How long a wait may delay a stop. */
  private static final long LONGEST_NAP = 100 * NANOS_PER_MILLI;

  private static final Duration AFTER_A_STOP = Duration.ofSeconds(5);

  private final ProducerSettings settings;
  private final Consumer<Label> staged;
  private volatile RecordSink sink = new NoSink();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong labelled = new AtomicLong();
  private volatile boolean stopped;
  private volatile long lastLogMillis;
  private volatile long lagMillis;
  private volatile long worstLagMillis;

  public TransactionProducer(ProducerSettings settings) {
    this(settings, label -> {});
  }

  /**
   * A producer that tells what it sends.
   *
   * @param staged gets the truth about a payment when the payment is sent, however late its label
   *     is
   */
  public TransactionProducer(ProducerSettings settings, Consumer<Label> staged) {
    this.settings = settings;
    this.staged = staged;
  }

  /** Sends from now on; returns when everything that was sent has arrived. */
  public void run(Traffic traffic, RecordSink transactions, RecordSink labels) {
    run(traffic, System.nanoTime(), transactions, labels);
  }

  /**
   * Sends; returns when everything that was sent has arrived, or soon after {@link #stop}.
   *
   * @param begin when the traffic's time begins, by {@link System#nanoTime}
   */
  public void run(Traffic traffic, long begin, RecordSink transactions, RecordSink labels) {
    sink = transactions;
    LaterLabels later = new LaterLabels(labels, settings.labelDelayMillis());
    while (sent.get() < settings.most() && !stopped) {
      Outgoing next = traffic.next();
      if (next.nanos() / NANOS_PER_MILLI >= settings.lengthMillis()
          || (settings.paced() && !await(begin + next.nanos()))) {
        break;
      }
      later.sendUntil(next.logMillis());
      Label label = next.label();
      if (label != null) {
        later.hold(next, label);
        staged.accept(label);
      }
      labelled.set(later.sent());
      transactions.send(next.logMillis(), next.key().bytes(), next.value().bytes());
      lastLogMillis = next.logMillis();
      sent.incrementAndGet();
    }
    Duration most = stopped ? AFTER_A_STOP : RecordSink.ANY_TIME;
    // Payments first: their labels come after them.
    transactions.flush(most);
    later.end();
    labelled.set(later.sent());
    labels.flush(most);
  }

  /** Makes {@link #run} end soon. */
  public void stop() {
    stopped = true;
  }

  public long sent() {
    return sent.get();
  }

  /** How many records have arrived. */
  public long confirmed() {
    return sink.confirmed();
  }

  /** How many records are on their way. */
  public long waiting() {
    return sink.waiting();
  }

  /** How long nothing has arrived although something is on its way. */
  public Duration silence() {
    return sink.silence();
  }

  /** How many labels were sent. */
  public long labelled() {
    return labelled.get();
  }

  /** The log time of the last record that was sent. */
  public long lastLogMillis() {
    return lastLogMillis;
  }

  /** How far the last record was behind the instant at which it was meant to be sent. */
  public long lagMillis() {
    return lagMillis;
  }

  /** The largest lag of any record. */
  public long worstLagMillis() {
    return worstLagMillis;
  }

  /** Waits for the instant; returns false if it was stopped. */
  private boolean await(long dueNanos) {
    long wait = dueNanos - System.nanoTime();
    while (wait > 0 && !stopped) {
      LockSupport.parkNanos(Math.min(wait, LONGEST_NAP));
      wait = dueNanos - System.nanoTime();
    }
    lagMillis = Math.max(0, -wait / NANOS_PER_MILLI);
    worstLagMillis = Math.max(worstLagMillis, lagMillis);
    return !stopped;
  }
}
