package weir.runners;

import weir.contract.MetricsContract;

/** What Prometheus finds of the job on Flink. */
class OnFlinkMetricsTest extends MetricsContract {
  @Override
  protected String mainClass() {
    return OnFlink.class.getName();
  }

  @Override
  protected String engine() {
    return "flink";
  }
}
