package weir.contract;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import weir.local.LocalKafka;
import weir.local.Ports;

/** A real broker that can be stopped and restarted with its data. */
final class GoingKafka implements AutoCloseable {
  private final Path folder;
  private final int port;
  private LocalKafka kafka;

  private GoingKafka(Path folder, int port, LocalKafka kafka) {
    this.folder = folder;
    this.port = port;
    this.kafka = kafka;
  }

  static GoingKafka start(Path folder) {
    int port = Ports.lasting();
    return new GoingKafka(folder, port, LocalKafka.start(port, Optional.of(folder)));
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
