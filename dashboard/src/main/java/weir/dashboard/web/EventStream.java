package weir.dashboard.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import weir.dashboard.access.Session;

/**
 * The stream of events. Its status is sent before the listener joins, and from then on nothing can
 * be refused: a place is kept for the listener first.
 */
final class EventStream implements Handler {
  private static final String ACCEPTED = "text/event-stream";

  private final Hub hub;
  private final SseHandler stream = new SseHandler(this::open);

  EventStream(Hub hub) {
    this.hub = hub;
  }

  @Override
  public void handle(Context context) {
    if (!ACCEPTED.equals(context.header("Accept"))) {
      throw new HttpResponseException(
          HttpStatus.NOT_ACCEPTABLE.getCode(), "Ask with the header Accept: " + ACCEPTED);
    }
    if (!hub.promise()) {
      throw new ServiceUnavailableResponse(
          hub.listeners() + " pages are open, and no more are served: close one of them");
    }
    boolean opened = false;
    try {
      stream.handle(context);
      opened = true;
    } finally {
      if (!opened) {
        hub.release();
      }
    }
  }

  private void open(SseClient client) {
    Session session = Gate.session(client.ctx());
    Listener listener = new Listener(client, session == null ? null : session.id());
    hub.join(listener, client.ctx().header("Last-Event-ID"));
    client.keepAlive();
    client.onClose(() -> hub.leave(listener));
    listener.start();
  }
}
