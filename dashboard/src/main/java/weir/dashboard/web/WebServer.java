package weir.dashboard.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import io.javalin.http.staticfiles.Location;
import io.javalin.router.ParsedEndpoint;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import weir.dashboard.access.Access;
import weir.dashboard.access.SignIn;
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
  private final Revocation revocation;

  /**
   * Serves at once.
   *
   * @param secureCookies whether browsers reach it by TLS
   * @param additions what not every page has
   */
  public WebServer(
      String bind,
      int port,
      boolean secureCookies,
      Live live,
      Lookups answers,
      Pulse pulse,
      Access access,
      Rooms rooms,
      Additions additions) {
    this.live = live;
    this.answers = answers;
    hub = pulse.hub();
    metrics = new Metrics(live, hub, additions.meters());
    Guard guard = new Guard(bind);
    Cookies cookies = new Cookies(secureCookies, this::port);
    SignIn signIn = new SignIn();
    Gate gate = new Gate(access, cookies, signIn);
    javalin = Javalin.create(config -> configure(config));
    javalin.before(guard::before);
    Signpost signpost = new Signpost(access, gate);
    javalin.before("/", signpost);
    javalin.before("/index.html", signpost);
    Map<Address, Handler> handlers =
        handlers(
            new AccessAnswers(access, signIn, gate, cookies),
            new DeskAnswers(rooms.desk(), rooms.queue()),
            cookies);
    FlowCookie flow = new FlowCookie(secureCookies, this::port);
    new OidcAnswers(access, signIn, gate, cookies, flow, additions).addTo(handlers);
    new QueueAnswers(rooms.queue(), rooms.desk().bulks()).addTo(handlers);
    new RulesAnswers(rooms.rules()).addTo(handlers);
    new CaseAnswers(rooms.cases()).addTo(handlers);
    handlers.put(Address.MODEL, new ModelAnswers(rooms.models())::models);
    for (Address each : Address.values()) {
      Handler handler = handlers.get(each);
      if (handler == null) {
        throw new IllegalStateException("nobody answers " + each);
      }
      javalin.addHttpHandler(each.method(), each.path(), gate.before(each, handler));
    }
    Failures.tell(javalin);
    javalin.start(bind, port);
    revocation = new Revocation(access, hub);
  }

  private static void configure(JavalinConfig config) {
    config.showJavalinBanner = false;
    config.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, 4, 60_000);
    config.staticFiles.add("/weir/dashboard/page", Location.CLASSPATH);
  }

  private Map<Address, Handler> handlers(AccessAnswers access, DeskAnswers desk, Cookies cookies) {
    Map<Address, Handler> all = new EnumMap<>(Address.class);
    // Jetty's own way to it reads the query, and finds nothing where that is malformed.
    String page = Libraries.text("/weir/dashboard/page/index.html");
    all.put(Address.PAGE, context -> context.html(page));
    all.put(Address.D3_ARRAY, library("d3-array"));
    all.put(Address.D3_GEO, library("d3-geo"));
    all.put(Address.EVENTS, new EventStream(hub));
    all.put(Address.ROOM, this::room);
    new Asked(answers).addTo(all);
    all.put(Address.METRICS, this::metrics);
    all.put(Address.HEALTH, this::health);
    all.put(Address.ME, access::me);
    all.put(Address.SIGN_IN, access::signIn);
    all.put(Address.SIGN_OUT, access::signOut);
    all.put(Address.AUDIT, access::audit);
    all.put(Address.DECISIONS, desk::decisions);
    all.put(Address.DECIDE, desk::decide);
    all.put(Address.OPEN_API, new ApiDocument(cookies));
    return all;
  }

  private static Handler library(String name) {
    String script = Libraries.script(name);
    return context -> context.contentType("text/javascript").result(script);
  }

  private void metrics(Context context) {
    context.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.scrape());
  }

  /** How many pages listen, and how many may: a browser does not tell a page why it was refused. */
  public record Room(int listeners, int most) {}

  private void room(Context context) {
    answer(context, new Room(hub.listeners(), Hub.MOST_LISTENERS));
  }

  /** What the page reads. */
  public record Sources(Source.Status kafka, Source.Status postgres) {}

  /** Healthy is a server that has something to show: one of its sources answers. */
  private void health(Context context) {
    boolean healthy = live.kafka().isUp() || live.postgres().isUp();
    Sources sources = new Sources(live.kafka().status(), live.postgres().status());
    answer(context.status(healthy ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE), sources);
  }

  static void answer(Context context, Object answer) {
    context.contentType(JSON).result(Answer.json(answer));
  }

  /** All that is answered, for a test that nothing else is. */
  List<ParsedEndpoint> endpoints() {
    return javalin.unsafeConfig().pvt.internalRouter.allHttpHandlers();
  }

  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    revocation.close();
    hub.close();
    javalin.stop();
  }
}
