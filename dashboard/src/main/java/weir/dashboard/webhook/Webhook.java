package weir.dashboard.webhook;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.dashboard.live.Found;
import weir.dashboard.store.Database;
import weir.dashboard.store.Lookups;
import weir.model.Alert;

/**
 * Tells a chat of alerts: one message for each user and span, again and again until it is taken or
 * too old. Whoever finds alerts never waits for it.
 */
public final class Webhook implements MeterBinder, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);

  /** What takes how long. */
  record Pace(Duration gather, Duration firstPause, Duration longestPause, Duration giveUp) {
    static final Pace USUAL =
        new Pace(
            Duration.ofSeconds(1),
            Duration.ofMillis(500),
            Duration.ofSeconds(30),
            Duration.ofMinutes(10));
  }

  private final long begun = System.currentTimeMillis();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final Thread thread = new Thread(this::run, "webhook");
  private final WebhookSettings settings;
  private final Supplier<String> page;
  private final Lookups lookups;
  private final Memory memory;
  private final Post post;
  private final Pace pace;
  private final Line line;

  /** Whether the log has the present trouble. */
  private boolean toldOfTrouble;

  /**
   * Tells from now on.
   *
   * @param page where the page is
   * @param desk the connections that keep what was told, if there are some
   */
  public Webhook(
      WebhookSettings settings,
      Supplier<String> page,
      Lookups lookups,
      Supplier<Optional<Database>> desk) {
    this(settings, page, lookups, desk, new Post(settings.address()), Pace.USUAL);
  }

  Webhook(
      WebhookSettings settings,
      Supplier<String> page,
      Lookups lookups,
      Supplier<Optional<Database>> desk,
      Post post,
      Pace pace) {
    this.settings = settings;
    this.page = page;
    this.lookups = lookups;
    this.post = post;
    this.pace = pace;
    memory = new Memory(settings.every(), desk, System::nanoTime);
    line = new Line(pace.gather());
    thread.setDaemon(true);
    thread.start();
  }

  /** Takes an alert that was not known before. */
  public void found(Found found) {
    Alert alert = found.alert();
    if (!found.counts()
        || found.detectedAt() < begun
        || alert.severity().compareTo(settings.from()) < 0
        || memory.isTold(alert.userId())) {
      return;
    }
    if (!line.add(found)) {
      failed.incrementAndGet();
      trouble("is too slow, so that too many messages wait");
    }
  }

  private void run() {
    try {
      while (true) {
        tell(line.take());
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(Line.Place place) throws InterruptedException {
    Alert alert = lookups.newest(place.found()).alert();
    String user = alert.userId();
    try {
      if (!alert.isRaised() || memory.isTold(user) || !memory.take(user)) {
        return;
      }
      if (deliver(Words.of(alert, place.more(), paid(alert), page.get()), place)) {
        sent.incrementAndGet();
      } else {
        failed.incrementAndGet();
        memory.giveBack(user);
      }
    } catch (RuntimeException unexpected) {
      failed.incrementAndGet();
      LOG.warn("An alert was not told to the webhook: {}", unexpected.toString());
      LOG.debug("where it came from", unexpected);
    } finally {
      line.done();
    }
  }

  /** Whether the message was taken. */
  private boolean deliver(String text, Line.Place place) throws InterruptedException {
    Duration pause = pace.firstPause();
    while (true) {
      Post.Outcome outcome = post.send(text);
      if (outcome.isSent()) {
        worksAgain();
        return true;
      }
      if (!outcome.again() || place.age().compareTo(pace.giveUp()) > 0) {
        trouble(String.valueOf(outcome.trouble()));
        return false;
      }
      Duration wanted = outcome.pause();
      TimeUnit.NANOSECONDS.sleep((wanted == null ? pause : wanted).toNanos());
      pause = pause.multipliedBy(2);
      pause = pause.compareTo(pace.longestPause()) > 0 ? pace.longestPause() : pause;
    }
  }

  private synchronized void trouble(String what) {
    if (!toldOfTrouble) {
      toldOfTrouble = true;
      LOG.warn("The webhook {}: alerts are not told until it works again", what);
    }
  }

  private synchronized void worksAgain() {
    toldOfTrouble = false;
  }

  /** The payment may not be in the database yet, or never. */
  private Optional<Words.Amount> paid(Alert alert) {
    try {
      return lookups.payment(alert).map(paid -> new Words.Amount(paid.amount(), paid.currency()));
    } catch (SQLException away) {
      LOG.debug("an amount is not known", away);
      return Optional.empty();
    }
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    FunctionCounter.builder("weir.webhook.sent", sent, AtomicLong::doubleValue)
        .description("Messages that the webhook took")
        .register(registry);
    FunctionCounter.builder("weir.webhook.failed", failed, AtomicLong::doubleValue)
        .description("Messages that it did not take, and that are not sent again")
        .register(registry);
    Gauge.builder("weir.webhook.waiting", line, Line::size)
        .description("Messages that wait for it")
        .register(registry);
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
