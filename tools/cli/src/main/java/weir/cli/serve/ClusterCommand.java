package weir.cli.serve;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weir.cluster.Cluster;
import weir.cluster.ClusterSettings;
import weir.cluster.FlinkCluster;
import weir.cluster.SparkCluster;
import weir.command.Values;
import weir.failure.UnavailableException;
import weir.launch.BuiltModule;
import weir.launch.Distribution;
import weir.launch.Engine;

/** Starts a cluster of an engine on this machine. */
@Command(
    name = "cluster",
    description = "Starts a real cluster of Flink or Spark on loopback, until Ctrl-C.",
    footer = {"", "  ./weir cluster flink --workers=2 --slots=2 --memory=1024"})
public final class ClusterCommand implements Callable<Integer> {
  private static final String PROMETHEUS =
      "org.apache.flink.metrics.prometheus.PrometheusReporterFactory";

  @Spec @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "ENGINE",
      converter = Values.RunnerOfClusters.class,
      description = "flink or spark.")
  Engine engine = Engine.FLINK;

  @Option(
      names = "--workers",
      converter = Values.HowMany.class,
      defaultValue = "2",
      description = "TaskManagers or workers (default: ${DEFAULT-VALUE}).")
  int workers;

  @Option(
      names = {"--slots", "--cores"},
      converter = Values.HowMany.class,
      defaultValue = "2",
      description = "How many tasks each of them runs at once (default: ${DEFAULT-VALUE}).")
  int slots;

  @Option(
      names = "--memory",
      converter = Values.HowMany.class,
      paramLabel = "MB",
      defaultValue = "1024",
      description = "What each has for tasks and their state (default: ${DEFAULT-VALUE}).")
  int megabytes;

  @Option(
      names = "--port",
      converter = Values.Port.class,
      description = "Where jobs are submitted, 0 for any (default: 8081 of Flink, 7077 of Spark).")
  @Nullable Integer port;

  @Option(
      names = "--state",
      paramLabel = "FOLDER",
      description = "What the cluster keeps, and its logs (default: a temporary folder).")
  @Nullable Path state;

  @Option(
      names = "--metricsPort",
      converter = Values.Port.class,
      description = {
        "Serves Flink's metrics to Prometheus: the JobManager at this port, workers at those after",
        "it. This is the one thing that listens on all interfaces: Flink's reporter knows no other way."
      })
  @Nullable Integer metricsPort;

  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description = "More of the engine's own configuration.")
  Map<String, String> configuration = new HashMap<>();

  @Override
  public Integer call() throws InterruptedException {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    Cluster cluster;
    try {
      // It stops by itself when this process ends.
      cluster = start();
    } catch (UnavailableException failed) {
      // In more than one line: the end of the server's log is there.
      line.getErr().println("weir: " + failed.getMessage());
      return line.getCommandSpec().exitCodeOnExecutionException();
    }
    PrintWriter out = line.getOut();
    out.printf(
        "%s at %s, %d workers, %s%n", engine.title(), cluster.address(), workers, cluster.page());
    out.println("Logs are in " + cluster.folder() + ", Ctrl-C ends it all");
    out.printf("%n  ./weir run --runner=%s %s%n", engine.folder(), runOptions(cluster));
    out.flush();
    new CountDownLatch(1).await();
    return 0;
  }

  private Cluster start() {
    return switch (engine) {
      case FLINK -> FlinkCluster.start(distribution(), settings(8081));
      case SPARK -> SparkCluster.start(distribution(), settings(7077));
      case DIRECT -> throw misuse("ENGINE: expected flink or spark");
    };
  }

  private ParameterException misuse(String sentence) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
  }

  private Distribution distribution() {
    return Distribution.of(engine.folder(), BuiltModule.home());
  }

  private ClusterSettings settings(int usualPort) {
    int wanted = port == null ? usualPort : port;
    Map<String, String> all = new HashMap<>(configuration);
    if (metricsPort != null) {
      all.put("metrics.reporter.prom.factory.class", PROMETHEUS);
      all.put("metrics.reporter.prom.port", metricsPort + "-" + (metricsPort + workers));
    }
    return new ClusterSettings(wanted, workers, slots, megabytes, Optional.ofNullable(state), all);
  }

  private String runOptions(Cluster cluster) {
    return switch (engine) {
      case FLINK -> "--flinkMaster=" + cluster.address() + " --parallelism=" + workers * slots;
      case SPARK, DIRECT -> "--sparkMaster=" + cluster.address();
    };
  }
}
