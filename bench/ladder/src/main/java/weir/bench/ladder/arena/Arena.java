package weir.bench.ladder.arena;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.launch.BuiltModule;
import weir.launch.ChildJvm;
import weir.launch.Shutdown;
import weir.local.BrokerProcess;
import weir.local.Topics;
import weir.local.WorkFolder;

/**
 * Where contestants meet: a folder, and one broker in a JVM of its own, so that its processor time
 * and memory are not counted for any contestant.
 */
public final class Arena implements AutoCloseable {
  private final Shutdown shutdown = new Shutdown(this::dismiss);
  private final WorkFolder folder;
  private final BrokerProcess broker;
  private int runs;
  private boolean keepsFolder;
  private volatile @Nullable ChildJvm running;

  public Arena() {
    folder = shutdown.add(new WorkFolder("weir-bench-"));
    try {
      broker = shutdown.add(BrokerProcess.start(newFolder("broker"), "1g"));
    } catch (RuntimeException failed) {
      shutdown.close();
      throw failed;
    }
  }

  public Map<String, Object> client() {
    return broker.client();
  }

  public String servers() {
    return broker.servers();
  }

  /** Whether the user has asked to stop. */
  public boolean stopped() {
    return shutdown.asked();
  }

  /** A number that no earlier run had. */
  public int nextRun() {
    return ++runs;
  }

  public Path newFolder(String name) {
    try {
      return Files.createDirectory(folder.path().resolve(name));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Keeps the folder, so that the files of a failed run are there afterwards. */
  public void keepFolder() {
    if (!stopped()) {
      keepsFolder = true;
      folder.keep();
    }
  }

  public boolean keepsFolder() {
    return keepsFolder;
  }

  /** Starts a contestant with these topics. */
  public ChildJvm start(
      Contestant contestant,
      Topics topics,
      List<String> jvmOptions,
      List<String> arguments,
      Path itsFolder) {
    List<String> all = new ArrayList<>(arguments);
    all.add("--bootstrapServers=" + broker.servers());
    all.add("--inputTopic=" + topics.transactions());
    all.add("--alertTopic=" + topics.alerts());
    all.add("--deadLetterTopic=" + topics.deadLetters());
    all.add("--consumerGroup=" + topics.alerts());
    ChildJvm process =
        contestant
            .module()
            .launch(contestant.label())
            .jvm(BuiltModule.pipelineJvm(), "-Djava.io.tmpdir=" + itsFolder)
            .jvm(jvmOptions)
            .arguments(all)
            .logTo(itsFolder.resolve("contestant.log"));
    running = process;
    return process;
  }

  /** Ends the running contestant; the thread that waits for it notices. */
  private void dismiss() {
    ChildJvm process = running;
    if (process != null) {
      process.close();
    }
  }

  @Override
  public void close() {
    shutdown.close();
  }
}
