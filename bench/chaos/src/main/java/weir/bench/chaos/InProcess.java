package weir.bench.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import weir.contract.FlinkCheckpoints;
import weir.contract.JobProcess;

/** A job with its engine in one process. */
final class InProcess implements Deployment {
  /** The option that restarts a job from nothing but the log. */
  private static final String REWIND = "--startFrom=committed-minus-horizon";

  private static final String CHECKPOINTS = "--checkpointingInterval=";
  private static final String OFF = CHECKPOINTS + "-1";

  private final Function<List<String>, JobProcess> starter;
  private final Function<List<String>, List<String>> goingOn;
  private final List<String> ours;
  private List<String> options = List.of();
  private @Nullable JobProcess job;

  /**
   * A job in one process.
   *
   * @param ours options that the job needs unless others are given
   * @param goingOn the further options of a restart, given the options of the first start
   */
  private InProcess(
      Function<List<String>, JobProcess> starter,
      List<String> ours,
      Function<List<String>, List<String>> goingOn) {
    this.starter = starter;
    this.ours = ours;
    this.goingOn = goingOn;
  }

  static InProcess direct(JobJars jobs) {
    return new InProcess(
        options -> jobs.run("direct", "OnDirect", options), List.of(), first -> List.of(REWIND));
  }

  /** A job that continues from its newest checkpoint, if there is one. */
  static InProcess flink(JobJars jobs) {
    FlinkCheckpoints checkpoints = new FlinkCheckpoints(jobs.made("checkpoints"));
    List<String> ours = new ArrayList<>(checkpoints.options());
    ours.add(CHECKPOINTS + "1000");
    ours.add("--parallelism=2");
    return new InProcess(
        options -> jobs.submit("flink", "OnFlink", options),
        ours,
        first ->
            first.contains(OFF)
                ? List.of(REWIND)
                : checkpoints
                    .newest()
                    .map(newest -> List.of("--savepointPath=" + newest.toUri()))
                    .orElse(List.of(REWIND)));
  }

  static InProcess spark(JobJars jobs) {
    return new InProcess(
        options -> jobs.submit("spark", "OnSpark", options),
        List.of("--checkpointDir=" + jobs.made("checkpoints").toUri()),
        first -> List.of());
  }

  @Override
  public void start(List<String> given) {
    options = JobJars.completed(given, ours);
    job = starter.apply(options);
  }

  @Override
  public void startAgain() {
    List<String> again = new ArrayList<>(options);
    again.addAll(goingOn.apply(options));
    job = starter.apply(again);
  }

  @Override
  public void strike(Fault fault) throws InterruptedException {
    if (fault != Fault.PROCESS) {
      throw new IllegalArgumentException("a process has no " + fault.label());
    }
    if (job != null) {
      job.kill();
    }
    startAgain();
  }

  @Override
  public boolean isAlive() {
    return job != null && job.isAlive();
  }

  @Override
  public String output() {
    return job == null ? "" : job.output();
  }

  @Override
  public void close() {
    if (job != null) {
      job.close();
    }
  }
}
