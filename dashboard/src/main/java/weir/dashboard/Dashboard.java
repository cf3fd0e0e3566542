package weir.dashboard;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.dashboard.live.AlertTail;
import weir.dashboard.live.Live;
import weir.dashboard.live.LogWatch;
import weir.dashboard.store.Answers;
import weir.dashboard.store.Database;
import weir.dashboard.store.Poller;
import weir.dashboard.web.Pulse;
import weir.dashboard.web.WebServer;

/** The running server: who looks at the sources, and who tells the browsers. */
final class Dashboard implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Dashboard.class);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final String address;

  /** Serves when it returns; throws {@link MisuseException} if the port is taken. */
  static Dashboard start(Settings settings) {
    return new Dashboard(settings);
  }

  private Dashboard(Settings settings) {
    Live live = Live.of(settings.log().isPresent(), settings.database().isPresent());
    Optional<Database> database = settings.database().map(Database::new);
    database.ifPresent(parts::push);
    Pulse pulse = new Pulse(live);
    WebServer server;
    try {
      server = serve(settings, live, new Answers(database, live.feed()), pulse);
    } catch (MisuseException taken) {
      close();
      throw taken;
    }
    parts.push(server);
    settings
        .log()
        .ifPresent(
            log -> {
              parts.push(new LogWatch(log, live));
              parts.push(new AlertTail(log, pulse::found, live.deadLetters()));
            });
    database.ifPresent(
        open ->
            parts.push(
                new Poller(
                    open,
                    live.postgres(),
                    live.feed(),
                    live.rates(),
                    live.kafka()::isUp,
                    pulse::found,
                    pulse::places,
                    pulse::tell)));
    parts.push(pulse);
    pulse.start();
    address = "http://" + host(settings.bind()) + ":" + server.port() + "/";
  }

  private static WebServer serve(Settings settings, Live live, Answers answers, Pulse pulse) {
    int port = settings.port();
    try (ServerSocket probe = new ServerSocket()) {
      // The connections of a server that just went do not keep its port.
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(settings.bind(), port));
    } catch (IOException taken) {
      String where = "port " + port + " on " + settings.bind();
      if (settings.portAsked() || !(taken instanceof BindException)) {
        throw new MisuseException(where + " cannot be used: " + taken.getMessage(), taken);
      }
      LOG.warn("{} is in use: taking another", where);
      port = 0;
    }
    return new WebServer(settings.bind(), port, live, answers, pulse);
  }

  private static String host(String bind) {
    return bind.contains(":") ? "[" + bind + "]" : bind;
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
        LOG.warn("not closed", failed);
      }
    }
  }
}
