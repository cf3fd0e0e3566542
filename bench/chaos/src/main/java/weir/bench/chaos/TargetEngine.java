package weir.bench.chaos;

import java.util.List;

/** Where the job runs. */
enum TargetEngine {
  DIRECT("Direct") {
    @Override
    Deployment deploy(JobJars jobs) {
      return InProcess.direct(jobs);
    }
  },
  FLINK("Flink") {
    @Override
    Deployment deploy(JobJars jobs) {
      return new OnFlinkCluster(jobs);
    }
  },
  SPARK("Spark") {
    @Override
    Deployment deploy(JobJars jobs) {
      return new OnSparkCluster(jobs);
    }
  },
  /** All of Flink in the job's process. */
  FLINK_EMBEDDED("Flink, embedded") {
    @Override
    Deployment deploy(JobJars jobs) {
      return InProcess.flink(jobs);
    }
  },
  /** All of Spark in the driver's process. */
  SPARK_LOCAL("Spark, local") {
    @Override
    Deployment deploy(JobJars jobs) {
      return InProcess.spark(jobs);
    }
  };

  /** The engines of the trials unless others are named. */
  static final List<TargetEngine> USUAL = List.of(DIRECT, FLINK, SPARK);

  private final String label;

  TargetEngine(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  abstract Deployment deploy(JobJars jobs);
}
