package weir.bench.chaos;

import java.util.List;

/** Where the job runs. */
enum TargetEngine {
  DIRECT("Direct") {
    @Override
    Deployment deploy(Launch launch) {
      return InProcess.direct(launch);
    }
  },
  FLINK("Flink") {
    @Override
    Deployment deploy(Launch launch) {
      return new OnFlinkCluster(launch);
    }
  },
  SPARK("Spark") {
    @Override
    Deployment deploy(Launch launch) {
      return new OnSparkCluster(launch);
    }
  },
  /** With all of Flink in the job's process. */
  FLINK_EMBEDDED("Flink, embedded") {
    @Override
    Deployment deploy(Launch launch) {
      return InProcess.flink(launch);
    }
  },
  /** With all of Spark in the driver's process. */
  SPARK_LOCAL("Spark, local") {
    @Override
    Deployment deploy(Launch launch) {
      return InProcess.spark(launch);
    }
  };

  /** Those that the trials are about if nobody names any. */
  static final List<TargetEngine> USUAL = List.of(DIRECT, FLINK, SPARK);

  private final String label;

  TargetEngine(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  abstract Deployment deploy(Launch launch);
}
