package weir.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker in this JVM: one node that is broker and controller (KRaft), on loopback
 * only.
 */
public final class LocalKafka implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final int NODE = 1;

  private final KafkaRaftServer server;
  private final int port;
  private final @Nullable Path temporary;
  private boolean closed;

  private LocalKafka(KafkaRaftServer server, int port, @Nullable Path temporary) {
    this.server = server;
    this.port = port;
    this.temporary = temporary;
  }

  /** Starts a broker on a free port, whose data goes when it is closed. */
  public static LocalKafka start() {
    return start(0, Optional.empty());
  }

  /**
   * Starts a broker.
   *
   * @param port the port for clients, 0 for any free one
   * @param data where topics are kept from one start to the next; if absent they go at the end
   */
  public static LocalKafka start(int port, Optional<Path> data) {
    int clientPort = freePort(port);
    int controllerPort = freePort(0);
    Path temporary = data.isPresent() ? null : Folders.temporary("weir-kafka-");
    Path folder = temporary == null ? data.orElseThrow() : temporary;
    try {
      format(folder);
      KafkaConfig config = new KafkaConfig(properties(folder, clientPort, controllerPort), false);
      KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
      server.startup();
      return new LocalKafka(server, clientPort, temporary);
    } catch (Exception failed) {
      if (temporary != null) {
        Folders.delete(temporary);
      }
      throw new LocalServerException(
          "Kafka cannot start with its data in " + folder + ": " + failed.getMessage(), failed);
    }
  }

  public String bootstrapServers() {
    return HOST + ":" + port;
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      server.shutdown();
      server.awaitShutdown();
      if (temporary != null) {
        Folders.delete(temporary);
      }
    }
  }

  private static Properties properties(Path folder, int port, int controllerPort) {
    Map<String, Object> config = new HashMap<>();
    config.put("process.roles", "broker,controller");
    config.put("node.id", NODE);
    config.put(
        "listeners", address("PLAINTEXT", port) + "," + address("CONTROLLER", controllerPort));
    config.put("advertised.listeners", address("PLAINTEXT", port));
    config.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    config.put("inter.broker.listener.name", "PLAINTEXT");
    config.put("controller.listener.names", "CONTROLLER");
    config.put("controller.quorum.voters", NODE + "@" + HOST + ":" + controllerPort);
    config.put("log.dirs", folder.toString());
    // One node can only hold one copy.
    config.put("offsets.topic.replication.factor", 1);
    config.put("offsets.topic.num.partitions", 4);
    config.put("transaction.state.log.replication.factor", 1);
    config.put("transaction.state.log.min.isr", 1);
    config.put("transaction.state.log.num.partitions", 4);
    config.put("group.initial.rebalance.delay.ms", 0);
    // A misspelt topic shall be an error, not a new topic.
    config.put("auto.create.topics.enable", false);
    config.put("log.cleaner.dedupe.buffer.size", 16 * 1024 * 1024);
    Properties properties = new Properties();
    config.forEach((name, value) -> properties.put(name, value.toString()));
    return properties;
  }

  private static String address(String listener, int port) {
    return listener + "://" + HOST + ":" + port;
  }

  /** Prepares a new folder; one that was prepared before keeps what it has. */
  private static void format(Path folder) throws Exception {
    if (Files.exists(folder.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
      return;
    }
    Files.createDirectories(folder);
    new Formatter()
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(NODE)
        .addDirectory(folder.toString())
        .setMetadataLogDirectory(folder.toString())
        .setControllerListenerName("CONTROLLER")
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .run();
  }

  /** Looks before Kafka does: Kafka would end the whole process. */
  private static int freePort(int wanted) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
      return socket.getLocalPort();
    } catch (IOException taken) {
      throw new LocalServerException("port " + wanted + " on " + HOST + " is in use", taken);
    }
  }
}
