package weir.bench.chaos;

import org.jspecify.annotations.Nullable;

/** What is killed, always by a signal that no process can catch. */
enum Fault {
  PROCESS("process", TargetEngine.DIRECT),
  TASK_MANAGER("TaskManager", TargetEngine.FLINK),
  JOB_MANAGER("JobManager", TargetEngine.FLINK),
  /**
   * Nothing is killed: the job is stopped with a savepoint, and its next version continues from
   * there.
   */
  UPGRADE("(upgrade from a savepoint)", TargetEngine.FLINK),
  EXECUTOR("executor", TargetEngine.SPARK),
  WORKER("worker", TargetEngine.SPARK),
  DRIVER("driver", TargetEngine.SPARK),
  BROKER("broker", null),
  POSTGRES("PostgreSQL", null);

  private final String label;
  private final @Nullable TargetEngine engine;

  Fault(String label, @Nullable TargetEngine engine) {
    this.label = label;
    this.engine = engine;
  }

  String label() {
    return label;
  }

  /** Whether a server that the job uses is killed, on any engine. */
  boolean isAroundTheJob() {
    return engine == null;
  }

  /** Whether the fault is possible on this engine. */
  boolean isPossibleOn(TargetEngine other) {
    return engine == null || engine == other;
  }
}
