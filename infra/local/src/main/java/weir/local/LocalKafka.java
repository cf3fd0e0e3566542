package weir.local;

import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.failure.UnavailableException;

/**
 * A real Kafka broker in this JVM: one node that is broker and controller (KRaft), on loopback
 * only.
 */
public final class LocalKafka implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LocalKafka.class);
  private static final int ATTEMPTS = 3;

  /** Kafka has a limit of its own, which must come first. */
  private static final Duration TO_START = BrokerProperties.TO_START.multipliedBy(2);

  private static final Duration TO_STOP = Duration.ofSeconds(15);

  private final KafkaRaftServer server;
  private final Ports ports;
  private final DataFolder folder;
  private boolean closed;

  private LocalKafka(KafkaRaftServer server, Ports ports, DataFolder folder) {
    this.server = server;
    this.ports = ports;
    this.folder = folder;
  }

  /** Starts a broker on a free port; its data is deleted when it is closed. */
  public static LocalKafka start() {
    return start(LocalKafkaSettings.defaults());
  }

  /** Starts a broker on this port, with its data in this folder if there is one. */
  public static LocalKafka start(int port, Optional<Path> data) {
    return start(new LocalKafkaSettings(port, data, Map.of()));
  }

  /** Starts a broker, and returns when it serves. */
  public static LocalKafka start(LocalKafkaSettings settings) {
    try {
      return OwnThread.call("kafka-start", TO_START, () -> startHere(settings));
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof UnavailableException told) {
        throw told;
      }
      throw new UnavailableException("Kafka cannot start", failed.getCause());
    } catch (TimeoutException failed) {
      throw new UnavailableException("Kafka does not finish its start", failed);
    }
  }

  private static LocalKafka startHere(LocalKafkaSettings settings) {
    Ports first = Ports.free(settings.port());
    DataFolder folder = DataFolder.open(settings.dataFolder());
    try {
      return startIn(folder, first, settings);
    } catch (UnavailableException failed) {
      folder.close();
      throw failed;
    }
  }

  /** Starts with the first ports, or with others if these are no longer free. */
  static LocalKafka startIn(DataFolder folder, Ports first, LocalKafkaSettings settings) {
    Ports ports = first;
    for (int attempt = 1; ; attempt++) {
      try {
        return launch(folder, ports, settings.further());
      } catch (UnavailableException failed) {
        // Another process may take a port after we looked and before Kafka uses it.
        if (attempt == ATTEMPTS || !isFor(failed, BindException.class)) {
          throw failed;
        }
        ports = Ports.free(settings.port());
      }
    }
  }

  private static LocalKafka launch(DataFolder folder, Ports ports, Map<String, String> further) {
    KafkaExit.leaveTheProcess();
    int refused = KafkaExit.refused();
    try {
      Properties properties = BrokerProperties.of(folder, ports);
      properties.putAll(further);
      KafkaConfig config = new KafkaConfig(properties, false);
      KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
      try {
        server.startup();
        if (KafkaExit.refused() > refused) {
          throw new KafkaException("it gave up, and its log says why");
        }
      } catch (Throwable failed) {
        // Kafka itself stops only the half of the server that failed.
        stop(server);
        throw failed;
      }
      return new LocalKafka(server, ports, folder);
    } catch (Throwable failed) {
      // Kafka's own messages are sentences; those of the JDK need the exception's name.
      String reason = failed instanceof KafkaException ? failed.getMessage() : failed.toString();
      throw new UnavailableException(
          "Kafka cannot start with its data in " + folder.path() + ": " + reason, failed);
    }
  }

  public String bootstrapServers() {
    return Ports.HOST + ":" + ports.clients();
  }

  /** Stops the broker; data in a temporary folder is deleted. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      stop(server);
      folder.close();
    }
  }

  private static void stop(KafkaRaftServer server) {
    try {
      OwnThread.call("kafka-stop", TO_STOP, Executors.callable(server::shutdown));
    } catch (ExecutionException | TimeoutException failed) {
      LOG.warn("Kafka did not stop cleanly", failed);
    }
  }

  private static boolean isFor(Throwable failed, Class<? extends Throwable> reason) {
    return Stream.<Throwable>iterate(failed, Objects::nonNull, Throwable::getCause)
        .anyMatch(reason::isInstance);
  }
}
