package weir.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import weir.failure.UnavailableException;
import weir.launch.ChildJvm;
import weir.launch.Launch;
import weir.launch.ParentWatch;

/**
 * A real broker in a JVM of its own, so that it can be killed and restarted with its data, and so
 * that its processor time and memory are not this process's.
 */
public final class BrokerProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int PAUSE_MILLIS = 200;

  private final ChildJvm jvm;
  private final int port;

  private BrokerProcess(ChildJvm jvm, int port) {
    this.jvm = jvm;
    this.port = port;
  }

  /**
   * Starts a broker, and returns when it answers.
   *
   * @param folder where the broker keeps its log and its data
   * @param heap the largest heap that it may use, in the form of -Xmx
   */
  public static BrokerProcess start(Path folder, String heap) {
    int port = Ports.lasting();
    ChildJvm jvm =
        Launch.ofThese("the broker", BrokerProcess.class.getName())
            .jvm("-Xmx" + heap, "-XX:+UseSerialGC")
            .arguments(List.of(Integer.toString(port), folder.resolve("kafka").toString()))
            .logTo(folder.resolve("broker.log"));
    BrokerProcess broker = new BrokerProcess(jvm, port);
    try {
      broker.awaitReady();
      return broker;
    } catch (RuntimeException failed) {
      broker.close();
      throw failed;
    }
  }

  /** The broker's process, which serves until it is ended. */
  public static void main(String[] args) throws InterruptedException {
    ParentWatch.start();
    try (LocalKafka kafka =
        LocalKafka.start(Integer.parseInt(args[0]), Optional.of(Path.of(args[1])))) {
      Thread.currentThread().join();
    }
  }

  private void awaitReady() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (!isReady()) {
        if (!jvm.isAlive() || System.nanoTime() > end) {
          throw new UnavailableException("the broker does not start, see " + jvm.log());
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new UnavailableException("interrupted while the broker started", stopped);
    }
  }

  private boolean isReady() throws InterruptedException {
    try (Admin admin = Admin.create(client())) {
      admin.describeCluster().nodes().get();
      return true;
    } catch (ExecutionException notYet) {
      return false;
    }
  }

  public String servers() {
    return Ports.HOST + ":" + port;
  }

  /** The settings that clients need. */
  public Map<String, Object> client() {
    return Map.of("bootstrap.servers", servers());
  }

  public void kill() throws InterruptedException {
    jvm.kill();
  }

  /** Starts the broker again after it was killed. */
  public void restart() {
    jvm.restart();
    awaitReady();
  }

  /** Kills the broker; its data is no longer needed. */
  @Override
  public void close() {
    try {
      jvm.kill();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
