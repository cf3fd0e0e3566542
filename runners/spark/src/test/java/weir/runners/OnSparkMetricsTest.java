package weir.runners;

import weir.contract.MetricsContract;

/** What Prometheus finds of the job on Spark. */
class OnSparkMetricsTest extends MetricsContract {
  @Override
  protected String mainClass() {
    return OnSpark.class.getName();
  }

  @Override
  protected String engine() {
    return "spark";
  }
}
