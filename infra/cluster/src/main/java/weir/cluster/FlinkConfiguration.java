package weir.cluster;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import weir.local.Ports;

/**
 * The configuration of a Flink cluster on loopback. Flink's scripts work out the memory of its
 * processes before they start them; here both are told at once.
 */
record FlinkConfiguration(int taskMegabytes) {
  private static final int JOB_MANAGER_HEAP = 768;
  private static final int FRAMEWORK_HEAP = 128;
  private static final int FRAMEWORK_DIRECT = 128;
  private static final int TASK_DIRECT = 256;

  /** Each exchange of a batch needs 16 MB, and a whole log has several at once. */
  private static final int NETWORK = 256;

  /** For RocksDB, which otherwise takes none. */
  private static final int MANAGED = 256;

  /** Every start of a job loads its classes anew, those of Beam among them. */
  private static final int METASPACE = 768;

  private static final int OVERHEAD = 256;

  /** Writes it to where servers look for it. */
  static FlinkConfiguration of(ClusterSettings settings, Ports ports, Path folder) {
    Map<String, String> all = new LinkedHashMap<>();
    all.putAll(addresses(ports));
    memory(settings.megabytes())
        .forEach((part, megabytes) -> all.put("taskmanager.memory." + part, megabytes + "m"));
    all.put("taskmanager.cpu.cores", Integer.toString(settings.slots()));
    all.put("taskmanager.numberOfTaskSlots", Integer.toString(settings.slots()));
    all.put("io.tmp.dirs", folder.toString());
    all.put("state.checkpoints.dir", folder.resolve("checkpoints").toUri().toString());
    all.put("state.savepoints.dir", folder.resolve("savepoints").toUri().toString());
    // A worker that was killed is missed soon: this is one machine, whose network is never slow.
    all.put("heartbeat.interval", "2000");
    all.put("heartbeat.timeout", "20000");
    // A busy machine answers late, and a job shall not fail for that.
    all.put("pekko.ask.timeout", "1 min");
    // All that goes to a key within minutes of a whole log may be larger than what it sorts by.
    all.put("taskmanager.runtime.large-record-handler", "true");
    all.putAll(settings.configuration());
    try {
      Files.writeString(
          folder.resolve("config.yaml"),
          new TreeMap<>(all)
              .entrySet().stream()
                  .map(each -> each.getKey() + ": \"" + each.getValue() + "\"\n")
                  .collect(Collectors.joining()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return new FlinkConfiguration(settings.megabytes());
  }

  private static Map<String, String> addresses(Ports ports) {
    return Map.of(
        "jobmanager.rpc.address", Ports.HOST,
        "jobmanager.bind-host", Ports.HOST,
        "jobmanager.rpc.port", Integer.toString(ports.controller()),
        "rest.address", Ports.HOST,
        "rest.bind-address", Ports.HOST,
        "rest.port", Integer.toString(ports.clients()),
        "taskmanager.host", Ports.HOST,
        "taskmanager.bind-host", Ports.HOST);
  }

  /** Every part of a worker's memory, of which none may be left to be worked out. */
  private static Map<String, Integer> memory(int taskMegabytes) {
    return Map.ofEntries(
        entry("framework.heap.size", FRAMEWORK_HEAP),
        entry("framework.off-heap.size", FRAMEWORK_DIRECT),
        entry("task.heap.size", taskMegabytes),
        entry("task.off-heap.size", TASK_DIRECT),
        entry("network.min", NETWORK),
        entry("network.max", NETWORK),
        entry("managed.size", MANAGED),
        entry("jvm-metaspace.size", METASPACE),
        entry("jvm-overhead.min", OVERHEAD),
        entry("jvm-overhead.max", OVERHEAD));
  }

  List<String> jobManagerJvm() {
    return List.of("-Xmx" + JOB_MANAGER_HEAP + "m");
  }

  List<String> taskManagerJvm() {
    return List.of(
        "-Xmx" + (FRAMEWORK_HEAP + taskMegabytes) + "m",
        "-XX:MaxDirectMemorySize=" + (FRAMEWORK_DIRECT + TASK_DIRECT + NETWORK) + "m",
        "-XX:MaxMetaspaceSize=" + METASPACE + "m");
  }
}
