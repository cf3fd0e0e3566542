package weir.bench.ladder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.cli.BuiltModule;
import weir.cli.RunnerProcess;
import weir.cli.Shutdown;
import weir.cli.WorkFolder;
import weir.failure.UnavailableException;
import weir.local.Topics;

/**
 * Where contestants meet: one broker in a JVM of its own, so that its processor time and memory are
 * nobody's, and a folder.
 */
final class Arena implements AutoCloseable {
  private static final BuiltModule WEIR = new BuiltModule("tools/cli", "weir.cli.Weir");
  private static final String GREETING = "Kafka at ";

  private final Shutdown shutdown = new Shutdown(this::dismiss);
  private final WorkFolder folder;
  private final String servers;
  private int runs;
  private boolean keepsFolder;
  private volatile @Nullable RunnerProcess running;

  Arena() {
    folder = shutdown.add(new WorkFolder("weir-bench-"));
    try {
      servers = servers(startBroker());
    } catch (UnavailableException failed) {
      shutdown.close();
      throw failed;
    }
  }

  private ChildProcess startBroker() {
    return shutdown.add(
        ChildProcess.start(
            WEIR,
            List.of("-Xmx1g", "-XX:+UseSerialGC"),
            List.of("broker", "--port=0", "--replay"),
            newFolder("broker")));
  }

  private static String servers(ChildProcess broker) {
    String greeting = broker.hear();
    return greeting.substring(GREETING.length(), greeting.indexOf(','));
  }

  Map<String, Object> client() {
    return Map.of("bootstrap.servers", servers);
  }

  String servers() {
    return servers;
  }

  /** Whether somebody wants to see the end of it. */
  boolean stopped() {
    return shutdown.asked();
  }

  /** A number that no run has had. */
  int nextRun() {
    return ++runs;
  }

  Path newFolder(String name) {
    try {
      return Files.createDirectory(folder.path().resolve(name));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** What is left of a run that went wrong by itself shall be there afterwards. */
  void keepFolder() {
    if (!stopped()) {
      keepsFolder = true;
      folder.keep();
    }
  }

  boolean keepsFolder() {
    return keepsFolder;
  }

  /** Starts a contestant between these topics. */
  RunnerProcess start(
      Contestant contestant,
      Topics topics,
      List<String> jvmOptions,
      List<String> arguments,
      Path itsFolder) {
    List<String> all = new ArrayList<>(arguments);
    all.add("--bootstrapServers=" + servers);
    all.add("--inputTopic=" + topics.transactions());
    all.add("--alertTopic=" + topics.alerts());
    all.add("--deadLetterTopic=" + topics.deadLetters());
    all.add("--consumerGroup=" + topics.alerts());
    RunnerProcess process = RunnerProcess.start(contestant.module(), jvmOptions, all, itsFolder);
    running = process;
    return process;
  }

  /** Whoever waits for a contestant notices that it is gone. */
  private void dismiss() {
    RunnerProcess process = running;
    if (process != null) {
      process.close();
    }
  }

  @Override
  public void close() {
    shutdown.close();
  }
}
