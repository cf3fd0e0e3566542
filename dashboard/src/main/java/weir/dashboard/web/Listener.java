package weir.dashboard.web;

import io.javalin.http.sse.SseClient;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import weir.dashboard.web.Hub.Event;

/** A browser that listens: what waits for it, and the thread that writes to it. */
final class Listener {
  /** Half a minute of events, and room for a newcomer's first ones. */
  private static final int WAITING = 256;

  private static final Event END = new Event("", "", "");

  private final SseClient client;
  private final BlockingQueue<Event> waiting = new ArrayBlockingQueue<>(WAITING);
  private final Thread writer = new Thread(this::write, "listener");

  Listener(SseClient client) {
    this.client = client;
    writer.setDaemon(true);
  }

  void start() {
    writer.start();
  }

  /** False if too much waits for it already. */
  boolean offer(Event event) {
    return waiting.offer(event);
  }

  /** Lets go of the connection; the browser comes back by itself. */
  void end() {
    waiting.clear();
    waiting.add(END);
    writer.interrupt();
  }

  private void write() {
    try {
      while (!client.terminated()) {
        Event event = waiting.take();
        if (event.equals(END)) {
          break;
        }
        client.sendEvent(event.name(), event.data(), event.id());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      client.close();
    }
  }
}
