package weir.bench.chaos;

/** Where the job runs. */
enum TargetEngine {
  DIRECT("Direct") {
    @Override
    Deployment deploy(Launch launch) {
      return new OnDirectProcess(launch);
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
  };

  private final String label;

  TargetEngine(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  abstract Deployment deploy(Launch launch);
}
