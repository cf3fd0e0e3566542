package weir.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import weir.launch.ChildJvm;
import weir.launch.Distribution;
import weir.local.Ports;

/** A session cluster of Flink: a JobManager and TaskManagers. */
public final class FlinkCluster extends Cluster {
  private static final String JOB_MANAGER =
      "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint";
  private static final String TASK_MANAGER =
      "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";

  private final Distribution distribution;
  private final FlinkConfiguration configuration;
  private final String address;
  private final JsonPage rest;

  private FlinkCluster(Distribution distribution, ClusterSettings settings) {
    super(settings);
    this.distribution = distribution;
    Ports ports = Ports.free(settings.port());
    this.address = Ports.HOST + ":" + ports.clients();
    this.rest = new JsonPage(address);
    this.configuration = FlinkConfiguration.of(settings, ports, folder());
  }

  /** Starts a cluster, whose workers are ready when this returns. */
  public static FlinkCluster start(Distribution distribution, ClusterSettings settings) {
    FlinkCluster cluster = new FlinkCluster(distribution, settings);
    cluster.start();
    return cluster;
  }

  /** Host and port of the REST interface: what {@code --flinkMaster} wants. */
  @Override
  public String address() {
    return address;
  }

  @Override
  public String page() {
    return "http://" + address;
  }

  /** Flink's REST interface: jobs, checkpoints, savepoints. */
  public JsonPage rest() {
    return rest;
  }

  @Override
  List<ChildJvm> startMasters() {
    return List.of(server("jobmanager", configuration.jobManagerJvm(), JOB_MANAGER, List.of()));
  }

  @Override
  ChildJvm startWorker(String name) {
    return server(
        name,
        configuration.taskManagerJvm(),
        TASK_MANAGER,
        List.of("-D", "taskmanager.resource-id=" + name));
  }

  private ChildJvm server(
      String name, List<String> jvmOptions, String mainClass, List<String> arguments) {
    List<String> jvm = new ArrayList<>(jvmOptions);
    // The page shows this file.
    jvm.add("-Dlog.file=" + folder().resolve(name + ".log"));
    jvm.add("-Dorg.apache.logging.log4j.level=INFO");
    List<String> all = new ArrayList<>(List.of("--configDir", folder().toString()));
    all.addAll(arguments);
    return start(distribution.server(name, mainClass).jvm(jvm).arguments(all));
  }

  @Override
  int knownWorkers() throws IOException {
    return rest.get("/overview").path("taskmanagers").asInt();
  }
}
