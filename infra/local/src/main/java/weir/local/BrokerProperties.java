package weir.local;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Kafka's own settings, for one small node. */
final class BrokerProperties {
  static final String CONTROLLER = "CONTROLLER";
  private static final String CLIENTS = "PLAINTEXT";

  /** Enough time to check the files of a killed broker. */
  static final Duration TO_START = Duration.ofMinutes(2);

  private BrokerProperties() {}

  static Properties of(DataFolder folder, Ports ports) {
    String clients = address(CLIENTS, ports.clients());
    Map<String, Object> config = new HashMap<>();
    config.put("process.roles", "broker,controller");
    config.put("node.id", folder.node());
    config.put("log.dirs", folder.path());
    config.put("listeners", clients + "," + address(CONTROLLER, ports.controller()));
    config.put("advertised.listeners", clients);
    config.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    config.put("inter.broker.listener.name", CLIENTS);
    config.put("controller.listener.names", CONTROLLER);
    config.put(
        "controller.quorum.voters", folder.node() + "@" + Ports.HOST + ":" + ports.controller());
    // One node can only hold one copy.
    config.put("offsets.topic.replication.factor", 1);
    config.put("offsets.topic.num.partitions", 4);
    config.put("transaction.state.log.replication.factor", 1);
    config.put("transaction.state.log.min.isr", 1);
    config.put("transaction.state.log.num.partitions", 4);
    config.put("group.initial.rebalance.delay.ms", 0);
    // A misspelt topic should be an error, not a new topic.
    config.put("auto.create.topics.enable", false);
    config.put("log.cleaner.dedupe.buffer.size", 16 * 1024 * 1024);
    // The time for which the controller believes that a killed broker is alive. On a machine that
    // is
    // busy for that long it takes a living one for dead, and refuses new topics.
    config.put("broker.session.timeout.ms", 10_000);
    config.put("broker.heartbeat.interval.ms", 500);
    // Without a limit, a broker that cannot start may try forever.
    config.put("server.max.startup.time.ms", TO_START.toMillis());
    Properties properties = new Properties();
    config.forEach((name, value) -> properties.put(name, value.toString()));
    return properties;
  }

  private static String address(String listener, int port) {
    return listener + "://" + Ports.HOST + ":" + port;
  }
}
