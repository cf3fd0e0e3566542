package weir.dashboard.web;

import io.javalin.http.sse.SseClient;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import weir.dashboard.web.Hub.Event;

/** A browser that listens: what waits for it, and the thread that writes to it. */
final class Listener {
  /** Half a minute of events, and room for a newcomer's first ones. */
  private static final int MOST_WAITING = 256;

  /** An event may be a line or a crowd of alerts: what waits is bounded by its size as well. */
  private static final int MOST_CHARACTERS = 4 << 20;

  private final SseClient client;
  private final @Nullable String session;
  private final BlockingQueue<Event> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicInteger characters = new AtomicInteger();
  private final Thread writer = new Thread(this::write, "listener");
  private volatile boolean ended;

  /**
   * A browser.
   *
   * @param session whose it is; absent where one need not sign in
   */
  Listener(SseClient client, @Nullable String session) {
    this.client = client;
    this.session = session;
    writer.setDaemon(true);
  }

  @Nullable String session() {
    return session;
  }

  void start() {
    writer.start();
  }

  /** False if too much waits for it already. */
  boolean offer(Event event) {
    if (characters.get() > MOST_CHARACTERS || !waiting.offer(event)) {
      return false;
    }
    characters.addAndGet(event.data().length());
    return true;
  }

  /** Closes the connection, even one that is not read; the browser comes back by itself. */
  void end() {
    ended = true;
    writer.interrupt();
  }

  private void write() {
    try {
      while (!ended && !client.terminated()) {
        Event event = waiting.take();
        characters.addAndGet(-event.data().length());
        client.sendEvent(event.name(), event.data(), event.id());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      client.close();
    }
  }
}
