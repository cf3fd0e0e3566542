package weir.bench.twin;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;
import weir.launch.ParentWatch;
import weir.topics.TopicLookup;

/** Runs a twin from a command line like the pipeline's, with the same messages and exit codes. */
public final class Twin {
  private static final Logger LOG = LoggerFactory.getLogger(Twin.class);
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private Twin() {}

  /** What a twin does until it is stopped. */
  public interface Job {
    void run(TwinOptions options) throws Exception;
  }

  /** Runs the job, and ends the process when the job ends. */
  public static void main(String[] args, Job job) {
    System.exit(run(args, job));
  }

  @SuppressWarnings("SystemOut") // A command line reports errors to its user.
  private static int run(String[] args, Job job) {
    ParentWatch.start();
    try {
      TwinOptions options = TwinOptions.parse(args);
      new TopicLookup(options.kafka().forClients()).input(options.inputTopic());
      job.run(options);
      LOG.error("The job has come to an end.");
      return FAILED;
    } catch (MisuseException misuse) {
      System.err.println("weir: " + misuse.getMessage());
      return MISUSED;
    } catch (UnavailableException unreachable) {
      System.err.println("weir: " + unreachable.getMessage());
      return FAILED;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return FAILED;
    } catch (Exception failed) {
      LOG.error("The job has failed.", failed);
      return FAILED;
    }
  }
}
