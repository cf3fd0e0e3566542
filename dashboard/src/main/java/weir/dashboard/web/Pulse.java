package weir.dashboard.web;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.dashboard.desk.Decision;
import weir.dashboard.live.Feed;
import weir.dashboard.live.Found;
import weir.dashboard.live.Health;
import weir.dashboard.live.Lag;
import weir.dashboard.live.Live;
import weir.dashboard.live.Rates;
import weir.dashboard.live.Source;
import weir.dashboard.store.Grounds;
import weir.model.Alert;

/** The beat of the page: alerts in batches four times a second, figures once a second. */
public final class Pulse implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
  private static final int BEATS = 4;

  /** An alert that is older was not found just now, but read again. */
  private static final long JUST_NOW_MILLIS = 10_000;

  private static final int IN_STATE = 300;
  private static final int MOST_CHARACTERS_IN_STATE = 2 << 20;

  /**
   * One second.
   *
   * @param lag how far the newest alert is behind the log
   * @param judging whether transactions are judged
   */
  public record Tick(
      Rates.Point point, Lag lag, Source.Status kafka, Source.Status postgres, Health judging) {}

  /** What a page begins with. */
  public record State(
      List<Rates.Point> points, List<Found.Message> alerts, List<Grounds.Ground> grounds) {}

  private final long begun = System.currentTimeMillis();
  private final Live live;
  private final Hub hub;
  private final Map<String, Grounds.Ground> grounds = new LinkedHashMap<>();
  private final Consumer<Found> news;
  private final Backlog backlog = new Backlog();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "pulse");
            thread.setDaemon(true);
            return thread;
          });
  private int beat;

  public Pulse(Live live) {
    this(live, found -> {});
  }

  /**
   * A pulse that has not started.
   *
   * @param news told of each live alert once, when it is first heard of
   */
  public Pulse(Live live, Consumer<Found> news) {
    this.live = live;
    this.news = news;
    hub = new Hub(this::state);
  }

  Hub hub() {
    return hub;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // It ends with the executor, and never throws.
  public void start() {
    clock.scheduleAtFixedRate(this::beat, 0, 1000 / BEATS, TimeUnit.MILLISECONDS);
  }

  /** Takes an alert from the log or the database; either may deliver it again. */
  public void found(Found found) {
    Feed.Change change = live.feed().add(found);
    if (change == Feed.Change.KNOWN || change == Feed.Change.TOO_OLD) {
      return;
    }
    boolean came = change == Feed.Change.NEW || change == Feed.Change.LIVE_NOW;
    if (came && found.alert().mode() == Alert.Mode.LIVE) {
      news.accept(found);
      if (isJustNow(found)) {
        live.rates().alerts(1);
      }
    }
    backlog.add(found);
  }

  private boolean isJustNow(Found found) {
    return found.detectedAt() > Math.max(begun, System.currentTimeMillis() - JUST_NOW_MILLIS);
  }

  /** Takes what alerts rest on, which a newcomer wants to know as well. */
  public void grounds(List<Grounds.Ground> found) {
    synchronized (grounds) {
      found.forEach(each -> grounds.put(each.alertId(), each));
      Iterator<String> oldest = grounds.keySet().iterator();
      for (int over = grounds.size() - IN_STATE; over > 0; over--) {
        oldest.next();
        oldest.remove();
      }
    }
    hub.publish("grounds", Answer.json(found));
  }

  /** Tells what was decided. A newcomer asks for what stands. */
  public void decided(List<Decision> decisions) {
    hub.publish("decisions", Answer.json(decisions));
  }

  private List<Grounds.Ground> grounds() {
    synchronized (grounds) {
      return List.copyOf(grounds.values());
    }
  }

  /** Sends the page a standing figure. */
  public synchronized void tell(String name, Object answer) {
    hub.publishStanding(name, Answer.json(answer));
  }

  private void beat() {
    try {
      Backlog.Batch batch = backlog.take();
      if (!batch.isEmpty()) {
        hub.publish("alerts", Answer.json(batch));
      }
      if (beat++ % BEATS == 0) {
        tick();
      }
    } catch (RuntimeException unexpected) {
      LOG.warn("An event was not sent: {}", unexpected.toString());
      LOG.debug("where it came from", unexpected);
    }
  }

  private void tick() {
    Tick tick =
        new Tick(
            live.rates().tick(System.currentTimeMillis()),
            live.lag(),
            live.kafka().status(),
            live.postgres().status(),
            live.health());
    hub.publishStanding("tick", Answer.json(tick));
    tellFromMemory();
  }

  /** What the database tells comes after it is up, and so after this. */
  private synchronized void tellFromMemory() {
    if (!live.postgres().isUp()) {
      MemoryPanels.of(live).forEach(this::tell);
    }
  }

  private List<Found.Message> newest() {
    List<Found.Message> newest = new ArrayList<>();
    int characters = 0;
    for (Found found : live.feed().newest(IN_STATE)) {
      characters += found.json().length();
      if (characters > MOST_CHARACTERS_IN_STATE) {
        break;
      }
      newest.add(found.message());
    }
    return newest;
  }

  private String state() {
    return Answer.json(new State(live.rates().points(), newest(), grounds()));
  }

  @Override
  public void close() {
    clock.shutdownNow();
    hub.close();
  }
}
