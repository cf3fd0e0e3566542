package weir.bench.chaos;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import weir.failure.UnavailableException;
import weir.launch.ParentWatch;
import weir.local.LocalKafka;
import weir.local.Ports;

/** A real broker in a process of its own, which can be killed and comes back with what it kept. */
final class BrokerProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final int FIRST_PORT = 20_000;
  private static final int LAST_PORT = 30_000;

  private final Path folder;
  private final int port;
  private Process process;

  private BrokerProcess(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  static BrokerProcess start(Path folder) throws InterruptedException {
    int port = port();
    BrokerProcess broker = new BrokerProcess(folder, port, launch(folder, port));
    broker.awaitReady();
    return broker;
  }

  /**
   * A free port, of those that no client gets by chance: else one that tries to reach the broker
   * while it is away could take its place.
   */
  private static int port() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
      try {
        return Ports.free(port).clients();
      } catch (UnavailableException taken) {
        // Another one then.
      }
    }
  }

  /** The process: serves until it is ended. */
  public static void main(String[] args) throws InterruptedException {
    ParentWatch.start();
    try (LocalKafka kafka =
        LocalKafka.start(Integer.parseInt(args[0]), Optional.of(Path.of(args[1])))) {
      Thread.currentThread().join();
    }
  }

  private static Process launch(Path folder, int port) {
    File log = folder.resolve("broker.log").toFile();
    try {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx512m",
              "-XX:+UseSerialGC",
              ParentWatch.option(),
              "-cp",
              System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
              BrokerProcess.class.getName(),
              Integer.toString(port),
              folder.resolve("kafka").toString())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
          .start();
    } catch (IOException failed) {
      throw new IllegalStateException("the broker's JVM cannot be started", failed);
    }
  }

  private void awaitReady() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("the broker does not start, see " + folder);
      }
      TimeUnit.MILLISECONDS.sleep(200);
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

  Map<String, Object> client() {
    return Map.of("bootstrap.servers", Ports.HOST + ":" + port);
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Starts it again after it was killed. */
  void restart() throws InterruptedException {
    process = launch(folder, port);
    awaitReady();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
