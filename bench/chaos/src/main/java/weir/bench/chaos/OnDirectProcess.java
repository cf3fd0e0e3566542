package weir.bench.chaos;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.contract.JobProcess;

/** One process that has nothing but the log: whoever starts it again lets it rewind. */
final class OnDirectProcess implements Deployment {
  private final Launch launch;
  private List<String> options = List.of();
  private @Nullable JobProcess job;

  OnDirectProcess(Launch launch) {
    this.launch = launch;
  }

  @Override
  public void start(List<String> given) {
    options = given;
    job = launch.run("direct", "OnDirect", options);
  }

  @Override
  public void strike(Fault fault) throws InterruptedException {
    if (job != null) {
      job.kill();
    }
    List<String> anew = new ArrayList<>(options);
    anew.add("--startFrom=committed-minus-horizon");
    job = launch.run("direct", "OnDirect", anew);
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
