package weir.dashboard.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.staticfiles.Location;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import weir.dashboard.live.Live;
import weir.dashboard.live.Source;
import weir.dashboard.store.Lookups;

/** The addresses that a browser may ask. */
public final class WebServer implements AutoCloseable {
  private static final String JSON = "application/json";
  private static final int MOST_THREADS = 24;

  private final Live live;
  private final Lookups answers;
  private final Hub hub;
  private final Metrics metrics;
  private final Javalin javalin;

  /** Serves at once. */
  public WebServer(String bind, int port, Live live, Lookups answers, Pulse pulse) {
    this.live = live;
    this.answers = answers;
    hub = pulse.hub();
    metrics = new Metrics(live, hub);
    Guard guard = new Guard(bind);
    javalin = Javalin.create(config -> configure(config));
    javalin.before(guard::before);
    routes();
    javalin.start(bind, port);
  }

  private static void configure(JavalinConfig config) {
    config.showJavalinBanner = false;
    config.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, 4, 60_000);
    config.staticFiles.add("/weir/dashboard/page", Location.CLASSPATH);
  }

  private void routes() {
    // Jetty's own way to it reads the query, and finds nothing where that is malformed.
    String page = Libraries.text("/weir/dashboard/page/index.html");
    javalin.get("/", context -> context.html(page));
    for (String library : new String[] {"d3-array", "d3-geo"}) {
      String script = Libraries.script(library);
      javalin.get(
          "/lib/" + library + ".js",
          context -> context.contentType("text/javascript").result(script));
    }
    javalin.get("/api/events", new EventStream(hub));
    javalin.get("/api/room", this::room);
    new Asked(answers).routes(javalin);
    javalin.get(
        "/metrics",
        context ->
            context
                .contentType("text/plain; version=0.0.4; charset=utf-8")
                .result(metrics.scrape()));
    javalin.get("/healthz", this::health);
    Failures.tell(javalin);
  }

  /** How many pages listen, and how many may: a browser does not tell a page why it was refused. */
  private void room(Context context) {
    Map<String, Integer> room = new LinkedHashMap<>();
    room.put("listeners", hub.listeners());
    room.put("most", Hub.MOST_LISTENERS);
    answer(context, room);
  }

  /** Healthy is a server that has something to show: one of its sources answers. */
  private void health(Context context) {
    boolean healthy = live.kafka().isUp() || live.postgres().isUp();
    Map<String, Source.Status> sources = new LinkedHashMap<>();
    sources.put("kafka", live.kafka().status());
    sources.put("postgres", live.postgres().status());
    answer(context.status(healthy ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE), sources);
  }

  static void answer(Context context, Object answer) {
    context.contentType(JSON).result(Answer.json(answer));
  }

  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    hub.close();
    javalin.stop();
  }
}
