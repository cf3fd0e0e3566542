package weir.bench.chaos;

import java.util.List;
import weir.contract.Job;

/** The job on an engine, of which parts can be killed. */
interface Deployment extends Job, AutoCloseable {
  /** Starts the job with these options besides the engine's own. */
  void start(List<String> options);

  /** Kills a part, and starts again what nobody else would. */
  void strike(Fault fault) throws InterruptedException;

  /** Starts a job that ended by itself, so that it goes on. */
  void startAgain();

  @Override
  void close();
}
