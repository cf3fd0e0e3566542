package weir.contract;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import weir.failure.UnavailableException;
import weir.local.LocalKafka;

/** A real broker that can be stopped and restarted with its data. */
final class GoingKafka implements AutoCloseable {
  /** Below the ephemeral ports: no client can take the broker's port while the broker is down. */
  private static final int FIRST_PORT = 20_000;

  private static final int LAST_PORT = 30_000;
  private static final int ATTEMPTS = 20;

  private final Path folder;
  private final int port;
  private LocalKafka kafka;

  private GoingKafka(Path folder, int port, LocalKafka kafka) {
    this.folder = folder;
    this.port = port;
    this.kafka = kafka;
  }

  static GoingKafka start(Path folder) {
    for (int attempt = 1; ; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
      try {
        return new GoingKafka(folder, port, LocalKafka.start(port, Optional.of(folder)));
      } catch (UnavailableException taken) {
        if (attempt == ATTEMPTS) {
          throw taken;
        }
      }
    }
  }

  String servers() {
    return kafka.bootstrapServers();
  }

  Map<String, Object> client() {
    return Map.of("bootstrap.servers", servers());
  }

  void stop() {
    kafka.close();
  }

  void restart() {
    kafka = LocalKafka.start(port, Optional.of(folder));
  }

  @Override
  public void close() {
    kafka.close();
  }
}
