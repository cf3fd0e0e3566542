package weir.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import weir.launch.ChildJvm;
import weir.launch.Distribution;
import weir.local.Ports;

/** A standalone cluster of Spark: a Master and Workers, which start executors for each job. */
public final class SparkCluster extends Cluster {
  private static final String MASTER = "org.apache.spark.deploy.master.Master";
  private static final String WORKER = "org.apache.spark.deploy.worker.Worker";

  /** Workers and masters only pass on messages; the work is done by executors. */
  private static final String HEAP = "-Xmx512m";

  private final Distribution distribution;
  private final Ports ports;
  private final JsonPage page;
  private final Path home;

  private SparkCluster(Distribution distribution, ClusterSettings settings) {
    super(settings);
    this.distribution = distribution;
    this.ports = Ports.free(settings.port());
    this.page = new JsonPage(Ports.HOST + ":" + ports.controller());
    this.home = SparkHome.make(distribution, folder());
  }

  /** Starts a cluster, whose workers are ready when this returns. */
  public static SparkCluster start(Distribution distribution, ClusterSettings settings) {
    SparkCluster cluster = new SparkCluster(distribution, settings);
    cluster.start();
    return cluster;
  }

  /** What {@code --sparkMaster} wants. */
  @Override
  public String address() {
    return "spark://" + Ports.HOST + ":" + ports.clients();
  }

  @Override
  public String page() {
    return "http://" + Ports.HOST + ":" + ports.controller();
  }

  /** What the master knows: workers and jobs. */
  public JsonPage pages() {
    return page;
  }

  @Override
  List<ChildJvm> startMasters() {
    return List.of(
        server(
            "master",
            // A master that comes back remembers its workers and jobs.
            List.of(
                "-Dspark.deploy.recoveryMode=FILESYSTEM",
                "-Dspark.deploy.recoveryDirectory=" + folder().resolve("recovery")),
            MASTER,
            List.of(
                "--host", Ports.HOST,
                "--port", Integer.toString(ports.clients()),
                "--webui-port", Integer.toString(ports.controller()))));
  }

  @Override
  ChildJvm startWorker(String name) {
    return server(
        name,
        List.of(),
        WORKER,
        List.of(
            "--host",
            Ports.HOST,
            "--webui-port",
            "0",
            "--cores",
            Integer.toString(settings().slots()),
            "--memory",
            settings().megabytes() + "m",
            "--work-dir",
            folder().resolve(name).toString(),
            address()));
  }

  private ChildJvm server(
      String name, List<String> jvmOptions, String mainClass, List<String> arguments) {
    List<String> jvm = new ArrayList<>(jvmOptions);
    jvm.add(HEAP);
    settings().configuration().forEach((key, value) -> jvm.add("-D" + key + "=" + value));
    return start(
        distribution
            .server(name, mainClass)
            .jvm(jvm)
            .arguments(arguments)
            .environment(SparkHome.environment(home)));
  }

  @Override
  int knownWorkers() throws IOException {
    return page.get("/json/").path("aliveworkers").asInt();
  }
}
