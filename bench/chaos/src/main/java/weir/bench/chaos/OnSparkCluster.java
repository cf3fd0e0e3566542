package weir.bench.chaos;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.cluster.ClusterSettings;
import weir.cluster.SparkCluster;
import weir.contract.JobProcess;
import weir.launch.ChildJvm;

/** A standalone Spark cluster, with the driver in a process of its own. */
final class OnSparkCluster implements Deployment {
  private final JobJars jobs;
  private final Path checkpoints;
  private final SparkCluster cluster;
  private List<String> options = List.of();
  private @Nullable JobProcess driver;

  OnSparkCluster(JobJars jobs) {
    this.jobs = jobs;
    this.checkpoints = jobs.made("checkpoints");
    this.cluster =
        SparkCluster.start(
            jobs.distribution("spark"), ClusterSettings.small().in(jobs.made("cluster")));
  }

  @Override
  public void start(List<String> given) {
    options = new ArrayList<>(given);
    options.addAll(
        List.of("--sparkMaster=" + cluster.address(), "--checkpointDir=" + checkpoints.toUri()));
    driver = jobs.submit("spark", "OnSpark", options);
  }

  @Override
  public void strike(Fault fault) throws InterruptedException {
    if (fault == Fault.DRIVER && driver != null) {
      driver.kill();
      startAgain();
      return;
    }
    ChildJvm worker = cluster.workers().get(0);
    List<ProcessHandle> executors = worker.children();
    if (executors.isEmpty()) {
      throw new IllegalStateException("the worker has no executor:\n" + worker.lastWords().text());
    }
    if (fault == Fault.WORKER) {
      worker.kill();
    }
    executors.forEach(ProcessHandle::destroyForcibly);
    if (fault == Fault.WORKER) {
      cluster.addWorker();
    }
  }

  @Override
  public void startAgain() {
    driver = jobs.submit("spark", "OnSpark", options);
  }

  @Override
  public boolean isAlive() {
    return driver != null && driver.isAlive();
  }

  @Override
  public String output() {
    return driver == null ? "" : driver.output();
  }

  @Override
  public void close() {
    if (driver != null) {
      driver.close();
    }
    cluster.close();
  }
}
