package weir.dashboard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.dashboard.access.Access;
import weir.dashboard.desk.Desk;
import weir.dashboard.desk.KafkaWire;
import weir.dashboard.live.AlertTail;
import weir.dashboard.live.Live;
import weir.dashboard.live.LogWatch;
import weir.dashboard.rules.RulesRoom;
import weir.dashboard.store.AlertsToDecide;
import weir.dashboard.store.Database;
import weir.dashboard.store.Lookups;
import weir.dashboard.store.Poller;
import weir.dashboard.web.Pulse;
import weir.dashboard.web.WebServer;
import weir.failure.UnavailableException;

/** The running server: it watches the sources and informs the browsers. */
final class Dashboard implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Dashboard.class);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final int port;
  private final String address;

  /** Serves when it returns; throws {@link UnavailableException} if the port is not available. */
  static Dashboard start(Settings settings) {
    return new Dashboard(settings);
  }

  private Dashboard(Settings settings) {
    int port = FreePort.of(settings);
    Live live = Live.of(settings.log().isPresent(), settings.database().isPresent());
    Optional<Database> database = settings.database().map(Database::new);
    database.ifPresent(parts::push);
    Access access = new Access(settings.database(), database, settings.accounts());
    parts.push(access);
    Pulse pulse = new Pulse(live);
    Desk desk =
        new Desk(
            access::desk,
            settings.wire().map(KafkaWire::new),
            new AlertsToDecide(database, live.feed()),
            pulse::decided);
    parts.push(desk);
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
            new Lookups(database, live.feed()),
            pulse,
            access,
            desk,
            rules);
    parts.push(server);
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
    this.port = server.port();
    address = "http://" + host(settings.bind()) + ":" + this.port + "/";
  }

  private static String host(String bind) {
    return bind.contains(":") ? "[" + bind + "]" : bind;
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
