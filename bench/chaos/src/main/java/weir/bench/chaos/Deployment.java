package weir.bench.chaos;

import java.util.List;
import weir.contract.Job;

/** The job on an engine, parts of which can be killed. */
interface Deployment extends Job, AutoCloseable {
  /** Starts the job with these options besides the engine's own. */
  void start(List<String> options);

  /** Kills a part, and restarts whatever does not restart by itself. */
  void strike(Fault fault) throws InterruptedException;

  /** Restarts a job that has ended by itself, so that it continues. */
  void startAgain();

  @Override
  void close();
}
