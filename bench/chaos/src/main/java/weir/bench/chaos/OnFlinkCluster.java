package weir.bench.chaos;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import weir.cluster.ClusterSettings;
import weir.cluster.FlinkCluster;
import weir.contract.FlinkCheckpoints;
import weir.contract.JobProcess;

/**
 * A Flink session cluster with checkpoints. It restarts a job by itself when a TaskManager dies.
 * Without a high-availability service a new JobManager knows no jobs, so the job is submitted again
 * from its last checkpoint.
 */
final class OnFlinkCluster implements Deployment {
  private static final String CHECKPOINT_INTERVAL = "1000";
  private static final int PATIENCE_SECONDS = 120;

  private static final int WORKERS = 2;

  private final JobJars jobs;
  private final FlinkCheckpoints checkpoints;
  private final FlinkCluster cluster;
  private List<String> options = List.of();

  OnFlinkCluster(JobJars jobs) {
    this.jobs = jobs;
    this.checkpoints = new FlinkCheckpoints(jobs.made("checkpoints"));
    this.cluster =
        FlinkCluster.start(
            jobs.distribution("flink"),
            // One slot each, so that no worker is idle when it is killed.
            ClusterSettings.small()
                .withWorkers(WORKERS, 1)
                .in(jobs.made("cluster"))
                .with("restart-strategy.type", "fixed-delay")
                .with("restart-strategy.fixed-delay.attempts", "1000")
                .with("restart-strategy.fixed-delay.delay", "1 s"));
  }

  @Override
  public void start(List<String> given) {
    options = JobJars.completed(given, ours());
    submit(options);
  }

  private List<String> ours() {
    List<String> ours = new ArrayList<>(checkpoints.options());
    ours.add("--flinkMaster=" + cluster.address());
    ours.add("--attachedMode=false");
    ours.add("--parallelism=" + WORKERS);
    ours.add("--checkpointingInterval=" + CHECKPOINT_INTERVAL);
    return ours;
  }

  private void submit(List<String> all) {
    try (JobProcess client = jobs.submit("flink", "OnFlink", all)) {
      if (client.waitFor() != 0) {
        throw new IllegalStateException("Flink does not take the job:\n" + client.output());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while a job was submitted", stopped);
    }
  }

  @Override
  public void strike(Fault fault) throws InterruptedException {
    Path newest = awaitCheckpoint();
    switch (fault) {
      case TASK_MANAGER -> {
        cluster.workers().get(0).kill();
        cluster.addWorker();
      }
      case JOB_MANAGER -> {
        cluster.master().kill();
        cluster.restartMaster();
        goOn(checkpoints.newest().orElse(newest).toUri().toString());
      }
      // The next version of the job has one more sink.
      case UPGRADE -> goOn(new FlinkJobs(cluster).stopWithSavepoint(), "--console=true");
      default -> throw new IllegalArgumentException("Flink has no " + fault.label());
    }
  }

  @Override
  public void startAgain() {
    throw new IllegalStateException("the JobManager is gone:\n" + output());
  }

  private void goOn(String from, String... more) {
    List<String> again = new ArrayList<>(options);
    again.addAll(List.of(more));
    again.add("--savepointPath=" + from);
    submit(again);
  }

  private Path awaitCheckpoint() throws InterruptedException {
    for (int second = 0; second < PATIENCE_SECONDS; second++) {
      Optional<Path> newest = checkpoints.newest();
      if (newest.isPresent()) {
        return newest.get();
      }
      TimeUnit.SECONDS.sleep(1);
    }
    throw new IllegalStateException("no checkpoint was completed:\n" + output());
  }

  @Override
  public boolean isAlive() {
    return cluster.master().isAlive();
  }

  @Override
  public String output() {
    return cluster.master().lastWords().text();
  }

  @Override
  public void close() {
    cluster.close();
  }
}
