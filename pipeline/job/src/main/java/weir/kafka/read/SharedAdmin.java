package weir.kafka.read;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import weir.kafka.KafkaSettings;

/**
 * One client for all readers of a process, which is closed with the last of them: engines make and
 * close readers as they like.
 */
final class SharedAdmin implements AutoCloseable {
  private static final Map<KafkaSettings, SharedAdmin> ALL = new HashMap<>();

  private final KafkaSettings kafka;
  private final Admin client;
  private int users;

  private SharedAdmin(KafkaSettings kafka) {
    this.kafka = kafka;
    this.client = Admin.create(kafka.forClients());
  }

  static SharedAdmin open(KafkaSettings kafka) {
    synchronized (ALL) {
      SharedAdmin shared = ALL.computeIfAbsent(kafka, SharedAdmin::new);
      shared.users++;
      return shared;
    }
  }

  Admin client() {
    return client;
  }

  /** Called once by each who has opened it. */
  @Override
  public void close() {
    synchronized (ALL) {
      if (--users == 0) {
        ALL.remove(kafka);
        client.close(Duration.ZERO);
      }
    }
  }
}
