package weir.dashboard;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.dashboard.access.Access;
import weir.dashboard.cases.Cases;
import weir.dashboard.desk.Desk;
import weir.dashboard.desk.KafkaWire;
import weir.dashboard.live.AlertTail;
import weir.dashboard.live.Live;
import weir.dashboard.live.LogWatch;
import weir.dashboard.model.ModelBoard;
import weir.dashboard.oidc.Provider;
import weir.dashboard.queue.Queue;
import weir.dashboard.rules.RulesRoom;
import weir.dashboard.store.AlertsToDecide;
import weir.dashboard.store.Database;
import weir.dashboard.store.Lookups;
import weir.dashboard.store.Poller;
import weir.dashboard.web.Additions;
import weir.dashboard.web.Pulse;
import weir.dashboard.web.Rooms;
import weir.dashboard.web.WebServer;
import weir.dashboard.webhook.Webhook;
import weir.failure.UnavailableException;

/** The running server: it watches the sources and informs the browsers. */
final class Dashboard implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Dashboard.class);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final int port;
  private final String address;

  /** Where browsers reach it. It is asked for only once the server is up. */
  private volatile String page = "";

  /** Serves when it returns; throws {@link UnavailableException} if the port is not available. */
  static Dashboard start(Settings settings) {
    return new Dashboard(settings);
  }

  private Dashboard(Settings settings) {
    int port = FreePort.of(settings);
    Live live = Live.of(settings.log().isPresent(), settings.database().isPresent());
    Optional<Database> database = settings.database().map(Database::new);
    database.ifPresent(parts::push);
    Access access =
        new Access(
            settings.database(), database, settings.accounts() || settings.oidc().isPresent());
    parts.push(access);
    Lookups lookups = new Lookups(database, live.feed());
    Optional<Webhook> webhook =
        settings.webhook().map(each -> new Webhook(each, this::page, lookups, access::desk));
    webhook.ifPresent(parts::push);
    Pulse pulse = new Pulse(live, found -> webhook.ifPresent(each -> each.found(found)));
    Queue queue = new Queue(access::desk, database, claims -> pulse.tell("claims", claims));
    parts.push(queue);
    AlertsToDecide alerts = new AlertsToDecide(database, live.feed());
    Desk desk =
        new Desk(
            access::desk,
            settings.wire().map(KafkaWire::new),
            alerts,
            decisions -> {
              pulse.decided(decisions);
              queue.decided(decisions);
            });
    parts.push(desk);
    ModelBoard models =
        new ModelBoard(
            database,
            settings
                .wire()
                .map(wire -> new ModelBoard.TopicSettings(wire.client(), wire.controlTopic())),
            live);
    Optional<RulesRoom> rules =
        settings
            .wire()
            .map(
                wire ->
                    new RulesRoom(
                        access::desk,
                        database,
                        wire,
                        settings.fourEyes(),
                        settings.backtest(),
                        change -> pulse.tell("ruleChange", change)));
    rules.ifPresent(parts::push);
    WebServer server =
        new WebServer(
            settings.bind(),
            port,
            settings.secureCookies(),
            live,
            lookups,
            pulse,
            access,
            new Rooms(desk, queue, new Cases(access::desk, alerts, desk), models, rules),
            new Additions(
                settings.oidc().map(Provider::new),
                this::page,
                webhook.<MeterBinder>map(each -> each).stream().toList()));
    parts.push(server);
    this.port = server.port();
    address = "http://" + host(settings.bind()) + ":" + this.port + "/";
    page = settings.page().orElse(address);
    settings
        .log()
        .ifPresent(
            log -> {
              parts.push(new LogWatch(log, live));
              parts.push(new AlertTail(log, live, pulse::found));
            });
    database.ifPresent(
        open -> parts.push(new Poller(open, live, pulse::found, pulse::grounds, pulse::tell)));
    parts.push(pulse);
    pulse.start();
  }

  private static String host(String bind) {
    return bind.contains(":") ? "[" + bind + "]" : bind;
  }

  private String page() {
    return page;
  }

  int port() {
    return port;
  }

  String address() {
    return address;
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception failed) {
        LOG.debug("not closed", failed);
      }
    }
  }
}
